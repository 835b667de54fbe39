//===- WorkOrderTest.cpp - Which problem is solved first ------------------===//
#include "Report/WorkOrder.h"

#include "gtest/gtest.h"

using namespace musify;

namespace {

std::vector<Blocker> problems(std::initializer_list<const char *> Names) {
  std::vector<Blocker> Out;
  for (const char *Name : Names) {
    Blocker B;
    B.Entry = Name;
    Out.push_back(B);
  }
  return Out;
}

/// `NAME PERCENT` of each step.
std::vector<std::string> order(std::initializer_list<const char *> Names,
                               std::vector<std::vector<size_t>> Left) {
  std::vector<std::string> Out;
  for (const WorkStep &Step : orderOfWork(problems(Names), std::move(Left)))
    Out.push_back(Step.Solved.Entry + " " + std::to_string(Step.Done));
  return Out;
}

using Steps = std::vector<std::string>;

TEST(WorkOrder, TakesWhatMostFilesHaveFirst) {
  EXPECT_EQ(order({"a", "b"}, {{0}, {1}, {1}, {}}), (Steps{"b 75", "a 100"}));
}

TEST(WorkOrder, AFileWithFewProblemsCountsMore) {
  // `a` is in two files, but these have much else; `d` alone finishes one.
  EXPECT_EQ(order({"a", "b", "c", "d"}, {{0, 1, 2}, {0, 1, 2}, {3}}).front(),
            "d 33");
}

TEST(WorkOrder, NothingToDo) {
  EXPECT_EQ(order({"a"}, {{}, {}}), Steps{});
  EXPECT_EQ(order({}, {}), Steps{});
}

TEST(WorkOrder, HasAnEnd) {
  std::vector<Blocker> Many(100);
  std::vector<std::vector<size_t>> Left;
  for (size_t I = 0; I < Many.size(); ++I)
    Left.push_back({I});
  EXPECT_EQ(orderOfWork(Many, Left).size(), 20u);
}

} // namespace

#include "Rewrite/EditsInside.h"
#include "gtest/gtest.h"

using namespace musify;

namespace {

Finding edit(unsigned Offset, unsigned Length) {
  Finding F;
  F.Where = {"a.cu", Offset, Length};
  F.NewText = "new";
  return F;
}

std::vector<unsigned> offsetsOf(const std::vector<const Finding *> &Some) {
  std::vector<unsigned> Out;
  for (const Finding *F : Some)
    Out.push_back(F->Where.Offset);
  return Out;
}

TEST(EditsInside, GivesThoseOfARangeInOrder) {
  std::vector<Finding> All = {edit(8, 2), edit(4, 1), edit(9, 2), edit(3, 1),
                              edit(10, 0)};
  All.push_back(edit(5, 1));
  All.back().NewText.reset(); // told, not written
  EditsInside Edits(All);
  EXPECT_EQ(offsetsOf(Edits.of(4, 10)), (std::vector<unsigned>{4, 8, 10}));
  EXPECT_TRUE(Edits.of(20, 30).empty());
}

TEST(EditsInside, ALargerOneTakesTheirPlace) {
  std::vector<Finding> All = {edit(4, 1), edit(12, 1)};
  {
    EditsInside Edits(All);
    Edits.drop(4, 6);
    All.push_back(edit(4, 2));
    EXPECT_EQ(offsetsOf(Edits.of(0, 20)), (std::vector<unsigned>{4, 12}));
    Edits.drop(0, 10); // also one that was added since
  }
  ASSERT_EQ(All.size(), 1u);
  EXPECT_EQ(All[0].Where.Offset, 12u);
}

} // namespace

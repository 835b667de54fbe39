#include "Driver/Shard.h"
#include "gtest/gtest.h"

using namespace musify;

namespace {

TEST(Shard, ReadsNumberAndCount) {
  auto Part = parseShard("2/3");
  ASSERT_TRUE(Part);
  EXPECT_EQ(Part->Number, 2u);
  EXPECT_EQ(Part->Count, 3u);
  EXPECT_FALSE(Part->isWhole());
  EXPECT_TRUE(parseShard("1/1")->isWhole());
}

TEST(Shard, ReadsNothingElse) {
  for (const char *Text :
       {"0/3", "4/3", "1/0", "x", "", "1", "1/", "/1", "-1/2", "1/2/3", "1/2x",
        " 1/2", "99999999999/99999999999"})
    EXPECT_FALSE(parseShard(Text)) << Text;
}

/// Each item is in one part.
void expectComplete(const ShardItems &All, unsigned Count) {
  size_t Items = 0;
  for (unsigned I = 1; I <= Count; ++I)
    Items += itemsOf({I, Count}, All).size();
  EXPECT_EQ(Items, All.size()) << Count;
}

TEST(Shard, PartsAreNeighboursOfTheSameCost) {
  ShardItems All = {{"a", 1}, {"b", 1}, {"c", 2}, {"d", 4}};
  EXPECT_TRUE(itemsOf({1, 2}, All).contains("c"));
  EXPECT_FALSE(itemsOf({1, 2}, All).contains("d"));
  EXPECT_TRUE(itemsOf({2, 2}, All).contains("d"));
  for (unsigned Count : {1, 2, 3, 4, 7, 100})
    expectComplete(All, Count);
}

TEST(Shard, OneDearItemLeavesTheOthersToTheirNeighbours) {
  ShardItems All = {{"a", 1}, {"b", 1000}, {"c", 1}};
  EXPECT_EQ(itemsOf({2, 3}, All).size(), 1u);
  expectComplete(All, 3);
}

TEST(Shard, ItemsWithoutCostAreNotLost) {
  expectComplete({{"a", 0}, {"b", 0}}, 2);
  expectComplete({}, 2);
}

} // namespace

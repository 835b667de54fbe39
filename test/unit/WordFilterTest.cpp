#include "Mapping/WordFilter.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

TEST(WordFilter, ForgetsNothing) {
  WordFilter Words(1000);
  for (unsigned I = 0; I < 1000; ++I)
    Words.add("cuda" + std::to_string(I));
  for (unsigned I = 0; I < 1000; ++I)
    EXPECT_TRUE(Words.mayHold(WordFilter::hash("cuda" + std::to_string(I))));
}

TEST(WordFilter, TellsMostOtherWords) {
  WordFilter Words(1000);
  for (unsigned I = 0; I < 1000; ++I)
    Words.add("cuda" + std::to_string(I));
  unsigned Wrong = 0;
  for (unsigned I = 0; I < 1000; ++I)
    Wrong += Words.mayHold(WordFilter::hash("mine" + std::to_string(I)));
  EXPECT_LT(Wrong, 50u);
}

TEST(WordFilter, TakesTheLastPartOfAName) {
  WordFilter Words(1);
  Words.add("cuda::std::atomic");
  EXPECT_TRUE(Words.mayHold(WordFilter::hash("atomic")));
  EXPECT_FALSE(Words.mayHold(WordFilter::hash("std")));
}

TEST(WordFilter, IsEmptyAtFirst) {
  EXPECT_FALSE(WordFilter().mayHold(WordFilter::hash("atomic")));
}

//===- LiteralTextTest.cpp - What literals spell, and where ---------------===//
#include "Edit/LiteralText.h"
#include "gtest/gtest.h"

using namespace musify;

namespace {

TEST(LiteralText, JoinsAdjacentLiterals) {
  LiteralText T;
  EXPECT_TRUE(T.add("\"ab\"", 10));
  EXPECT_TRUE(T.add("u8\"cd\"", 20));
  EXPECT_EQ(T.text(), "abcd");
  EXPECT_EQ(T.begin(), 10u);
  EXPECT_EQ(T.fileOffset(0), 11u);
  EXPECT_EQ(T.fileOffset(2), 23u);
  EXPECT_EQ(T.fileOffset(4), 25u); // the closing quote
  EXPECT_EQ(T.fileLength(1, 3), 12u);
  EXPECT_TRUE(T.isVerbatim(0, 2));
  EXPECT_FALSE(T.isVerbatim(1, 2));
  EXPECT_FALSE(T.isVerbatim(4, 0));
}

TEST(LiteralText, DecodesEscapes) {
  LiteralText T;
  EXPECT_TRUE(T.add("\"a\\n\\x41\\101\\u00e9\\\"\\\\z\"", 0));
  EXPECT_EQ(T.text(), "a\nAA\xc3\xa9\"\\z");
  EXPECT_EQ(T.fileOffset(1), 2u); // backslash of `\n`
  EXPECT_EQ(T.fileLength(1, 2), 2u);
  EXPECT_EQ(T.fileOffset(4), 12u); // both bytes of the `\u` escape
  EXPECT_EQ(T.fileOffset(5), 12u);
  EXPECT_EQ(T.fileOffset(8), 22u);
  EXPECT_FALSE(T.isVerbatim(2, 1));
  EXPECT_TRUE(T.isVerbatim(8, 1));
}

TEST(LiteralText, TakesRawLiteralsAsTheyStand) {
  LiteralText T;
  EXPECT_TRUE(T.add("R\"x(a\\n)\"\n)x\"", 5));
  EXPECT_EQ(T.text(), "a\\n)\"\n");
  EXPECT_EQ(T.fileOffset(0), 9u);
  EXPECT_TRUE(T.isVerbatim(0, 6));
}

TEST(LiteralText, LeavesOutLineSplices) {
  LiteralText T;
  EXPECT_TRUE(T.add("\"a\\\nb\\\r\nc\"", 0));
  EXPECT_EQ(T.text(), "abc");
  EXPECT_EQ(T.fileOffset(1), 4u);
  EXPECT_EQ(T.fileOffset(2), 8u);
}

TEST(LiteralText, RefusesOtherCharacters) {
  LiteralText T;
  EXPECT_FALSE(T.add("L\"a\"", 0));
  EXPECT_FALSE(T.add("R\"x\"", 0));
  EXPECT_FALSE(T.add("'a'", 0));
  EXPECT_EQ(T.text(), "");
}

TEST(LiteralText, KeepsWhatIsNoEscape) {
  LiteralText T;
  EXPECT_TRUE(T.add("\"\\q\\x\\uD800\"", 0));
  EXPECT_EQ(T.text(), "\\q\\x\\uD800");
}

} // namespace

//===- DiagTest.cpp - Messages as data ------------------------------------===//
#include "Diag/Message.h"
#include "Diag/Rules.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

std::string zh(const Message &M) { return M.text(Language::Chinese); }

TEST(Message, FillsItsText) {
  EXPECT_EQ(say(msg::Becomes, "a", "b").text(), "`a` becomes `b`");
  EXPECT_EQ(zh(say(msg::Becomes, "a", "b")), "`a` 改为 `b`");
}

TEST(Message, AddsParts) {
  Message M = say(msg::PartialName, "a", "b").add(say(msg::SinceVersion, "4"));
  M.add(Message());
  EXPECT_EQ(M.text(), "`a` differs from `b`; MUSA SDK 4 or later");
  EXPECT_EQ(zh(M), "`a` 与 `b` 有差异；需要 MUSA SDK 4 或更高版本");
}

TEST(Message, CountsAndLists) {
  EXPECT_EQ(say(msg::Edits, 1).text(), "1 edit");
  EXPECT_EQ(say(msg::Edits, 2).text(), "2 edits");
  std::vector<std::string> All = {"mp_10", "mp_21", "mp_22"};
  Message Sizes = say(msg::WarpSizes, "warpSize",
                      say(msg::SizeOnTargets, 128, listOf(All)));
  EXPECT_EQ(Sizes.text(), "`warpSize` is 128 on mp_10, mp_21 and mp_22");
  EXPECT_EQ(say(msg::WarpMixed, Sizes, "x & 31").text(),
            "`warpSize` is 128 on mp_10, mp_21 and mp_22, but this function "
            "also assumes 32 lanes (`x & 31`)");
}

TEST(Message, KnowsWhatItMentions) {
  Message M = say(msg::InKernelSource, say(msg::Becomes, "a", "b"));
  EXPECT_TRUE(M.mentions("b"));
  EXPECT_FALSE(M.mentions("becomes"));
}

TEST(Message, IsOrderedByIdAndArguments) {
  EXPECT_LT(say(msg::Becomes, "a", "b"), say(msg::Becomes, "a", "c"));
  EXPECT_EQ(say(msg::Becomes, "a", "b"), say(msg::Becomes, "a", "b"));
}

// Braces of the user's code are no places to fill, and neither are arguments.
TEST(Message, TakesArgumentsAsTheyAre) {
  EXPECT_EQ(say(msg::Becomes, "{1}", "{x}").text(), "`{1}` becomes `{x}`");
  EXPECT_EQ(fillText("{a} {} {0}", {Argument("b")}, Language::English),
            "{a} {} b");
  EXPECT_EQ(fillText("{3}!", {}, Language::English), "!");
}

// Every sentence is there in both languages, in the style of the project.
TEST(Message, AllTextsAreComplete) {
  for (unsigned I = 1; isMessageId(I); ++I) {
    const MessageText &T = textOf(MessageId(I));
    EXPECT_FALSE(T.English.empty() || T.Chinese.empty()) << T.Name.str();
    EXPECT_FALSE(T.English.ends_with(".") || T.Chinese.ends_with("。"))
        << T.Name.str();
    if (!T.Rule.empty())
      EXPECT_FALSE(T.English.front() >= 'A' && T.English.front() <= 'Z' &&
                   !T.English.starts_with("MUSA") &&
                   !T.English.starts_with("CUDA"))
          << T.Name.str();
  }
}

} // namespace

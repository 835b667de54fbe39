#include "Scan/Condition.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;
using Is = MacroState::Is;

static Truth eval(llvm::StringRef Text) {
  return Condition("if", Text).evaluate([](llvm::StringRef Name) -> MacroState {
    if (Name == "A")
      return {Is::Defined, 7};
    if (Name == "NONE")
      return {Is::Undefined, 0};
    return {};
  });
}

TEST(Condition, FollowsPrecedence) {
  EXPECT_EQ(eval("1 + 2 * 3 == A"), true);
  EXPECT_EQ(eval("(1 + 2) * 3 == A"), false);
  EXPECT_EQ(eval("A - 2 - 1 == 4"), true);
  EXPECT_EQ(eval("1 << 3 > A"), true);
  EXPECT_EQ(eval("A & 4 && !(A | 8) == 0"), true);
  EXPECT_EQ(eval("A > 3 ? 0 : 1"), false);
  EXPECT_EQ(eval("-1 < 0"), true);
  EXPECT_EQ(eval("~0 == -1"), true);
}

TEST(Condition, KnowsMacros) {
  EXPECT_EQ(eval("defined(A) && defined A && !defined(NONE)"), true);
  EXPECT_EQ(eval("NONE"), false);
  EXPECT_EQ(eval("A >= 0x7"), true);
  EXPECT_EQ(eval("A == 7UL && 1'000 == 1000"), true);
}

TEST(Condition, DecidesBesideTheUnknown) {
  EXPECT_EQ(eval("UNKNOWN && NONE"), false);
  EXPECT_EQ(eval("UNKNOWN(1, (2)) || A"), true);
  EXPECT_EQ(eval("UNKNOWN || NONE"), std::nullopt);
  EXPECT_EQ(eval("UNKNOWN > 3"), std::nullopt);
  EXPECT_EQ(eval("__has_include(<a.h>)"), std::nullopt);
}

TEST(Condition, SaysNothingAboutWhatIsNone) {
  for (const char *Text :
       {"", "(", "1 +", ")", "1 2", "defined", "defined(", "1 / NONE", "A 7",
        "1.5 > 1", "1 ? 2", "\"a\" == 1", "A % 0", "'", "1 << 64"})
    EXPECT_EQ(eval(Text), std::nullopt) << Text;
}

std::string flip(StringRef Condition) {
  auto F = findFlip(Condition);
  if (!F)
    return "same";
  return (F->OnMusa ? "true: " : "false: ") +
         (F->Opposite.empty() ? "all" : join(F->Opposite, ", "));
}

TEST(Condition, FindsBranchesThatFlip) {
  EXPECT_EQ(flip("__CUDA_ARCH__ >= 800"),
            "false: sm_80 with CUDA 12.8, sm_90 with CUDA 13.0, "
            "sm_121 with CUDA 13.0");
  EXPECT_EQ(flip("CUDART_VERSION < 9000"), "true: all");
  EXPECT_EQ(flip("defined(__CUDA_ARCH__) && (__CUDA_ARCH__ < 900)"),
            "false: sm_50 with CUDA 11.8, sm_70 with CUDA 11.8, "
            "sm_80 with CUDA 12.8");
  EXPECT_EQ(flip("__CUDA_ARCH__ >= 9000"), "same");
  EXPECT_EQ(flip("__CUDA_ARCH__ >= 800 && USE_IT"), "same");
  EXPECT_EQ(flip("__CUDA_ARCH__ >= 800 || 1"), "same");
}

TEST(Condition, AsksForHeaders) {
  auto Ask = [](StringRef Text) {
    return Condition("if", Text).evaluate([](StringRef Name) {
      return Name == "<a/b.h>" || Name == "\"c.h\"" ? MacroState{Is::Defined, 1}
             : Name == "<none.h>"                   ? MacroState{Is::Undefined}
                                                    : MacroState{};
    });
  };
  EXPECT_EQ(Ask("__has_include(<a/b.h>)"), true);
  EXPECT_EQ(Ask("!__has_include_next(\"c.h\")"), false);
  EXPECT_EQ(Ask("defined(__has_include) && __has_include(<none.h>)"), false);
  EXPECT_EQ(Ask("__has_include(<other.h>)"), std::nullopt);
  EXPECT_EQ(Ask("__has_include()"), std::nullopt);
  EXPECT_EQ(Ask("__has_include"), std::nullopt);
}

TEST(Condition, ReadsDirectivesWithAName) {
  auto Ask = [](StringRef Directive, StringRef Text) {
    return Condition(Directive, Text).evaluate([](StringRef Name) {
      return Name == "A" ? MacroState{Is::Defined, std::nullopt}
                         : MacroState{Is::Undefined};
    });
  };
  EXPECT_EQ(Ask("ifdef", " A // why"), true);
  EXPECT_EQ(Ask("ifndef", " A"), false);
  EXPECT_EQ(Ask("elifdef", "\\\n B"), false);
  EXPECT_EQ(Ask("elifndef", " B extra"), true);
  EXPECT_EQ(Ask("if", " A"), std::nullopt); // defined, but as what?
  EXPECT_EQ(Ask("ifdef", ""), std::nullopt);
}

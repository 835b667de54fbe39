#include "Rewrite/RuledLine.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

TextPorter rules(std::vector<std::pair<std::string, std::string>> Rules) {
  TextPorter Out;
  Out.Rules = std::move(Rules);
  Out.KeptBeginnings = {"/"};
  Out.KeptParts = {"cub/"};
  return Out;
}

} // namespace

TEST(RuledLine, KnowsWhatBecameOfAPlace) {
  auto Rules = rules({{"at::cuda", "at::musa"}, {"Malloc", "Alloc"}});
  RuledLine Line("x = at::cuda::Malloc(a);", Rules);
  EXPECT_EQ(Line.text(), "x = at::musa::Alloc(a);");
  EXPECT_EQ(Line.textOf(8, 12), "musa");
  EXPECT_EQ(Line.textOf(14, 20), "Alloc");
  EXPECT_EQ(Line.textOf(0, 1), "x");
}

TEST(RuledLine, ReplacesInTheMiddleOfWords) {
  RuledLine Line("cudaFreeHost", rules({{"cudaFree", "musaFree"}}));
  EXPECT_EQ(Line.textOf(0, 12), "musaFreeHost");
}

TEST(RuledLine, AppliesRulesInTheirOrder) {
  auto Rules = rules({{"A >= 800", "M >= 220"}, {"A", "M"}});
  EXPECT_EQ(RuledLine("#if A >= 800", Rules).text(), "#if M >= 220");
  EXPECT_NE(RuledLine("#if A >= 800", Rules).textOf(9, 12), "800");
  EXPECT_EQ(RuledLine("#if A >= 700", Rules).textOf(9, 12), "700");
}

TEST(RuledLine, GrowsAndShrinks) {
  auto Rules = rules({{"asm volatile", "if(0) asm volatile"}, {"gone", ""}});
  RuledLine Line("asm volatile(gone);", Rules);
  EXPECT_EQ(Line.text(), "if(0) asm volatile();");
  EXPECT_EQ(Line.textOf(13, 17), "");
  EXPECT_EQ(RuledLine("gone", Rules).text(), "");
}

TEST(RuledLine, KeepsWhatTheRulesKeep) {
  auto Rules = rules({{"a", "b"}});
  EXPECT_EQ(RuledLine("/a", Rules).text(), "/a");
  EXPECT_EQ(RuledLine(" /a", Rules).text(), " /b");
  EXPECT_EQ(RuledLine("#include <cub/a>", Rules).text(), "#include <cub/a>");
}

TEST(TextPorter, ReadsItsFile) {
  EXPECT_FALSE(torchada().Rules.empty());
  EXPECT_TRUE(torchada().reads("a/k.CU"));
  EXPECT_FALSE(torchada().reads("a/k.mu"));
  std::string Fault =
      toString(parseTextPorter("{\"rules\": 1}", "x.json").takeError());
  EXPECT_TRUE(StringRef(Fault).starts_with("x.json:")) << Fault;
}

//===- ShimTest.cpp - The header, guards and the promise about tokens -----===//
#include "Platform/Platform.h"
#include "Shim/Guard.h"
#include "Shim/Header.h"
#include "Shim/Lines.h"
#include "Shim/Tokens.h"
#include "gtest/gtest.h"

using namespace musify;
using llvm::StringRef;

namespace {

Table emptyTable() {
  static const std::string Image = packTable({});
  return Table(Image);
}

Entry entry(StringRef From, StringRef To, Kind K, StringRef Type = "") {
  Entry E;
  E.From = From;
  E.To = To;
  E.K = K;
  E.Type = Type;
  E.S = Status::Supported;
  return E;
}

/// Of a shim with this name alone: without its first and last lines.
Shim shimOf(ShimName Name) {
  ShimInput In;
  In.Macro = "__MUSA__";
  In.GuardName = "a/b-c.h";
  In.Names[Name.E.From.str()] = Name;
  return writeShim(In, emptyTable());
}

bool has(const Shim &S, StringRef Text) {
  return StringRef(S.Text).contains(Text);
}

Finding edit(StringRef Text, StringRef Old, std::string New) {
  Finding F;
  F.Rule = "custom-rule";
  F.Where = {"/p/x.cu", unsigned(Text.find(Old)), unsigned(Old.size())};
  F.NewText = std::move(New);
  return F;
}

/// `Text` with a guard around what `Old` names.
std::string guarded(StringRef Text, StringRef Old, std::string New) {
  SourceLines Lines(Text);
  std::vector<Finding> Edits = {edit(Text, Old, std::move(New))};
  Guarded G =
      guardTexts({Text, Lines, Edits, {&Edits[0]}, {}, "shim.h", "__MUSA__"});
  if (!G.Refused.empty())
    return "refused";
  FilePlan Plan;
  Plan.Edits = G.Edits;
  return llvm::cantFail(applyEdits(Text, Plan));
}

} // namespace

TEST(ShimHeader, MacroUnlessTheCodeHasTheName) {
  Entry E =
      entry("cudaFree", "musaFree", Kind::Function, "cudaError_t (void *)");
  EXPECT_TRUE(has(shimOf({E}), "\n#define cudaFree musaFree\n"));
  Shim Own = shimOf({E, /*UsersToo=*/true});
  EXPECT_FALSE(has(Own, "#define cudaFree"));
  EXPECT_TRUE(has(
      Own,
      "static inline cudaError_t cudaFree(void *a0) { return musaFree(a0); }"));
}

TEST(ShimHeader, PrototypesWithoutResultOrParameters) {
  Entry E = entry("cudaX", "musaX", Kind::Function, "void (void)");
  EXPECT_TRUE(
      has(shimOf({E, true}), "static inline void cudaX(void) { musaX(); }"));
}

TEST(ShimHeader, PrototypesThatNoNameCanStandIn) {
  for (StringRef Type :
       {"int (void (*)(int))", "int (int, ...)", "int (int[3])", "", "int"}) {
    Shim S = shimOf({entry("cudaX", "musaX", Kind::Function, Type), true});
    EXPECT_EQ(S.Left.count("cudaX"), 1u) << Type.str();
    EXPECT_EQ(S.Names, 0u);
    EXPECT_FALSE(has(S, "musaX"));
  }
}

TEST(ShimHeader, NoAliasOfWhatMayNotBeThere) {
  Entry E = entry("cudaX", "musaX", Kind::Type);
  EXPECT_EQ(shimOf({E, true}).Names, 1u);
  E.S = Status::Unverified;
  EXPECT_EQ(shimOf({E, true}).Left.count("cudaX"), 1u);
  EXPECT_EQ(shimOf({E}).Names, 1u);
}

TEST(ShimHeader, AskedMacrosAndNamespaces) {
  ShimName Macro{entry("cudaM", "musaM", Kind::Macro)};
  Macro.Asked = true;
  EXPECT_TRUE(
      has(shimOf(Macro), "#ifdef musaM\n#define cudaM musaM\n#endif\n"));
  ShimName Space{entry("cuda::std", "musa::std", Kind::Namespace)};
  EXPECT_TRUE(has(shimOf(Space),
                  "namespace musa { namespace std { }}\n"
                  "namespace cuda { namespace std = ::musa::std; }\n"));
  Space.Tagged = true;
  EXPECT_EQ(shimOf(Space).Left.size(), 1u);
}

TEST(ShimHeader, WhatNoHeaderCanDefine) {
  EXPECT_FALSE(isShimmable(entry("S::cudaX", "musaX", Kind::Member)));
  EXPECT_FALSE(isShimmable(entry("cuda::atomic", "musa::atomic", Kind::Type)));
  EXPECT_FALSE(isShimmable(entry("cudaX", "cudaX", Kind::Type)));
  Entry Number = entry("CUDART_VERSION", "MUSART_VERSION", Kind::Macro);
  EXPECT_TRUE(isShimmable(Number));
  Number.Numeric = true;
  EXPECT_FALSE(isShimmable(Number));
  Entry Torch = entry("CUDA", "PrivateUse1", Kind::Enumerator);
  Torch.Library = torch().Table;
  EXPECT_FALSE(isShimmable(Torch));
}

TEST(ShimHeader, NotesStayOneLineOfComment) {
  Entry E = entry("cudaX", "musaX", Kind::Function);
  E.Note = "ends in \\\n#error";
  Shim S = shimOf({E});
  EXPECT_TRUE(has(S, "// cudaX: ends in   #error\n#define cudaX musaX\n"));
  EXPECT_TRUE(preprocessedTokens(S.Text, {}).empty());
  EXPECT_TRUE(isShimText(S.Text));
}

TEST(ShimLines, WhereLinesCannotBeParted) {
  SourceLines L("f(a,\n  b);\n/* x\n y */ int i;\nauto s = R\"(\n)\";\n"
                "#define M \\\n  1\nint j;\n");
  std::vector<bool> Joined;
  for (size_t I = 0; I < L.size(); ++I)
    Joined.push_back(L[I].Joined);
  EXPECT_EQ(Joined, (std::vector<bool>{false, true, false, true, false, true,
                                       false, true, false}));
}

TEST(ShimLines, ACommentOfADirectiveHoldsItsLines) {
  SourceLines L("#define M /* x\n y */ 1\nint j;\n");
  EXPECT_FALSE(L[0].Joined);
  EXPECT_TRUE(L[1].Joined);
  EXPECT_FALSE(L[2].Joined);
}

TEST(ShimLines, DepthWithoutTheIncludeGuard) {
  SourceLines L("#ifndef A\n#define A\n#include <x>\n#ifdef B\n#include <y>\n"
                "#endif\n#endif\n");
  EXPECT_EQ(L[2].Depth, 0u);
  EXPECT_EQ(L[4].Depth, 1u);
  SourceLines Plain("#ifdef B\n#include <y>\n#endif\n#include <z>\n");
  EXPECT_EQ(Plain[1].Depth, 1u);
  EXPECT_EQ(Plain[3].Depth, 0u);
}

TEST(ShimGuard, WholeLines) {
  EXPECT_EQ(guarded("a;\n  old(1,\n      2);\nb;\n", "old(1,\n      2)", "n()"),
            "a;\n#if defined(__MUSA__)\n  n();\n#else\n  old(1,\n      2);\n"
            "#endif\nb;\n");
}

TEST(ShimGuard, TheWholeCallAround) {
  EXPECT_EQ(
      guarded("C(\n  old\n);\n", "old", "n"),
      "#if defined(__MUSA__)\nC(\n  n\n);\n#else\nC(\n  old\n);\n#endif\n");
}

TEST(ShimGuard, LineEndsAndTheMark) {
  EXPECT_EQ(guarded("old;\r\nb;\r\n", "old", "n"),
            "#if defined(__MUSA__)\r\nn;\r\n#else\r\nold;\r\n#endif\r\nb;\r\n");
  EXPECT_EQ(guarded("old;", "old", "n"),
            "#if defined(__MUSA__)\nn;\n#else\nold;\n#endif\n");
  EXPECT_EQ(guarded("\xef\xbb\xbfold;\n", "old", "n"),
            "\xef\xbb\xbf#if defined(__MUSA__)\nn;\n#else\nold;\n#endif\n");
}

TEST(ShimGuard, EndsWithTheLineOfTheEdit) {
  EXPECT_EQ(guarded("old\nb;\n", "old", "n"),
            "#if defined(__MUSA__)\nn\n#else\nold\n#endif\nb;\n");
  EXPECT_EQ(guarded("old\nb;\n", "old\n", "n\n"),
            "#if defined(__MUSA__)\nn\n#else\nold\n#endif\nb;\n");
}

TEST(ShimGuard, NeverInADirective) {
  EXPECT_EQ(guarded("#define M old\n", "old", "n"), "refused");
  EXPECT_EQ(guarded("#define M \\\n  old\n", "old", "n"), "refused");
  EXPECT_EQ(guarded("#if old\n#endif\n", "old", "n"), "refused");
  EXPECT_EQ(guarded("f(\n#ifdef A\n  old\n#endif\n);\n", "old", "n"),
            "refused");
}

TEST(ShimTokens, BranchesOfTheMacroAlone) {
  auto Code = tokensWithout("a\nb\n", "M");
  for (StringRef Text :
       {"#ifdef M\nx\n#endif\na\nb\n",
        "a\n#if defined(M)\nx\n#if 1\ny\n#endif\n#else\nb\n#endif\n",
        "#ifndef M\na\n#else\nx\n#endif\nb\n", "#if !defined M\na\nb\n#endif\n",
        "#if defined(M) && 1\nx\n#endif\na\nb\n"})
    EXPECT_EQ(tokensWithout(Text, "M"), Code) << Text.str();
  for (StringRef Text :
       {"#ifdef N\n#endif\na\nb\n", "#if defined(M) && N\n#endif\na\nb\n",
        "a b c", "#if 0\n#endif\na\nb\n"})
    EXPECT_NE(tokensWithout(Text, "M"), Code) << Text.str();
}

TEST(ShimTokens, TheDifferenceIsNamed) {
  EXPECT_FALSE(differenceWithout("a b\n", "a /**/ b\n", "M", {}));
  EXPECT_EQ(differenceWithout("a b\n", "a c\n", "M", {}).text(),
            "token 2 is `c`, not `b`");
  EXPECT_EQ(differenceWithout("#if 0\nx\n#endif\n", "", "M", {}).text(),
            "token 1 is the end, not a directive");
  // The file, or the command line, defines the macro.
  StringRef Old = "#define M\na\n",
            New = "#define M\n#if defined(M)\nb\n#else\na\n#endif\n";
  EXPECT_EQ(differenceWithout(Old, New, "M", {}).text(),
            "token 1 is `b`, not `a`");
  EXPECT_EQ(differenceWithout("a\n", "#if defined(M)\nb\n#else\na\n#endif\n",
                              "M", {"M=1"})
                .text(),
            "token 1 is `b`, not `a`");
}

TEST(ShimTokens, IncludesAndLineNumbers) {
  EXPECT_EQ(preprocessedTokens("#include <x.h>\nint i = __LINE__;\n", {}),
            (std::vector<std::string>{"#include <x.h>", "int", "i", "=",
                                      "__LINE__", ";"}));
}

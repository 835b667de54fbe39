//===- VerifyTest.cpp - Alignment, pairs and renamed names ----------------===//
#include "Verify/Align.h"
#include "Verify/Back.h"
#include "Verify/Compare.h"
#include "Verify/Judge.h"
#include "Verify/Pairs.h"
#include "Verify/Renames.h"
#include "gtest/gtest.h"
#include <random>

using namespace musify;
using llvm::StringRef;

namespace {

std::vector<TextToken> code(StringRef Text) {
  return readTokens(Text, TextKind::Code);
}

/// `Old` with the hunks' new tokens in place of the old ones.
std::vector<StringRef> applied(llvm::ArrayRef<Hunk> Hunks,
                               llvm::ArrayRef<TextToken> Old,
                               llvm::ArrayRef<TextToken> New) {
  std::vector<StringRef> Out;
  size_t O = 0, N = 0;
  auto Copy = [&](size_t End) {
    for (; O < End; ++O, ++N) {
      EXPECT_EQ(Old[O].Text, New[N].Text);
      Out.push_back(Old[O].Text);
    }
  };
  for (const Hunk &H : Hunks) {
    Copy(H.OldBegin);
    EXPECT_EQ(N, H.NewBegin);
    for (; N < H.NewEnd; ++N)
      Out.push_back(New[N].Text);
    O = H.OldEnd;
  }
  Copy(Old.size());
  EXPECT_EQ(N, New.size());
  return Out;
}

TEST(VerifyTokens, DirectivesBeginAndEnd) {
  auto Tokens = code("#define A 1\nint b;");
  ASSERT_EQ(Tokens.size(), 9u);
  EXPECT_EQ(Tokens[0].Text, "");
  EXPECT_EQ(Tokens[5].Text, "");
  EXPECT_NE(code("#define A 1\nint b;").size(),
            code("#define A 1 int b;").size());
}

TEST(VerifyTokens, ScriptsHaveLinesAndNoComments) {
  auto Tokens = readTokens("# c\na -Db\n\n\n", TextKind::Script);
  ASSERT_EQ(Tokens.size(), 4u);
  EXPECT_EQ(Tokens[2].Text, "Db");
  EXPECT_EQ(Tokens[3].Text, "\n");
}

TEST(VerifyAlign, OneToken) {
  auto Old = code("f(a); g(b); h(c);"), New = code("f(a); g(x); h(c);");
  auto Hunks = align(Old, New);
  ASSERT_EQ(Hunks.size(), 1u);
  EXPECT_EQ(Old[Hunks[0].OldBegin].Text, "b");
  EXPECT_EQ(Hunks[0].OldEnd - Hunks[0].OldBegin, 1u);
  EXPECT_EQ(Hunks[0].NewEnd - Hunks[0].NewBegin, 1u);
}

TEST(VerifyAlign, EqualAndEmpty) {
  auto Some = code("int a;");
  EXPECT_TRUE(align(Some, Some).empty());
  EXPECT_TRUE(align({}, {}).empty());
  ASSERT_EQ(align(Some, {}).size(), 1u);
  ASSERT_EQ(align({}, Some).size(), 1u);
}

TEST(VerifyAlign, ShufflesLeadFromOneToTheOther) {
  std::mt19937 Dice(7);
  for (int Round = 0; Round < 200; ++Round) {
    auto Text = [&] {
      std::string Out;
      for (int I = Dice() % 60; I > 0; --I)
        Out += std::string(1, "abc;{"[Dice() % 5]) + " ";
      return Out;
    };
    std::string A = Text(), B = Text();
    auto Old = code(A), New = code(B);
    auto Out = applied(align(Old, New), Old, New);
    ASSERT_EQ(Out.size(), New.size());
    for (size_t I = 0; I < Out.size(); ++I)
      ASSERT_EQ(Out[I], New[I].Text);
  }
}

TEST(VerifyAlign, ManyDifferencesAreDividedAtUniqueLines) {
  std::string A, B;
  for (int I = 0; I < 6000; ++I) {
    A += "a" + std::to_string(I) + ";\n";
    B += (I % 2 ? "a" : "b") + std::to_string(I) + ";\n";
  }
  auto Old = code(A), New = code(B);
  EXPECT_EQ(align(Old, New).size(), 3000u);
}

FilePlan planOf(StringRef Text, StringRef Old, StringRef New) {
  FilePlan Plan;
  Finding Edit;
  Edit.Where.Offset = Text.find(Old);
  Edit.Where.Length = Old.size();
  Edit.NewText = New.str();
  Plan.Edits.push_back(Edit);
  return Plan;
}

TEST(VerifyCompare, AnEditThatWasMade) {
  StringRef Text = "a = cudaX(b);";
  FilePlan Plan = planOf(Text, "cudaX", "musaX");
  auto How = llvm::cantFail(
      comparePort(Text, Plan, "a = musaX( b );", TextKind::Code));
  EXPECT_TRUE(How.Differences.empty());
  ASSERT_EQ(How.Made.size(), 1u);
  EXPECT_EQ(How.Made[0].NewOffset, 4u);
  EXPECT_EQ(How.Kept.size(), 2u);
}

TEST(VerifyCompare, AnEditThatWasNotMade) {
  StringRef Text = "a = cudaX(b);";
  FilePlan Plan = planOf(Text, "cudaX", "musaX");
  auto How = llvm::cantFail(comparePort(Text, Plan, Text, TextKind::Code));
  ASSERT_EQ(How.Differences.size(), 1u);
  EXPECT_EQ(How.Differences[0].What, Difference::Is::NotPorted);
  EXPECT_EQ(How.Differences[0].Was, "cudaX");
  EXPECT_TRUE(How.Made.empty());
}

// Two changes within one edit are one difference with all of it, and two edits
// side by side are two.
TEST(VerifyCompare, DifferencesHaveWholeEdits) {
  StringRef Text = "a = cudaX(b);";
  FilePlan Plan = planOf(Text, "cudaX", "one::two::three");
  auto How = llvm::cantFail(
      comparePort(Text, Plan, "a = other::two::four(b);", TextKind::Code));
  ASSERT_EQ(How.Differences.size(), 1u);
  EXPECT_EQ(How.Differences[0].Expected, "one::two::three");
  EXPECT_EQ(How.Differences[0].Now, "other::two::four");

  Text = "cudaX cudaY;";
  Plan = planOf(Text, "cudaX", "a::b");
  Plan.Edits.push_back(planOf(Text, "cudaY", "c::d").Edits.front());
  How = llvm::cantFail(comparePort(Text, Plan, "x::b c::y;", TextKind::Code));
  ASSERT_EQ(How.Differences.size(), 2u);
  EXPECT_EQ(How.Differences[0].Expected, "a::b");
  EXPECT_EQ(How.Differences[1].Expected, "c::d");
}

TEST(VerifyPairs, ByLedgerNameWordsAndLines) {
  std::vector<std::string> Old = {"a.cu", "cuda/b_cuda.cu", "c.h", "d.cu"};
  std::vector<std::string> New = {"a.mu", "musa/b_musa.mu", "e.h", "x.mu"};
  auto Lines = [](StringRef Path) -> std::vector<size_t> {
    return Path == "c.h" || Path == "e.h" ? std::vector<size_t>{1, 2, 3}
                                          : std::vector<size_t>{};
  };
  FilePairs Pairs = pairFiles(
      Old, New, [](StringRef Path) { return Path == "x.mu" ? "d.cu" : ""; },
      Lines, Lines);
  EXPECT_EQ(Pairs.Ports["a.cu"], "a.mu");
  EXPECT_EQ(Pairs.Ports["cuda/b_cuda.cu"], "musa/b_musa.mu");
  EXPECT_EQ(Pairs.Ports["c.h"], "e.h");
  EXPECT_EQ(Pairs.Ports["d.cu"], "x.mu");
  EXPECT_TRUE(Pairs.Missing.empty());
  EXPECT_TRUE(Pairs.Extra.empty());
}

TEST(VerifyRenames, WholePartSingle) {
  Renames Names;
  Names.add("a", "b");
  EXPECT_EQ(Names.verdict("a"), Renames::Verdict::Single);
  Names.add("a", "b");
  EXPECT_EQ(Names.verdict("a"), Renames::Verdict::Whole);
  Names.keep("a");
  EXPECT_EQ(Names.verdict("a"), Renames::Verdict::Part);
  EXPECT_EQ(Names.mostlyTo("a"), "b");
  EXPECT_EQ(Names.count("a", "b"), 2u);
}

/// What is found if the port's way back makes `Back` of `musaX`.
size_t findingsOfBack(StringRef Back, Status S) {
  OwnedEntry E;
  E.From = "cudaX";
  E.To = "musaX";
  E.S = S;
  std::string Image = packTable(E);
  FileResult Original, Port, There;
  Original.Path = "a.cu";
  Original.OldText = "cudaX();";
  Original.Plan = planOf(Original.OldText, "cudaX", "musaX");
  Original.Plan.Edits[0].From.Entry = "cudaX";
  There.OldText = Port.OldText = "musaX();";
  There.Plan = planOf(There.OldText, "musaX", Back);
  ComparedFile F;
  F.Original = &Original;
  F.Port = &Port;
  F.How = llvm::cantFail(comparePort(Original.OldText, Original.Plan,
                                     Port.OldText, TextKind::Code));
  judgeBack(F, There, Table(Image));
  return Port.Plan.Findings.size();
}

TEST(VerifyBack, GivesTheOriginalWhereTheTablesHaveAWay) {
  EXPECT_EQ(findingsOfBack("cudaX", Status::Supported), 0u);
  EXPECT_EQ(findingsOfBack("cudaY", Status::Supported), 1u);
  EXPECT_EQ(findingsOfBack("cudaY", Status::Partial), 0u);
}

TEST(VerifyJudge, WhatMeetsAFindingIsLeftToAPerson) {
  FileResult Original;
  Original.Path = "a.cu";
  Finding F;
  F.Where = {"a.cu", 10, 5};
  F.Level = Severity::Warning;
  Original.Plan.Findings.push_back(F);
  auto Is = [&](unsigned Begin, unsigned End, Touch How) {
    return isLeftToPerson(Original, {Begin, End}, How);
  };
  EXPECT_TRUE(Is(8, 11, Touch::Overlap));
  EXPECT_TRUE(Is(14, 20, Touch::Overlap));
  EXPECT_FALSE(Is(8, 10, Touch::Overlap));
  EXPECT_FALSE(Is(15, 20, Touch::Overlap));
  EXPECT_FALSE(Is(8, 11, Touch::Inside));
  EXPECT_TRUE(Is(10, 15, Touch::Inside));
  EXPECT_FALSE(Is(10, 10, Touch::Inside));
  EXPECT_TRUE(Is(11, 11, Touch::Inside));
  Original.Plan.Findings[0].Level = Severity::Note;
  EXPECT_FALSE(Is(10, 15, Touch::Overlap));
}

TEST(VerifyJudge, OneFindingOfThePortIsEnough) {
  FileResult Port;
  EXPECT_FALSE(isReported(Port, {0, 20}));
  Finding F;
  F.Where = {"a.mu", 10, 5};
  Port.Plan.Findings.push_back(F);
  EXPECT_TRUE(isReported(Port, {8, 11}));
  EXPECT_TRUE(isReported(Port, {14, 20}));
  EXPECT_FALSE(isReported(Port, {8, 10}));
  EXPECT_FALSE(isReported(Port, {15, 20}));
}

} // namespace

//===- ReportTest.cpp - Diff, JSON and text -------------------------------===//
#include "Report/Diff.h"
#include "Report/Json.h"
#include "Report/LineIndex.h"
#include "Report/Skipped.h"
#include "Report/Text.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <random>

using namespace musify;
namespace fs = llvm::sys::fs;
namespace json = llvm::json;

namespace {

Finding edit(unsigned Offset, unsigned Length, std::string NewText) {
  Finding F;
  F.Rule = "mapped-name";
  F.Where = {"/p/a.cu", Offset, Length};
  F.NewText = std::move(NewText);
  F.From = {Engine::Ast, "/p/a.cu", ""};
  return F;
}

/// Replaces the first `Old` of `Text`.
Finding replace(llvm::StringRef Text, llvm::StringRef Old,
                std::string NewText) {
  EXPECT_TRUE(Text.contains(Old)) << Old.str();
  return edit(unsigned(Text.find(Old)), unsigned(Old.size()),
              std::move(NewText));
}

Finding finding(unsigned Offset, unsigned Length, Severity Level,
                std::string Message) {
  Finding F;
  F.Rule = "warp-mask";
  F.Where = {"/p/a.cu", Offset, Length};
  F.Level = Level;
  F.What = say(msg::Note, Message);
  F.From = {Engine::Lexer, "", ""};
  return F;
}

FilePlan planOf(std::vector<Finding> Edits) {
  FilePlan File;
  File.Edits = std::move(Edits);
  return File;
}

std::string diff(llvm::StringRef Text, std::vector<Finding> Edits) {
  return unifiedDiff("a/a.cu", "b/a.cu", Text, planOf(std::move(Edits)));
}

std::string numbered(unsigned From, unsigned To) {
  std::string Out;
  for (unsigned I = From; I <= To; ++I)
    Out += "line" + std::to_string(I) + ";\n";
  return Out;
}

/// Gives a diff to a real program in a folder of its own.
class PatchTest : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(fs::createUniqueDirectory("musify-patch-test", Folder));
  }
  void TearDown() override { fs::remove_directories(Folder); }

  /// `Old` after `Program` applied `Diff` to it.
  std::string patched(llvm::StringRef Program,
                      llvm::ArrayRef<llvm::StringRef> Args,
                      llvm::StringRef Name, llvm::StringRef Old,
                      llvm::StringRef Diff) {
    auto Path = llvm::sys::findProgramByName(Program);
    if (!Path)
      return "no program";
    put(Name, Old);
    put("the.diff", Diff);
    std::string In = at("the.diff"), Out = at("out");
    std::optional<llvm::StringRef> Streams[] = {In, Out, Out};
    // Not as part of a repository that the tests may run in.
    std::string Ceiling =
        ("GIT_CEILING_DIRECTORIES=" + llvm::sys::path::parent_path(Folder))
            .str();
    std::vector<llvm::StringRef> All = {
        "env",     "-C", Folder,          "-u",
        "GIT_DIR", "-u", "GIT_WORK_TREE", "GIT_CONFIG_GLOBAL=/dev/null",
        Ceiling,   *Path};
    All.insert(All.end(), Args.begin(), Args.end());
    int Code =
        llvm::sys::ExecuteAndWait("/usr/bin/env", All, std::nullopt, Streams);
    return Code ? "failed: " + read("out") + Diff.str() : read(Name);
  }

  void expectApplies(llvm::StringRef Text, std::vector<Finding> Edits,
                     llvm::StringRef Name = "a.cu") {
    FilePlan File = planOf(std::move(Edits));
    llvm::Expected<std::string> Want = applyEdits(Text, File);
    ASSERT_TRUE(bool(Want)) << llvm::toString(Want.takeError());
    std::string Diff =
        unifiedDiff("a/" + Name.str(), "b/" + Name.str(), Text, File);
    if (*Want == Text) {
      EXPECT_EQ(Diff, "");
      return;
    }
    // Only by its POSIX rules does `patch` keep a file that became empty.
    EXPECT_EQ(patched("patch", {"-p1", Want->empty() ? "--posix" : "-N"}, Name,
                      Text, Diff),
              *Want)
        << Diff;
    // The line numbers must be right, too.
    EXPECT_EQ(read("out").find("offset"), std::string::npos) << read("out");
    EXPECT_EQ(read("out").find("fuzz"), std::string::npos) << read("out");
    EXPECT_EQ(
        patched("git", {"apply", "--whitespace=nowarn", "-"}, Name, Text, Diff),
        *Want)
        << Diff;
  }

  std::string at(llvm::StringRef Name) { return (Folder + "/" + Name).str(); }
  void put(llvm::StringRef Name, llvm::StringRef Text) {
    std::error_code EC;
    llvm::raw_fd_ostream(at(Name), EC) << Text;
    ASSERT_FALSE(EC);
  }
  std::string read(llvm::StringRef Name) {
    auto Buffer = llvm::MemoryBuffer::getFile(at(Name));
    return Buffer ? (*Buffer)->getBuffer().str()
                  : "error: " + Buffer.getError().message();
  }

  llvm::SmallString<128> Folder;
};

FileResult fileResult(std::string Name, std::string Text) {
  FileResult F;
  F.Path = "/p/" + Name;
  F.Shown = Name;
  F.OldText = std::move(Text);
  F.Parsed = true;
  return F;
}

std::string findingsOf(const RunResult &Run, bool Colour = false,
                       bool Verbose = false) {
  std::string Out;
  llvm::raw_string_ostream OS(Out);
  printFindings(OS, Run, Colour, Verbose);
  return Out;
}

std::string summaryOf(const RunResult &Run, bool Colour = false) {
  std::string Out;
  llvm::raw_string_ostream OS(Out);
  printSummary(OS, Run, Colour);
  return Out;
}

RunResult runOf(FileResult File) {
  RunResult Run;
  Run.ToolVersion = "1.0";
  Run.Files.push_back(std::move(File));
  return Run;
}

json::Object parsed(const std::string &Text) {
  llvm::Expected<json::Value> V = json::parse(Text);
  if (!V) {
    ADD_FAILURE() << llvm::toString(V.takeError()) << Text;
    return {};
  }
  return *V->getAsObject();
}

/// Two files with everything in them.
RunResult richRun() {
  FileResult A = fileResult("a.cu", "cudaFree(p);\n\tcudaOdd(q);\ncudaOdd(r);"
                                    "\ncudaNew(s);\n");
  A.OutputPath = "out/a.mu";
  Finding Free = replace(A.OldText, "cudaFree", "musaFree");
  Free.From.Entry = "cudaFree";
  Free.What = say(msg::Becomes, "cudaFree", "musaFree");
  Finding New = replace(A.OldText, "cudaNew", "musaNew");
  New.From = {Engine::Lexer, "", "cudaNew"};
  New.Rule = "include";
  A.Plan.Edits = {Free, New};
  Finding Odd = finding(14, 7, Severity::Error, "`cudaOdd` is not on MUSA");
  Odd.Rule = "unsupported-name";
  Odd.From.Entry = "cudaOdd";
  Finding Odd2 = Odd;
  Odd2.Where.Offset = 26;
  Finding Unverified = finding(38, 7, Severity::Note, "not verified");
  Unverified.From.Entry = "cudaNew"; // the place of the edit again
  A.Plan.Findings = {Odd, Odd2, Unverified};

  FileResult B = fileResult("b.h", "x\n");
  B.Parsed = false;
  B.ParseProblems = {say(msg::ClangError, "`thrust/x.h` file not found"),
                     say(msg::ClangError, "too many errors")};

  RunResult Run;
  Run.ToolVersion = "1.2.3";
  Run.Files = {B, A}; // not in order
  Run.Skipped = {{"z.txt", say(msg::Note, "not a source file"), false},
                 {"gone.cu", say(msg::Note, "no such file"), true}};
  Run.Entries = {{"cudaFree", {"supported", ""}},
                 {"cudaOdd", {"unsupported", ""}},
                 {"cudaNew", {"unverified", ""}},
                 {"cudaNotUsed", {"unsupported", ""}}};
  return Run;
}

} // namespace

TEST(LineIndex, CountsAllLineEnds) {
  LineIndex Lines("a\nb\r\nc\rd\n\re");
  auto At = [&](size_t Offset) {
    auto [Line, Column] = Lines.at(Offset);
    return std::to_string(Line) + ":" + std::to_string(Column);
  };
  EXPECT_EQ(At(0), "1:1");
  EXPECT_EQ(At(1), "1:2");
  EXPECT_EQ(At(2), "2:1");
  EXPECT_EQ(At(4), "2:3"); // the LF of CRLF
  EXPECT_EQ(At(5), "3:1");
  EXPECT_EQ(At(7), "4:1"); // after a lone CR
  EXPECT_EQ(At(9), "5:1");
  EXPECT_EQ(At(10), "6:1");
  EXPECT_EQ(At(11), "6:2");
  EXPECT_EQ(At(999), "6:2");
  EXPECT_EQ(Lines.line(2), "b");
  EXPECT_EQ(Lines.line(5), "");
  EXPECT_EQ(Lines.line(6), "e");
}

TEST(Skipped, PrintsWhatHasAPrefixByPath) {
  std::vector<SkippedResult> All = {
      {"z.cu", say(msg::Note, "no such file"), true},
      {"b", say(msg::Note, "broken symbolic link"), false, true},
      {"c\x1b.txt", say(msg::Note, "excluded")},
      {"a.cu", say(msg::Note, "no such file"), true}};
  auto Print = [&](llvm::ArrayRef<SkippedResult> Of,
                   const SkippedPrefix &Prefix) {
    std::string Out;
    llvm::raw_string_ostream OS(Out);
    return std::pair(printSkipped(OS, Of, Prefix, Language::English), Out);
  };
  EXPECT_EQ(Print(All, {"E: "}),
            std::pair(true, std::string("E: a.cu: no such file\n"
                                        "E: z.cu: no such file\n")));
  EXPECT_EQ(Print(All, {"", "L: ", "N: "}),
            std::pair(true, std::string("L: b: broken symbolic link\n"
                                        "N: c?.txt: excluded\n")));
  EXPECT_EQ(Print(llvm::ArrayRef(All).slice(1, 2), {"E: ", "", ""}),
            std::pair(false, std::string()));
}

TEST(LineIndex, EmptyTextHasOneLine) {
  LineIndex Lines("");
  EXPECT_EQ(Lines.at(0).Line, 1u);
  EXPECT_EQ(Lines.at(0).Column, 1u);
  EXPECT_EQ(Lines.line(1), "");
}

TEST(Diff, NoEditsGiveNoDiff) {
  EXPECT_EQ(diff("text\n", {}), "");
  EXPECT_EQ(diff("text\n", {edit(0, 4, "text")}), "");
}

TEST(Diff, OneLine) {
  EXPECT_EQ(diff(numbered(1, 9), {edit(28, 5, "LINE5")}),
            "--- a/a.cu\n+++ b/a.cu\n@@ -2,7 +2,7 @@\n"
            " line2;\n line3;\n line4;\n-line5;\n+LINE5;\n line6;\n line7;\n"
            " line8;\n");
}

TEST(Diff, TwoEditsOfOneLineAreOneChange) {
  EXPECT_EQ(diff("f(a, b);\n", {edit(2, 1, "x"), edit(5, 1, "y")}),
            "--- a/a.cu\n+++ b/a.cu\n@@ -1 +1 @@\n-f(a, b);\n+f(x, y);\n");
}

TEST(Diff, NeighbouringLinesAreOneChange) {
  EXPECT_EQ(diff("a\nb\n", {edit(0, 1, "x"), edit(2, 1, "y")}),
            "--- a/a.cu\n+++ b/a.cu\n@@ -1,2 +1,2 @@\n-a\n-b\n+x\n+y\n");
}

TEST(Diff, SixCommonLinesJoinHunksAndSevenPartThem) {
  std::string Text = numbered(1, 20);
  auto Hunks = [&](llvm::StringRef Second) {
    std::string D =
        diff(Text, {replace(Text, "line2", "X"), replace(Text, Second, "Y")});
    return llvm::StringRef(D).count("@@ -");
  };
  EXPECT_EQ(Hunks("line9"), 1u);
  EXPECT_EQ(Hunks("line10"), 2u);
}

TEST(Diff, LaterHunksAreShiftedByEarlierOnes) {
  std::string Text = numbered(1, 30);
  std::string D = diff(Text, {replace(Text, "line2;", "a;\nb;\nc;"),
                              replace(Text, "line20;\n", ""),
                              replace(Text, "line30", "Y")});
  EXPECT_NE(D.find("@@ -1,5 +1,7 @@"), std::string::npos) << D;
  EXPECT_NE(D.find("@@ -17,7 +19,6 @@"), std::string::npos) << D;
  EXPECT_NE(D.find("@@ -27,4 +28,4 @@"), std::string::npos) << D;
}

TEST(Diff, InsertedLineShowsNoOtherAsChanged) {
  EXPECT_EQ(diff("a\nb\n", {edit(2, 0, "new\n")}),
            "--- a/a.cu\n+++ b/a.cu\n@@ -1,2 +1,3 @@\n a\n+new\n b\n");
}

TEST(Diff, NoFinalNewline) {
  EXPECT_EQ(diff("a\nb", {edit(2, 1, "c")}),
            "--- a/a.cu\n+++ b/a.cu\n@@ -1,2 +1,2 @@\n a\n"
            "-b\n\\ No newline at end of file\n"
            "+c\n\\ No newline at end of file\n");
  EXPECT_EQ(diff("a\nb", {edit(0, 1, "c")}),
            "--- a/a.cu\n+++ b/a.cu\n@@ -1,2 +1,2 @@\n-a\n+c\n"
            " b\n\\ No newline at end of file\n");
}

TEST(Diff, CrLfStaysInTheLines) {
  EXPECT_EQ(diff("a\r\nb\r\n", {edit(0, 1, "c")}),
            "--- a/a.cu\n+++ b/a.cu\n@@ -1,2 +1,2 @@\n-a\r\n+c\r\n b\r\n");
}

TEST(Diff, EmptyOldAndEmptyNew) {
  EXPECT_EQ(diff("", {edit(0, 0, "a\n")}),
            "--- a/a.cu\n+++ b/a.cu\n@@ -0,0 +1 @@\n+a\n");
  EXPECT_EQ(diff("a\n", {edit(0, 2, "")}),
            "--- a/a.cu\n+++ b/a.cu\n@@ -1 +0,0 @@\n-a\n");
}

TEST(Diff, NamesWithSpecialCharacters) {
  FilePlan File = planOf({edit(0, 1, "c")});
  EXPECT_EQ(unifiedDiff("a/x y", "b/\"\n\x01", "a\n", File),
            "--- a/x y\t\n+++ \"b/\\\"\\012\\001\"\n@@ -1 +1 @@\n-a\n+c\n");
}

TEST(Diff, ColourOnlyAddsEscapes) {
  FilePlan File = planOf({edit(0, 1, "c")});
  EXPECT_EQ(unifiedDiff("a/x", "b/x", "a\r\nb\n", File, /*Colour=*/true),
            "\033[1m--- a/x\033[0m\n\033[1m+++ b/x\033[0m\n"
            "\033[36m@@ -1,2 +1,2 @@\033[0m\n"
            "\033[31m-a\033[0m\r\n\033[32m+c\033[0m\r\n b\n");
}

TEST_F(PatchTest, Applies) {
  std::string Text = numbered(1, 40);
  expectApplies(Text, {edit(0, 5, "X"), replace(Text, "line20", "Y\nZ"),
                       replace(Text, "line40", "W")});
}

TEST_F(PatchTest, AppliesAtStartAndEnd) {
  for (llvm::StringRef Text : {"a\nb\nc\n", "a\nb\nc", "a\r\nb\r\nc\r\n",
                               "a\r\nb\r\nc", "one line", "\n", "cr\ronly\r"}) {
    unsigned End = unsigned(Text.size());
    for (const char *New : {"x", "x\n", "\nx", "x\r\n", "\n"}) {
      expectApplies(Text, {edit(0, 0, New)});
      expectApplies(Text, {edit(End, 0, New)});
      expectApplies(Text, {edit(0, 0, New), edit(End, 0, New)});
      expectApplies(Text, {edit(0, End, New)});
    }
    expectApplies(Text, {edit(End - 1, 1, "")});
    expectApplies(Text, {edit(0, 1, "")});
  }
}

TEST_F(PatchTest, AppliesToAnEmptyFile) {
  expectApplies("", {edit(0, 0, "x\n")});
  expectApplies("", {edit(0, 0, "x")});
}

TEST_F(PatchTest, AppliesToNamesWithSpaces) {
  expectApplies("a\n", {edit(0, 1, "b")}, "my file.cu");
  expectApplies("a\n", {edit(0, 1, "b")}, "quo\"te\\.cu");
}

TEST_F(PatchTest, AppliesRandomEdits) {
  std::mt19937 Random(7);
  auto Pick = [&](unsigned N) { return unsigned(Random() % N); };
  const char *Pieces[] = {"a", "bc", "\n", "\r\n", "x\ny\n", "", "d\n", " "};
  for (int Round = 0; Round < 150; ++Round) {
    std::string Text;
    for (unsigned I = Pick(60); I; --I)
      Text += Pieces[Pick(std::size(Pieces))];
    std::vector<Finding> Edits;
    for (unsigned At = Pick(12); At <= Text.size(); At += 1 + Pick(30)) {
      unsigned Length = std::min(Pick(6), unsigned(Text.size()) - At);
      Edits.push_back(edit(At, Length, Pieces[Pick(std::size(Pieces))]));
      At += Length;
    }
    expectApplies(Text, Edits);
    if (HasFailure())
      return;
  }
}

TEST(Json, HasAllParts) {
  json::Object J = parsed(jsonReport(richRun()));
  EXPECT_EQ(J.getString("schema"), "musify-report/1");
  EXPECT_EQ(J.getObject("tool")->getString("name"), "musify");
  EXPECT_EQ(J.getObject("tool")->getString("version"), "1.2.3");

  json::Array &Files = *J.getArray("files");
  ASSERT_EQ(Files.size(), 2u);
  json::Object &A = *Files[0].getAsObject();
  EXPECT_EQ(A.getString("path"), "a.cu");
  EXPECT_EQ(A.getString("realPath"), "/p/a.cu");
  EXPECT_EQ(A.getString("status"), "changed");
  EXPECT_EQ(A.getString("output"), "out/a.mu");
  EXPECT_EQ(A.getBoolean("parsed"), true);
  json::Object &Edit = *(*A.getArray("edits"))[0].getAsObject();
  EXPECT_EQ(
      json::Value(json::Object(Edit)),
      json::Value(json::Object{{"line", 1},
                               {"column", 1},
                               {"offset", 0},
                               {"length", 8},
                               {"old", "cudaFree"},
                               {"new", "musaFree"},
                               {"rule", "mapped-name"},
                               {"engine", "ast"},
                               {"unit", "/p/a.cu"},
                               {"entry", "cudaFree"},
                               {"reason", "`cudaFree` becomes `musaFree`"}}));
  json::Object &Odd = *(*A.getArray("findings"))[0].getAsObject();
  EXPECT_EQ(json::Value(json::Object(Odd)),
            json::Value(json::Object{{"line", 2},
                                     {"column", 2},
                                     {"offset", 14},
                                     {"length", 7},
                                     {"rule", "unsupported-name"},
                                     {"severity", "error"},
                                     {"engine", "lexer"},
                                     {"unit", ""},
                                     {"entry", "cudaOdd"},
                                     {"message", "`cudaOdd` is not on MUSA"},
                                     {"messageId", "Note"}}));

  json::Object &B = *Files[1].getAsObject();
  EXPECT_EQ(B.getString("status"), "unchanged");
  EXPECT_EQ(B.get("output"), nullptr);
  ASSERT_EQ(J.getArray("notParsed")->size(), 1u);
  json::Object &Not = *(*J.getArray("notParsed"))[0].getAsObject();
  EXPECT_EQ(Not.getString("path"), "b.h");
  EXPECT_EQ(*Not.get("reasons"),
            json::Value(
                json::Array{"`thrust/x.h` file not found", "too many errors"}));
  EXPECT_EQ(*J.get("skipped"), json::Value(json::Array{
                                   json::Object{{"path", "gone.cu"},
                                                {"reason", "no such file"},
                                                {"error", true}},
                                   json::Object{{"path", "z.txt"},
                                                {"reason", "not a source file"},
                                                {"error", false}}}));
}

TEST(Json, SummaryCounts) {
  json::Object J = parsed(jsonReport(richRun()));
  json::Object Want{
      {"filesRead", 2},
      {"filesChanged", 1},
      {"filesAlreadyMusa", 0},
      {"filesFailed", 1},
      {"filesCopied", 0},
      {"filesNotParsed", 1},
      {"lexerOnlyRegions", 0},
      {"lexerOnlyNames", 0},
      {"filesWithoutCommand", 0},
      {"edits", 2},
      {"editsByRule", json::Object{{"include", 1}, {"mapped-name", 1}}},
      {"editsByEngine",
       json::Object{{"ast", 1}, {"preprocessor", 0}, {"lexer", 1}}},
      {"findings", 3},
      {"findingsByRule",
       json::Object{{"unsupported-name", 2}, {"warp-mask", 1}}},
      {"findingsBySeverity",
       json::Object{{"note", 1}, {"warning", 0}, {"error", 2}}},
      {"names",
       json::Object{
           {"supported",
            json::Array{json::Object{
                {"name", "cudaFree"},
                {"places", 1},
                {"first",
                 json::Object{{"path", "a.cu"}, {"line", 1}, {"column", 1}}}}}},
           {"unsupported",
            json::Array{json::Object{
                {"name", "cudaOdd"},
                {"places", 2},
                {"first",
                 json::Object{{"path", "a.cu"}, {"line", 2}, {"column", 2}}}}}},
           {"unverified", json::Array{json::Object{
                              {"name", "cudaNew"},
                              {"places", 1},
                              {"first", json::Object{{"path", "a.cu"},
                                                     {"line", 4},
                                                     {"column", 1}}}}}}}}};
  EXPECT_EQ(*J.get("summary"), json::Value(std::move(Want)));
}

TEST(Json, DoesNotDependOnTheOrderOfFiles) {
  RunResult Run = richRun();
  std::string First = jsonReport(Run);
  std::reverse(Run.Files.begin(), Run.Files.end());
  std::reverse(Run.Skipped.begin(), Run.Skipped.end());
  EXPECT_EQ(First, jsonReport(Run));
}

TEST(Json, InvalidUtf8IsReplaced) {
  FileResult F = fileResult("\xff.cu", "a\xe4z\n");
  F.Plan.Edits = {edit(1, 1, "\xc3")};
  F.ParseProblems = {say(msg::ClangError, "bad \x80")};
  F.Parsed = false;
  std::string Text = jsonReport(runOf(F));
  EXPECT_TRUE(json::isUTF8(Text));
  json::Object J = parsed(Text);
  json::Object &Edit =
      *(*(*J.getArray("files"))[0].getAsObject()->getArray("edits"))[0]
           .getAsObject();
  EXPECT_EQ(Edit.getString("old"), "\xef\xbf\xbd");
  EXPECT_EQ(Edit.getString("new"), "\xef\xbf\xbd");
  EXPECT_EQ(Edit.getInteger("length"), 1);
  EXPECT_EQ((*J.getArray("files"))[0].getAsObject()->getString("path"),
            "\xef\xbf\xbd.cu");
}

TEST(Json, EmptyRunHasEmptyLists) {
  json::Object J = parsed(jsonReport({}));
  for (const char *Key : {"files", "notParsed", "skipped"}) {
    ASSERT_TRUE(J.getArray(Key)) << Key;
    EXPECT_TRUE(J.getArray(Key)->empty()) << Key;
  }
  EXPECT_TRUE(J.getObject("summary")->getObject("editsByRule"));
}

TEST(Json, AlreadyMusaIsNotNotParsed) {
  FileResult F = fileResult("a.mu", "");
  F.AlreadyMusa = true;
  F.Parsed = false;
  json::Object J = parsed(jsonReport(runOf(F)));
  EXPECT_EQ((*J.getArray("files"))[0].getAsObject()->getString("status"),
            "already-musa");
  EXPECT_TRUE(J.getArray("notParsed")->empty());
}

TEST(Text, FindingHasSourceLineAndCaret) {
  FileResult F = fileResult("a.cu", "int x;\n\tshfl(mask, v);\r\n");
  F.Plan.Findings = {finding(13, 4, Severity::Warning, "check it")};
  EXPECT_EQ(findingsOf(runOf(F)),
            "a.cu:2:7: warning: check it [MUSA0203 warp-mask]\n"
            "\tshfl(mask, v);\n"
            "\t     ^~~~\n");
}

TEST(Text, NotesOnlyWhenVerboseAndEditsNever) {
  FileResult F = fileResult("a.cu", "abc\n");
  F.Plan.Edits = {edit(0, 1, "x")};
  F.Plan.Findings = {finding(0, 1, Severity::Note, "n"),
                     finding(1, 0, Severity::Error, "e")};
  EXPECT_EQ(findingsOf(runOf(F)),
            "a.cu:1:2: error: e [MUSA0203 warp-mask]\nabc\n ^\n");
  EXPECT_EQ(findingsOf(runOf(F), false, /*Verbose=*/true),
            "a.cu:1:1: note: n [MUSA0203 warp-mask]\nabc\n^\n"
            "a.cu:1:2: error: e [MUSA0203 warp-mask]\nabc\n ^\n");
}

TEST(Text, CaretStandsBelowItsCharacterAfterWideOnes) {
  // One wide character, one with two bytes, one byte that is not UTF-8.
  FileResult F = fileResult("a.cu", "\xe4\xb8\xad\xc3\xa4\xff!\n");
  F.Plan.Findings = {finding(6, 1, Severity::Error, "e")};
  EXPECT_EQ(findingsOf(runOf(F)), "a.cu:1:7: error: e [MUSA0203 warp-mask]\n"
                                  "\xe4\xb8\xad\xc3\xa4?!\n"
                                  "    ^\n");
}

TEST(Text, ControlCharactersDoNotReachTheTerminal) {
  FileResult F = fileResult("a\x1b.cu", "\x1b[2Jx\xe2\x80\xae\n");
  F.Plan.Findings = {finding(4, 1, Severity::Error, "m\n\x07")};
  EXPECT_EQ(findingsOf(runOf(F)), "a?.cu:1:5: error: m?? [MUSA0203 warp-mask]\n"
                                  "?[2Jx?\n"
                                  "    ^\n");
}

TEST(Text, FindingOverSeveralLinesIsMarkedOnTheFirst) {
  FileResult F = fileResult("a.cu", "ab\ncd\n");
  F.Plan.Findings = {finding(1, 4, Severity::Error, "e")};
  EXPECT_EQ(findingsOf(runOf(F)),
            "a.cu:1:2: error: e [MUSA0203 warp-mask]\nab\n ^\n");
}

TEST(Text, LongLinesAreCut) {
  FileResult F = fileResult("a.cu", std::string(5000, 'x') + "HERE" +
                                        std::string(5000, 'y') + "\n");
  F.Plan.Findings = {finding(5000, 4, Severity::Error, "e")};
  std::string Out = findingsOf(runOf(F));
  EXPECT_LT(Out.size(), 500u);
  EXPECT_NE(Out.find(std::string(100, 'x') + "HEREyy"), std::string::npos);
  EXPECT_NE(Out.find("\n" + std::string(100, ' ') + "^~~~\n"),
            std::string::npos);
}

TEST(Text, FindingBehindTheEndIsShownAtTheEnd) {
  FileResult F = fileResult("a.cu", "ab");
  F.Plan.Findings = {finding(99, 4, Severity::Error, "e")};
  EXPECT_EQ(findingsOf(runOf(F)),
            "a.cu:1:3: error: e [MUSA0203 warp-mask]\nab\n  ^\n");
}

TEST(Text, ColoursAreThoseOfClang) {
  FileResult F = fileResult("a.cu", "ab\n");
  F.Plan.Findings = {finding(0, 2, Severity::Warning, "w")};
  EXPECT_EQ(findingsOf(runOf(F), /*Colour=*/true),
            "\033[1ma.cu:1:1: \033[0m\033[1;35mwarning: \033[0m\033[1mw\033[0m "
            "[MUSA0203 warp-mask]\nab\n\033[32m^~\033[0m\n");
}

TEST(Text, Summary) {
  EXPECT_EQ(summaryOf(richRun()),
            "2 files read, 1 changed, 1 failed\n"
            "  gone.cu: no such file\n"
            "2 edits\n"
            "  by rule: include 1, mapped-name 1\n"
            "  by engine: ast 1, lexer 1\n"
            "3 findings: 2 errors, 1 note\n"
            "  by rule: unsupported-name 2, warp-mask 1\n"
            "unsupported: 1 name at 2 places\n"
            "  `cudaOdd` at 2 places, first a.cu:2:2\n"
            "unverified: 1 name at 1 place\n"
            "1 path not ported (-v lists them)\n"
            "1 file not parsed completely\n"
            "  b.h: `thrust/x.h` file not found; too many errors\n"
            "files: 0 ported, 1 unchanged, 1 with findings, 1 not ported\n");
  EXPECT_EQ(summaryOf(richRun()).find('\033'), std::string::npos);
  EXPECT_NE(summaryOf(richRun(), /*Colour=*/true).find('\033'),
            std::string::npos);
}

TEST(Text, SummaryTellsProblemsOfManyFilesOnce) {
  RunResult Run;
  for (unsigned I = 0; I < 12; ++I) {
    FileResult F = fileResult("f" + std::to_string(I) + ".cu", "x");
    F.ParseProblems.push_back(say(msg::HeaderNotFound, "far.h"));
    if (I < 2)
      F.ParseProblems.push_back(say(msg::ClangErrorAt, "a.h", 1, 1, "odd"));
    Run.Files.push_back(F);
  }
  std::string Out = summaryOf(Run);
  EXPECT_NE(Out.find("12 files not parsed completely (-v lists them)\n"
                     "  header `far.h` not found: 12 files\n"
                     "  a.h:1:1: odd: 2 files\n"
                     "  -I DIRECTORY, or a compile database with -p, gives the "
                     "directories of the headers\n"),
            std::string::npos)
      << Out;
  EXPECT_EQ(Out.find("f3.cu"), std::string::npos);
}

TEST(Text, SummaryOfNothing) {
  EXPECT_EQ(summaryOf({}),
            "0 files read, 0 changed, 0 failed\n"
            "0 edits\n0 findings\n"
            "files: 0 ported, 0 unchanged, 0 with findings, 0 not ported\n");
}

TEST(Text, SummaryShowsWhatRulesOfBuildScriptsAreAbout) {
  FileResult F = fileResult("a.yml", "cudatoolkit=11.3\n");
  Finding Where = finding(0, 11, Severity::Warning, "a package");
  Where.From.Entry = "findings/cudatoolkit*";
  F.Plan.Findings = {Where};
  RunResult Run = runOf(F);
  Run.Entries["findings/cudatoolkit*"] = {"unsupported", "build"};
  std::string Out = summaryOf(Run);
  EXPECT_NE(Out.find("  `cudatoolkit` at 1 place, first a.yml:1:1\n"),
            std::string::npos)
      << Out;
}

TEST(Text, SummaryShowsTheMostUsedUnsupportedNamesFirst) {
  FileResult F = fileResult("a.cu", std::string(100, 'x'));
  RunResult Run;
  for (unsigned I = 0; I < 12; ++I) {
    std::string Name = "n" + std::to_string(10 + I);
    Run.Entries[Name].Status = "unsupported";
    for (unsigned Use = 0; Use <= (Name == "n21" ? 1 : 0); ++Use) {
      Finding Where = finding(I * 4 + Use, 1, Severity::Error, Name);
      Where.From.Entry = Name;
      F.Plan.Findings.push_back(Where);
    }
  }
  Run.Files = {F};
  std::string Out = summaryOf(Run);
  EXPECT_NE(Out.find("unsupported: 12 names at 13 places\n"
                     "  `n21` at 2 places, first a.cu:1:45\n"
                     "  `n10` at 1 place, first a.cu:1:1\n"),
            std::string::npos)
      << Out;
  EXPECT_NE(Out.find("`n18`"), std::string::npos);
  EXPECT_EQ(Out.find("`n19`"), std::string::npos);
  EXPECT_NE(Out.find("  and 2 more\n"), std::string::npos);
}

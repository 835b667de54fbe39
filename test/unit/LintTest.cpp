//===- LintTest.cpp - The pure parts of lint ------------------------------===//
#include "Edit/Plan.h"
#include "Lint/Baseline.h"
#include "Lint/Catalogue.h"
#include "Lint/ChangedLines.h"
#include "Lint/Config.h"
#include "Lint/Suppressions.h"
#include "Platform/Platform.h"
#include "Report/LintFormat.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "gtest/gtest.h"

using namespace musify;
using llvm::StringRef;

namespace {

std::string failure(llvm::Error E) { return llvm::toString(std::move(E)); }

TEST(Catalogue, IdsRiseAndNamesDiffer) {
  llvm::StringSet<> Names;
  StringRef Last = "MUSA0000";
  for (const LintRule &R : LintRules) {
    EXPECT_LT(Last, R.Id) << R.Id.str();
    Last = R.Id;
    EXPECT_EQ(R.Id.size(), 8u);
    EXPECT_TRUE(llvm::all_of(R.Id.drop_front(4), llvm::isDigit));
    EXPECT_TRUE(Names.insert(R.Name).second) << R.Name.str();
    for (Language L : {Language::English, Language::Chinese})
      for (StringRef Text : {R.title(L), R.help(L)})
        EXPECT_FALSE(Text.empty() || Text.ends_with(".") ||
                     Text.ends_with("。"))
            << R.Id.str();
    EXPECT_EQ(findLintRule(R.Id), &R);
    EXPECT_EQ(findLintRule(R.Name), &R);
  }
}

TEST(Catalogue, HasTheRuleOfMergedConflicts) {
  Finding A;
  A.Where = {"/a.cu", 0, 4};
  A.NewText = "one";
  Finding B = A;
  B.NewText = "two";
  Plan Merged = mergeFindings({{"/a.cu", {A, B}}});
  ASSERT_EQ(Merged.Files["/a.cu"].Findings.size(), 1u);
  EXPECT_TRUE(findLintRule(Merged.Files["/a.cu"].Findings[0].Rule));
}

TEST(Catalogue, LevelIsThatOfTheWorstTarget) {
  LintRule R{"MUSA0299",        "x",        Severity::Error, Severity::Note,
             Subject::Anything, {"x", "x"}, {"x", "x"}};
  const Architecture *Wide = targetPlatform().find("mp_22"),
                     *Narrow = targetPlatform().find("mp_31");
  EXPECT_EQ(levelFor(R, {Narrow}), Severity::Note);
  EXPECT_EQ(levelFor(R, {Narrow, Wide}), Severity::Error);
  R.Warp32Level.reset();
  EXPECT_EQ(levelFor(R, {Narrow}), Severity::Error);
}

TEST(Catalogue, SuggestsOnlyWhatIsNear) {
  EXPECT_EQ(nearestLintRule("MUSA010"), "MUSA0101");
  EXPECT_EQ(nearestLintRule("inline-pxt"), "inline-ptx");
  EXPECT_EQ(nearestLintRule("something else entirely"), "");
}

/// The text that a suppression of `Source` covers; `|` between several.
std::string covered(StringRef Source) {
  std::vector<std::string> Out;
  for (const Suppression &S : readSuppressions(Source).List)
    Out.push_back(Source.slice(S.Begin, S.End).str());
  return llvm::join(Out, "|");
}

TEST(Suppressions, CoverTheirLine) {
  EXPECT_EQ(covered("a\nb; // musify: ignore(MUSA0101) x\nc"),
            "b; // musify: ignore(MUSA0101) x");
  EXPECT_EQ(covered("a\r\nb /*musify:ignore(MUSA0101) x*/ c\r\nd"),
            "b /*musify:ignore(MUSA0101) x*/ c");
  EXPECT_EQ(covered("b /// musify: ignore(MUSA0101) x"),
            "b /// musify: ignore(MUSA0101) x");
}

TEST(Suppressions, CoverTheNextLineOfCode) {
  const char *Next = "// musify: ignore-next-line(MUSA0101) x\n";
  EXPECT_EQ(covered(Next + std::string("a;\nb;")), "a;");
  EXPECT_EQ(covered(Next + std::string("\n// c\n/* c\n */\n  a;\nb;")), "  a;");
  EXPECT_EQ(covered(Next + std::string(Next) + "a;\nb;"), "a;|a;");
  EXPECT_EQ(covered("/* musify: ignore-next-line(MUSA0101) x */ a;\nb;"), "b;");
  EXPECT_EQ(covered(Next), "");
}

TEST(Suppressions, BlocksNest) {
  EXPECT_EQ(covered("//musify:ignore-begin(MUSA0101) x\n"
                    "//musify:ignore-begin(MUSA0401) y\na\n"
                    "//musify:ignore-end(MUSA0401)\nb\n"
                    "//musify:ignore-end(MUSA0101)\n"),
            "//musify:ignore-begin(MUSA0401) y\na\n|"
            "//musify:ignore-begin(MUSA0101) x\n"
            "//musify:ignore-begin(MUSA0401) y\na\n"
            "//musify:ignore-end(MUSA0401)\nb\n");
}

TEST(Suppressions, RememberWhatTheyHid) {
  SuppressedFile File =
      readSuppressions("a; // musify: ignore(MUSA0101, MUSA0401) why\nb;");
  ASSERT_EQ(File.List.size(), 1u);
  Suppression &S = File.List[0];
  EXPECT_EQ(S.Reason, "why");
  EXPECT_TRUE(S.hides(*findLintRule("MUSA0101"), 0));
  EXPECT_FALSE(S.hides(*findLintRule("MUSA0501"), 0));
  EXPECT_FALSE(S.hides(*findLintRule("MUSA0401"), S.End + 1));
  auto Any = [](const LintRule &) { return true; };
  auto Unused = unusedSuppressions(File.List, Any);
  ASSERT_EQ(Unused.size(), 1u);
  EXPECT_TRUE(StringRef(Unused[0].What.text()).contains("MUSA0401"));
  auto None = [](const LintRule &) { return false; };
  EXPECT_TRUE(unusedSuppressions(File.List, None).empty());
}

TEST(Suppressions, OddTextDoesNoHarm) {
  for (StringRef Text :
       {"// musify:", "/* musify: ignore(", "// musify: ignore()) x",
        "// musify: ignore(,) x", "/* musify: ignore-begin(MUSA0101) x",
        "// musify: ignore-end", "R\"(// musify: ignore(MUSA0101) x"})
    EXPECT_TRUE(readSuppressions(Text).List.empty()) << Text.str();
}

TEST(Baseline, ReadsWhatItWrites) {
  Baseline Known = {{{"MUSA0101", "a b.cu", "x \"y\" \\ \t"}, 1},
                    {{"MUSA0101", "\xc3\xa4.cu", ""}, 3}};
  auto Again = parseBaseline(formatBaseline(Known), "b.json");
  ASSERT_TRUE(bool(Again)) << failure(Again.takeError());
  EXPECT_EQ(*Again, Known);
  EXPECT_EQ(formatBaseline(*Again), formatBaseline(Known));
  auto Empty = parseBaseline(formatBaseline({}), "b.json");
  ASSERT_TRUE(bool(Empty)) << failure(Empty.takeError());
  EXPECT_TRUE(Empty->empty());
}

TEST(Baseline, LinesAreComparedWithoutBlanks) {
  EXPECT_EQ(normalisedLine("\t a  =\t1; \r"), "a = 1;");
  EXPECT_EQ(normalisedLine(""), "");
  std::string Long = normalisedLine(std::string(5000, 'a'));
  EXPECT_LT(Long.size(), 250u);
  EXPECT_NE(Long, normalisedLine(std::string(5001, 'a')));
  EXPECT_EQ(normalisedLine("a\xff"), "a\xef\xbf\xbd");
}

TEST(Baseline, FingerprintsDependOnEachPart) {
  FindingKey Key{"MUSA0101", "a.cu", "x"};
  std::string First = fingerprint(Key, 0);
  // What readers of reports have stored must not change.
  EXPECT_EQ(First, "3c398b1f643092a3e59aad7448a2ee5d");
  EXPECT_NE(First, fingerprint(Key, 1));
  EXPECT_NE(First, fingerprint({"MUSA0102", "a.cu", "x"}, 0));
  EXPECT_NE(fingerprint({"MUSA0101", "a.cu", "x"}, 0),
            fingerprint({"MUSA0101", "a.c", "ux"}, 0));
}

LintConfig config(StringRef Text) {
  auto Config = parseConfig(Text, "/p/.musify.toml");
  EXPECT_TRUE(bool(Config)) << failure(Config.takeError());
  return Config ? std::move(*Config) : LintConfig();
}

TEST(Config, LastOverrideWins) {
  LintConfig C =
      config("rules.MUSA0101 = 'off'\n"
             "[[override]]\npath = 'a'\nrules.MUSA0101 = 'note'\n"
             "[[override]]\npath = 'a/b'\nrules.MUSA0101 = 'error'\n");
  const LintRule &Rule = *findLintRule("MUSA0101");
  auto At = [&](StringRef File) { return C.settingFor(Rule, File); };
  EXPECT_EQ(At("/p/x.cu"), RuleSetting{});
  EXPECT_EQ(At("/p/a/x.cu"), RuleSetting{Severity::Note});
  EXPECT_EQ(At("/p/a/b/x.cu"), RuleSetting{Severity::Error});
  EXPECT_FALSE(C.settingFor(*findLintRule("MUSA0102"), "/p/x.cu"));
}

TEST(Config, PatternsFitFoldersAndFiles) {
  LintConfig C = config("exclude = ['third_party/', './gen/*.cu', '**/old', "
                        "'{x,y}.cu']");
  EXPECT_TRUE(C.excludes("/p/third_party/a/b.cu"));
  EXPECT_TRUE(C.excludes("/p/gen/b.cu"));
  EXPECT_TRUE(C.excludes("/p/old/b.cu"));
  EXPECT_TRUE(C.excludes("/p/a/b/old/c.cu"));
  EXPECT_TRUE(C.excludes("/p/y.cu"));
  EXPECT_FALSE(C.excludes("/p/a/third_party/b.cu"));
  EXPECT_FALSE(C.excludes("/p/gen/b.h"));
  EXPECT_FALSE(C.excludes("/p/older/b.cu"));
  EXPECT_FALSE(C.excludes("/other/third_party/b.cu"));
  EXPECT_FALSE(C.excludes("/prefix/y.cu"));
}

TEST(Config, CopiesKeepTheirPatterns) {
  LintConfig Copy;
  {
    LintConfig C = config("exclude = ['a', 'b', 'c', 'd', 'e']");
    Copy = C;
  }
  EXPECT_TRUE(Copy.excludes("/p/e/x.cu"));
}

TEST(Config, TellsEveryFault) {
  auto C = parseConfig("a = 1\nfail-on = 3\n", "/p/.musify.toml");
  ASSERT_FALSE(bool(C));
  std::string Said = failure(C.takeError());
  EXPECT_TRUE(StringRef(Said).contains("/p/.musify.toml:1:1: error: unknown"));
  EXPECT_TRUE(StringRef(Said).contains("/p/.musify.toml:2:11: error: "));
}

TEST(ChangedLines, RangesMeetFindings) {
  ChangedLines C;
  C.add("a", 3, 5);
  C.addWhole("b");
  EXPECT_TRUE(C.contains("a", 5, 9));
  EXPECT_TRUE(C.contains("a", 1, 3));
  EXPECT_FALSE(C.contains("a", 6, 9));
  EXPECT_TRUE(C.contains("b", 100000, 100000));
  EXPECT_FALSE(C.contains("c", 3, 3));
}

// What git would not write must not lead behind the end of the name.
TEST(ChangedLines, UnquotesNames) {
  auto Names = [](StringRef Quoted, StringRef Name) {
    auto C =
        parseDiff(("--- a\n+++ " + Quoted + "\n@@ -0,0 +1 @@\n+a\n").str());
    return C ? C->contains(Name, 1, 1) : false;
  };
  EXPECT_TRUE(Names("\"b/\\303\\244\\t\\\"x\"", "\303\244\t\"x"));
  EXPECT_TRUE(Names("\"b/\\1018\"", "A8"));
  EXPECT_TRUE(Names("\"b/\\24x\"", "\024x"));
  EXPECT_TRUE(Names("\"b/x\\7", "x\7"));
  EXPECT_TRUE(Names("\"b/x\\", "x"));
  EXPECT_TRUE(Names("\"b/x\\8\"", "x8"));
}

TEST(ChangedLines, ReadsDiffsWithoutContext) {
  auto C =
      parseDiff("--- a/x\n+++ b/x\n@@ -3,2 +3 @@ f()\n-a\n-b\n+c\n"
                "@@ -9,0 +9,2 @@\n+d\n+e\n\\ No newline at end of file\n"
                "--- a/y\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n"
                "--- z\t2020-01-01\n+++ z z\t2020-01-02\n@@ -0,0 +1 @@\n+a");
  ASSERT_TRUE(bool(C)) << failure(C.takeError());
  EXPECT_TRUE(C->contains("x", 3, 3));
  EXPECT_FALSE(C->contains("x", 4, 8));
  EXPECT_TRUE(C->contains("x", 9, 9));
  EXPECT_TRUE(C->contains("x", 10, 10));
  EXPECT_FALSE(C->contains("x", 11, 11));
  EXPECT_TRUE(C->contains("z z", 1, 1));
}

TEST(LintFormat, XmlHoldsOnlyWhatXmlAllows) {
  EXPECT_EQ(xmlEscaped("<a & \"b\">\x01\xff"),
            "&lt;a &amp; &quot;b&quot;&gt;\xef\xbf\xbd\xef\xbf\xbd");
}

} // namespace

//===- EditTest.cpp - Merging, applying and writing -----------------------===//
#include "Edit/Plan.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace musify;
namespace fs = llvm::sys::fs;

namespace {

Finding edit(unsigned Offset, unsigned Length, std::string NewText,
             std::string Unit = "a.cu", Engine E = Engine::Ast) {
  Finding F;
  F.Rule = "mapped-name";
  F.Where = {"/p/x.h", Offset, Length};
  F.NewText = std::move(NewText);
  F.From = {E, std::move(Unit), ""};
  return F;
}

Finding remark(unsigned Offset, std::string Message, std::string Unit = "a.cu",
               Severity Level = Severity::Warning) {
  Finding F;
  F.Rule = "warp-mask";
  F.Where = {"/p/x.h", Offset, 1};
  F.What = say(msg::Note, Message);
  F.Level = Level;
  F.From.Unit = std::move(Unit);
  return F;
}

/// Everything in a plan, so that two plans can be compared.
std::string dump(const Plan &P) {
  std::string Out;
  llvm::raw_string_ostream OS(Out);
  for (const auto &[Path, File] : P.Files)
    for (const auto *List : {&File.Edits, &File.Findings})
      for (const Finding &F : *List)
        OS << Path << '|' << F.Where.Offset << '+' << F.Where.Length << '|'
           << F.NewText.value_or("-") << '|' << severityName(F.Level) << '|'
           << F.Rule.str() << '|' << F.What.text() << '|'
           << engineName(F.From.From) << '|' << F.From.Unit.str() << '|'
           << F.From.Entry.str() << '\n';
  return Out;
}

Plan merged(std::vector<Finding> All) {
  FindingsByFile ByFile;
  addFindings(ByFile, std::move(All));
  return mergeFindings(std::move(ByFile));
}

/// Merges `All` in every order and expects one result.
Plan mergeAnyOrder(std::vector<Finding> All) {
  std::vector<size_t> Order(All.size());
  for (size_t I = 0; I < Order.size(); ++I)
    Order[I] = I;
  Plan First = merged(All);
  do {
    std::vector<Finding> Permuted;
    for (size_t I : Order)
      Permuted.push_back(All[I]);
    EXPECT_EQ(dump(First), dump(merged(Permuted)));
  } while (std::next_permutation(Order.begin(), Order.end()) &&
           !testing::Test::HasFailure());
  return First;
}

FilePlan only(const Plan &P) {
  EXPECT_EQ(P.Files.size(), 1u);
  return P.Files.begin()->second;
}

FilePlan planOf(std::vector<Finding> Edits) {
  FilePlan File;
  File.Edits = std::move(Edits);
  return File;
}

std::string messageOf(llvm::Error E) { return llvm::toString(std::move(E)); }

std::string applied(llvm::StringRef Text, std::vector<Finding> Edits) {
  auto Result = applyEdits(Text, planOf(std::move(Edits)));
  return Result ? *Result : "error: " + messageOf(Result.takeError());
}

} // namespace

TEST(Finding, NamesAreStable) {
  EXPECT_EQ(engineName(Engine::Ast), "ast");
  EXPECT_EQ(engineName(Engine::Preprocessor), "preprocessor");
  EXPECT_EQ(engineName(Engine::Lexer), "lexer");
  EXPECT_EQ(severityName(Severity::Note), "note");
  EXPECT_EQ(severityName(Severity::Warning), "warning");
  EXPECT_EQ(severityName(Severity::Error), "error");
}

TEST(Merge, NothingGivesAnEmptyPlan) {
  EXPECT_TRUE(mergeFindings({}).Files.empty());
}

TEST(Merge, KeepsOneOfTwoEqualEdits) {
  FilePlan File =
      only(mergeAnyOrder({edit(5, 3, "mu", "b.cu"), edit(5, 3, "mu", "c.cu"),
                          edit(5, 3, "mu", "a.cu")}));
  ASSERT_EQ(File.Edits.size(), 1u);
  EXPECT_EQ(File.Edits[0].From.Unit, "a.cu");
  EXPECT_TRUE(File.Findings.empty());
}

TEST(Merge, KeepsTheMostTrustedEngine) {
  FilePlan File =
      only(mergeAnyOrder({edit(5, 3, "mu", "", Engine::Lexer),
                          edit(5, 3, "mu", "b.cu", Engine::Preprocessor),
                          edit(5, 3, "mu", "z.cu", Engine::Ast),
                          edit(5, 3, "mu", "y.cu", Engine::Ast)}));
  ASSERT_EQ(File.Edits.size(), 1u);
  EXPECT_EQ(File.Edits[0].From.From, Engine::Ast);
  EXPECT_EQ(File.Edits[0].From.Unit, "y.cu");
}

TEST(Merge, EqualEditsThatDifferInRuleOnlyDoNotDependOnOrder) {
  Finding Other = edit(5, 3, "mu");
  Other.Rule = "another-rule";
  FilePlan File = only(mergeAnyOrder({edit(5, 3, "mu"), Other}));
  ASSERT_EQ(File.Edits.size(), 1u);
  EXPECT_EQ(File.Edits[0].Rule, "another-rule");
}

TEST(Merge, SortsBySpanAndGroupsByFile) {
  Finding Far = edit(0, 1, "q");
  Far.Where.File = "/p/a.h";
  Plan P = mergeAnyOrder({edit(9, 1, "c"), edit(0, 2, "a"), Far,
                          edit(4, 2, "b"), remark(3, "two"), remark(1, "one")});
  ASSERT_EQ(P.Files.size(), 2u);
  EXPECT_EQ(P.Files["/p/a.h"].Edits.size(), 1u);
  FilePlan &File = P.Files["/p/x.h"];
  ASSERT_EQ(File.Edits.size(), 3u);
  EXPECT_EQ(*File.Edits[0].NewText, "a");
  EXPECT_EQ(*File.Edits[1].NewText, "b");
  EXPECT_EQ(*File.Edits[2].NewText, "c");
  ASSERT_EQ(File.Findings.size(), 2u);
  EXPECT_EQ(File.Findings[0].What.text(), "one");
  EXPECT_EQ(File.Findings[1].What.text(), "two");
}

TEST(Merge, DifferentTextForOneSpanIsAConflict) {
  FilePlan File =
      only(mergeAnyOrder({edit(5, 3, "musaFree", "a.cu"),
                          edit(5, 3, "myFree", "c.cu"), edit(20, 1, "kept")}));
  ASSERT_EQ(File.Edits.size(), 1u);
  EXPECT_EQ(*File.Edits[0].NewText, "kept");
  ASSERT_EQ(File.Findings.size(), 1u);
  const Finding &F = File.Findings[0];
  EXPECT_EQ(F.Rule, "edit-conflict");
  EXPECT_EQ(F.Level, Severity::Error);
  EXPECT_FALSE(F.NewText);
  EXPECT_EQ(F.Where.key(), SourceSpan({"/p/x.h", 5, 3}).key());
  EXPECT_EQ(F.What.text(), "`a.cu` and `c.cu` want different text here: "
                           "`musaFree` / `myFree`");
}

TEST(Merge, EveryTextOfAConflictIsNamed) {
  FilePlan File =
      only(mergeAnyOrder({edit(5, 3, "one", "a.cu"), edit(5, 3, "two", "b.cu"),
                          edit(5, 3, "three", "c.cu")}));
  EXPECT_TRUE(File.Edits.empty());
  std::string All;
  for (const Finding &F : File.Findings)
    All += F.What.text() + "\n";
  for (const char *Part : {"one", "two", "three", "a.cu", "b.cu", "c.cu"})
    EXPECT_NE(All.find(Part), std::string::npos) << Part << " in " << All;
}

TEST(Merge, ConflictWithinOneUnitNamesTheRules) {
  Finding Other = edit(5, 3, "x");
  Other.Rule = "launch-config";
  FilePlan File = only(mergeAnyOrder({edit(5, 3, "y"), Other}));
  ASSERT_EQ(File.Findings.size(), 1u);
  EXPECT_EQ(File.Findings[0].What.text(),
            "`a.cu` (launch-config) and `a.cu` (mapped-name) want different "
            "text here: `x` / `y`");
}

TEST(Merge, ConflictWithoutUnitNamesTheEngineAndShowsLineEnds) {
  FilePlan File = only(mergeAnyOrder(
      {edit(5, 3, "x\r\n\t", "", Engine::Lexer), edit(5, 3, "", "b.cu")}));
  ASSERT_EQ(File.Findings.size(), 1u);
  EXPECT_EQ(File.Findings[0].What.text(),
            "`b.cu` and `lexer` want different text here: `` / `x\\r\\n\\t`");
}

TEST(Merge, OverlappingSpansAreAConflict) {
  FilePlan File =
      only(mergeAnyOrder({edit(5, 5, "x", "a.cu"), edit(9, 4, "y", "b.cu")}));
  EXPECT_TRUE(File.Edits.empty());
  ASSERT_EQ(File.Findings.size(), 1u);
  EXPECT_EQ(File.Findings[0].Where.Offset, 5u);
  EXPECT_EQ(File.Findings[0].Where.Length, 8u);
  EXPECT_EQ(File.Findings[0].What.text(),
            "`a.cu` and `b.cu` want overlapping edits here: `x` / `y`");
}

TEST(Merge, ALongEditConflictsWithAllInsideIt) {
  FilePlan File =
      only(mergeAnyOrder({edit(0, 20, "long"), edit(2, 1, "a"), edit(5, 1, "b"),
                          edit(19, 1, "c"), edit(20, 1, "kept")}));
  ASSERT_EQ(File.Edits.size(), 1u);
  EXPECT_EQ(*File.Edits[0].NewText, "kept");
  EXPECT_EQ(File.Findings.size(), 3u);
}

TEST(Merge, AChainOfOverlapsDropsAllOfIt) {
  FilePlan File = only(mergeAnyOrder(
      {edit(0, 4, "a"), edit(3, 4, "b"), edit(6, 4, "c"), edit(10, 1, "d")}));
  ASSERT_EQ(File.Edits.size(), 1u);
  EXPECT_EQ(*File.Edits[0].NewText, "d");
  EXPECT_EQ(File.Findings.size(), 2u);
}

TEST(Merge, AdjacentEditsDoNotConflict) {
  FilePlan File = only(mergeAnyOrder({edit(0, 5, "a"), edit(5, 5, "b")}));
  EXPECT_EQ(File.Edits.size(), 2u);
  EXPECT_TRUE(File.Findings.empty());
}

TEST(Merge, InsertionsAtBordersDoNotConflict) {
  FilePlan File = only(mergeAnyOrder(
      {edit(5, 0, "before "), edit(5, 3, "x"), edit(8, 0, " after")}));
  EXPECT_EQ(File.Edits.size(), 3u);
  EXPECT_TRUE(File.Findings.empty());
  EXPECT_EQ(*applyEdits("01234567", File), "01234before x after");
}

TEST(Merge, InsertionInsideAnEditIsAConflict) {
  FilePlan File = only(mergeAnyOrder({edit(6, 0, "in"), edit(5, 3, "x")}));
  EXPECT_TRUE(File.Edits.empty());
  EXPECT_EQ(File.Findings.size(), 1u);
}

TEST(Merge, DifferentInsertionsAtOnePlaceAreAConflict) {
  FilePlan File =
      only(mergeAnyOrder({edit(5, 0, "x", "a.cu"), edit(5, 0, "y", "b.cu"),
                          edit(0, 5, "neighbour"), edit(5, 2, "next")}));
  ASSERT_EQ(File.Edits.size(), 2u);
  EXPECT_EQ(*File.Edits[0].NewText, "neighbour");
  EXPECT_EQ(*File.Edits[1].NewText, "next");
  ASSERT_EQ(File.Findings.size(), 1u);
  EXPECT_EQ(File.Findings[0].What.text(),
            "`a.cu` and `b.cu` want different text here: `x` / `y`");
}

TEST(Merge, EqualInsertionsAtOnePlaceAreOne) {
  FilePlan File =
      only(mergeAnyOrder({edit(5, 0, "x", "a.cu"), edit(5, 0, "x", "b.cu")}));
  EXPECT_EQ(File.Edits.size(), 1u);
  EXPECT_TRUE(File.Findings.empty());
}

TEST(Merge, KeepsOneOfTwoEqualFindings) {
  FilePlan File =
      only(mergeAnyOrder({remark(5, "mask", "b.cu"), remark(5, "mask", "a.cu"),
                          remark(5, "other"), remark(6, "mask")}));
  ASSERT_EQ(File.Findings.size(), 3u);
  EXPECT_EQ(File.Findings[0].From.Unit, "a.cu");
}

TEST(Merge, KeepsTheMostSevereOfEqualFindings) {
  FilePlan File =
      only(mergeAnyOrder({remark(5, "mask", "a.cu", Severity::Note),
                          remark(5, "mask", "b.cu", Severity::Error)}));
  ASSERT_EQ(File.Findings.size(), 1u);
  EXPECT_EQ(File.Findings[0].Level, Severity::Error);
}

TEST(Apply, KeepsAllBytesOutsideTheEdits) {
  llvm::StringRef Text("\xef\xbb\xbf"
                       "a\r\n\0\xff"
                       "b",
                       9);
  EXPECT_EQ(applied(Text, {}), Text.str());
  EXPECT_EQ(applied(Text, {edit(3, 1, "A")}), std::string("\xef\xbb\xbf"
                                                          "A\r\n\0\xff"
                                                          "b",
                                                          9));
}

TEST(Apply, EditsAtStartAndEnd) {
  EXPECT_EQ(applied("mid", {edit(0, 0, "<"), edit(3, 0, ">")}), "<mid>");
  EXPECT_EQ(applied("mid", {edit(0, 3, "")}), "");
  EXPECT_EQ(applied("", {edit(0, 0, "new")}), "new");
}

TEST(Apply, EditOutsideTheTextIsAnError) {
  EXPECT_EQ(applied("mid", {edit(2, 2, "x")}),
            "error: cannot edit `/p/x.h`: edit of 2 bytes at offset 2 is "
            "outside the file (file has 3 bytes)");
  // The end does not wrap around.
  EXPECT_NE(
      applied("mid", {edit(4294967295u, 4294967295u, "x")}).find("outside"),
      std::string::npos);
}

TEST(Apply, OverlapIsAnError) {
  for (auto &Edits :
       std::vector<std::vector<Finding>>{{edit(0, 2, "x"), edit(1, 1, "y")},
                                         {edit(1, 0, "x"), edit(1, 0, "y")},
                                         {edit(2, 1, "x"), edit(0, 1, "y")}})
    EXPECT_NE(applied("mid", Edits).find("overlaps"), std::string::npos);
}

TEST(Apply, EditWithoutTextIsAnError) {
  Finding F = edit(0, 1, "");
  F.NewText.reset();
  EXPECT_NE(applied("mid", {F}).find("no new text"), std::string::npos);
}

namespace {

/// A new folder per test.
class WriteTest : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(fs::createUniqueDirectory("musify-edit-test", Folder));
  }
  void TearDown() override { fs::remove_directories(Folder); }

  std::string at(llvm::StringRef Name) { return (Folder + "/" + Name).str(); }
  void put(llvm::StringRef Path, llvm::StringRef Text, unsigned Mode = 0644) {
    std::error_code EC;
    llvm::raw_fd_ostream(Path, EC) << Text;
    ASSERT_FALSE(EC);
    ASSERT_FALSE(fs::setPermissions(Path, fs::perms(Mode)));
  }
  std::string read(llvm::StringRef Path) {
    auto Buffer = llvm::MemoryBuffer::getFile(Path);
    return Buffer ? (*Buffer)->getBuffer().str()
                  : "error: " + Buffer.getError().message();
  }
  unsigned mode(llvm::StringRef Path) {
    auto Mode = fs::getPermissions(Path);
    return Mode ? unsigned(*Mode) : ~0u;
  }
  /// Names in the folder, sorted: tells of files left behind.
  std::string list(llvm::StringRef Below = "") {
    std::vector<std::string> Names;
    std::error_code EC;
    for (fs::directory_iterator I(Folder + "/" + Below, EC), E; I != E && !EC;
         I.increment(EC))
      Names.push_back(llvm::sys::path::filename(I->path()).str());
    std::sort(Names.begin(), Names.end());
    std::string Out;
    for (const std::string &Name : Names)
      Out += (Out.empty() ? "" : " ") + Name;
    return Out;
  }
  std::string write(llvm::StringRef Path, llvm::StringRef Text,
                    llvm::StringRef Suffix = "") {
    return messageOf(writeFileAtomically(Path, Text, Suffix));
  }

  llvm::SmallString<128> Folder;
};

/// Until the end of the scope, files may not grow over `Bytes`.
struct FileSizeLimit {
  explicit FileSizeLimit(rlim_t Bytes) {
    Handler = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &Old);
    rlimit New = {Bytes, Old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &New);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &Old);
    std::signal(SIGXFSZ, Handler);
  }
  rlimit Old;
  void (*Handler)(int);
};

/// Until the end of the scope, root is nobody.
struct Unprivileged {
  Unprivileged() {
    if (geteuid() == 0)
      Changed = seteuid(65534) == 0;
  }
  ~Unprivileged() {
    if (Changed && seteuid(0))
      abort();
  }
  bool works() const { return geteuid() != 0; }
  bool Changed = false;
};

} // namespace

TEST_F(WriteTest, ReplacesTheText) {
  put(at("a.cu"), "a much longer old text");
  EXPECT_EQ(write(at("a.cu"), llvm::StringRef("n\0w\r\n", 5)), "");
  EXPECT_EQ(read(at("a.cu")), std::string("n\0w\r\n", 5));
  EXPECT_EQ(list(), "a.cu");
}

TEST_F(WriteTest, KeepsTheMode) {
  for (unsigned Mode : {0640u, 0600u, 0755u, 0666u}) {
    put(at("a.cu"), "old", Mode);
    EXPECT_EQ(write(at("a.cu"), "new"), "");
    EXPECT_EQ(mode(at("a.cu")), Mode);
  }
}

TEST_F(WriteTest, NewFileHasTheModeOfTheUmask) {
  mode_t Old = umask(027);
  EXPECT_EQ(write(at("a.mu"), "new"), "");
  umask(Old);
  EXPECT_EQ(read(at("a.mu")), "new");
  EXPECT_EQ(mode(at("a.mu")), 0640u);
}

TEST_F(WriteTest, KeepsTheOwner) {
  put(at("a.cu"), "old");
  if (chown(at("a.cu").c_str(), 65534, 65534))
    GTEST_SKIP() << "needs root";
  EXPECT_EQ(write(at("a.cu"), "new"), "");
  fs::file_status S;
  ASSERT_FALSE(fs::status(at("a.cu"), S));
  EXPECT_EQ(S.getUser(), 65534u);
}

TEST_F(WriteTest, FollowsSymbolicLinks) {
  ASSERT_FALSE(fs::create_directory(at("real")));
  put(at("real/a.cu"), "old", 0640);
  ASSERT_EQ(symlink("real/a.cu", at("one.cu").c_str()), 0);
  ASSERT_EQ(symlink("one.cu", at("two.cu").c_str()), 0);
  EXPECT_EQ(write(at("two.cu"), "new", ".bak"), "");
  EXPECT_TRUE(fs::is_symlink_file(at("one.cu")));
  EXPECT_TRUE(fs::is_symlink_file(at("two.cu")));
  EXPECT_EQ(read(at("real/a.cu")), "new");
  EXPECT_EQ(mode(at("real/a.cu")), 0640u);
  EXPECT_EQ(list(), "one.cu real two.cu");
  EXPECT_EQ(list("real"), "a.cu a.cu.bak");
}

TEST_F(WriteTest, LinkToNothingIsAnError) {
  ASSERT_EQ(symlink("nowhere", at("a.cu").c_str()), 0);
  EXPECT_EQ(write(at("a.cu"), "new"),
            "cannot write `" + at("a.cu") + "`: broken symbolic link");
  EXPECT_EQ(list(), "a.cu");
}

TEST_F(WriteTest, BackupKeepsTextAndMode) {
  put(at("a.cu"), "old", 0640);
  EXPECT_EQ(write(at("a.cu"), "new", ".orig"), "");
  EXPECT_EQ(read(at("a.cu")), "new");
  EXPECT_EQ(read(at("a.cu.orig")), "old");
  EXPECT_EQ(mode(at("a.cu.orig")), 0640u);
  EXPECT_EQ(list(), "a.cu a.cu.orig");
}

TEST_F(WriteTest, ExistingBackupIsAnError) {
  put(at("a.cu"), "old");
  put(at("a.cu.orig"), "older");
  EXPECT_EQ(write(at("a.cu"), "new", ".orig"),
            "cannot write `" + at("a.cu") + "`: back-up `" +
                std::string(at("a.cu.orig")) + "`: File exists");
  EXPECT_EQ(read(at("a.cu")), "old");
  EXPECT_EQ(read(at("a.cu.orig")), "older");
  EXPECT_EQ(list(), "a.cu a.cu.orig");
}

TEST_F(WriteTest, NoBackupOfANewFile) {
  EXPECT_EQ(write(at("a.cu"), "new", ".orig"), "");
  EXPECT_EQ(list(), "a.cu");
}

TEST_F(WriteTest, BackupSuffixIsNoFolder) {
  put(at("a.cu"), "old");
  EXPECT_NE(write(at("a.cu"), "new", "/../b"), "");
  EXPECT_EQ(read(at("a.cu")), "old");
}

TEST_F(WriteTest, ReadOnlyFileIsAnError) {
  put(at("a.cu"), "old", 0444);
  EXPECT_EQ(write(at("a.cu"), "new"),
            "cannot write `" + at("a.cu") + "`: read-only file");
  EXPECT_EQ(read(at("a.cu")), "old");
  EXPECT_EQ(list(), "a.cu");
}

TEST_F(WriteTest, FolderIsAnError) {
  ASSERT_FALSE(fs::create_directory(at("d")));
  EXPECT_EQ(write(at("d"), "new"),
            "cannot write `" + at("d") + "`: not a regular file");
  EXPECT_EQ(list(), "d");
}

TEST_F(WriteTest, PathThroughAFileIsAnError) {
  put(at("a.cu"), "old");
  EXPECT_EQ(write(at("a.cu/b.cu"), "new"),
            "cannot write `" + at("a.cu/b.cu") + "`: Not a directory");
}

TEST_F(WriteTest, MissingFolderIsAnError) {
  EXPECT_EQ(write(at("d/b.cu"), "new"),
            "cannot write `" + at("d/b.cu") + "`: No such file or directory");
  EXPECT_EQ(list(), "");
}

TEST_F(WriteTest, UnwritableFolderIsAnError) {
  put(at("a.cu"), "old", 0666);
  ASSERT_FALSE(fs::setPermissions(Folder, fs::perms(0555)));
  {
    Unprivileged Nobody;
    if (!Nobody.works())
      GTEST_SKIP() << "cannot give up being root";
    EXPECT_EQ(write(at("a.cu"), "new"),
              "cannot write `" + at("a.cu") + "`: Permission denied");
  }
  ASSERT_FALSE(fs::setPermissions(Folder, fs::perms(0755)));
  EXPECT_EQ(read(at("a.cu")), "old");
  EXPECT_EQ(list(), "a.cu");
}

TEST_F(WriteTest, AFullDiskLeavesTheOldFileAlone) {
  put(at("a.cu"), "old");
  std::string Message;
  {
    FileSizeLimit Limit(1000);
    Message = write(at("a.cu"), std::string(100000, 'x'), ".orig");
  }
  EXPECT_EQ(Message, "cannot write `" + at("a.cu") + "`: File too large");
  EXPECT_EQ(read(at("a.cu")), "old");
  EXPECT_EQ(list(), "a.cu");
}

TEST_F(WriteTest, AFailedBackupLeavesTheOldFileAlone) {
  put(at("a.cu"), std::string(100000, 'o'));
  std::string Message;
  {
    FileSizeLimit Limit(1000);
    Message = write(at("a.cu"), "new", ".orig");
  }
  EXPECT_EQ(Message, "cannot write `" + at("a.cu") + "`: back-up `" +
                         at("a.cu.orig") + "`: File too large");
  EXPECT_EQ(read(at("a.cu")), std::string(100000, 'o'));
  EXPECT_EQ(list(), "a.cu");
}

TEST_F(WriteTest, FolderNameMayHoldPercentSigns) {
  ASSERT_FALSE(fs::create_directory(at("50%%")));
  EXPECT_EQ(write(at("50%%/a.cu"), "new"), "");
  EXPECT_EQ(list("50%%"), "a.cu");
}

TEST_F(WriteTest, FileNameMayBeAsLongAsTheSystemAllows) {
  std::string Name(255, 'n');
  EXPECT_EQ(write(at(Name), "new"), "");
  EXPECT_EQ(list(), Name);
}

TEST_F(WriteTest, PathMayBeRelative) {
  llvm::SmallString<128> Old;
  ASSERT_FALSE(fs::current_path(Old));
  ASSERT_FALSE(fs::set_current_path(Folder));
  EXPECT_EQ(write("a.cu", "one"), "");
  EXPECT_EQ(write("a.cu", "two"), "");
  ASSERT_FALSE(fs::set_current_path(Old));
  EXPECT_EQ(read(at("a.cu")), "two");
  EXPECT_EQ(list(), "a.cu");
}

//===- FactsCacheTest.cpp - The cache beside damage and other runs --------===//
#include "Parse/FactsCache.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include "gtest/gtest.h"
#include <thread>

using namespace llvm;
using namespace musify;

namespace {

struct FactsCacheTest : testing::Test {
  SmallString<128> Root;
  std::string Image = packTable({});
  Table Names{Image};
  InputSet Inputs;
  PreludeCache Preludes{""};
  Workspace Project{Names, Inputs, *vfs::getRealFileSystem()};
  Session Run{Project, "", Preludes, {}};
  CompileCommand Unit;

  FactsCacheTest() {
    sys::fs::createUniqueDirectory("musify-cache", Root);
    Unit.File = Unit.Name = at("a.cu");
    Unit.Flags = {"-x", "cuda"};
    write("a.cu", "int a;");
  }
  ~FactsCacheTest() override { sys::fs::remove_directories(Root); }

  std::string at(StringRef Name) const {
    SmallString<128> Path(Root);
    sys::path::append(Path, Name);
    return std::string(Path);
  }
  void write(StringRef Name, StringRef Text) const {
    std::error_code EC;
    raw_fd_ostream(at(Name), EC) << Text;
    ASSERT_FALSE(EC);
  }
  std::unique_ptr<FactsCache> open(std::string Identity = "musify 1") const {
    return cantFail(FactsCache::open(at("cache"), std::move(Identity)));
  }
  ParseOutcome outcome() const {
    ParseOutcome Out;
    FileFacts &File = Out.Known.Files[Unit.File];
    File.Names[4].Unit = "a unit";
    File.UserNames.insert("mine");
    File.CoveredBy = Unit.Name;
    Out.Known.DeclaredNames.insert("declared");
    Out.Problems = {say(msg::ClangError, "one"),
                    say(msg::HeaderNotFound, "two"),
                    say(msg::ClangError, "one")};
    Out.Complete = true;
    return Out;
  }
  void store(FactsCache &Cache) {
    ReadLog Log;
    Log.Found = {{Unit.File, std::nullopt}};
    Log.Missing = {at("missing.h")};
    ParseOutcome Out = outcome();
    Cache.store(Unit, Run, Log, Out);
  }
  /// All in the folder, but for the note of when it was last pruned.
  std::vector<std::string> files() const {
    std::vector<std::string> Paths;
    std::error_code EC;
    for (sys::fs::directory_iterator I(at("cache"), EC), End; !EC && I != End;
         I.increment(EC))
      if (sys::path::filename(I->path()) != "llvmcache.timestamp")
        Paths.push_back(I->path());
    return Paths;
  }
};

bool isSame(ParseOutcome &A, ParseOutcome B) {
  return packOutcome(A) == packOutcome(B);
}

TEST_F(FactsCacheTest, FindsWhatWasStored) {
  store(*open());
  auto Found = open()->find(Unit, Run);
  ASSERT_TRUE(Found);
  EXPECT_TRUE(isSame(*Found, outcome()));
  EXPECT_TRUE(Found->Complete);
}

/// Somebody saved the file between the parse and the store.
TEST_F(FactsCacheTest, BytesThatClangReadCount) {
  ReadLog Log;
  Log.noteFound(Unit.File, xxh3_64bits(StringRef("int before;")));
  ParseOutcome Out = outcome();
  open()->store(Unit, Run, Log, Out);
  EXPECT_FALSE(open()->find(Unit, Run));
  write("a.cu", "int before;");
  EXPECT_TRUE(open()->find(Unit, Run));
}

TEST_F(FactsCacheTest, KeepsNothingOfAFileWithTwoTexts) {
  ReadLog Log;
  Log.noteFound(Unit.File, xxh3_64bits(StringRef("int a;")));
  Log.noteFound(Unit.File, xxh3_64bits(StringRef("int b;")));
  ParseOutcome Out = outcome();
  open()->store(Unit, Run, Log, Out);
  EXPECT_FALSE(open()->find(Unit, Run));
}

Prelude prelude(StringRef Header) {
  Prelude Out;
  Out.Read.Found = {{Header.str(), xxh3_64bits(StringRef("int a;"))}};
  Out.Missing = {"nowhere.h"};
  Out.Errors.Count = 5;
  Out.Errors.Names.insert("quoted");
  Out.Errors.Messages = {say(msg::ClangError, "one")};
  Out.Identifiers.insert("word");
  Out.Bytes = std::string(5000, 'x') + std::string("\0\1y", 3);
  Out.Image = Out.Bytes;
  return Out;
}

TEST_F(FactsCacheTest, KeepsWhatUnitsBeginWith) {
  Prelude Made = prelude(Unit.File), Found;
  open()->store(Unit, Run, Made);
  ASSERT_TRUE(open()->find(Unit, Run, Found));
  EXPECT_EQ(Found.Image, Made.Image);
  EXPECT_EQ(Found.Read.Found, Made.Read.Found);
  EXPECT_EQ(Found.Missing, Made.Missing);
  EXPECT_EQ(Found.Errors.Count, 5u);
  EXPECT_TRUE(Found.Errors.Names.contains("quoted"));
  EXPECT_EQ(Found.Errors.Messages, Made.Errors.Messages);
  EXPECT_TRUE(Found.Identifiers.contains("word"));
  // It is not taken for the facts of a unit.
  EXPECT_FALSE(open()->find(Unit, Run));
  EXPECT_FALSE(open("musify 2")->find(Unit, Run, Found));
  write("a.cu", "int b;");
  EXPECT_FALSE(open()->find(Unit, Run, Found));
}

TEST_F(FactsCacheTest, KeepsNoImageThatClangCouldNotMake) {
  Prelude Made = prelude(Unit.File);
  Made.Image = "";
  open()->store(Unit, Run, Made);
  EXPECT_TRUE(files().empty());
}

TEST_F(FactsCacheTest, DamagedImageCountsAsAbsent) {
  Prelude Made = prelude(Unit.File), Found;
  open()->store(Unit, Run, Made);
  ASSERT_EQ(files().size(), 1u);
  std::string Entry =
      cantFail(errorOrToExpected(MemoryBuffer::getFile(files()[0])))
          ->getBuffer()
          .str();
  for (size_t At = 0; At < Entry.size(); ++At) {
    std::string Damaged = Entry;
    Damaged[At] ^= 4;
    std::error_code EC;
    raw_fd_ostream(files()[0], EC) << Damaged;
    EXPECT_FALSE(open()->find(Unit, Run, Found)) << At;
    raw_fd_ostream(files()[0], EC) << Entry.substr(0, At);
    EXPECT_FALSE(open()->find(Unit, Run, Found)) << At;
  }
}

TEST_F(FactsCacheTest, KeepsEveryField) {
  ParseOutcome Out = outcome();
  FileFacts &File = Out.Known.Files[Unit.File];
  File.Names[4] = {Owner::Ambiguous,
                   Engine::Preprocessor,
                   "u",
                   "scope",
                   true,
                   true,
                   true,
                   "sdk",
                   "user"};
  File.Includes[1] = {"u", "/x.h", true, "sdk", "user"};
  File.Pasted.insert(2);
  File.Stringised.insert(3);
  File.Strings[5] = {"dlsym", true, true};
  File.Compiled.insert(6);
  File.Calls[7] = CallFact{{{"a", "b"}}, {"c"}, "n", false, true};
  File.Calls[8] = std::nullopt;
  File.Declarators.insert(9);
  File.Matches.insert({"rule", 1, 2, {{"node", {3, 4}}}});
  File.Observed.insert(
      {10,
       2,
       say(msg::WarpMixed, say(msg::SizeOnTargets, 128, "mp_22"), "x"),
       Severity::Note,
       "u",
       {{3, 1, "new"}}});
  File.ValueUses.insert(
      {Asked::WarpSize, 7, 8, {11, 1, say(msg::VersionTest, ""), {}, "u", {}}});
  Out.Known.ValueOrigins.insert({Asked::Version, "query", 5});
  Out.Known.ValueFlows.insert({5, 7});
  Out.Known.Numbered.insert(9);
  File.IncludesTorch = File.OpensTorch = File.InCudaUnit = true;
  File.Unseen = Ranges{{1, 2}};
  auto Back = unpackOutcome(packOutcome(Out));
  ASSERT_TRUE(Back);
  FileFacts &Got = Back->Known.Files[Unit.File];
  EXPECT_TRUE(isSame(*Back, Out));
  EXPECT_EQ(Got.Names[4].UserUnit, "user");
  EXPECT_EQ(Got.Includes[1].Resolved, "/x.h");
  EXPECT_TRUE(Got.UserNames.contains("mine"));
  EXPECT_TRUE(Got.Pasted.contains(2) && Got.Stringised.contains(3));
  EXPECT_EQ(Got.Strings[5].LookedUpBy, "dlsym");
  EXPECT_TRUE(Got.Compiled.contains(6) && Got.Declarators.contains(9));
  EXPECT_EQ(Got.Calls[7], File.Calls[7]);
  EXPECT_TRUE(Got.Calls.contains(8));
  EXPECT_EQ(Got.Matches.begin()->Nodes, File.Matches.begin()->Nodes);
  ASSERT_EQ(Got.Observed.size(), 1u);
  EXPECT_EQ(Got.Observed.begin()->What, File.Observed.begin()->What);
  EXPECT_EQ(Got.Observed.begin()->Level, Severity::Note);
  ASSERT_EQ(Got.Observed.begin()->Fix.size(), 1u);
  EXPECT_EQ(Got.Observed.begin()->Fix[0].key(),
            File.Observed.begin()->Fix[0].key());
  ASSERT_EQ(Got.ValueUses.size(), 1u);
  EXPECT_EQ(Got.ValueUses.begin()->What, Asked::WarpSize);
  EXPECT_EQ(Got.ValueUses.begin()->Node, 7u);
  EXPECT_EQ(Got.ValueUses.begin()->Threshold, 8u);
  EXPECT_TRUE(Back->Known.Numbered.contains(9));
  ASSERT_EQ(Back->Known.ValueOrigins.size(), 1u);
  EXPECT_EQ(Back->Known.ValueOrigins.begin()->By, "query");
  EXPECT_EQ(Back->Known.ValueFlows, Out.Known.ValueFlows);
  EXPECT_TRUE(Got.IncludesTorch && Got.OpensTorch && Got.InCudaUnit);
  EXPECT_EQ(Got.Unseen, File.Unseen);
  EXPECT_EQ(Got.CoveredBy, Unit.Name);
}

TEST(Facts, MergeTakesEveryField) {
  Facts A, B;
  FileFacts &Mine = A.Files["f"], &Theirs = B.Files["f"];
  Mine.Strings[1] = {"", true, false};
  Theirs.Strings[1] = {"", false, false};
  Mine.Unseen = Ranges{{0, 10}};
  Theirs.Unseen = Ranges{{5, 20}};
  Mine.CoveredBy = "b";
  Theirs.CoveredBy = "a";
  Theirs.Stringised.insert(2);
  Theirs.Declarators.insert(3);
  Theirs.Observed.insert({4, 1, say(msg::GridSync), std::nullopt, "u", {}});
  Theirs.InCudaUnit = Theirs.IncludesTorch = Theirs.OpensTorch = true;
  B.DeclaredNames.insert("n");
  A.merge(B);
  FileFacts &Got = A.Files["f"];
  EXPECT_FALSE(Got.Strings[1].IsShown); // shown in one unit, used in another
  EXPECT_EQ(Got.Unseen, (Ranges{{5, 10}}));
  EXPECT_EQ(Got.CoveredBy, "a");
  EXPECT_TRUE(Got.Stringised.contains(2) && Got.Declarators.contains(3));
  EXPECT_EQ(Got.Observed.size(), 1u);
  EXPECT_TRUE(Got.InCudaUnit && Got.IncludesTorch && Got.OpensTorch);
  EXPECT_TRUE(A.DeclaredNames.contains("n"));
}

TEST_F(FactsCacheTest, FindsNothingForAnotherVersionOrUnit) {
  store(*open());
  EXPECT_FALSE(open("musify 2")->find(Unit, Run));
  CompileCommand Other = Unit;
  Other.Flags.push_back("-DX");
  EXPECT_FALSE(open()->find(Other, Run));
  Session WithSdk{Project, "/sdk", Preludes, {}};
  EXPECT_FALSE(open()->find(Unit, WithSdk));
  EXPECT_TRUE(open()->find(Unit, Run));
}

TEST_F(FactsCacheTest, FindsNothingAfterAChange) {
  store(*open());
  write("a.cu", "int b;");
  EXPECT_FALSE(open()->find(Unit, Run));
  write("a.cu", "int a;");
  EXPECT_TRUE(open()->find(Unit, Run));
  write("missing.h", "");
  EXPECT_FALSE(open()->find(Unit, Run));
}

// A parse of more bodies tells all that one of fewer does.
TEST_F(FactsCacheTest, BodiesOfMoreHeadersServeFewer) {
  Unit.BodiesOf = {"a.h", "b.h"};
  store(*open());
  EXPECT_TRUE(open()->find(Unit, Run));
  Unit.BodiesOf = {"b.h"};
  EXPECT_TRUE(open()->find(Unit, Run));
  Unit.BodiesOf = {"b.h", "c.h"};
  EXPECT_FALSE(open()->find(Unit, Run));
  Unit.BodiesOf.reset(); // all headers
  EXPECT_FALSE(open()->find(Unit, Run));
  store(*open());
  Unit.BodiesOf = {"c.h"};
  EXPECT_TRUE(open()->find(Unit, Run));
}

/// The same project in two directories.
struct Checkouts : FactsCacheTest {
  std::string One = at("one"), Two = at("two");
  std::string Code = "int a;";

  CompileCommand unitIn(const std::string &Root) const {
    CompileCommand Out;
    Out.File = Out.Name = Root + "/a.cu";
    Out.Directory = Root;
    Out.Flags = {"-x", "cuda", "-I" + Root + "/include"};
    return Out;
  }
  void checkOut(StringRef Name) const {
    ASSERT_FALSE(sys::fs::create_directories(at(Name)));
    write((Name + "/a.cu").str(), Code);
  }
  std::unique_ptr<FactsCache> openFrom(const std::string &Root) const {
    return cantFail(FactsCache::open(at("cache"), "musify 1", {Root}));
  }
  void storeFrom(const std::string &Root) {
    CompileCommand Mine = unitIn(Root);
    ReadLog Log;
    Log.Found = {{Mine.File, std::nullopt}};
    Log.Missing = {Root + "/missing.h"};
    ParseOutcome Out;
    Out.Known.Files[Mine.File].CoveredBy = Mine.Name;
    Out.Problems = {say(msg::ClangError, "in `" + Root + "`: \1")};
    Out.Complete = true;
    openFrom(Root)->store(Mine, Run, Log, Out);
  }
};

TEST_F(Checkouts, ShareEntries) {
  checkOut("one");
  checkOut("two");
  storeFrom(One);
  auto Found = openFrom(Two)->find(unitIn(Two), Run);
  ASSERT_TRUE(Found);
  EXPECT_EQ(Found->Known.Files[Two + "/a.cu"].CoveredBy, Two + "/a.cu");
  EXPECT_EQ(Found->Problems[0], say(msg::ClangError, "in `" + Two + "`: \1"));
}

TEST_F(Checkouts, DifferWhereAFileDoes) {
  checkOut("one");
  checkOut("two");
  storeFrom(One);
  write("two/missing.h", "");
  EXPECT_FALSE(openFrom(Two)->find(unitIn(Two), Run));
  EXPECT_TRUE(openFrom(One)->find(unitIn(One), Run));
}

// `#include "/home/one/a.h"` finds one file, wherever the checkout is.
TEST_F(Checkouts, ShareNothingThatNamesTheirPlace) {
  Code = "#include \"" + One + "/a.h\"";
  checkOut("one");
  checkOut("two");
  storeFrom(One);
  EXPECT_FALSE(openFrom(Two)->find(unitIn(Two), Run));
  EXPECT_TRUE(openFrom(One)->find(unitIn(One), Run));
}

TEST_F(FactsCacheTest, TellsWhatItCannotKeep) {
  auto Cache = open();
  EXPECT_EQ(Cache->fault().NotKept, 0u);
  sys::fs::remove_directories(at("cache"));
  store(*Cache);
  store(*Cache);
  EXPECT_EQ(Cache->fault().NotKept, 2u);
  EXPECT_TRUE(bool(Cache->fault().Why));
}

TEST_F(FactsCacheTest, ADamagedFileCountsAsAbsent) {
  store(*open());
  ASSERT_EQ(files().size(), 1u);
  std::string Path = files()[0];
  std::string Good = (*MemoryBuffer::getFile(Path))->getBuffer().str();
  auto FindsIn = [&](StringRef Bytes) {
    std::error_code EC;
    raw_fd_ostream(Path, EC) << Bytes;
    return open()->find(Unit, Run).has_value();
  };
  for (size_t I = 0; I < Good.size(); ++I) {
    EXPECT_FALSE(FindsIn(StringRef(Good).take_front(I))) << I;
    std::string Flipped = Good;
    Flipped[I] ^= 0x41;
    EXPECT_FALSE(FindsIn(Flipped)) << I;
  }
  EXPECT_FALSE(FindsIn(Good + "x"));
  EXPECT_TRUE(FindsIn(Good));
}

// With a right checksum too: nothing is read beyond the end, no count believed.
TEST_F(FactsCacheTest, BytesOfAnotherFormAreNoOutcome) {
  ParseOutcome Out = outcome();
  std::string Good = packOutcome(Out);
  ASSERT_TRUE(unpackOutcome(Good));
  for (size_t I = 0; I < Good.size(); ++I) {
    EXPECT_FALSE(unpackOutcome(StringRef(Good).take_front(I))) << I;
    std::string Bad = Good;
    for (unsigned Byte = 0; Byte < 256; ++Byte) {
      Bad[I] = char(Byte);
      (void)unpackOutcome(Bad);
    }
  }
  EXPECT_FALSE(unpackOutcome(Good + "x"));
  EXPECT_FALSE(unpackOutcome("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"));
}

TEST_F(FactsCacheTest, WritersAtOnceDoNotMix) {
  std::vector<std::thread> Writers;
  std::atomic<unsigned> Wrong = 0;
  for (unsigned I = 0; I < 8; ++I)
    Writers.emplace_back([&] {
      for (unsigned Round = 0; Round < 20; ++Round) {
        auto Cache = open();
        store(*Cache);
        auto Found = Cache->find(Unit, Run);
        Wrong += !Found || !isSame(*Found, outcome());
      }
    });
  for (std::thread &Each : Writers)
    Each.join();
  EXPECT_EQ(Wrong, 0u);
  EXPECT_EQ(files().size(), 1u); // and nothing half-written
}

struct Pruning : FactsCacheTest {
  CachePruningPolicy Policy = FactsCache::defaultPolicy();
  std::unique_ptr<FactsCache> Cache = open();

  Pruning() {
    Policy.Interval = std::chrono::seconds(0);
    for (const char *Name : {"a.cu", "b.cu", "c.cu"}) {
      Unit.Name = Name;
      store(*Cache);
    }
    write("cache/notes.txt", "somebody's");
  }
  bool has(const char *Name) {
    Unit.Name = Name;
    return open()->find(Unit, Run).has_value();
  }
};

TEST_F(Pruning, KeepsWhatIsInUse) {
  Cache->prune(Policy);
  EXPECT_TRUE(has("a.cu") && has("b.cu") && has("c.cu"));
}

TEST_F(Pruning, RemovesWhatNobodyReads) {
  std::vector<std::string> All = files();
  auto Long = std::chrono::system_clock::now() - std::chrono::hours(31 * 24);
  for (const std::string &Path : All) {
    int FD;
    ASSERT_FALSE(sys::fs::openFileForReadWrite(
        Path, FD, sys::fs::CD_OpenExisting, sys::fs::OF_None));
    ASSERT_FALSE(sys::fs::setLastAccessAndModificationTime(FD, Long));
    close(FD);
  }
  Unit.Name = "b.cu";
  store(*Cache);
  Cache->prune(Policy);
  EXPECT_FALSE(has("a.cu"));
  EXPECT_TRUE(has("b.cu"));
  EXPECT_TRUE(sys::fs::exists(at("cache/notes.txt"))); // as old, but not ours
}

TEST_F(Pruning, KeepsToItsSize) {
  Policy.MaxSizeBytes = 1;
  Cache->prune(Policy);
  EXPECT_FALSE(has("a.cu") || has("b.cu") || has("c.cu"));
  EXPECT_TRUE(sys::fs::exists(at("cache/notes.txt")));
  store(*Cache); // goes on
  EXPECT_TRUE(has("c.cu"));
}

TEST_F(Pruning, LooksOnceInAWhile) {
  Cache->prune(Policy);
  Policy.Interval = FactsCache::defaultPolicy().Interval;
  Policy.MaxSizeBytes = 1;
  Cache->prune(Policy);
  EXPECT_TRUE(has("a.cu"));
}

} // namespace

#include "Parse/SharedHeaders.h"
#include "llvm/ADT/StringMap.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

const IncludeGraph::FilesByName NoFiles;

/// Scans of files that lie nowhere.
class Project {
public:
  void add(StringRef Path, StringRef Text) {
    std::string &Kept = Texts[Path] = Text.str();
    Scans[Path] = scanFile(Kept, Empty, false);
  }
  std::vector<std::string> headersOf(StringRef Path,
                                     std::vector<std::string> Flags = {}) {
    CompileCommand Unit;
    Unit.File = Path.str();
    Unit.Directory = "/nowhere";
    Unit.Flags = std::move(Flags);
    auto ScanOf = [this](StringRef File) -> const ScannedFile * {
      auto It = Scans.find(File);
      return It == Scans.end() ? nullptr : &It->second;
    };
    IncludeGraph Graph(ScanOf, NoFiles);
    return namesOf(Graph.standardHeaders(Unit));
  }

private:
  std::string Image = packTable({});
  Table Empty{Image};
  StringMap<std::string> Texts;
  StringMap<ScannedFile> Scans;
};

using Names = std::vector<std::string>;

StandardHeaders setOf(StringRef Text) {
  static const std::string Image = packTable({});
  static const Table Empty(Image);
  std::string Kept = Text.str();
  ScannedFile Scan = scanFile(Kept, Empty, false);
  auto ScanOf = [&](StringRef) { return &Scan; };
  IncludeGraph Graph(ScanOf, NoFiles);
  CompileCommand Unit;
  Unit.File = "/nowhere/a.cu";
  return Graph.standardHeaders(Unit);
}

/// Two headers are heavy.
std::vector<std::vector<std::string>>
beginnings(std::vector<std::vector<std::string>> Leading) {
  return chooseBeginnings(Leading, [](ArrayRef<std::string> Headers) {
    return Headers.size() >= 2;
  });
}

TEST(SharedHeaders, UnitsThatBeginAlikeShareTheBeginning) {
  using Lists = std::vector<std::vector<std::string>>;
  EXPECT_EQ(beginnings({{"a", "b", "c"}, {"a", "b", "d"}, {"x", "a", "b"}}),
            (Lists{{"a", "b"}, {"a", "b"}, {}}));
  EXPECT_EQ(beginnings({{"a", "b", "c"}, {"a", "b", "c"}}),
            (Lists{{"a", "b", "c"}, {"a", "b", "c"}}));
}

TEST(SharedHeaders, ALightOrLonelyBeginningIsNotShared) {
  using Lists = std::vector<std::vector<std::string>>;
  EXPECT_EQ(beginnings({{"a"}, {"a"}, {}}), (Lists{{}, {}, {}}));
  EXPECT_EQ(beginnings({{"a", "b"}}), Lists{{}});
}

} // namespace

TEST(SharedHeaders, TakesWhatIsSurelyIncluded) {
  Project P;
  P.add("/nowhere/a.cu", "#include <vector>\n#include <mine.h>\n"
                         "#ifdef MAYBE\n#include <map>\n#endif\n");
  EXPECT_EQ(P.headersOf("/nowhere/a.cu"), Names{"vector"});
}

TEST(SharedHeaders, LooksIntoTheGuardOfAHeader) {
  Project P;
  P.add("/nowhere/a.h", "#ifndef A_H\n#define A_H\n#include <map>\n"
                        "#if X\n#include <set>\n#endif\n#endif\n");
  EXPECT_EQ(P.headersOf("/nowhere/a.h"), Names{"map"});
}

TEST(SharedHeaders, TakesNoOtherIfForAGuard) {
  Project P;
  P.add("/nowhere/a.h", "#ifndef M_PI\n#define M_PI 3\n#endif\n"
                        "#ifdef X\n#include <complex>\n#endif\n");
  EXPECT_EQ(P.headersOf("/nowhere/a.h"), Names{});
}

TEST(SharedHeaders, LeavesOtherLibrariesAndCAlone) {
  Project P;
  P.add("/nowhere/a.cu", "#include <vector>\n");
  EXPECT_EQ(P.headersOf("/nowhere/a.cu", {"-stdlib=libc++"}), Names{});
  EXPECT_EQ(P.headersOf("/nowhere/a.cu", {"-x", "c"}), Names{});
}

TEST(SharedHeaders, NoUnitGetsWhatItDoesNotInclude) {
  StandardHeaders Both = setOf("#include <vector>\n#include <map>\n");
  StandardHeaders One = setOf("#include <vector>\n");
  auto Shared = chooseShared({Both, One, Both, One, Both, One});
  EXPECT_EQ(Shared[1], One);
  const StandardHeaders Units[] = {Both, One};
  for (const auto &[Unit, Set] : zip(Units, Shared))
    EXPECT_EQ(Set & ~Unit, StandardHeaders());
}

TEST(SharedHeaders, FewUnitsShareNothing) {
  StandardHeaders One = setOf("#include <vector>\n");
  EXPECT_TRUE(chooseShared({One, One})[0].none());
  EXPECT_EQ(chooseShared({One, One, One})[0], One);
  StandardHeaders Cheap = setOf("#include <stdio.h>\n");
  EXPECT_TRUE(chooseShared({Cheap, Cheap, Cheap})[0].none());
}

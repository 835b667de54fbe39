#include "Rewrite/IncludeGraph.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"
#include <list>

using namespace llvm;
using namespace musify;

namespace {

class Project {
public:
  void add(StringRef Path, StringRef Text) {
    Texts.push_back(Text.str());
    Paths.push_back(Path.str());
    Files.push_back({Paths.back(), scanFile(Texts.back(), Empty, false)});
  }
  /// The paths from which one may come to a file that holds a launch.
  std::vector<std::string> reachLaunches() {
    std::vector<std::pair<StringRef, const ScannedFile *>> All;
    for (const auto &[Path, Scan] : Files)
      All.push_back({Path, &Scan});
    StringSet<> Found = filesThatReach(
        All, [](const ScannedFile &Scan) { return Scan.Text.contains("<<<"); });
    std::vector<std::string> Out;
    for (const auto &Item : Found)
      Out.push_back(Item.getKey().str());
    llvm::sort(Out);
    return Out;
  }

private:
  std::string Image = packTable({});
  Table Empty{Image};
  std::list<std::string> Texts, Paths;
  std::list<std::pair<StringRef, ScannedFile>> Files;
};

using List = std::vector<std::string>;

} // namespace

TEST(FilesThatReach, FollowsIncludesBackwards) {
  Project P;
  P.add("/p/launch.cuh", "void f() { k<<<1, 1>>>(); }\n");
  P.add("/p/between.h", "#include <some/launch.cuh>\n");
  P.add("/p/main.cpp", "#ifdef MAYBE\n#include \"between.h\"\n#endif\n");
  P.add("/p/other.cpp", "#include \"plain.h\"\n");
  P.add("/p/plain.h", "\n");
  EXPECT_EQ(P.reachLaunches(),
            (List{"/p/between.h", "/p/launch.cuh", "/p/main.cpp"}));
}

TEST(FilesThatReach, TakesAllFilesOfAName) {
  Project P;
  P.add("/p/a/x.h", "\n");
  P.add("/p/b/x.h", "void f() { k<<<1, 1>>>(); }\n");
  P.add("/p/a/main.cpp", "#include \"x.h\"\n");
  EXPECT_EQ(P.reachLaunches(), (List{"/p/a/main.cpp", "/p/b/x.h"}));
}

TEST(FilesThatReach, EndsInACircle) {
  Project P;
  P.add("/p/a.h", "#include \"b.h\"\n");
  P.add("/p/b.h", "#include \"a.h\"\nvoid f() { k<<<1, 1>>>(); }\n");
  EXPECT_EQ(P.reachLaunches(), (List{"/p/a.h", "/p/b.h"}));
}

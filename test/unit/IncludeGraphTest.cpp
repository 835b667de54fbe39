#include "Parse/IncludeGraph.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <list>

using namespace llvm;
using namespace musify;

namespace {

class Project {
public:
  /// A file matters if it holds a launch.
  void add(StringRef Path, StringRef Text, StringRef Kind = "") {
    const std::string &Kept = Texts.emplace_back(Text.str());
    const std::string &Name = Texts.emplace_back(Path.str());
    Scans.push_back(scanFile(Kept, Empty, false));
    Files.push_back({Name, &Scans.back(),
                     Path.ends_with(".h") || Path.ends_with(".cuh"),
                     Text.contains("<<<"), Kind.str()});
  }
  std::vector<std::string> worthParsing() const {
    std::vector<std::string> Out;
    for (const auto &Item : filesWorthParsing(Files))
      Out.push_back(Item.getKey().str());
    llvm::sort(Out);
    return Out;
  }

private:
  std::string Image = packTable({});
  Table Empty{Image};
  std::list<std::string> Texts;
  std::list<ScannedFile> Scans;
  std::vector<IncludingFile> Files;
};

using List = std::vector<std::string>;
constexpr StringLiteral Launch = "void f() { k<<<1, 1>>>(); }\n";

} // namespace

TEST(FilesWorthParsing, FollowsIncludesBackwards) {
  Project P;
  P.add("/p/launch.cuh", Launch);
  P.add("/p/between.h", "#include <some/launch.cuh>\n");
  P.add("/p/main.cpp", "#ifdef MAYBE\n#include \"between.h\"\n#endif\n");
  P.add("/p/other.cpp", "#include \"plain.h\"\n");
  P.add("/p/plain.h", "\n");
  EXPECT_EQ(P.worthParsing(), (List{"/p/launch.cuh", "/p/main.cpp"}));
}

TEST(FilesWorthParsing, TakesAllFilesOfAName) {
  Project P;
  P.add("/p/a/x.h", "\n");
  P.add("/p/b/x.h", Launch);
  P.add("/p/a/main.cpp", "#include \"x.h\"\n");
  EXPECT_EQ(P.worthParsing(), (List{"/p/a/main.cpp", "/p/b/x.h"}));
}

TEST(FilesWorthParsing, EndsInACircle) {
  Project P;
  P.add("/p/a.h", "#include \"b.h\"\n");
  P.add("/p/b.h", "#include \"a.h\"\nvoid f() { k<<<1, 1>>>(); }\n");
  P.add("/p/main.cpp", "#include \"a.h\"\n");
  EXPECT_EQ(P.worthParsing(), (List{"/p/b.h", "/p/main.cpp"}));
}

TEST(FilesWorthParsing, TakesThreeOfAKind) {
  Project P;
  P.add("/p/x.h", Launch);
  for (const char *Name : {"/p/e.cpp", "/p/d.cpp", "/p/c.cpp", "/p/b.cpp"})
    P.add(Name, "#include \"x.h\"\n");
  P.add("/p/w.cpp", "#include \"x.h\"\n", "-DWIDE");
  EXPECT_EQ(P.worthParsing(),
            (List{"/p/b.cpp", "/p/c.cpp", "/p/d.cpp", "/p/w.cpp", "/p/x.h"}));
}

TEST(FilesWorthParsing, TakesTheFirstOfManyHundreds) {
  Project P;
  P.add("/p/x.h", Launch);
  for (unsigned I = 100; I < 1000; ++I)
    P.add("/p/" + std::to_string(I) + ".cpp", "#include \"x.h\"\n");
  EXPECT_EQ(P.worthParsing(),
            (List{"/p/100.cpp", "/p/101.cpp", "/p/102.cpp", "/p/x.h"}));
}

TEST(FilesWorthParsing, CountsWhatMattersItself) {
  Project P;
  P.add("/p/x.h", Launch);
  for (const char *Name : {"/p/z.cpp", "/p/y.cpp"})
    P.add(Name, "#include \"x.h\"\nvoid f() { k<<<1, 1>>>(); }\n");
  for (const char *Name : {"/p/a.cpp", "/p/b.cpp"})
    P.add(Name, "#include \"x.h\"\n");
  EXPECT_EQ(P.worthParsing(),
            (List{"/p/a.cpp", "/p/x.h", "/p/y.cpp", "/p/z.cpp"}));
}

TEST(IncludeGraph, HeavyHeadersLeadToManyFilesBesideThemOrInDirectories) {
  SmallString<128> Root;
  ASSERT_FALSE(sys::fs::createUniqueDirectory("musify-graph-test", Root));
  auto Write = [&](const Twine &Name, StringRef Text) {
    SmallString<128> Path(Root);
    sys::path::append(Path, Name);
    sys::fs::create_directories(sys::path::parent_path(Path));
    std::error_code EC;
    raw_fd_ostream(Path, EC) << Text;
    ASSERT_FALSE(EC);
  };
  std::string Beside, Elsewhere;
  for (unsigned I = 0; I < 70; ++I) {
    Write("sdk/many/" + Twine(I) + ".h", "#pragma once\n");
    Beside += "#include \"many/" + std::to_string(I) + ".h\"\n";
    Elsewhere += "#include <many/" + std::to_string(I) + ".h>\n";
  }
  Write("sdk/beside.h", Beside);
  Write("other/elsewhere.h", Elsewhere);
  Write("sdk/light.h", "#include \"many/1.h\"\n");

  CompileCommand Unit;
  Unit.Directory = Root.str().str();
  Unit.File = (Root + "/a.cu").str();
  IncludeGraph::FilesByName None;
  auto AreHeavy = [&](StringRef Header, std::vector<std::string> Flags) {
    Unit.Flags = std::move(Flags);
    auto NoScan = [](StringRef) { return nullptr; };
    IncludeGraph Graph(NoScan, None);
    return Graph.areHeavy(Header.str(), Unit);
  };
  std::string Sdk = ("-I" + Root + "/sdk").str();
  std::string Other = ("-I" + Root + "/other").str();
  EXPECT_TRUE(AreHeavy("beside.h", {Sdk}));
  EXPECT_TRUE(AreHeavy("elsewhere.h", {Sdk, Other}));
  EXPECT_FALSE(AreHeavy("elsewhere.h", {Other}));
  EXPECT_FALSE(AreHeavy("beside.h", {Other}));
  EXPECT_FALSE(AreHeavy("light.h", {Sdk}));
  sys::fs::remove_directories(Root);
}

TEST(IncludeGraph, UnitsFindHeadersInFoldersOfTheirOwn) {
  SmallString<128> Root;
  ASSERT_FALSE(sys::fs::createUniqueDirectory("musify-graph-test", Root));
  for (StringRef Folder : {"a", "b"}) {
    SmallString<128> Path(Root);
    sys::path::append(Path, Folder);
    ASSERT_FALSE(sys::fs::create_directory(Path));
    sys::path::append(Path, "x.h");
    std::error_code EC;
    raw_fd_ostream(Path, EC) << "int X;\n";
    ASSERT_FALSE(EC);
  }
  std::string Image = packTable({});
  Table Empty{Image};
  ScannedFile Main = scanFile("#include <x.h>\n", Empty, false);
  CompileCommand Unit;
  Unit.Directory = Root.str().str();
  Unit.File = (Root + "/main.cu").str();
  IncludeGraph::FilesByName None;
  auto ScanOf = [&](StringRef Path) {
    return Path == Unit.File ? &Main : nullptr;
  };
  IncludeGraph Graph(ScanOf, None);
  for (const char *Folder : {"/a", "/b"}) {
    Unit.Flags = {("-I" + Root + Folder).str()};
    std::vector<std::string> Found = Graph.mayInclude(Unit);
    ASSERT_EQ(Found.size(), 1u);
    EXPECT_TRUE(StringRef(Found[0]).ends_with((Twine(Folder) + "/x.h").str()));
  }
  sys::fs::remove_directories(Root);
}

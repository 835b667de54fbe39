//===- NearestCommandTest.cpp - A command for a file without one ----------===//
#include "Project/NearestCommand.h"

#include "gtest/gtest.h"

using namespace musify;

namespace {

CompileCommand command(std::string File, std::vector<std::string> Flags = {}) {
  CompileCommand C;
  C.File = std::move(File);
  C.Directory = "/build";
  C.Flags = std::move(Flags);
  return C;
}

/// The file whose command `File` gets; "" for none.
std::string nearest(std::initializer_list<const char *> Known,
                    llvm::StringRef File) {
  std::vector<CompileCommand> All;
  for (const char *Each : Known)
    All.push_back(command(Each));
  NearestCommands Commands;
  for (const CompileCommand &C : All)
    Commands.add(C);
  const CompileCommand *Found = Commands.find(File);
  return Found ? Found->File : "";
}

TEST(NearestCommand, OfTheSameDirectory) {
  EXPECT_EQ(nearest({"/p/a/x.cu", "/p/b/y.cu"}, "/p/b/new.cu"), "/p/b/y.cu");
}

TEST(NearestCommand, OfADirectoryAboveOrBeside) {
  EXPECT_EQ(nearest({"/p/a/x.cu"}, "/p/a/deep/new.cu"), "/p/a/x.cu");
  EXPECT_EQ(nearest({"/p/b/y.cu", "/p/a/x.cu"}, "/p/new.cu"), "/p/a/x.cu");
}

TEST(NearestCommand, OfTheSameLanguage) {
  EXPECT_EQ(nearest({"/p/a/x.c", "/p/y.cu"}, "/p/a/new.cu"), "/p/y.cu");
  EXPECT_EQ(nearest({"/p/y.cu"}, "/p/new.c"), "");
}

TEST(NearestCommand, AHeaderPrefersCudaUnits) {
  EXPECT_EQ(nearest({"/p/x.cpp", "/p/y.cu"}, "/p/new.h"), "/p/y.cu");
  EXPECT_EQ(nearest({"/p/x.cpp", "/p/y.c"}, "/p/new.h"), "/p/x.cpp");
}

TEST(NearestCommand, FlagsComeBeforeGuessedDirectories) {
  CompileCommand Guess =
      command("/p/new.h", {"-x", "cuda", "-std=c++17", "-I/p/include"});
  Guess.Directory = "/p";
  CompileCommand Out = withFlagsOf(
      command("/p/x.cpp", {"-x", "c++", "-DA=1", "-Iown", "-std=c++20"}),
      Guess);
  EXPECT_EQ(Out.Flags,
            (std::vector<std::string>{"-x", "cuda", "-std=c++17", "-DA=1",
                                      "-Iown", "-std=c++20", "-I/p/include"}));
  EXPECT_EQ(Out.Directory, "/build");
}

} // namespace

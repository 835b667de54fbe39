//===- IgnoreTest.cpp - Patterns as git takes them ------------------------===//
//
// Each case was compared with `git check-ignore`.
//
//===----------------------------------------------------------------------===//
#include "Project/Ignore.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

/// Whether `Lines` leave out `Path` below `/r`; a `/` at its end: a folder.
bool leavesOut(StringRef Lines, StringRef Path) {
  IgnoreRules Rules;
  SmallVector<StringRef> Each;
  Lines.split(Each, '\n');
  for (StringRef Line : Each)
    Rules.add(Line, "/r", "here");
  bool IsFolder = Path.consume_back("/");
  return Rules.excluder((Twine("/r/") + Path).str(), IsFolder).has_value();
}

struct Case {
  const char *Lines, *Path;
  bool IsOut;
};

// clang-format off
constexpr Case Cases[] = {
    // A pattern without a slash counts at each depth, one with a slash does not.
    {"a.cu", "a.cu", true},
    {"a.cu", "x/y/a.cu", true},
    {"/a.cu", "a.cu", true},
    {"/a.cu", "x/a.cu", false},
    {"x/a.cu", "x/a.cu", true},
    {"x/a.cu", "y/x/a.cu", false},
    {"a.cu", "a.cuh", false},
    {"a.cu", "ba.cu", false},
    {"A.cu", "a.cu", false},
    // A slash at the end: folders, and all that is in them.
    {"x/", "x/a.cu", true},
    {"x/", "y/x/a.cu", true},
    {"x/", "x", false},
    {"x/", "x/", true},
    {"/x/", "y/x/a.cu", false},
    {"y/x/", "y/x/a.cu", true},
    {"y/x/", "z/y/x/a.cu", false},
    {"x", "x/a.cu", true},
    // A star stops at a slash, but not at a dot; so does a question mark.
    {"*.cu", ".cu", true},
    {"*", ".hidden", true},
    {"x/*", "x/a.cu", true},
    {"x/*", "x/y/a.cu", true},
    {"x/*.cu", "x/y/a.cu", false},
    {"x*y", "x/y", false},
    {"?.cu", "a.cu", true},
    {"?.cu", "ab.cu", false},
    {"x?y", "x/y", false},
    // Two stars between slashes are any number of folders, elsewhere one star.
    {"**/a.cu", "a.cu", true},
    {"**/a.cu", "x/y/a.cu", true},
    {"x/**", "x/a.cu", true},
    {"x/**", "x/y/a.cu", true},
    {"x/**", "x/", false},
    {"x/**/a.cu", "x/a.cu", true},
    {"x/**/a.cu", "x/y/z/a.cu", true},
    {"x/**/a.cu", "y/x/a.cu", false},
    {"**/x/**", "y/x/a.cu", true},
    {"x/**/", "x/y/a.cu", true},
    {"x/**/", "x/a.cu", false},
    {"**", "x/a.cu", true},
    {"/**", "a.cu", true},
    {"x/y**z/a.cu", "x/yyz/a.cu", true},
    {"x/y**z/a.cu", "x/y/z/a.cu", false},
    {"x**", "xyz", true},
    // Brackets.
    {"[ab].cu", "a.cu", true},
    {"[ab].cu", "c.cu", false},
    {"[!ab].cu", "c.cu", true},
    {"[!ab].cu", "a.cu", false},
    {"[^ab].cu", "c.cu", true},
    {"[a-c].cu", "b.cu", true},
    {"[[:digit:]].cu", "7.cu", true},
    {"[[:digit:]].cu", "a.cu", false},
    {"[]a].cu", "].cu", true},
    {"[*].cu", "*.cu", true},
    {"[*].cu", "a.cu", false},
    {"[a.cu", "[a.cu", false},
    {"[a.cu", "a.cu", false},
    {"[\\]].cu", "].cu", true},
    // A backslash takes the meaning away.
    {"\\#a.cu", "#a.cu", true},
    {"\\!a.cu", "!a.cu", true},
    {"\\*.cu", "*.cu", true},
    {"\\*.cu", "a.cu", false},
    {"\\a.cu", "a.cu", true},
    {"a.cu\\", "a.cu", false},
    {"a.cu\\", "a.cu\\", false},
    {"a\\\\b", "a\\b", true},
    // Comments, blanks at the end, ends of lines.
    {"#a.cu", "#a.cu", false},
    {"", "a.cu", false},
    {"a.cu  ", "a.cu", true},
    {"a.cu\\ ", "a.cu ", true},
    {"a.cu\\ ", "a.cu", false},
    {"a.cu\\  ", "a.cu ", true},
    {"a.cu\\\\ ", "a.cu\\", true},
    {" a.cu", " a.cu", true},
    {" a.cu", "a.cu", false},
    {"a.cu\t", "a.cu", false},
    {"a.cu\r", "a.cu", true},
    {" ", "a.cu", false},
    {"/", "a.cu", false},
    {"!", "a.cu", false},
    // The last line that matches counts, but a folder stays out with all in it.
    {"*.cu\n!a.cu", "a.cu", false},
    {"*.cu\n!a.cu", "b.cu", true},
    {"!a.cu\n*.cu", "a.cu", true},
    {"x/\n!x/a.cu", "x/a.cu", true},
    {"x/*\n!x/a.cu", "x/a.cu", false},
    {"x/*\n!x/a.cu", "x/b.cu", true},
    {"/*\n!/x", "x/a.cu", false},
    {"/*\n!/x", "y/a.cu", true},
    {"/*\n!/x/\n/x/*\n!/x/y", "x/y/a.cu", false},
    {"/*\n!/x/\n/x/*\n!/x/y", "x/z/a.cu", true},
    {"x//a.cu", "x/a.cu", false},
};
// clang-format on

TEST(Ignore, MeansWhatGitTakesItFor) {
  for (const Case &C : Cases)
    EXPECT_EQ(leavesOut(C.Lines, C.Path), C.IsOut)
        << "`" << C.Lines << "` and `" << C.Path << "`";
}

TEST(Ignore, TellsTheLineThatLeavesOut) {
  IgnoreRules Rules;
  Rules.add("*.cu", "/r", "first");
  Rules.add("/a.cu", "/r/sub", "second");
  EXPECT_EQ(Rules.excluder("/r/a.cu", false), "first");
  EXPECT_EQ(Rules.excluder("/r/sub/a.cu", false), "second");
  EXPECT_EQ(Rules.excluder("/r/a.h", false), std::nullopt);
  EXPECT_EQ(Rules.excluder("/rest/a.cu", false), std::nullopt);
  EXPECT_EQ(Rules.excluder("/r", true), std::nullopt);
}

TEST(Ignore, ADeeperFolderTakesInAgain) {
  IgnoreRules Rules;
  Rules.add("*.cu", "/r", "above");
  Rules.add("!a.cu", "/r/sub", "below");
  EXPECT_EQ(Rules.excluder("/r/sub/a.cu", false), std::nullopt);
  EXPECT_EQ(Rules.excluder("/r/a.cu", false), "above");
}

} // namespace

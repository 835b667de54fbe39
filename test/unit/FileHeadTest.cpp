#include "Scan/FileHead.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

using Names = std::vector<std::string>;

/// `ON` is defined, `OFF` is not, of others nobody knows.
FileHead head(StringRef Text) {
  return readHead(Text, [](StringRef Macro) -> std::optional<bool> {
    if (Macro == "ON" || Macro == "OFF")
      return Macro == "ON";
    return std::nullopt;
  });
}

TEST(FileHead, EndsWithTheFirstCode) {
  FileHead Head = head("// a\n#include <a/b.h>\n#include \"c.h\"\nint x;\n"
                       "#include <d.h>\n");
  EXPECT_EQ(Head.Includes, (Names{"a/b.h", "c.h"}));
  EXPECT_FALSE(Head.IsWhole);
  EXPECT_FALSE(Head.IsGuarded);
}

TEST(FileHead, KnowsGuards) {
  FileHead Once = head("#pragma once\n#include <a.h>\n");
  EXPECT_TRUE(Once.IsGuarded && Once.IsWhole);
  FileHead Guarded =
      head("#ifndef A_H\n#define A_H\n#include <a.h>\n#endif // A_H\n");
  EXPECT_TRUE(Guarded.IsGuarded && Guarded.IsWhole);
  EXPECT_EQ(Guarded.Includes, (Names{"a.h"}));
  EXPECT_FALSE(head("#ifndef A_H\n#include <a.h>\n#endif\n").IsGuarded);
  EXPECT_FALSE(head("#include <a.h>\n").IsGuarded);
}

TEST(FileHead, FollowsConditionsThatAreKnown) {
  FileHead Head = head("#ifdef ON\n#include <a.h>\n#else\n#include <b.h>\n"
                       "#endif\n#ifndef ON\n#include <c.h>\n#endif\n"
                       "#ifdef OFF\nint x;\n#else\n#include <d.h>\n#endif\n");
  EXPECT_EQ(Head.Includes, (Names{"a.h", "d.h"}));
  EXPECT_TRUE(Head.IsWhole);
}

TEST(FileHead, StopsAtAnIncludeBelowAnotherCondition) {
  for (const char *If : {"#if X > 2\n", "#ifdef X\n", "#if defined(ON)\n",
                         "#ifdef OFF\n#elif X\n"}) {
    FileHead Head = head("#include <a.h>\n" + std::string(If) +
                         "#include <b.h>\n#endif\n#include <c.h>\n");
    EXPECT_EQ(Head.Includes, (Names{"a.h"})) << If;
    EXPECT_FALSE(Head.IsWhole) << If;
  }
}

TEST(FileHead, TellsOfMacrosBeforeAnInclude) {
  FileHead Head =
      head("#define A 1\n#if X\n#define B\n#else\n#undef C\n#endif\n"
           "#include <a.h>\n#define D\n");
  EXPECT_EQ(Head.Includes, (Names{"a.h"}));
  EXPECT_EQ(Head.Macros, (Names{"A", "B", "C"}));
  // What the file itself defines is known no more.
  EXPECT_EQ(head("#define OFF\n#ifdef OFF\n#include <b.h>\n#endif\n").Includes,
            Names());
}

TEST(FileHead, StopsAtWhatMayDoAnything) {
  for (const char *Line : {"#pragma pack(1)\n", "#error no\n", "#line 3\n",
                           "#include HEADER\n", "#endif\n", "#else\n", "#\n"})
    EXPECT_EQ(head(std::string(Line) + "#include <a.h>\n").Includes, Names())
        << Line;
}

TEST(FileHead, ListsIncludeLines) {
  EXPECT_EQ(includeLines("#include <a.h>\nint x;\n  #  include \"b.h\"\n"
                         "#include HEADER\n#include <c.h"),
            (Names{"a.h", "b.h"}));
}

} // namespace

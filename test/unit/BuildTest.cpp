#include "Build/Port.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

using Place = ScriptToken::Place;

/// `text` of the tokens of one place, in order.
std::string seen(StringRef Text, ScriptSyntax Syntax, Place At) {
  std::vector<StringRef> Found;
  for (const ScriptToken &T : scanScript(Text, Syntax).Tokens)
    if (T.At == At)
      Found.push_back(T.Text);
  return join(Found, "|");
}

TEST(Scanner, CMakeWordsAndReferences) {
  StringRef Text = "Set(A ${B}/c \"d;e ${F} \\\"g\") # h\n";
  EXPECT_EQ(seen(Text, ScriptSyntax::CMake, Place::Command), "Set");
  EXPECT_EQ(seen(Text, ScriptSyntax::CMake, Place::Word),
            "A|${B}/c|d|e|${F}|g");
  EXPECT_EQ(seen(Text, ScriptSyntax::CMake, Place::Reference), "B|F");
}

TEST(Scanner, CMakeGeneratorExpressions) {
  EXPECT_EQ(seen("a($<$<LANG:CUDA>:-x=1,2 -y> $<T:A::b>)", ScriptSyntax::CMake,
                 Place::Word),
            "LANG|CUDA|-x=1,2|-y|T|A::b");
}

/// What CMake does with an option is no part of it; a language may be one of
/// several.
TEST(Scanner, CMakePrefixesAndLists) {
  StringRef Text = "a(\"SHELL:-b c\" LINKER:-d $<LANG:CXX,CUDA>)";
  EXPECT_EQ(seen(Text, ScriptSyntax::CMake, Place::Word),
            "-b|c|-d|LANG|CXX|CUDA");
  ScannedScript S = scanScript(Text, ScriptSyntax::CMake);
  EXPECT_EQ(S.Tokens.back().Generator, "LANG");
}

/// Behind a condition, a comma belongs to the text.
TEST(Scanner, CMakeConditionsInGeneratorExpressions) {
  EXPECT_EQ(seen("a($<$<L:C>:b=1,c=2> \"$<$<AND:$<L:C>,$<D:E>>:f,g;h>\" "
                 "$<IF:$<L:C>,i,j>)",
                 ScriptSyntax::CMake, Place::Word),
            "L|C|b=1,c=2|AND|L|C|D|E|f,g|h|IF|L|C|i|j");
}

TEST(Scanner, CMakeBracketsAreOpaque) {
  ScannedScript S =
      scanScript("a([=[ b ]] ]=] c) #[[ d\n]] e(f)", ScriptSyntax::CMake);
  ASSERT_EQ(S.Opaque.size(), 1u);
  ASSERT_EQ(S.Comments.size(), 1u);
  EXPECT_EQ(S.Tokens.size(), 4u); // a, c, e, f
  EXPECT_FALSE(S.Broken);
}

TEST(Scanner, MakeAssignmentsAndFunctions) {
  StringRef Text = "override A ?= b $(C:.x=.y) # d\n"
                   "t: E = $(patsubst %.x,%.y,${F})\n\t@g -h \"i\"\n";
  EXPECT_EQ(seen(Text, ScriptSyntax::Make, Place::Assigned), "A|E");
  EXPECT_EQ(seen(Text, ScriptSyntax::Make, Place::Reference), "C|F");
  EXPECT_EQ(seen(Text, ScriptSyntax::Make, Place::Command), "g");
}

TEST(Scanner, ShellCommandsAndDefaults) {
  StringRef Text = "A=1 b ${C:-d} && e \"$(f $G)\" '$H' \\\n  i # j\n";
  EXPECT_EQ(seen(Text, ScriptSyntax::Shell, Place::Assigned), "A");
  EXPECT_EQ(seen(Text, ScriptSyntax::Shell, Place::Reference), "C|G");
}

TEST(Scanner, PythonStringsAndNames) {
  StringRef Text = "a.b(c=['d', f\"{e}g{{h}}\", r'''i'''])  # j\n";
  EXPECT_EQ(seen(Text, ScriptSyntax::Python, Place::Name), "a.b|c|e");
  std::string Keyword;
  for (const ScriptToken &T : scanScript(Text, ScriptSyntax::Python).Tokens)
    if (T.Text == "d")
      Keyword = T.Keyword.str();
  EXPECT_EQ(Keyword, "c");
}

/// The keyword of `word`.
std::string keywordOf(StringRef Word, StringRef Text) {
  for (const ScriptToken &T : scanScript(Text, ScriptSyntax::Python).Tokens)
    if (T.Text == Word)
      return T.Keyword.str();
  return "?";
}

TEST(Scanner, PythonArgumentsOfMessagesAreProse) {
  auto IsProse = [](StringRef Text) {
    for (const ScriptToken &T : scanScript(Text, ScriptSyntax::Python).Tokens)
      if (T.Text == "nvcc")
        return T.Prose;
    return false;
  };
  EXPECT_TRUE(IsProse("print('nvcc')\n"));
  EXPECT_TRUE(IsProse("print(f('nvcc'))\n"));
  EXPECT_FALSE(IsProse("run('nvcc')\n"));
  EXPECT_FALSE(IsProse("print['nvcc'] = 1\n"));
}

TEST(Scanner, PythonListsThatGrow) {
  EXPECT_EQ(keywordOf("-a", "flags += ['-a']\n"), "flags");
  EXPECT_EQ(keywordOf("-a", "args['x'] += ['-a']\n"), "x");
  EXPECT_EQ(keywordOf("-a", "f(args['x'], ['-a'])\n"), "");
  EXPECT_EQ(keywordOf("-a", "y = args['x'] + ['-a']\n"), "y");
  EXPECT_EQ(keywordOf("-a", "['x'] + ['-a']\n"), "");
}

TEST(Scanner, LiteralsOfCode) {
  std::string Found;
  for (const ScriptToken &T :
       scanLiterals("#include \"a.h\"\n#define B \"b c\"\n"
                    "f(\"d\\ne\", u8\"f\", R\"(g)\", 'h', \"\");\n")
           .Tokens)
    Found += (T.Text + (T.Whole ? "!" : "") + "|").str();
  EXPECT_EQ(Found, "b|c|d|e|f!|");
}

TEST(Scanner, EndsAtWhatDoesNotEnd) {
  for (auto [Text, Syntax] : {std::pair("a(b \"c", ScriptSyntax::CMake),
                              std::pair("a([[b]", ScriptSyntax::CMake),
                              std::pair("a = $(b", ScriptSyntax::Make),
                              std::pair("a 'b", ScriptSyntax::Shell),
                              std::pair("a <<B\nc\n", ScriptSyntax::Shell),
                              std::pair("a = '''b", ScriptSyntax::Python),
                              std::pair("a = \"b\\", ScriptSyntax::Python)})
    EXPECT_TRUE(bool(scanScript(Text, Syntax).Broken)) << Text;
}

/// A scan must end, and stay inside, wherever the text is cut off.
TEST(Scanner, TakesEveryPrefix) {
  StringRef Text = "a(${b$ENV{c}} \"$<d:e>\\\" [=[f]=] #[[g]]\n)\n"
                   "x := $(y z,${w}) \\\n\t'v' \"$(u `t`)\" <<S\nr\nS\n"
                   "p = f'{q}' + \"\"\"o\"\"\" [-n=1]\n";
  for (unsigned S = 0; S <= unsigned(ScriptSyntax::Meson); ++S)
    for (size_t I = 0; I <= Text.size(); ++I)
      for (const ScriptToken &T :
           scanScript(Text.take_front(I), ScriptSyntax(S)).Tokens)
        ASSERT_LE(T.end(), I);
}

std::string faultsOf(StringRef Rules) {
  auto Loaded = parseBuildRules(Rules, "x.json");
  return Loaded ? "" : toString(Loaded.takeError());
}

TEST(BuildRules, NamesComeFromFileAndText) {
  auto Rules = parseBuildRules(
      R"({"syntax": ["make"], "rules": [{"where": "program", "from": "a",)"
      R"( "to": "b", "status": "supported", "evidence": "doc: c"}]})",
      "dir/x.json");
  ASSERT_TRUE(bool(Rules)) << toString(Rules.takeError());
  EXPECT_EQ((*Rules)[0].Name, "x/a");
  EXPECT_EQ((*Rules)[0].Syntaxes, 1u << unsigned(ScriptSyntax::Make));
}

TEST(BuildRules, TellsEveryFault) {
  EXPECT_NE(faultsOf("{"), "");
  EXPECT_NE(faultsOf("[]"), "");
  std::string Faults = faultsOf(
      R"({"syntax": ["make"], "rules": [)"
      R"({"where": "word", "from": "a", "to": "b", "status": "supported"},)"
      R"({"where": "nowhere", "from": "c"},)"
      R"({"where": "word", "from": "d", "status": "unsupported"},)"
      R"({"where": "word", "from": "e", "colour": "red"}]})");
  EXPECT_EQ(Faults,
            "x.json: error: rule 1 `a`: supported without `evidence`\n"
            "x.json: error: rule 2 `c`: unknown where `nowhere`\n"
            "x.json: error: rule 3 `d`: unsupported without a `note` on what "
            "to do instead\n"
            "x.json: error: rule 4 `e`: unknown key `colour`");
}

TEST(BuildRules, NoRuleStandsTwice) {
  auto Rules = parseBuildRules(
      R"({"syntax": ["make"], "rules": [{"where": "word", "from": "a",)"
      R"( "note": "b"}, {"where": "word", "from": "a", "note": "c"}]})",
      "x.json");
  ASSERT_TRUE(bool(Rules)) << toString(Rules.takeError());
  EXPECT_EQ(toString(checkBuildRules(*Rules)), "build rule `x/a` occurs twice");
}

} // namespace

// Sources that get another name, as build scripts list them: names, patterns
// and suffixes.
#include "Build/ScriptPort.h"
#include "Platform/Platform.h"
#include "Project/FileNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Path.h"
#include <array>

using namespace llvm;

namespace musify {

/// Where `.cu` or `.cuh` stands in a word: at its end, or before what a script
/// makes of it (`x.cu.o`, the `$` of a regular expression). npos: nowhere.
static size_t suffixAt(StringRef Word, StringRef &Suffix) {
  for (StringRef Rest : {"", ".o", ".obj", ".d", "$", "$|", "*", "?", ".o$"}) {
    StringRef Stem = Word;
    if (!Stem.consume_back(Rest))
      continue;
    for (const FileType &Each : fileTypes())
      if (!Each.Musa.empty() && Stem.ends_with(Each.Suffix)) {
        Suffix = Each.Suffix;
        return Stem.size() - Each.Suffix.size();
      }
  }
  return StringRef::npos;
}

/// True if the word is a regular expression, `.*_test\\.cu$`: what it matches
/// today does not tell what it is for.
static bool isRegex(StringRef Word, size_t Suffix) {
  return Word.take_front(Suffix).ends_with("\\") || Word.ends_with("$") ||
         Word.contains(".*") || Word.starts_with("^");
}

/// A path as a pattern: references and `%` stand for anything.
static std::string patternOf(StringRef Path) {
  // What leads out of a directory cannot be compared.
  if (size_t Up = Path.rfind("../"); Up != StringRef::npos)
    Path = Path.drop_front(Up + 3);
  Path = sys::path::remove_leading_dotslash(Path).ltrim('/');
  std::string Pattern = "*/";
  for (size_t I = 0; I < Path.size(); ++I) {
    char C = Path[I];
    bool Dollar = C == '$' && I + 1 < Path.size();
    char Open = Dollar ? Path[I + 1] : C;
    if (Open == '{' || (Dollar && Open == '(')) {
      I = std::min(Path.find(Open == '{' ? '}' : ')', I), Path.size());
      C = '*';
    } else if (Dollar) {
      while (I + 1 < Path.size() &&
             (isAlnum(Path[I + 1]) || Path[I + 1] == '_'))
        ++I;
      C = '*';
    }
    if (C == '%') // also `%s` and `%02d`
      while (I + 1 < Path.size() &&
             (isDigit(Path[I + 1]) || StringRef("sdiul").contains(Path[I + 1])))
        ++I;
    Pattern += C == '%' ? '*' : C == '\\' ? '?' : C;
    if (StringRef(Pattern).ends_with("**/")) // `**` may be no directory at all
      Pattern.resize(Pattern.size() - 1);
  }
  return Pattern;
}

/// A directory that the build writes to: `${PROJECT_BINARY_DIR}/x.cuh`.
static bool isBelowBuildDirectory(StringRef Word) {
  StringRef Variable = Word.split('/').first;
  return Variable.consume_front("$") &&
         any_of(std::array{"BINARY_DIR", "BUILD_DIR", "GENERATED", "GEN_DIR"},
                [&](StringRef Part) { return Variable.contains(Part); });
}

/// Which words of a CMake script name what the build writes. A header keeps its
/// name then, as the includes of it do, and so does what another program
/// writes.
void ScriptPort::findGenerated() {
  if (S.Syntax != ScriptSyntax::CMake)
    return;
  bool IsOutput = false, IsWritten = false;
  unsigned Arguments = 0;
  for (const Token &T : Tokens) {
    if (T.At == Token::Place::Command)
      Arguments = IsOutput = IsWritten = false;
    if (T.At != Token::Place::Word)
      continue;
    bool IsFile = T.Command.equals_insensitive("file");
    bool IsOption =
        all_of(T.Text, [](char C) { return isUpper(C) || C == '_'; });
    bool IsSecond =
        ++Arguments == 2 && T.Command.equals_insensitive("configure_file");
    if (IsOption) {
      IsOutput = T.Text == "OUTPUT" || T.Text == "BYPRODUCTS";
      IsWritten = IsFile && (T.Text == "WRITE" || T.Text == "APPEND");
    } else if (IsOutput || IsWritten || IsSecond) {
      Generated[T.Text] = IsSecond || IsFile;
      IsWritten = false; // the rest is the file's content
    }
  }
}

/// What the build writes, and keeps its name.
bool ScriptPort::isGenerated(StringRef Word) const {
  auto Known = Generated.find(Word);
  if (Known == Generated.end())
    return isBelowBuildDirectory(Word);
  return !Known->second || !Word.ends_with(sourcePlatform().SourceSuffix);
}

/// A unit that CMake itself writes: only its scripts name it.
bool ScriptPort::isWrittenUnit(StringRef Word) const {
  return Generated.lookup(Word) &&
         Word.ends_with(sourcePlatform().SourceSuffix);
}

/// True if `Word` names sources of the run. `IsLiteral`: it names one file,
/// without a variable or pattern.
bool ScriptPort::namesSource(StringRef Word, bool &IsLiteral) const {
  StringRef Name = sys::path::filename(Word);
  // A name that begins so is the end of one: `endswith("_sm80.cu")`.
  if (Name.starts_with("_") || Name.starts_with("-"))
    return any_of(Tree.Sources,
                  [&](StringRef Source) { return Source.ends_with(Name); });
  IsLiteral = Word.find_first_of("$*?%{[\\") == StringRef::npos;
  if (IsLiteral) {
    SmallString<256> Near(sys::path::parent_path(S.Path));
    sys::path::append(Near, Word);
    sys::path::remove_dots(Near, /*remove_dot_dot=*/true);
    std::string Below =
        ("/" + StringRef(sys::path::remove_leading_dotslash(Word)).ltrim("./"))
            .str();
    return any_of(Tree.Sources, [&](StringRef Source) {
      return Source == Near || Source.ends_with(Below);
    });
  }
  return matchesSource(patternOf(Word)) ||
         // A unit that a build makes of another has the suffix of its language.
         (Name.ends_with(sourcePlatform().SourceSuffix) &&
          matchesSource(patternOf(Name)));
}

bool ScriptPort::matchesSource(const std::string &Pattern) const {
  auto Glob = GlobPattern::create(Pattern);
  if (!Glob) {
    consumeError(Glob.takeError());
    return false;
  }
  return any_of(Tree.Sources,
                [&](StringRef Source) { return Glob->match(Source); });
}

/// The end of names in CMake's `string(REPLACE ".cu" "_sm80.cu" ...)`.
bool ScriptPort::isReplaced(size_t I) const {
  const Token &T = Tokens[I];
  bool IsEnd = !T.Text.empty() && StringRef("_-\\").contains(T.Text[0]);
  if (S.Syntax != ScriptSyntax::CMake || !IsEnd ||
      !T.Command.equals_insensitive("string"))
    return false;
  size_t First = I;
  while (First && Tokens[First - 1].Statement == T.Statement &&
         Tokens[First - 1].At == Token::Place::Word)
    --First;
  return Tokens[First].Text == "REPLACE" || Tokens[First].Text == "REGEX";
}

void ScriptPort::followSources(size_t I) {
  const Token &T = Tokens[I];
  StringRef Suffix;
  StringRef Word = T.Text;
  size_t At = suffixAt(Word, Suffix);
  if (At == StringRef::npos || sys::path::is_absolute(Word))
    return;
  bool IsCode = S.Syntax == ScriptSyntax::Source;
  bool IsFindingsOnly = S.Syntax > ScriptSyntax::Shell && !IsCode;
  StringRef Named = Word.take_front(At + Suffix.size());
  // A suffix alone speaks of all sources that have it.
  bool Alone = StringRef(sys::path::filename(Named)).ltrim("*%\\").size() ==
                   Suffix.size() ||
               isRegex(Word, At) || isReplaced(I);
  bool IsLiteral = false;
  if (!Alone && Named.size() == Word.size() && isGenerated(Word)) {
    if (Tree.Rename && Suffix == sourcePlatform().SourceSuffix)
      report(T.Offset, T.end(), say(msg::SourceNotPorted, Word), "");
    return;
  }
  bool IsSource =
      Alone ? any_of(Tree.Sources,
                     [&](StringRef Source) {
                       return Source.ends_with(Suffix) ||
                              (Word.drop_front(Named.size()).starts_with("?") &&
                               Source.ends_with(Suffix.drop_back()));
                     })
            : isWrittenUnit(Word) ||
                  // `!a.cu` of a list of patterns, git's `:!a.cu`
                  namesSource(Named.ltrim("!:^"), IsLiteral);
  if (!IsSource) {
    // Python writes sources itself, and names them with a pattern.
    bool IsUnit = S.Syntax == ScriptSyntax::Python &&
                  Suffix == sourcePlatform().SourceSuffix;
    bool Matters = (IsLiteral || IsUnit) && !IsFindingsOnly && !IsCode;
    if (Matters && Tree.Rename && !Tree.Sources.empty())
      report(T.Offset, T.end(), say(msg::SourceNotPorted, Word), "");
    return;
  }
  if (!Tree.Rename)
    return reportKeptSources(T);
  std::string New = portedFileName(Suffix, Direction::CudaToMusa);
  if (IsFindingsOnly || (IsCode && !IsLiteral)) // `"%s.cu"`, `".cu"`
    return report(T.Offset, T.end(), say(msg::SourceRenamed, Word, New), "");
  if (IsCode) // the same edit as that of an include which takes the string
    return edit(
        "renamed-file", T.Offset, T.end(),
        (Word.take_front(At) + New + Word.drop_front(Named.size())).str(),
        say(msg::SourceFollows, Word), "");
  unsigned Begin = T.Offset + unsigned(At);
  edit("renamed-file", Begin, Begin + unsigned(Suffix.size()), New,
       say(msg::SourceFollows, Word), "");
}

/// mcc goes by the suffix: told once a script.
void ScriptPort::reportKeptSources(const Token &T) {
  bool IsSaid = Tree.KeepSuffix && S.Syntax != ScriptSyntax::Python;
  if (ReportedKeptSource || IsSaid)
    return;
  bool Compiles = any_of(Tokens, [](const Token &Each) {
    return Each.Text.contains_insensitive("nvcc") ||
           Each.Text.contains_insensitive("mcc");
  });
  Message What;
  if (S.Syntax == ScriptSyntax::Python && !Imported.empty())
    What = say(msg::KeptSuffixTorch);
  else if (EnablesLanguage)
    What = say(msg::KeptSuffixLanguage);
  else if (Compiles &&
           (S.Syntax == ScriptSyntax::Make || S.Syntax == ScriptSyntax::Shell))
    What = say(msg::KeptSuffixCompiler);
  else
    return;
  ReportedKeptSource = true;
  report(T.Offset, T.end(), std::move(What), "");
}

} // namespace musify

// Sources that get another name, as build scripts list them: names, patterns
// and suffixes.
#include "Build/ScriptPort.h"
#include "Project/FileNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

/// Where `.cu` or `.cuh` stands in a word: at its end, or before what a script
/// makes of it (`x.cu.o`, the `$` of a regular expression). npos: nowhere.
static size_t suffixAt(StringRef Word, StringRef &Suffix) {
  for (StringRef Rest : {"", ".o", ".obj", ".d", "$", "*", ".o$"}) {
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

/// The file name as a pattern: references and `%` stand for anything.
static std::string patternOf(StringRef Name) {
  std::string Pattern;
  for (size_t I = 0; I < Name.size(); ++I) {
    char C = Name[I];
    bool Dollar = C == '$' && I + 1 < Name.size();
    char Open = Dollar ? Name[I + 1] : C;
    if (Open == '{' || (Dollar && Open == '(')) {
      I = std::min(Name.find(Open == '{' ? '}' : ')', I), Name.size());
      C = '*';
    }
    Pattern += C == '%' ? '*' : C == '\\' ? '?' : C;
  }
  return Pattern;
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
  std::string Pattern = patternOf(Name); // the glob points into it
  auto Glob = GlobPattern::create(Pattern);
  if (!Glob) {
    consumeError(Glob.takeError());
    return false;
  }
  return any_of(Tree.Sources, [&](StringRef Source) {
    return Glob->match(sys::path::filename(Source));
  });
}

void ScriptPort::followSources(size_t I) {
  const Token &T = Tokens[I];
  StringRef Suffix;
  StringRef Word = T.Text;
  size_t At = suffixAt(Word, Suffix);
  if (At == StringRef::npos || sys::path::is_absolute(Word))
    return;
  bool IsFindingsOnly = S.Syntax > ScriptSyntax::Shell;
  StringRef Named = Word.take_front(At + Suffix.size());
  // A suffix alone speaks of all sources that have it.
  bool Alone = StringRef(sys::path::filename(Named)).ltrim("*%\\").size() ==
               Suffix.size();
  bool IsLiteral = false;
  bool IsSource =
      Alone ? any_of(Tree.Sources,
                     [&](StringRef Source) { return Source.ends_with(Suffix); })
            : namesSource(Named, IsLiteral);
  if (!IsSource) {
    if (IsLiteral && Tree.Rename && !Tree.Sources.empty() && !IsFindingsOnly)
      report(T.Offset, T.end(), say(msg::SourceNotPorted, Word), "");
    return;
  }
  if (!Tree.Rename)
    return reportKeptSources(T);
  std::string New = portedFileName(Suffix, Direction::CudaToMusa);
  if (IsFindingsOnly)
    return report(T.Offset, T.end(), say(msg::SourceRenamed, Word, New), "");
  unsigned Begin = T.Offset + unsigned(At);
  edit("renamed-file", Begin, Begin + unsigned(Suffix.size()), New,
       say(msg::SourceFollows, Word), "");
}

/// mcc goes by the suffix: told once a script.
void ScriptPort::reportKeptSources(const Token &T) {
  if (ReportedKeptSource)
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

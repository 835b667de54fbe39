// Names of renamed sources where no word of a script is one: in text for
// people, in code that a string holds, in data, and suffixes without their dot.
#include "Build/ScriptPort.h"
#include "Project/FileNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

static bool isPathChar(char C) {
  return isAlnum(C) || StringRef("_-+./").contains(C);
}

/// True for what may stand behind the name of a file, or of what a build makes
/// of it: `a.cu.in` is another file, which keeps its name.
static bool endsName(StringRef Rest) {
  StringRef Word = Rest.take_while(
      [](char C) { return isAlnum(C) || StringRef("_-.").contains(C); });
  Word = Word.rtrim('.'); // of a sentence
  return is_contained({"", ".o", ".obj", ".d"}, Word);
}

/// The suffix of a renamed file that stands at `At`; empty if none does.
static StringRef renamedSuffixAt(StringRef Text, size_t At) {
  StringRef Found;
  for (const FileType &Each : fileTypes())
    if (!Each.Musa.empty() && Text.substr(At).starts_with(Each.Suffix) &&
        Each.Suffix.size() > Found.size())
      Found = Each.Suffix;
  return endsName(Text.substr(At + Found.size())) ? Found : StringRef();
}

bool ScriptPort::isDecided(unsigned Begin, unsigned End) const {
  return any_of(Out, [&](const Finding &F) {
    return F.Where.Offset < End && Begin < F.Where.Offset + F.Where.Length;
  });
}

/// True for what no rule reads: comments, and all behind a broken place.
bool ScriptPort::isUnread(unsigned At) const {
  return isComment(At) || At >= S.Scan.BrokenAt;
}

/// The word around a place, as far as it is written out, and whether that is
/// the end of a longer one: `_kernel.cuh` of `{name}_kernel.cuh`.
struct ScriptPort::Mention {
  std::string Written;
  bool IsTail = false;
  bool IsPattern = false;    ///< `\.cu$`, `s/.cu/.o/`: any source may match
  bool MayBeShorter = false; ///< a pattern, `\.cuh?`
};

/// `/.cu/` of a shell's `${f/.cu/.o}` or of `sed 's/.cu/.o/'`.
static bool isSubstituted(StringRef Text, unsigned At, unsigned End) {
  return At && End < Text.size() && Text[At - 1] == Text[End] &&
         StringRef("/#|,@").contains(Text[End]);
}

/// Where the characters of a path begin that stand before `At`.
static unsigned pathBegin(StringRef Text, unsigned At) {
  while (At && isPathChar(Text[At - 1]))
    --At;
  return At;
}

ScriptPort::Mention ScriptPort::mentionAt(unsigned At,
                                          unsigned SuffixEnd) const {
  unsigned End = At, Begin = pathBegin(Text, At);
  // A regular expression: `_k\.cu$`.
  if (Begin == At)
    while (End && Text[End - 1] == '\\')
      --End;
  bool IsEscaped = End < At;
  if (IsEscaped)
    Begin = pathBegin(Text, End);
  char Before = Begin ? Text[Begin - 1] : 0;
  if (Before == '%' && Begin < End && StringRef("sd").contains(Text[Begin]))
    ++Begin;
  bool IsTail = Before && StringRef("%}*)]\\").contains(Before);
  bool IsPattern = IsEscaped || isSubstituted(Text, At, SuffixEnd);
  bool MayBeShorter = IsPattern && Text.substr(SuffixEnd).starts_with("?");
  return {(Text.slice(Begin, End) + Text.slice(At, SuffixEnd)).str(), IsTail,
          IsPattern, MayBeShorter};
}

bool ScriptPort::namesRenamed(const Mention &M, StringRef Suffix) const {
  bool IsSuffix = M.Written == Suffix;
  if (M.IsTail || M.IsPattern) {
    StringRef Tail = M.IsPattern ? Suffix : StringRef(M.Written);
    return any_of(Tree.Sources, [&](StringRef Source) {
      return Source.ends_with(Tail) ||
             (M.MayBeShorter && Source.ends_with(Tail.drop_back()));
    });
  }
  bool IsLiteral = false;
  return !IsSuffix && !StringRef(M.Written).starts_with("//") &&
         namesSource(M.Written, IsLiteral);
}

/// A word whose name the build gives to what it writes.
bool ScriptPort::isInGenerated(unsigned At) const {
  return any_of(Tokens, [&](const Token &T) {
    return T.At == Token::Place::Word && T.Offset <= At && At < T.end() &&
           isGenerated(T.Text);
  });
}

/// The end of a word takes its new spelling, or is reported where a script is
/// not changed.
void ScriptPort::follow(unsigned At, StringRef Old, StringRef New,
                        StringRef Name) {
  unsigned End = At + unsigned(Old.size());
  if (S.Syntax > ScriptSyntax::Shell)
    return report(At, End, say(msg::SourceRenamed, Name, New), "");
  edit("renamed-file", At, End, New.str(), say(msg::SourceFollows, Name), "");
}

void ScriptPort::followRest() {
  if (!Tree.Rename || S.Syntax == ScriptSyntax::Source || Tree.Sources.empty())
    return;
  for (size_t At = Text.find('.'); At != StringRef::npos;
       At = Text.find('.', At + 1)) {
    StringRef Suffix = renamedSuffixAt(Text, At);
    unsigned Begin = unsigned(At), End = Begin + unsigned(Suffix.size());
    if (Suffix.empty() || isUnread(Begin) || isDecided(Begin, End))
      continue;
    Mention M = mentionAt(Begin, End);
    if (namesRenamed(M, Suffix) && !isInGenerated(Begin))
      follow(Begin, Suffix, portedFileName(Suffix, Direction::CudaToMusa),
             M.Written);
  }
  followChoices();
  followBareSuffixes();
}

/// `*.{cu,cuh}` of a shell's pattern, `\.(cu|cuh)$` and `[.]cuh?$` of a regular
/// expression.
void ScriptPort::followChoices() {
  for (size_t At = Text.find('.'); At != StringRef::npos;
       At = Text.find('.', At + 1)) {
    StringRef Rest = Text.substr(At + 1);
    bool InBrackets = At && Text[At - 1] == '[' && Rest.consume_front("]");
    if (!Rest.starts_with("{") && !Rest.starts_with("(")) {
      StringRef Word =
          Rest.take_while([](char C) { return isAlnum(C) || C == '_'; });
      if (InBrackets && !isUnread(unsigned(At)))
        followSuffix(Word, Rest.substr(Word.size()).starts_with("?"));
      continue;
    }
    Rest = Rest.drop_front().take_while(
        [](char C) { return isAlnum(C) || StringRef(",|?+").contains(C); });
    unsigned Begin = unsigned(Rest.data() - Text.data());
    char Close = Rest.end() < Text.end() ? *Rest.end() : 0;
    if ((Close != '}' && Close != ')') || isUnread(Begin))
      continue;
    for (StringRef Item :
         SmallVector<StringRef, 8>(split(Rest, Rest.contains('|') ? '|' : ',')))
      followSuffix(Item.rtrim('?'), Item.ends_with("?"));
  }
}

/// A suffix without its dot, if it is one of renamed files. `MayBeShorter`: a
/// regular expression, `cuh?`, names the one without its last letter too.
void ScriptPort::followSuffix(StringRef Word, bool MayBeShorter) {
  unsigned At = unsigned(Word.data() - Text.data());
  unsigned End = At + unsigned(Word.size());
  std::string Suffix = ("." + Word).str();
  bool IsOurs = any_of(fileTypes(),
                       [&](const FileType &Each) {
                         return !Each.Musa.empty() && Each.Suffix == Suffix;
                       }) &&
                any_of(Tree.Sources, [&](StringRef Source) {
                  return Source.ends_with(Suffix) ||
                         (MayBeShorter &&
                          Source.ends_with(StringRef(Suffix).drop_back()));
                });
  if (IsOurs && !isDecided(At, End))
    follow(At, Word, portedFileName(Suffix, Direction::CudaToMusa).substr(1),
           Word);
}

/// True if the word beside `T` is a suffix without its dot: `cu cpp`.
static bool isBesideSuffix(ArrayRef<ScriptToken> Tokens, size_t I) {
  auto IsSuffix = [&](size_t J) {
    const ScriptToken &T = Tokens[J];
    return T.At == ScriptToken::Place::Word && T.Whole &&
           T.Statement == Tokens[I].Statement &&
           any_of(fileTypes(), [&](const FileType &Each) {
             return Each.Musa.empty() && Each.Suffix == ("." + T.Text).str();
           });
  };
  return (I && IsSuffix(I - 1)) || (I + 1 < Tokens.size() && IsSuffix(I + 1));
}

/// `set(EXT cu)`, `suffix in ("cu", "cuh")`: on a line about suffixes.
/// `foreach(e cu cpp)`: beside another one.
void ScriptPort::followBareSuffixes() {
  for (size_t I = 0; I < Tokens.size(); ++I) {
    const Token &T = Tokens[I];
    if (T.At != Token::Place::Word || T.Prose || !T.Whole || T.Text.size() > 4)
      continue;
    size_t Begin = Text.rfind('\n', T.Offset) + 1;
    StringRef Line = Text.slice(Begin, Text.find('\n', T.Offset));
    bool IsAbout =
        any_of(ArrayRef<StringRef>{"ext", "suff", "endswith(", "split("},
               [&](StringRef W) { return Line.contains_insensitive(W); });
    if (IsAbout || isBesideSuffix(Tokens, I))
      followSuffix(T.Text);
  }
}

} // namespace musify

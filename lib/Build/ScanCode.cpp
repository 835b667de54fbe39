//===- ScanCode.cpp - Python, Bazel, Meson --------------------------------===//
#include "Build/ScannerBase.h"

using namespace llvm;

namespace musify {
namespace {

class CodeScanner : ScannerBase {
public:
  CodeScanner(StringRef Text, ScriptSyntax Syntax)
      : ScannerBase(Text, Syntax) {}

  ScannedScript run() {
    std::vector<Frame> Frames(1);
    Frames[0].C.Statement = ++Statements;
    StringRef LastName;
    while (!atEnd()) {
      Frame &F = Frames.back();
      Context C = F.C;
      if (!F.Pending.empty())
        C.Keyword = F.Pending;
      char Ch = now();
      if (Ch == '#') {
        if (!directive(C))
          comment();
      } else if (skipContinuation()) {
      } else if (Ch == '\n') {
        if (Frames.size() == 1)
          F = {{++Statements, "", "", 0, false}, ""};
        LastName = "";
        ++Pos;
      } else if (D.Quotes.contains(Ch)) {
        codeString(F, C, "");
        LastName = "";
      } else if (isNameChar(Ch)) {
        LastName = name(F, C);
      } else if (StringRef("([{").contains(Ch)) {
        Frame Inner;
        Inner.C = C;
        Inner.C.Statement = ++Statements;
        Inner.C.Bracket = Ch;
        if (!LastName.empty()) // a call, or an element: `args["nvcc"]`
          Inner.C.Command = LastName;
        if (Ch == '(') {
          Inner.C.Prose |= isProse(LastName);
        }
        Frames.push_back(Inner);
        LastName = "";
        ++Pos;
      } else if (StringRef(")]}").contains(Ch)) {
        // `args["nvcc"] += [...]`
        StringRef Key = Ch == ']' ? F.OnlyString : StringRef();
        if (Frames.size() > 1)
          Frames.pop_back();
        if (!Key.empty() && isExtended())
          Frames.back().Pending = Key;
        LastName = "";
        ++Pos;
      } else {
        if (Ch == ',' || Ch == ';')
          F.Pending = F.Annotated = "";
        if (Ch == '=' && at(Pos + 1) != '=' && !F.Annotated.empty())
          F.Pending = F.Annotated;
        if (!isBlank(Ch))
          LastName = "";
        ++Pos;
      }
    }
    return finish();
  }

private:
  struct Frame {
    Context C;
    StringRef Pending;         ///< keyword of the value that comes
    StringRef OnlyString = {}; ///< the string that is all of a bracket
    StringRef Annotated = {};  ///< `device` in `device: str = value`
  };

  /// At the `]` of an element that gets a value.
  bool isExtended() const {
    StringRef Rest = Text.drop_front(Pos + 1).ltrim(" \t");
    return Rest.starts_with("+=") || Rest.starts_with(".append") ||
           Rest.starts_with(".extend") ||
           (Rest.starts_with("=") && !Rest.starts_with("=="));
  }

  /// `# distutils: sources = a.cu b.cu`: a comment that Cython's build reads.
  /// Its words are those of an argument with the name.
  bool directive(Context C) {
    StringRef Line = Text.substr(Pos).split('\n').first.rtrim();
    StringRef Rest = Line.ltrim("# ");
    if (Syntax != ScriptSyntax::Python || !Rest.consume_front("distutils:"))
      return false;
    auto [Name, Values] = Rest.split('=');
    C.Statement = ++Statements;
    C.Command = Name.trim();
    SmallVector<StringRef, 8> Words;
    SplitString(Values, Words, " \t,[]\"'");
    for (StringRef Word : Words) {
      size_t Begin = size_t(Word.data() - Text.data());
      emit(Place::Word, Begin, Begin + Word.size(), C);
    }
    toLineEnd();
    return true;
  }

  /// A string, and whether it is the key of what follows.
  void codeString(Frame &F, const Context &C, StringRef Prefix) {
    size_t Begin = Pos;
    string(C, Prefix.contains_insensitive("r"), Prefix);
    size_t After = Pos;
    while (isBlank(at(After)))
      ++After;
    StringRef Content = Text.slice(Begin + 1, Pos ? Pos - 1 : 0);
    if (at(After) == ':' && F.C.Bracket == '{')
      F.Pending = Content;
    bool Fills = F.C.Bracket == '[' && at(After) == ']' && Begin &&
                 at(Begin - 1) == '[' && Begin > 1 && isNameChar(at(Begin - 2));
    F.OnlyString = Fills ? Content : StringRef();
  }

  /// A variable or parameter that is declared: what else a colon follows is
  /// no name alone, but for a few words.
  bool beginsItem(const Frame &F, size_t Begin) const {
    if (F.C.Bracket != 0 && F.C.Bracket != '(')
      return false;
    size_t At = Begin;
    while (At && (isBlank(at(At - 1)) || (F.C.Bracket && at(At - 1) == '\n')))
      --At;
    StringRef Word = Text.slice(Begin, Pos);
    return (!At ||
            StringRef(F.C.Bracket ? "(,*" : "\n").contains(at(At - 1))) &&
           Word != "else" && Word != "try" && Word != "finally";
  }

  StringRef name(Frame &F, const Context &C) {
    size_t Begin = Pos;
    while (isNameChar(now()) || (now() == '.' && isNameChar(at(Pos + 1))))
      ++Pos;
    StringRef Word = Text.slice(Begin, Pos);
    if (D.Quotes.contains(now()) && now() && Word.size() <= 2 &&
        Word.find_first_not_of("rRbBfFuU") == StringRef::npos) {
      codeString(F, C, Word);
      return "";
    }
    size_t After = Pos;
    while (isBlank(at(After)))
      ++After;
    bool Adds = at(After) == '+' && at(After + 1) == '=';
    if (Adds || (at(After) == '=' && at(After + 1) != '='))
      F.Pending = Word;
    if (at(After) == ':' && beginsItem(F, Begin))
      F.Annotated = Word;
    if (!isDigit(Word[0]))
      emit(Place::Name, Begin, Pos, C);
    return Word;
  }
};

} // namespace

ScannedScript scanCode(StringRef Text, ScriptSyntax Syntax) {
  return CodeScanner(Text, Syntax).run();
}

} // namespace musify

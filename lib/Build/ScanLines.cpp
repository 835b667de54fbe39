//===- ScanLines.cpp - Make, shell, Docker, configuration -----------------===//
#include "Build/ScannerBase.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {
namespace {

class LineScanner : ScannerBase {
public:
  LineScanner(StringRef Text, ScriptSyntax Syntax)
      : ScannerBase(Text, Syntax) {}

  ScannedScript run() {
    while (!atEnd()) {
      Context C;
      C.Statement = ++Statements;
      line(C);
      if (now() == '\n')
        ++Pos;
      hereDocument();
    }
    return finish();
  }

private:
  void line(Context C) {
    bool Recipe = Syntax == ScriptSyntax::Make && now() == '\t';
    bool CommandDue = Syntax == ScriptSyntax::Shell || Recipe;
    if (Syntax == ScriptSyntax::Make && !Recipe)
      makeAssignment(C);
    while (!atEnd() && now() != '\n') {
      char Ch = now();
      if (skipContinuation() || (isBlank(Ch) && ++Pos))
        continue;
      if (Ch == '#' && startsComment(Recipe)) {
        comment();
        continue;
      }
      if (D.Quotes.contains(Ch)) {
        string(C, C.Prose && Ch == '\'');
        CommandDue = false;
        continue;
      }
      if (sees("<<") && D.HereDocuments) {
        noteHereDocument();
        continue;
      }
      if (D.Separators.contains(Ch) && !isUrlColon()) {
        // What follows is a command again.
        bool Begins = StringRef(";|&(`").contains(Ch) &&
                      (Syntax == ScriptSyntax::Shell || Recipe);
        if (Begins) {
          C.Command = "";
          C.Prose = false;
          CommandDue = true;
        }
        ++Pos;
        continue;
      }
      word(C, Recipe, CommandDue);
    }
  }

  bool isUrlColon() const { return now() == ':' && at(Pos + 1) == '/'; }

  bool startsComment(bool Recipe) const {
    if (Pos && at(Pos - 1) == '\\')
      return false;
    if (D.CommentInWord && !Recipe)
      return true;
    return Pos == 0 || isSpaceOrNewline(at(Pos - 1)) ||
           StringRef(";|&()").contains(at(Pos - 1));
  }

  /// `NAME ?= value` and `target: NAME = value`.
  void makeAssignment(Context &C) {
    StringRef Line =
        Text.slice(Pos, std::min(Text.find('\n', Pos), Text.size()));
    Line = Line.take_front(Line.find('#'));
    size_t Equals = Line.find('=');
    if (Equals == StringRef::npos)
      return;
    StringRef Left = Line.take_front(Equals).rtrim(":?+!").rtrim();
    size_t NameEnd = Left.size();
    size_t NameBegin = NameEnd;
    while (NameBegin &&
           (isNameChar(Left[NameBegin - 1]) || Left[NameBegin - 1] == '-' ||
            Left[NameBegin - 1] == '.'))
      --NameBegin;
    if (NameBegin == NameEnd)
      return;
    StringRef Before = Left.take_front(NameBegin).trim();
    bool Target = Before.ends_with(":") || Before.ends_with(": export");
    bool Plain = Before.empty() || Before == "export" || Before == "override" ||
                 Before == "export override" || Before == "override export" ||
                 Before == "define" || Target;
    if (!Plain || Left.contains("$("))
      return;
    C.Keyword = Left.substr(NameBegin);
    emit(Place::Assigned, Pos + NameBegin, Pos + NameEnd, C);
    // The targets before the colon are words like others.
    if (!Target)
      Pos += Equals + 1;
  }

  void word(Context &C, bool Recipe, bool &CommandDue) {
    size_t Begin = Pos;
    bool Flag = now() == '-';
    while (!atEnd() && !isSpaceOrNewline(now())) {
      char Ch = now();
      if (Ch == '\\') {
        size_t After = Pos + 1 + (at(Pos + 1) == '\r');
        if (at(After) == '\n')
          break;
        Pos = std::min(Pos + 2, Text.size());
      } else if (Ch == '$') {
        reference(C);
        if (now() == '(' && D.Separators.contains('('))
          break;
      } else if (D.Quotes.contains(Ch) ||
                 (D.Separators.contains(Ch) && !isUrlColon() &&
                  !(Flag && Ch == ':')) ||
                 (Ch == '#' && startsComment(Recipe))) {
        break;
      } else if (Ch == '=' && Syntax != ScriptSyntax::Config && !Flag &&
                 splitsAt(Begin)) {
        StringRef Name = Text.slice(Begin, Pos).rtrim("+");
        C.Keyword = Name;
        emit(Place::Assigned, Begin, Begin + Name.size(), C);
        Begin = ++Pos;
        Flag = now() == '-';
      } else if (Begin == Pos && Recipe && (Ch == '@' || Ch == '-') &&
                 CommandDue) {
        Begin = ++Pos; // how make runs it
        Flag = false;
      } else {
        ++Pos;
      }
    }
    if (Pos == Begin)
      return;
    StringRef Word = Text.slice(Begin, Pos);
    bool IsCommand = CommandDue && !isShellKeyword(Word);
    if (IsCommand) {
      C.Command = Word;
      C.Prose = isProse(Word) && !writesFile();
      CommandDue = false;
    }
    ScriptToken &T =
        emit(IsCommand ? Place::Command : Place::Word, Begin, Pos, C);
    // Make knows no quotes, but the shell behind it does.
    char Quote = Begin ? at(Begin - 1) : '\0';
    if (D.Quotes.empty() && (Quote == '"' || Quote == '\'') && now() == Quote) {
      T.QuoteBegin = unsigned(Begin) - 1;
      T.QuoteEnd = unsigned(Pos) + 1;
    }
  }

  /// True if the line ends with `> file`: what it prints is read by programs.
  bool writesFile() const {
    StringRef Line =
        Text.substr(Pos).take_until([](char Ch) { return Ch == '\n'; });
    size_t Arrow = Line.rfind('>');
    if (Arrow == StringRef::npos)
      return false;
    StringRef Target = Line.drop_front(Arrow + 1).ltrim();
    return !Target.empty() && !Target.starts_with("&") &&
           !Target.starts_with("/dev/") &&
           Target.find_first_of("\"')`") == StringRef::npos;
  }

  static bool isShellKeyword(StringRef W) {
    static constexpr StringLiteral Keywords[] = {
        "if",     "then",  "else",  "elif", "fi",  "do",
        "done",   "while", "until", "for",  "!",   "{",
        "export", "sudo",  "exec",  "time", "env", "eval"};
    return is_contained(Keywords, W);
  }

  /// `NAME=` of an assignment, but not `arch=compute_80,code=sm_80`.
  bool splitsAt(size_t Begin) const {
    StringRef Name = Text.slice(Begin, Pos).rtrim("+");
    return !Name.empty() && Name != "arch" && Name != "code" &&
           all_of(Name, isNameChar);
  }

  void noteHereDocument() {
    Pos += 2;
    if (now() == '<') { // a here-string is a word
      ++Pos;
      return;
    }
    if (now() == '-')
      ++Pos;
    while (isBlank(now()))
      ++Pos;
    char Quote = now() == '"' || now() == '\'' ? now() : '\0';
    Pos += Quote != 0;
    size_t Begin = Pos;
    while (isNameChar(now()))
      ++Pos;
    if (Pos > Begin)
      HereEnds.push_back(Text.slice(Begin, Pos));
    Pos += Quote && now() == Quote;
  }

  /// At the beginning of a line: the text of the documents that the line
  /// before announced.
  void hereDocument() {
    for (StringRef End : HereEnds) {
      size_t Begin = Pos;
      bool Closed = false;
      while (!atEnd() && !Closed) {
        size_t LineBegin = Pos;
        toLineEnd();
        Closed = Text.slice(LineBegin, Pos).trim() == End;
        if (Closed)
          Out.Opaque.push_back({unsigned(Begin), unsigned(LineBegin)});
        if (!atEnd())
          ++Pos;
      }
      if (!Closed)
        breakOff(Begin, "here-document");
    }
    HereEnds.clear();
  }

  std::vector<StringRef> HereEnds;
};

} // namespace

ScannedScript scanLines(StringRef Text, ScriptSyntax Syntax) {
  return LineScanner(Text, Syntax).run();
}

} // namespace musify

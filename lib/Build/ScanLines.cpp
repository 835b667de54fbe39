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
  /// What a command that stands in another one interrupts.
  struct Outer {
    Context C;
    bool CommandDue;
    char Open;
  };

  /// At a separator: what follows may be a command again.
  void separator(Context &C, bool &Recipe, bool &CommandDue,
                 std::vector<Outer> &Open) {
    char Ch = now();
    // `target: source ; command`
    if (Syntax == ScriptSyntax::Make && Ch == ';' && C.Keyword.empty())
      Recipe = true;
    if (Syntax != ScriptSyntax::Shell && !Recipe)
      return;
    bool Closes =
        Ch == ')' || (Ch == '`' && !Open.empty() && Open.back().Open == '`');
    if (Closes && !Open.empty()) {
      C = Open.back().C;
      CommandDue = Open.back().CommandDue;
      Open.pop_back();
      return;
    }
    if (Ch == '(' || Ch == '`') // `nvcc $(pkg-config x) a.cu`
      Open.push_back(
          {C, CommandDue && (Ch == '(' || (Pos && at(Pos - 1) == '=')), Ch});
    if (!StringRef(";|&(`)").contains(Ch))
      return;
    C.Command = "";
    C.Prose = false;
    CommandDue = true;
  }

  /// `$(((A<<3) + 1))` shifts.
  bool isInArithmetic() const {
    StringRef Before = Text.take_front(Pos);
    Before = Before.substr(Before.rfind('\n') + 1);
    size_t Open = Before.rfind("((");
    return Open != StringRef::npos && !Before.substr(Open).contains("))");
  }

  /// The line at hand, with those that continue it.
  StringRef wholeLine() const {
    size_t End = Pos;
    do
      End = Text.find('\n', End + 1);
    while (End != StringRef::npos &&
           Text.take_front(End).rtrim('\r').ends_with("\\"));
    return Text.slice(Pos, End);
  }

  /// GNU make takes a line with a tab for a command only behind a rule; before
  /// the first one, and behind a variable, `\tNAME := value` sets it.
  bool isRecipe() {
    StringRef Line = wholeLine();
    bool HasTab = Line.starts_with("\t");
    StringRef Name = Line.ltrim(" \t");
    Name.consume_front("export ");
    StringRef Rest =
        Name.drop_while([](char C) { return isNameChar(C) || C == '-'; });
    bool Assigns = Rest.size() < Name.size() &&
                   Rest.ltrim(" \t").ltrim(":?+").starts_with("=");
    if (HasTab)
      return InRule || !Assigns;
    if (Assigns)
      InRule = false;
    else if (!Name.empty() && Name[0] != '#')
      InRule |= Name.contains(':');
    return false;
  }

  void line(Context C) {
    bool Recipe = Syntax == ScriptSyntax::Make && isRecipe();
    bool CommandDue = Syntax == ScriptSyntax::Shell || Recipe;
    std::vector<Outer> Open;
    char Assigned = '\0'; // the quote around a value
    if (Syntax == ScriptSyntax::Make && !Recipe) {
      while (isBlank(now()))
        ++Pos;
      makeAssignment(C);
    }
    while (!atEnd() && now() != '\n') {
      char Ch = now();
      if (skipContinuation() || (isBlank(Ch) && ++Pos))
        continue;
      if (Ch == '#' && startsComment(Recipe)) {
        comment();
        continue;
      }
      if (D.Quotes.contains(Ch)) {
        bool IsAssigned = Pos && at(Pos - 1) == '=' && !C.Keyword.empty();
        size_t First = Out.Tokens.size();
        string(C, C.Prose && Ch == '\'');
        if (CommandDue && !IsAssigned)
          quotedCommand(C, First);
        CommandDue &= IsAssigned; // `NAME="value" command`
        continue;
      }
      if (sees("<<") && D.HereDocuments && !isInArithmetic()) {
        noteHereDocument();
        continue;
      }
      if (D.Separators.contains(Ch) && !isUrlColon()) {
        // Make knows no quotes: `NAME="value" command` of a recipe.
        bool IsQuote = D.Quotes.empty() && (Ch == '"' || Ch == '\'');
        if (IsQuote && (Assigned ? Assigned == Ch : Pos && at(Pos - 1) == '='))
          Assigned = Assigned ? '\0' : Ch;
        separator(C, Recipe, CommandDue, Open);
        ++Pos;
        continue;
      }
      bool IsDue = CommandDue && !Assigned;
      word(C, Recipe, IsDue);
      CommandDue = Assigned ? CommandDue : IsDue;
    }
  }

  /// `"$CUDA_HOME/bin/nvcc" a.cu`: the string from `First` on is the command.
  void quotedCommand(Context &C, size_t First) {
    if (First == Out.Tokens.size() || !D.HereDocuments ||
        Syntax != ScriptSyntax::Shell)
      return;
    for (ScriptToken &T : MutableArrayRef(Out.Tokens).drop_front(First))
      if (T.At == Place::Word && T.Whole) {
        T.At = Place::Command;
        T.Command = C.Command = T.Text;
        C.Prose = isProse(T.Text);
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
    bool Flag = now() == '-', IsAssigned = false;
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
        IsAssigned = true;
      } else if (Begin == Pos && Recipe && StringRef("@-+").contains(Ch) &&
                 beginsRecipe()) {
        Begin = ++Pos; // how make runs it
        Flag = false;
      } else {
        ++Pos;
      }
    }
    if (Pos == Begin)
      return;
    StringRef Word = Text.slice(Begin, Pos);
    // `env -i NAME=value nice -n 10 command`
    bool IsOfPrefix = IsAssigned || Flag || all_of(Word, isDigit);
    bool IsCommand = CommandDue && !isShellKeyword(Word) && !IsOfPrefix;
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
  bool writesFile() {
    if (Pos < Written.Begin || Pos >= Written.End)
      readWritten();
    return Written.Arrow > Pos;
  }

  void readWritten() {
    Written.Begin = Pos;
    Written.End = std::min(Text.find('\n', Pos), Text.size());
    StringRef Line = Text.slice(Pos, Written.End);
    size_t Arrow = Line.rfind('>');
    StringRef Target =
        Arrow == StringRef::npos ? "" : Line.drop_front(Arrow + 1).ltrim();
    bool IsFile = !Target.empty() && !Target.starts_with("&") &&
                  !Target.starts_with("/dev/") &&
                  Target.find_first_of("\"')`") == StringRef::npos;
    Written.Arrow = IsFile ? Pos + Arrow + 1 : 0;
  }

  static bool isShellKeyword(StringRef W) {
    static constexpr StringLiteral Keywords[] = {
        "if",   "then",   "else",  "elif",   "fi",      "do",
        "done", "while",  "until", "for",    "!",       "{",
        "}",    "export", "sudo",  "exec",   "time",    "env",
        "eval", "nice",   "nohup", "ccache", "command", "stdbuf"};
    return is_contained(Keywords, W);
  }

  /// True in front of a recipe's first word: `@`, `-` and `+` are make's there.
  bool beginsRecipe() const {
    StringRef Before = Text.slice(Text.rfind('\n', Pos) + 1, Pos);
    Before = Before.drop_front(Before.rfind(';') + 1);
    return Before.trim(" \t@-+").empty();
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
        breakOff(Begin, msg::OpenHereDocument);
    }
    HereEnds.clear();
  }

  bool InRule = false; ///< of make: its commands may follow
  std::vector<StringRef> HereEnds;
  /// Of the rest of a line from `Begin` on: behind the `>` in front of the file
  /// that it names last; 0 if it names none.
  struct {
    size_t Begin = 0, End = 0, Arrow = 0;
  } Written;
};

} // namespace

ScannedScript scanLines(StringRef Text, ScriptSyntax Syntax) {
  return LineScanner(Text, Syntax).run();
}

} // namespace musify

//===- Scanner.cpp - A build script as words ------------------------------===//
//
// Three shapes of script, each a loop over the same pieces:
//
//   calls   CMake                        NAME ( arguments )
//   lines   Make, shell, Docker, config  words up to the end of the line
//   code    Python, Bazel, Meson         names, strings, brackets
//
//===----------------------------------------------------------------------===//
#include "Build/Scanner.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <cstring>
#include <tuple>

using namespace llvm;

namespace musify {
namespace {

enum class Shape { Calls, Lines, Code };

struct Description {
  Shape How;
  StringLiteral Quotes;     ///< open a string that ends with the same one
  StringLiteral RawQuotes;  ///< those of them without escapes and references
  StringLiteral References; ///< after `$`: open a reference
  StringLiteral Separators; ///< end a word, besides blanks
  bool BareReference;       ///< `$NAME`
  bool CommentInWord;       ///< `a#b` ends with `a`
  bool TripleQuotes;        ///< a string over many lines
  bool HereDocuments;
};

const Description &describe(ScriptSyntax S) {
  static constexpr Description All[] = {
      // how, quotes, raw, references, separators, $NAME, a#b, triple, <<
      {Shape::Calls, "\"", "", "{", ";()", false, true, false, false},
      {Shape::Lines, "", "", "({", "\"'`;|&<>:", true, true, false, false},
      {Shape::Code, "\"'", "", "", "", false, true, true, false},
      {Shape::Lines, "\"'", "", "", "[]{},=", false, true, true, false},
      {Shape::Lines, "\"'", "'", "{", "`;|&<>()", true, false, false, true},
      {Shape::Lines, "\"'", "'", "{", "`;|&<>()", true, false, false, true},
      {Shape::Code, "\"'", "", "", "", false, true, true, false},
      {Shape::Code, "'", "", "", "", false, true, true, false},
  };
  return All[size_t(S)];
}

bool isNameChar(char C) { return isAlnum(C) || C == '_'; }
bool isBlank(char C) { return C == ' ' || C == '\t' || C == '\r'; }
bool isSpaceOrNewline(char C) { return isBlank(C) || C == '\n'; }

/// What is called with text for people.
bool isProse(StringRef Command) {
  static constexpr StringLiteral Speakers[] = {"message",
                                               "echo",
                                               "printf",
                                               "print",
                                               "info",
                                               "warning",
                                               "error",
                                               "warn",
                                               "exit",
                                               "RuntimeError",
                                               "ValueError",
                                               "Exception",
                                               "OSError",
                                               "EnvironmentError",
                                               "ImportError",
                                               "NotImplementedError",
                                               "SystemExit",
                                               "description",
                                               "long_description"};
  return is_contained(Speakers, Command.rsplit('.').second.empty()
                                    ? Command
                                    : Command.rsplit('.').second) ||
         Command.equals_insensitive("message");
}

class Scanner {
public:
  Scanner(StringRef Text, ScriptSyntax Syntax)
      : Text(Text), Syntax(Syntax), D(describe(Syntax)) {}

  ScannedScript run() {
    switch (D.How) {
    case Shape::Calls:
      calls();
      break;
    case Shape::Lines:
      lines();
      break;
    case Shape::Code:
      code();
      break;
    }
    finishExclusions();
    llvm::sort(Out.Tokens, [](const ScriptToken &A, const ScriptToken &B) {
      return std::tuple(A.Offset, ~A.Text.size(), A.At) <
             std::tuple(B.Offset, ~B.Text.size(), B.At);
    });
    return std::move(Out);
  }

private:
  using Place = ScriptToken::Place;

  /// What every token of a stretch shares.
  struct Context {
    unsigned Statement = 0;
    StringRef Command, Keyword;
    char Bracket = 0;
    bool Prose = false;
  };

  bool atEnd() const { return Pos >= Text.size(); }
  char at(size_t I) const { return I < Text.size() ? Text[I] : '\0'; }
  char now() const { return at(Pos); }
  bool sees(StringRef S) const { return Text.substr(Pos).starts_with(S); }
  void toLineEnd() { Pos = std::min(Text.find('\n', Pos), Text.size()); }

  /// Nothing closes what was opened at `At`: no token from there on is sure.
  void breakOff(size_t At, StringRef What) {
    if (Out.Broken.empty()) {
      Out.Broken = What.str();
      Out.BrokenAt = unsigned(At);
    }
    erase_if(Out.Tokens, [&](const ScriptToken &T) { return T.end() > At; });
    Pos = Text.size();
  }

  ScriptToken &emit(Place At, size_t Begin, size_t End, const Context &C) {
    ScriptToken T;
    T.At = At;
    T.Offset = unsigned(Begin);
    T.Text = Text.slice(Begin, End);
    T.Statement = C.Statement;
    T.Command = C.Command;
    T.Keyword = C.Keyword;
    T.Bracket = C.Bracket;
    T.Prose = C.Prose;
    Out.Tokens.push_back(T);
    return Out.Tokens.back();
  }

  /// `\` before the end of the line: the statement goes on.
  bool skipContinuation() {
    if (now() != '\\')
      return false;
    size_t After = Pos + 1 + (at(Pos + 1) == '\r');
    if (at(After) != '\n')
      return false;
    Pos = After + 1;
    return true;
  }

  //===--------------------------------------------------------------------===//
  // Comments
  //===--------------------------------------------------------------------===//

  void comment() {
    size_t Begin = Pos;
    if (D.How == Shape::Calls && at(Pos + 1) == '[') {
      size_t End = bracketTextEnd(Pos + 1);
      if (End == StringRef::npos)
        return breakOff(Begin, "bracket comment");
      if (End) {
        Pos = End;
        return noteComment(Begin);
      }
    }
    toLineEnd();
    noteComment(Begin);
  }

  void noteComment(size_t Begin) {
    Out.Comments.push_back({unsigned(Begin), unsigned(Pos)});
    StringRef Said = Text.slice(Begin, Pos);
    size_t LineBegin = Text.rfind('\n', Begin) + 1; // npos + 1 is 0
    unsigned LineEnd = unsigned(std::min(Text.find('\n', Pos), Text.size()));
    if (Said.contains("MUSIFY_EXCL_LINE"))
      Out.Excluded.push_back({unsigned(LineBegin), LineEnd});
    if (Said.contains("MUSIFY_EXCL_START") && !ExcludedFrom)
      ExcludedFrom = unsigned(LineBegin) + 1; // 0 means none
    if (Said.contains("MUSIFY_EXCL_STOP") && ExcludedFrom) {
      Out.Excluded.push_back({ExcludedFrom - 1, LineEnd});
      ExcludedFrom = 0;
    }
  }

  void finishExclusions() {
    if (ExcludedFrom)
      Out.Excluded.push_back({ExcludedFrom - 1, unsigned(Text.size())});
  }

  /// End of CMake's `[==[ ... ]==]` that begins at `At`; 0 if none begins
  /// there, npos if it does not end.
  size_t bracketTextEnd(size_t At) const {
    size_t Equals = At + 1;
    while (at(Equals) == '=')
      ++Equals;
    if (at(At) != '[' || at(Equals) != '[')
      return 0;
    std::string Close = "]" + std::string(Equals - At - 1, '=') + "]";
    size_t Found = Text.find(Close, Equals + 1);
    return Found == StringRef::npos ? Found : Found + Close.size();
  }

  //===--------------------------------------------------------------------===//
  // References and words
  //===--------------------------------------------------------------------===//

  /// At `$`. Emits the names in it and goes behind it.
  void reference(const Context &C) {
    size_t Dollar = Pos++;
    if (now() == '$' && Syntax == ScriptSyntax::Make)
      ++Pos; // a shell's variable in a recipe
    bool Environment = false;
    if (D.How == Shape::Calls)
      for (StringRef Kind : {"ENV{", "CACHE{"})
        if (sees(Kind)) {
          Environment = Kind == "ENV{";
          Pos += Kind.size() - 1;
        }
    if (D.References.contains(now()) && now()) {
      char Close = now() == '(' ? ')' : '}';
      ++Pos;
      return bracedReference(Dollar, Close, Environment, C);
    }
    if (now() == '(' && Syntax != ScriptSyntax::CMake)
      return; // a shell's command substitution: the bracket begins a command
    if (!D.BareReference)
      return;
    size_t Begin = Pos;
    while (isNameChar(now()))
      ++Pos;
    if (Pos > Begin)
      emit(Place::Reference, Begin, Pos, C).Environment = Environment;
  }

  void bracedReference(size_t Dollar, char Close, bool Environment,
                       const Context &C) {
    size_t Begin = Pos;
    while (isNameChar(now()) || now() == '-' || now() == '.')
      ++Pos;
    bool IsFunction = Syntax == ScriptSyntax::Make && isBlank(now());
    if (IsFunction)
      return makeFunction(Dollar, Close, Begin, C);
    if (Pos > Begin) {
      size_t End = Pos;
      // A shell's `${NAME-default}` and CMake's names with dots.
      if (D.How == Shape::Lines && Syntax != ScriptSyntax::Make)
        End =
            Begin + Text.slice(Begin, End)
                        .take_until([](char C) { return C == '-' || C == '.'; })
                        .size();
      emit(Place::Reference, Begin, End, C).Environment = Environment;
    }
    // The rest: a default, a substitution, another reference.
    insideReference(Dollar, Close, C);
  }

  void insideReference(size_t Dollar, char Close, const Context &C) {
    size_t WordBegin = Pos;
    auto EndWord = [&] {
      if (Pos > WordBegin)
        emit(Place::Word, WordBegin, Pos, C);
    };
    while (!atEnd() && now() != Close) {
      if (now() == '\n' && D.How == Shape::Lines &&
          Syntax != ScriptSyntax::Make)
        break;
      if (now() == '$') {
        reference(C);
      } else if (D.How != Shape::Calls &&
                 (isSpaceOrNewline(now()) ||
                  StringRef(":=,?\"'`").contains(now()))) {
        EndWord();
        WordBegin = ++Pos;
        if (at(Pos - 1) == ':' && now() == '-')
          WordBegin = ++Pos; // `${NAME:-default}`
      } else {
        ++Pos;
      }
    }
    EndWord();
    if (now() == Close && !atEnd())
      ++Pos;
    else
      breakOff(Dollar, "reference");
  }

  /// `$(patsubst %.cu,%.o,$(SRCS))`: the arguments are words.
  void makeFunction(size_t Dollar, char Close, size_t NameBegin, Context C) {
    StringRef Name = Text.slice(NameBegin, Pos);
    C.Prose |= isProse(Name);
    if (Name != "shell")
      C.Command = Name;
    int Depth = 1;
    char Open = Close == ')' ? '(' : '{';
    size_t WordBegin = Pos;
    auto EndWord = [&] {
      if (Pos > WordBegin)
        emit(Place::Word, WordBegin, Pos, C);
      WordBegin = Pos + 1;
    };
    while (!atEnd()) {
      char Ch = now();
      if (Ch == '$') {
        reference(C);
        continue;
      }
      bool InFlag = at(WordBegin) == '-' || sees(",code=");
      if (Ch == Open)
        ++Depth;
      if (Ch == Close && --Depth == 0)
        break;
      if (isSpaceOrNewline(Ch) || (Ch == ',' && !InFlag) || Ch == '"' ||
          Ch == '\'' || Ch == '(' || Ch == ')')
        EndWord();
      else if (Ch == '\\' && skipContinuation()) {
        Pos -= 1;
        WordBegin = Pos;
        continue;
      }
      ++Pos;
    }
    EndWord();
    if (atEnd())
      return breakOff(Dollar, "function call");
    ++Pos;
  }

  /// Words between `Begin` and `End` of a string; `Whole` if there is one.
  void stringWords(size_t Begin, size_t End, size_t QuoteBegin, size_t QuoteEnd,
                   bool Raw, bool Formatted, const Context &C) {
    size_t First = Out.Tokens.size();
    size_t SavedPos = Pos;
    Pos = Begin;
    size_t WordBegin = Begin;
    StringRef Generator;
    unsigned Words = 0, Substitutions = 0;
    auto EndWord = [&] {
      if (Pos > WordBegin) {
        ScriptToken &T = emit(Place::Word, WordBegin, Pos, C);
        T.Generator = Generator;
        if (Substitutions) { // a command, and no string
          T.Prose = false;
          T.Bracket = '`';
        }
        ++Words;
      }
    };
    unsigned Generators = 0;
    bool IsShell = D.HereDocuments;
    while (Pos < End) {
      char Ch = now();
      if (Ch == '\\' && !Raw) {
        // `"\ncuda"` has no word `ncuda`; a regular expression's `\.` stays.
        if (!isSpaceOrNewline(at(Pos + 1)) && !strchr("nrt", at(Pos + 1))) {
          Pos = std::min(Pos + 2, End);
          continue;
        }
        EndWord();
        WordBegin = Pos = std::min(Pos + 2, End);
        continue;
      }
      if (Ch == '$' && !Raw && D.How != Shape::Code) {
        if (D.How == Shape::Calls && at(Pos + 1) == '<') {
          EndWord();
          WordBegin = Pos += 2;
          ++Generators;
          continue;
        }
        reference(C);
        if (IsShell && now() == '(') {
          WordBegin = ++Pos;
          ++Substitutions;
        }
        continue;
      }
      if (Ch == '{' && Formatted) {
        if (at(Pos + 1) == '{') {
          Pos += 2;
          continue;
        }
        formattedName(End, C);
        continue;
      }
      if (Generators && endsGeneratorPart(WordBegin)) {
        EndWord();
        if (Ch == '>')
          --Generators;
        Generator = Ch == ':' ? Text.slice(WordBegin, Pos) : StringRef();
        WordBegin = ++Pos;
        continue;
      }
      bool Blank = isSpaceOrNewline(Ch) || Ch == '"' || Ch == '\'' ||
                   (Ch == ';' && D.How == Shape::Calls) ||
                   (IsShell && StringRef("()`|;").contains(Ch));
      if (!Blank) {
        ++Pos;
        continue;
      }
      EndWord();
      Substitutions -= Substitutions && Ch == ')';
      WordBegin = ++Pos;
    }
    Pos = std::min(Pos, End);
    EndWord();
    Pos = SavedPos;
    for (ScriptToken &T : MutableArrayRef(Out.Tokens).drop_front(First)) {
      if (T.Bracket == '`')
        continue;
      T.QuoteBegin = unsigned(QuoteBegin);
      T.QuoteEnd = unsigned(QuoteEnd);
      T.Whole = Words == 1 && T.Offset == Begin && T.end() == End;
    }
  }

  /// Inside `$<...>`: `:` and `>` end a word, `,` one that is no flag.
  bool endsGeneratorPart(size_t WordBegin) const {
    bool Flag = at(WordBegin) == '-';
    if (now() == ':')
      return at(Pos + 1) != ':' && at(Pos - 1) != ':' && !Flag;
    return now() == '>' || (now() == ',' && !Flag);
  }

  /// `{CUDA_HOME}` in a formatted string: a name that code uses.
  void formattedName(size_t End, const Context &C) {
    for (++Pos; Pos < End && now() != '}';) {
      size_t Begin = Pos;
      while (Pos < End && (isNameChar(now()) || now() == '.'))
        ++Pos;
      if (Pos == Begin)
        ++Pos;
      else if (!isDigit(at(Begin)))
        emit(Place::Name, Begin, Pos, C);
    }
  }

  //===--------------------------------------------------------------------===//
  // Calls: CMake
  //===--------------------------------------------------------------------===//

  void calls() {
    while (!atEnd()) {
      if (now() == '#') {
        comment();
        continue;
      }
      size_t Begin = Pos;
      while (isNameChar(now()))
        ++Pos;
      if (Pos == Begin) {
        ++Pos;
        continue;
      }
      size_t End = Pos;
      while (isBlank(now()))
        ++Pos;
      if (now() != '(')
        continue;
      Context C;
      C.Statement = ++Statements;
      C.Command = Text.slice(Begin, End);
      C.Bracket = '(';
      C.Prose = isProse(C.Command.lower());
      emit(Place::Command, Begin, End, C);
      ++Pos;
      arguments(Begin, C);
    }
  }

  void arguments(size_t CallBegin, const Context &C) {
    for (int Depth = 1; !atEnd();) {
      char Ch = now();
      if (Ch == ')' && --Depth == 0) {
        ++Pos;
        return;
      }
      if (Ch == '#') {
        comment();
      } else if (size_t End = bracketTextEnd(Pos)) {
        if (End == StringRef::npos)
          return breakOff(Pos, "bracket argument");
        Out.Opaque.push_back({unsigned(Pos), unsigned(End)});
        Pos = End;
      } else if (Ch == '"') {
        string(C);
      } else if (isSpaceOrNewline(Ch) || D.Separators.contains(Ch)) {
        Depth += Ch == '(';
        ++Pos;
      } else {
        unquoted(C);
      }
    }
    if (Out.Broken.empty())
      breakOff(CallBegin, "call");
  }

  void unquoted(const Context &C) {
    size_t Begin = Pos;
    StringRef Generator;
    auto EndWord = [&] {
      if (Pos > Begin)
        emit(Place::Word, Begin, Pos, C).Generator = Generator;
    };
    while (!atEnd() && !isSpaceOrNewline(now()) && now() != '#' &&
           now() != '"' && !D.Separators.contains(now())) {
      if (now() == '\\') {
        Pos = std::min(Pos + 2, Text.size());
      } else if (sees("$<")) {
        EndWord();
        Begin = Pos += 2;
        ++Generators;
      } else if (now() == '$') {
        reference(C);
      } else if (Generators && endsGeneratorPart(Begin)) {
        EndWord();
        if (now() == '>')
          --Generators;
        Generator = now() == ':' ? Text.slice(Begin, Pos) : StringRef();
        Begin = ++Pos;
      } else {
        ++Pos;
      }
    }
    EndWord();
    if (now() == ')')
      Generators = 0;
  }

  /// At a quote. A string of one line or of many.
  void string(const Context &C, bool Raw = false, bool Formatted = false) {
    size_t QuoteBegin = Pos;
    char Quote = now();
    bool Triple =
        D.TripleQuotes && at(Pos + 1) == Quote && at(Pos + 2) == Quote;
    Pos += Triple ? 3 : 1;
    size_t Begin = Pos;
    Raw |= D.RawQuotes.contains(Quote);
    while (!atEnd()) {
      if (now() == '\\' && !D.RawQuotes.contains(Quote)) {
        Pos += 2;
        continue;
      }
      // A substitution in a shell's string may hold quotes of its own.
      if (sees("$(") && Syntax == ScriptSyntax::Shell && !Raw) {
        skipSubstitution();
        continue;
      }
      if (now() == '\n' && D.How == Shape::Code && !Triple)
        return breakOff(QuoteBegin, "string");
      if (now() == Quote && !Triple)
        break;
      if (Triple && now() == Quote && at(Pos + 1) == Quote &&
          at(Pos + 2) == Quote)
        break;
      ++Pos;
    }
    if (atEnd())
      return breakOff(QuoteBegin, Triple ? "text in triple quotes" : "string");
    size_t End = Pos;
    Pos += Triple ? 3 : 1;
    Context Inside = C;
    Inside.Prose |= Triple;
    stringWords(Begin, End, QuoteBegin, Pos, Raw, Formatted, Inside);
  }

  void skipSubstitution() {
    int Depth = 0;
    while (!atEnd()) {
      char Ch = now();
      if (Ch == '\\')
        ++Pos;
      Depth += Ch == '(';
      if (Ch == ')' && --Depth == 0)
        break;
      ++Pos;
    }
    Pos = std::min(Pos + 1, Text.size());
  }

  //===--------------------------------------------------------------------===//
  // Lines: Make, shell, Docker, configuration
  //===--------------------------------------------------------------------===//

  void lines() {
    while (!atEnd()) {
      Context C;
      C.Statement = ++Statements;
      line(C);
      if (now() == '\n')
        ++Pos;
      hereDocument();
    }
  }

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
                  !(Flag && Ch == ':'))) {
        break;
      } else if (Ch == '#' && startsComment(Recipe)) {
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
      C.Prose = isProse(Word);
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

  //===--------------------------------------------------------------------===//
  // Code: Python, Bazel, Meson
  //===--------------------------------------------------------------------===//

  struct Frame {
    Context C;
    StringRef Pending; ///< keyword of the value that comes
  };

  void code() {
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
        if (Frames.size() > 1)
          Frames.pop_back();
        LastName = "";
        ++Pos;
      } else {
        if (Ch == ',' || Ch == ';')
          F.Pending = "";
        if (!isBlank(Ch))
          LastName = "";
        ++Pos;
      }
    }
  }

  /// A string, and whether it is the key of what follows.
  void codeString(Frame &F, const Context &C, StringRef Prefix) {
    size_t Begin = Pos;
    string(C, Prefix.contains_insensitive("r"),
           Prefix.contains_insensitive("f"));
    size_t After = Pos;
    while (isBlank(at(After)))
      ++After;
    StringRef Content = Text.slice(Begin + 1, Pos ? Pos - 1 : 0);
    if (at(After) == ':' && F.C.Bracket == '{')
      F.Pending = Content;
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
    if (at(After) == '=' && at(After + 1) != '=')
      F.Pending = Word;
    if (!isDigit(Word[0]))
      emit(Place::Name, Begin, Pos, C);
    return Word;
  }

  StringRef Text;
  ScriptSyntax Syntax;
  const Description &D;
  ScannedScript Out;
  size_t Pos = 0;
  unsigned Statements = 0;
  unsigned Generators = 0; ///< open `$<` over the words of one CMake argument
  unsigned ExcludedFrom = 0;
  std::vector<StringRef> HereEnds;
};

} // namespace

ScannedScript scanScript(StringRef Text, ScriptSyntax Syntax) {
  return Scanner(Text, Syntax).run();
}

} // namespace musify

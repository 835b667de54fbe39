#include "Scan/LexerEngine.h"
#include "Platform/Platform.h"
#include "Scan/Branches.h"
#include "Scan/Condition.h"
#include "Scan/CudaNames.h"
#include "Scan/LexicalScopes.h"
#include "Scan/RawLexer.h"
#include "Scan/SplitLaunch.h"
#include "Scan/TokenStream.h"
#include "Scan/TorchScan.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {
namespace {

/// Half-open byte ranges that the user excluded, in order.
class Exclusions {
public:
  explicit Exclusions(StringRef Text) {
    if (Text.contains(Prefix)) // in most files it does not
      forEachRawToken(
          Text,
          [&](const clang::Token &Tok, unsigned Offset) {
            if (Tok.is(tok::comment))
              readComment(Text, Offset, Offset + Tok.getLength());
          },
          Comments::Keep);
    if (Start) {
      Ranges.emplace_back(*Start, Text.size());
      Unclosed = StartMark;
    }
  }

  bool contains(unsigned Offset) const {
    auto It = llvm::upper_bound(
        Ranges, Offset, [](unsigned O, const auto &R) { return O < R.second; });
    return It != Ranges.end() && It->first <= Offset;
  }

private:
  static constexpr StringLiteral Prefix = "MUSIFY_EXCL_";
  static size_t lineBegin(StringRef Text, size_t At) {
    return Text.rfind('\n', At) + 1; // npos + 1 is 0
  }
  static size_t lineEnd(StringRef Text, size_t At) {
    return std::min(Text.find('\n', At), Text.size());
  }
  void readComment(StringRef Text, size_t Begin, size_t End) {
    for (size_t At = Text.find(Prefix, Begin); At < End;
         At = Text.find(Prefix, At + Prefix.size())) {
      StringRef Rest = Text.drop_front(At + Prefix.size());
      if (Rest.starts_with("START"))
        open(lineBegin(Text, At), At);
      else if (Rest.starts_with("STOP"))
        close(lineEnd(Text, At));
      else if (Rest.starts_with("LINE") && !Start)
        Ranges.emplace_back(lineBegin(Text, At), lineEnd(Text, At));
    }
  }
  void open(size_t At, size_t Mark) {
    if (Start)
      return;
    Start = At;
    StartMark = Mark;
  }
  void close(size_t At) {
    if (Start)
      Ranges.emplace_back(*Start, At);
    Start.reset();
  }

  std::optional<size_t> Start;
  unsigned StartMark = 0;

public:
  std::vector<std::pair<unsigned, unsigned>> Ranges;
  std::optional<unsigned> Unclosed; ///< offset of a start without a stop
};

/// Headers that came with C++20.
bool isCxx20Header(StringRef Path) {
  static constexpr StringLiteral Headers[] = {
      "barrier", "bit",        "compare", "concepts",        "coroutine",
      "format",  "latch",      "numbers", "ranges",          "semaphore",
      "span",    "stop_token", "version", "source_location", "syncstream"};
  return is_contained(Headers, Path);
}

/// Words of C++20, as far as no older program calls something so: `concept`
/// and `requires` count behind `>` and `)` alone.
bool isCxx20Word(StringRef Word, TokenKind Before) {
  if (Word == "concept" || Word == "requires")
    return Before == tok::greater || Before == tok::r_paren;
  return Word == "consteval" || Word == "constinit" || Word == "co_await" ||
         Word == "co_return" || Word == "co_yield";
}

class Scanner : TokenStream {
public:
  Scanner(StringRef Text, const Table &T, bool WithComments, bool IsMusa)
      : TokenStream(Text), T(T), WithComments(WithComments), Excluded(Text),
        Ifs(*this, {IsMusa, T.isReversed()}, Out), Lexical(*this),
        Torch(*this, T, Scopes, Out) {
    Out.Text = Text;
    Out.IsMusa = IsMusa;
  }

  ScannedFile run() {
    lexAll();
    Out.SplitLaunches = joinSplitLaunches(*this);
    HasGuard = beginsWithGuard();
    for (size_t I = 0; I < Lexemes.size();)
      I = Lexemes[I].Kind == tok::hash && Lexemes[I].StartsLine
              ? scanDirective(I)
              : scanCode(I);
    Ifs.finish();
    Out.Bindings = Lexical.takeBindings();
    llvm::sort(Out.Bindings, [](const Binding &A, const Binding &B) {
      return std::tie(A.Name, A.Begin) < std::tie(B.Name, B.Begin);
    });
    llvm::append_range(Out.Untouched, Excluded.Ranges);
    Out.UnclosedExclusion = Excluded.Unclosed;
    llvm::sort(Out.Untouched);
    auto Earlier = [](const Candidate &A, const Candidate &B) {
      return std::tie(A.Offset, A.Length) < std::tie(B.Offset, B.Length);
    };
    if (!llvm::is_sorted(Out.Candidates, Earlier))
      llvm::sort(Out.Candidates, Earlier);
    return std::move(Out);
  }

private:
  void lexAll();
  size_t scanDirective(size_t Hash);
  size_t scanCode(size_t I);
  void scanInclude(size_t Path, size_t End);
  void scanCondition(size_t Name, size_t End);
  void scanConditionNames(size_t Name, size_t End, const Condition &If);
  void noteComparedBeside(size_t First);
  void scanMacroDefinition(size_t Name, size_t End);
  void scanToken(size_t I, size_t Begin, size_t End, const Candidate &Like);
  bool mayMatter(const Lexeme &L) const;
  void scanName(size_t I, size_t Begin, size_t End, const Candidate &Like);
  void scanNeighbours(size_t I, size_t Begin, size_t End, StringRef Name,
                      Candidate C);
  void followBraces(size_t I);
  bool mayBeDeclared(size_t I) const;
  void scanTorchScope(size_t I, size_t End, const Entry &Scope);
  std::optional<std::pair<Entry, unsigned>> openedEntry(size_t I) const;
  bool opensNamespace(size_t I) const;
  bool isInNamespace() const;
  void scanString(size_t I, size_t Begin, size_t End, const Candidate &Like);
  void scanComment(const Lexeme &L);
  void scanPaste(size_t Hashes, size_t Begin, size_t End);
  void scanLaunch(size_t I, size_t Begin, size_t End);
  size_t scanAsm(size_t I, size_t End);
  bool isInGuardAlone() const {
    return HasGuard && Ifs.depth() == 1 && Ifs.id() == 1;
  }
  void add(Candidate C) {
    // A name that the branch of another vendor defines goes with its uses, and
    // a header of the project may be renamed.
    bool MayBeOwn = C.MacroName || (C.At == Candidate::Place::Include && !C.E);
    if (Excluded.contains(C.Offset) || (Ifs.isForOthers() && !MayBeOwn))
      return;
    C.BranchId = Ifs.id();
    C.MusaCode = Ifs.isMusas();
    Out.Candidates.push_back(std::move(C));
  }

  const Table &T;
  bool WithComments;
  Exclusions Excluded;
  ScannedFile Out;
  Branches Ifs;
  std::vector<OpenBrace> Scopes;
  LexicalScopes Lexical;
  TorchScan Torch;
  size_t CodeBegin = 0;  ///< the first token behind the last directive
  const Candidate Plain; ///< a large thing to make for every token
  bool HasGuard = false; ///< the file begins as a header does
};

void Scanner::lexAll() {
  // Tokens are rarely shorter, blanks included; memory that is not used costs
  // nothing, and a copy of a hundred million tokens does.
  Lexemes.reserve(Text.size() / 3 + 1);
  auto Take = [&](const clang::Token &Tok, unsigned Offset) {
    Lexeme L{Offset, Tok.getLength(), Tok.getKind(), Tok.isAtStartOfLine(),
             Tok.needsCleaning()};
    if (tok::isStringLiteral(L.Kind))
      Out.HoldsKernelString |= mayHoldKernel(spelling(L));
    if (L.Kind == tok::comment)
      return scanComment(L);
    bool IsNew =
        L.Kind == tok::spaceship ||
        (L.Kind == tok::raw_identifier && L.Length >= 7 && L.Length <= 9 &&
         isCxx20Word(spelling(L),
                     Lexemes.empty() ? tok::unknown : Lexemes.back().Kind));
    Out.NeedsCxx20 |= IsNew;
    Lexemes.push_back(L);
  };
  forEachRawTokenOfBuffer(Text, Take,
                          WithComments ? Comments::Keep : Comments::Skip);
}

size_t Scanner::scanDirective(size_t Hash) {
  size_t End = directiveEnd(Hash);
  CodeBegin = End;
  if (Hash + 1 == End || !isName(Hash + 1))
    return End;
  StringRef Directive = spelling(Hash + 1);
  size_t First = Hash + 2;
  if (Directive == "include" || Directive == "include_next" ||
      Directive == "import") {
    scanInclude(First, End);
  } else if (Directive == "define" || Directive == "undef") {
    scanMacroDefinition(First, End);
  } else if (hasCondition(Directive) || Directive == "else" ||
             Directive == "endif") {
    scanCondition(Hash + 1, End);
  } else if (Directive == "pragma") {
    for (size_t I = First; I < End; ++I)
      scanToken(I, First, End, Plain);
  }
  return End; // `#error` and the like are prose
}

void Scanner::scanInclude(size_t Path, size_t End) {
  if (Path >= End)
    return;
  Candidate C;
  C.At = Candidate::Place::Include;
  C.Conditional = Ifs.depth() && !isInGuardAlone();
  if (isName(Path)) { // #include MACRO
    C.Offset = Lexemes[Path].Offset;
    C.Length = Lexemes[Path].Length;
    C.Text = spelling(Path);
    C.ComputedInclude = true;
    return add(C);
  }
  unsigned Begin = Lexemes[Path].Offset;
  bool Angled = Text[Begin] == '<';
  if (!Angled && Text[Begin] != '"')
    return;
  size_t Close = Text.find(Angled ? '>' : '"', Begin + 1);
  if (Close == StringRef::npos || Text.slice(Begin, Close).contains('\n'))
    return;
  C.Offset = Begin + 1;
  C.Length = Close - Begin - 1;
  C.Text = Text.slice(Begin + 1, Close);
  C.E = T.findHeader(C.Text);
  Out.IncludesTorch |= isTorchHeader(C.Text);
  Out.IncludesTorchStable |= isTorchStableHeader(C.Text);
  Out.NeedsCxx20 |= isCxx20Header(C.Text);
  add(C);
}

void Scanner::scanMacroDefinition(size_t Name, size_t End) {
  if (Name >= End || !isName(Name))
    return;
  Candidate C;
  C.MacroName = true;
  C.Undefines = spelling(Name - 1) == "undef";
  C.Conditional = Ifs.depth() && !isInGuardAlone();
  if (!C.Undefines)
    Out.MacrosDefined.push_back(spelling(Name));
  scanName(Name, Name, End, C);
  size_t Body = Name + 1;
  bool HasParameters = Body < End && kind(Body) == tok::l_paren &&
                       Lexemes[Body].Offset == endOf(Name);
  if (HasParameters)
    if (auto Close = matching(Body, End))
      Body = *Close + 1;
  if (HasParameters)
    Torch.noteMacro(Name, Body, End);
  for (size_t I = Name + 1; I < End; ++I)
    scanToken(I, I < Body ? Name + 1 : Body, End, Plain);
}

void Scanner::scanCondition(size_t Name, size_t End) {
  StringRef Rest = Text.slice(endOf(Name), endOf(End - 1));
  Condition If(spelling(Name), Rest);
  Ifs.follow(Name, If, Scopes);
  size_t First = Out.Candidates.size();
  scanConditionNames(Name, End, If);
  Ifs.noteAsked(Name, First);
}

void Scanner::scanConditionNames(size_t Name, size_t End, const Condition &If) {
  bool WholeIsDefined = spelling(Name).ends_with("def");
  StringRef Whole = Text.slice(endOf(Name), endOf(End - 1));
  size_t First = Out.Candidates.size();
  for (size_t I = Name + 1; I < End; ++I) {
    if (spelling(I).starts_with("__has_include")) { // (_next)
      scanInclude(I + 2, End);
      while (I < End && kind(I) != tok::r_paren)
        ++I;
      continue;
    }
    Candidate C;
    C.InCondition = true;
    C.Condition = WholeIsDefined ? StringRef() : Whole;
    C.InDefined = If.isTested(Lexemes[I].Offset - endOf(Name));
    scanToken(I, Name + 1, End, C);
  }
  noteComparedBeside(First);
}

/// `defined(X) && X < 5` asks one thing of `X`: both places fare alike.
void Scanner::noteComparedBeside(size_t First) {
  auto Here = llvm::drop_begin(Out.Candidates, First);
  for (Candidate &C : Here)
    C.ComparedBeside =
        C.InDefined && llvm::any_of(Here, [&](const Candidate &Other) {
          return Other.Compared && Other.Text == C.Text;
        });
}

size_t Scanner::scanCode(size_t I) {
  if (isAsm(I))
    return scanAsm(I, Lexemes.size());
  followBraces(I);
  if (isName(I))
    Torch.noteOwn(I);
  if (isName(I) && Lexical.mayDeclare(I, CodeBegin) && mayBeDeclared(I))
    Lexical.visit(I, CodeBegin, Scopes);
  // A launch may span lines, but not a directive.
  scanToken(I, 0, Lexemes.size(), Plain);
  return I + 1;
}

void Scanner::scanToken(size_t I, size_t Begin, size_t End,
                        const Candidate &Like) {
  switch (kind(I)) {
  case tok::raw_identifier:
    return isAsm(I) ? (void)scanAsm(I, End) : scanName(I, Begin, End, Like);
  case tok::hashhash:
    return scanPaste(I, Begin, End);
  case tok::lesslessless:
    return scanLaunch(I, Begin, End);
  default:
    if (tok::isStringLiteral(kind(I)))
      scanString(I, Begin, End, Like);
  }
}

/// Names that some rule may speak about, or that a port may write.
bool Scanner::mayBeDeclared(size_t I) const {
  StringRef Word = spelling(I);
  return (mayMatter(Lexemes[I]) &&
          (T.findName(Word) || T.find(Space::Namespace, Word) ||
           looksLikeSource(T.direction(), Word))) ||
         looksLikeSource(opposite(T.direction()), Word);
}

/// Each open brace has its namespace, or none.
void Scanner::followBraces(size_t I) {
  if (kind(I) == tok::l_brace)
    Scopes.push_back({openedNamespace(I), I});
  else if (kind(I) == tok::r_brace && !Scopes.empty())
    Scopes.pop_back();
}

/// The namespace of the table that `namespace NAME {` opens, or begins to open,
/// and which part of its name stands here.
std::optional<std::pair<Entry, unsigned>> Scanner::openedEntry(size_t I) const {
  if (!opensNamespace(I))
    return std::nullopt;
  std::string Path;
  for (const OpenBrace &B : Scopes)
    if (!B.Namespace.empty())
      Path += (B.Namespace + "::").str();
  unsigned Part = StringRef(Path).count("::");
  Path += spelling(I);
  for (size_t At = I;; At += 3) {
    auto E = findNamespace(T, Path);
    SmallVector<StringRef> Parts;
    if (E)
      E->To.split(Parts, "::");
    if (E && !isTorchEntry(E) && Part < Parts.size() &&
        Parts[Part] != spelling(I))
      return std::pair(*E, Part);
    // `namespace a { namespace b {`
    bool Nests = At + 4 < Lexemes.size() && isName(At + 2) &&
                 spelling(At + 2) == "namespace" && isName(At + 3) &&
                 kind(At + 4) == tok::l_brace;
    if (!Nests)
      return std::nullopt;
    Path += ("::" + spelling(At + 3)).str();
  }
}

/// `namespace NAME {`.
bool Scanner::opensNamespace(size_t I) const {
  return I > 0 && I + 1 < Lexemes.size() && kind(I + 1) == tok::l_brace &&
         isName(I - 1) && spelling(I - 1) == "namespace";
}

bool Scanner::isInNamespace() const {
  return llvm::any_of(Scopes,
                      [](const OpenBrace &B) { return !B.Namespace.empty(); });
}

/// False for most words of most files: no look-up can find them.
bool Scanner::mayMatter(const Lexeme &L) const {
  StringRef Word = spelling(L);
  return L.NeedsCleaning || T.mayKnow(Word) ||
         looksLikeFragment(T.direction(), Word) || isTorchNamespace(Word);
}

/// The spelling without the line splices inside of it.
static std::string withoutSplices(StringRef Spelling) {
  std::string Clean;
  for (char C : Spelling)
    if (C != '\\' && C != '\n' && C != '\r')
      Clean += C;
  return Clean;
}

void Scanner::scanName(size_t I, size_t Begin, size_t End,
                       const Candidate &Like) {
  if (!mayMatter(Lexemes[I]))
    return;
  Candidate C = Like;
  C.At = Candidate::Place::Name;
  C.Offset = Lexemes[I].Offset;
  C.Length = Lexemes[I].Length;
  C.Text = spelling(I);
  C.Spliced = Lexemes[I].NeedsCleaning;
  std::string Clean = C.Spliced ? withoutSplices(C.Text) : std::string();
  StringRef Name = C.Spliced ? StringRef(Clean) : C.Text;
  C.E = T.findName(Name);
  bool HasRules = !T.Rules.named(Name).empty();
  Torch.noteScope(I, Begin, End);
  if (!C.E && !HasRules && !looksLikeSource(T.direction(), Name))
    return scanNeighbours(I, Begin, End, Name, std::move(C));
  fillPrefix(I, Begin, C);
  // No other project has these.
  Out.NamesTorch |= isTorchEntry(C.E) && C.E->K == Kind::Macro &&
                    torch().OwnMacros.contains(Name);
  C.Compared = isCompared(I, Begin, End);
  if (HasRules) {
    C.Call = callPieces(I, End);
    C.With = comparison(I, Begin, End);
  }
  if ((I > Begin && kind(I - 1) == tok::hashhash) ||
      (I + 1 < End && kind(I + 1) == tok::hashhash))
    return; // the pasted name is another one: see scanPaste
  add(std::move(C));
}

/// Behind a namespace of PyTorch, `I`.
void Scanner::scanTorchScope(size_t I, size_t End, const Entry &Scope) {
  for (Candidate &C : Torch.qualified(I, End, Scope.From))
    add(std::move(C));
}

/// A name that means something only with what is beside it.
void Scanner::scanNeighbours(size_t I, size_t Begin, size_t End, StringRef Name,
                             Candidate C) {
  C.E = Torch.member(I, Begin, End);
  if (!C.E)
    C.E = Torch.namespaceEntry(I, Begin, End);
  fillPrefix(I, Begin, C);
  if (C.E) {
    if (C.E->K == Kind::Namespace)
      scanTorchScope(I, End, *C.E);
    return add(std::move(C));
  }
  Torch.fillKey(I, Begin, End, C);
  if (C.KeyEntry || (isWholeArgument(I, Begin, End) &&
                     looksLikeFragment(T.direction(), Name))) {
    C.At = Candidate::Place::Paste;
    C.MacroArgument = true;
    return add(std::move(C));
  }
  if (C.Prefix == Candidate::Before::Member)
    return;
  if (auto Opened = openedEntry(I)) {
    C.E = Opened->first;
    C.Part = Opened->second;
    return add(std::move(C));
  }
  if (opensNamespace(I) && isInNamespace())
    return; // another namespace than that which is named from outside
  // A namespace is looked up with all that stands before it.
  StringRef Whole =
      C.Qualifier.empty()
          ? C.Text
          : Text.slice(C.Qualifier.data() - Text.data(), C.Offset + C.Length);
  C.E = isNominatedNamespace(I) ? T.find(Space::Namespace, Whole)
                                : findNamespace(T, Whole);
  if (isTorchEntry(C.E)) {
    if (C.E->From.count("::") > 1)
      return; // found behind the namespace around it
    scanTorchScope(I, End, *C.E);
  }
  if (!C.E && !C.Qualifier.empty()) {
    C.E = T.findName(Whole); // `cuda::atomic`
    if (isTorchEntry(C.E))
      return; // found with its namespace
  }
  if (!C.E && T.Rules.named(Whole).empty())
    return;
  C.Offset = Whole.data() - Text.data();
  C.Length = Whole.size();
  C.Text = Whole;
  // The longest name decides: `thrust::cuda::par_nosync`, not `thrust::cuda`.
  if (!Out.Candidates.empty() && Out.Candidates.back().Offset == C.Offset &&
      !isTorchEntry(Out.Candidates.back().E))
    Out.Candidates.pop_back();
  add(std::move(C));
}

void Scanner::scanString(size_t I, size_t Begin, size_t End,
                         const Candidate &Like) {
  // Adjacent literals are one string, which is then not a name alone.
  if ((I > Begin && tok::isStringLiteral(kind(I - 1))) ||
      (I + 1 < End && tok::isStringLiteral(kind(I + 1))))
    return;
  StringRef Whole = spelling(I);
  size_t Open = Whole.find('"');
  if (Open == StringRef::npos || Lexemes[I].NeedsCleaning)
    return;
  StringRef Inner = Whole.drop_front(Open + 1);
  if (Open > 0 && Whole[Open - 1] == 'R') { // R"delim(...)delim"
    size_t Paren = Inner.find('(');
    Inner = Inner.drop_front(Paren + 1).drop_back(Paren + 2);
  } else {
    Inner = Inner.drop_back(1);
  }
  auto E = T.find(Space::String, Inner);
  if (!E)
    E = T.findName(Inner);
  if (!E) // `cuda:0`
    if (auto [Device, Index] = Inner.split(':'); all_of(Index, isDigit)) {
      E = T.find(Space::String, Device);
      Inner = Device;
    }
  bool IsMissing = E && E->K == Kind::Function && E->S == Status::Unsupported;
  if (!E || !(E->renames() || IsMissing))
    return;
  Candidate C = Like;
  C.At = Candidate::Place::String;
  C.Logged = isInLogCall(I, Begin);
  C.Offset = Inner.data() - Text.data();
  C.Length = Inner.size();
  C.Text = Inner;
  C.E = E;
  add(std::move(C));
}

void Scanner::scanComment(const Lexeme &L) {
  StringRef Words = spelling(L);
  auto IsWord = [](char Ch) { return isAlnum(Ch) || Ch == '_'; };
  for (size_t I = 0; I < Words.size();) {
    if (!IsWord(Words[I])) {
      ++I;
      continue;
    }
    StringRef Word = Words.drop_front(I).take_while(IsWord);
    Candidate C;
    C.At = Candidate::Place::Comment;
    C.Offset = L.Offset + I;
    C.Length = Word.size();
    C.Text = Word;
    C.E = T.findName(Word);
    // In prose only a name that cannot be an English word.
    if (C.E && C.E->renames() && !C.E->Numeric)
      add(std::move(C));
    I += Word.size();
  }
}

void Scanner::scanPaste(size_t Hashes, size_t Begin, size_t End) {
  for (size_t I : {Hashes - 1, Hashes + 1}) {
    if (I < Begin || I >= End || !isName(I) ||
        !looksLikeFragment(T.direction(), spelling(I)))
      continue;
    Candidate C;
    C.At = Candidate::Place::Paste;
    C.Offset = Lexemes[I].Offset;
    C.Length = Lexemes[I].Length;
    C.Text = spelling(I);
    add(std::move(C));
  }
}

// asm volatile("..." : ...), also inside macros written over many lines
size_t Scanner::scanAsm(size_t I, size_t End) {
  size_t Open = I + 1;
  while (Open < End && isName(Open))
    ++Open; // volatile, goto
  if (Open + 1 >= End || kind(Open) != tok::l_paren)
    return I + 1;
  size_t Last = Open;
  while (Last + 1 < End && tok::isStringLiteral(kind(Last + 1)))
    ++Last;
  // The template may begin with a macro, or with an `#if` between its strings.
  bool IsTemplate =
      Last > Open || isName(Open + 1) || kind(Open + 1) == tok::hash;
  if (!IsTemplate)
    return I + 1;
  Candidate C;
  C.At = Candidate::Place::Asm;
  C.Offset = Lexemes[I].Offset;
  C.Length = Lexemes[I].Length;
  C.Text = Text.slice(Lexemes[Open + (Last > Open)].Offset, endOf(Last));
  if (!Ifs.isForHostCpu())
    add(std::move(C));
  return Last > Open ? Last + 1 : I + 1;
}

void Scanner::scanLaunch(size_t I, size_t Begin, size_t End) {
  Candidate C;
  C.At = Candidate::Place::Launch;
  C.Offset = Lexemes[I].Offset;
  C.Length = Lexemes[I].Length;
  C.Text = spelling(I);
  C.Launch = launchPieces(I, Begin, End);
  if (C.Launch)
    if (auto Braced = bracedArguments(*this, *C.Launch); !Braced.empty())
      Out.BracedArguments.emplace(C.Offset, std::move(Braced));
  add(std::move(C));
}

} // namespace

bool isWithin(ArrayRef<std::pair<unsigned, unsigned>> Ranges, unsigned Offset) {
  return llvm::any_of(Ranges, [&](const auto &Range) {
    return Range.first <= Offset && Offset < Range.second;
  });
}

bool isBound(const ScannedFile &Scan, StringRef Name, unsigned Offset) {
  auto It = llvm::partition_point(
      Scan.Bindings, [&](const Binding &B) { return B.Name < Name; });
  for (; It != Scan.Bindings.end() && It->Name == Name; ++It)
    if (It->Begin <= Offset && Offset < It->End)
      return true;
  return false;
}

bool isUntouched(const ScannedFile &Scan, unsigned Offset) {
  return isWithin(Scan.Untouched, Offset);
}

bool namesDevice(StringRef Text) {
  return llvm::any_of(sourcePlatform().DeviceWords,
                      [&](StringRef W) { return Text.contains(W); });
}

bool mayHoldKernel(StringRef Spelling) { return namesDevice(Spelling); }

ScannedFile scanFile(StringRef Text, const Table &T, bool WithComments,
                     bool IsMusa) {
  if (Text.contains('\0')) {
    ScannedFile Out;
    Out.Unreadable = say(msg::NulBytes);
    return Out;
  }
  if (hasManySplices(Text)) {
    ScannedFile Out;
    Out.Unreadable = say(msg::TooManySplices);
    return Out;
  }
  return Scanner(Text, T, WithComments, IsMusa).run();
}

} // namespace musify

#include "Rewrite/LexerEngine.h"
#include "Lint/RawLexer.h"
#include "Rewrite/CudaNames.h"
#include "Rewrite/Torch.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include <utility>

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {
namespace {

/// A raw token, small: files of 50 MB have ten million of them.
struct Lexeme {
  unsigned Offset;
  unsigned Length;
  TokenKind Kind;
  bool StartsLine;
  bool NeedsCleaning;
};

/// Half-open byte ranges that the user excluded, in order.
class Exclusions {
public:
  explicit Exclusions(StringRef Text) {
    for (size_t At = Text.find(Prefix); At != StringRef::npos;
         At = Text.find(Prefix, At + Prefix.size())) {
      StringRef Rest = Text.drop_front(At + Prefix.size());
      if (Rest.starts_with("START"))
        open(lineBegin(Text, At));
      else if (Rest.starts_with("STOP"))
        close(lineEnd(Text, At));
      else if (Rest.starts_with("LINE") && !Start)
        Ranges.emplace_back(lineBegin(Text, At), lineEnd(Text, At));
    }
    if (Start)
      Ranges.emplace_back(*Start, Text.size());
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
  void open(size_t At) {
    if (!Start)
      Start = At;
  }
  void close(size_t At) {
    if (Start)
      Ranges.emplace_back(*Start, At);
    Start.reset();
  }

  std::optional<size_t> Start;

public:
  std::vector<std::pair<unsigned, unsigned>> Ranges;
};

/// How many template argument lists the token may close.
int closingAngles(TokenKind K) {
  return K == tok::greater                 ? 1
         : K == tok::greatergreater        ? 2
         : K == tok::greatergreatergreater ? 3
                                           : 0;
}

/// Whom a macro of a condition speaks about.
bool namesMusa(StringRef Macro) { return Macro.contains("MUSA"); }
bool namesCuda(StringRef Macro) {
  return Macro.contains("CUDA") || Macro.contains("NVCC");
}
bool namesHip(StringRef Macro) {
  return Macro.contains("HIP") || Macro.contains("ROCM");
}

/// True for macros that only a compiler for such a CPU defines.
bool namesHostCpu(StringRef Macro) {
  static constexpr StringLiteral Names[] = {
      "__x86_64__",  "__x86_64",      "__amd64__",    "__amd64",   "__i386__",
      "__i386",      "__aarch64__",   "__arm__",      "__ia64__",  "__ia64",
      "__powerpc__", "__powerpc64__", "__ppc__",      "__PPC__",   "__sparc__",
      "__mips__",    "__riscv",       "__s390__",     "__s390x__", "__alpha__",
      "__hppa__",    "_MSC_VER",      "_M_IX86",      "_M_X64",    "_M_AMD64",
      "_M_ARM64",    "_M_IA64",       "__loongarch__"};
  return is_contained(Names, Macro);
}

bool isComparison(TokenKind K) {
  return K == tok::less || K == tok::lessequal || K == tok::greater ||
         K == tok::greaterequal || K == tok::equalequal ||
         K == tok::exclaimequal || K == tok::plus || K == tok::minus ||
         K == tok::star || K == tok::slash || K == tok::percent ||
         K == tok::lessless || K == tok::greatergreater;
}

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

class Scanner {
public:
  Scanner(StringRef Text, const Table &T, bool WithComments, bool IsMusa)
      : Text(Text), T(T), WithComments(WithComments), IsMusa(IsMusa),
        Excluded(Text) {}

  ScannedFile run() {
    Out.Text = Text;
    Out.IsMusa = IsMusa;
    lexAll();
    HasGuard = beginsWithGuard();
    for (size_t I = 0; I < Lexemes.size();)
      I = Lexemes[I].Kind == tok::hash && Lexemes[I].StartsLine
              ? scanDirective(I)
              : scanCode(I);
    while (!Branches.empty())
      leaveBranch(Text.size());
    llvm::append_range(Out.Untouched, Excluded.Ranges);
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
  void scanConditionNames(size_t Name, size_t End);
  void noteAsked(size_t First);
  bool isMusaAlone(size_t Name, size_t End) const;
  bool needsNoMusa(size_t Name, size_t End) const;
  void scanMacroDefinition(size_t Name, size_t End);
  void scanToken(size_t I, size_t Begin, size_t End, const Candidate &Like);
  bool mayMatter(const Lexeme &L) const;
  void scanName(size_t I, size_t Begin, size_t End, const Candidate &Like);
  void followBraces(size_t I);
  StringRef openedNamespace(size_t Brace) const;
  void noteTorchScope(size_t I, size_t Begin, size_t End);
  std::optional<Entry> torchNamespace(size_t I, size_t Begin, size_t End) const;
  std::optional<Entry> torchMember(size_t I, size_t Begin, size_t End) const;
  bool isInLogCall(size_t I, size_t Begin) const;
  void scanString(size_t I, size_t Begin, size_t End, const Candidate &Like);
  void scanComment(const Lexeme &L);
  void scanPaste(size_t Hashes, size_t Begin, size_t End);
  void scanLaunch(size_t I, size_t Begin, size_t End);
  size_t scanAsm(size_t I, size_t End);
  void fillPrefix(size_t I, size_t Begin, Candidate &C) const;
  bool isCompared(size_t I, size_t Begin, size_t End) const;
  bool isWholeArgument(size_t I, size_t Begin, size_t End) const;
  std::optional<Candidate::CallPieces> callPieces(size_t I, size_t End) const;
  std::optional<Candidate::Comparison> comparison(size_t I, size_t Begin,
                                                  size_t End) const;
  std::optional<Candidate::LaunchPieces> launchPieces(size_t I, size_t Begin,
                                                      size_t End) const;
  std::optional<size_t> kernelBegin(size_t End, size_t Begin) const;
  size_t templateArgumentsEnd(size_t Less, size_t End) const;
  std::optional<size_t> matchingBack(size_t Close, size_t Begin) const;
  std::optional<size_t> matching(size_t Open, size_t End) const;
  size_t directiveEnd(size_t Hash) const;
  bool beginsWithGuard() const;
  bool isInGuardAlone() const {
    return HasGuard && Branches.size() == 1 && Branches.front().Id == 1;
  }

  bool namesTarget(StringRef Macro) const {
    return T.isReversed() ? namesCuda(Macro) : namesMusa(Macro);
  }
  StringRef spelling(const Lexeme &L) const {
    return Text.substr(L.Offset, L.Length);
  }
  StringRef spelling(size_t I) const { return spelling(Lexemes[I]); }
  TokenKind kind(size_t I) const { return Lexemes[I].Kind; }
  bool isAsm(size_t I) const {
    if (!isName(I) ||
        (Text[Lexemes[I].Offset] != '_' && Text[Lexemes[I].Offset] != 'a'))
      return false;
    StringRef Word = spelling(I);
    return Word == "asm" || Word == "__asm__" || Word == "__asm";
  }
  bool isName(size_t I) const { return kind(I) == tok::raw_identifier; }
  unsigned endOf(size_t I) const {
    return Lexemes[I].Offset + Lexemes[I].Length;
  }
  void add(Candidate C) {
    if (Excluded.contains(C.Offset))
      return;
    C.BranchId = Branches.empty() ? 0 : Branches.back().Id;
    C.MusaCode = llvm::any_of(Branches, [](const Branch &B) { return B.Musa; });
    Out.Candidates.push_back(std::move(C));
  }

  /// One open `#if`: whether its current branch is for MUSA alone.
  struct Branch {
    bool Musa = false;
    bool ElseMusa = false;      ///< what `#else` would be
    bool NeverMusa = false;     ///< MUSA does not compile the current branch
    bool RestNeverMusa = false; ///< nor any that follows
    unsigned Begin = 0;         ///< of the current branch
    unsigned Id = 0;
    std::vector<StringRef> Scopes; ///< where it begins
    std::vector<size_t> Asked;     ///< candidates in its conditions
    bool AsksMusa = false;         ///< one of its conditions names MUSA
    bool ForHostCpu = false;       ///< of the current branch
  };
  void endBranch(unsigned At) {
    if (Branches.back().Musa)
      Out.Untouched.emplace_back(Branches.back().Begin, At);
    if (Branches.back().NeverMusa)
      Out.NeverMusa.emplace_back(Branches.back().Begin, At);
    Branches.back().Begin = At;
    Branches.back().Id = ++LastBranch;
  }
  void leaveBranch(unsigned At) {
    endBranch(At);
    Branches.pop_back();
  }

  StringRef Text;
  const Table &T;
  bool WithComments, IsMusa;
  Exclusions Excluded;
  std::vector<Lexeme> Lexemes;
  std::vector<Branch> Branches;
  std::vector<StringRef> Scopes; ///< one a brace: its namespace, or none
  const Candidate Plain;         ///< a large thing to make for every token
  unsigned LastBranch = 0;
  bool HasGuard = false; ///< the file begins as a header does
  ScannedFile Out;
};

void Scanner::lexAll() {
  clang::LangOptions Options = rawLangOptions();
  clang::Lexer Lex(clang::SourceLocation(), Options, Text.begin(), Text.begin(),
                   Text.end());
  Lex.SetCommentRetentionState(WithComments);
  clang::Token Tok;
  for (Lex.LexFromRawLexer(Tok); Tok.isNot(tok::eof);
       Lex.LexFromRawLexer(Tok)) {
    unsigned End = Lex.getCurrentBufferOffset();
    Lexeme L{End - Tok.getLength(), Tok.getLength(), Tok.getKind(),
             Tok.isAtStartOfLine(), Tok.needsCleaning()};
    if (tok::isStringLiteral(L.Kind))
      Out.HoldsKernelString |= mayHoldKernel(spelling(L));
    if (L.Kind == tok::comment) {
      scanComment(L);
      continue;
    }
    bool IsNew =
        L.Kind == tok::spaceship ||
        (L.Kind == tok::raw_identifier && L.Length >= 7 && L.Length <= 9 &&
         isCxx20Word(spelling(L),
                     Lexemes.empty() ? tok::unknown : Lexemes.back().Kind));
    Out.NeedsCxx20 |= IsNew;
    Lexemes.push_back(L);
  }
}

/// `#ifndef NAME` and `#define NAME` before all else.
bool Scanner::beginsWithGuard() const {
  return Lexemes.size() > 5 && kind(0) == tok::hash && isName(1) &&
         spelling(1) == "ifndef" && isName(2) && kind(3) == tok::hash &&
         isName(4) && spelling(4) == "define" && isName(5) &&
         spelling(5) == spelling(2);
}

size_t Scanner::directiveEnd(size_t Hash) const {
  size_t End = Hash + 1;
  while (End < Lexemes.size() && !Lexemes[End].StartsLine)
    ++End;
  return End;
}

size_t Scanner::scanDirective(size_t Hash) {
  size_t End = directiveEnd(Hash);
  if (Hash + 1 == End || !isName(Hash + 1))
    return End;
  StringRef Directive = spelling(Hash + 1);
  size_t First = Hash + 2;
  if (Directive == "include" || Directive == "include_next" ||
      Directive == "import") {
    scanInclude(First, End);
  } else if (Directive == "define" || Directive == "undef") {
    scanMacroDefinition(First, End);
  } else if (Directive == "if" || Directive == "ifdef" ||
             Directive == "ifndef" || Directive.starts_with("elif") ||
             Directive == "else" || Directive == "endif") {
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
  C.Conditional = !Branches.empty() && !isInGuardAlone();
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
  Out.NeedsCxx20 |= isCxx20Header(C.Text);
  add(C);
}

void Scanner::scanMacroDefinition(size_t Name, size_t End) {
  if (Name >= End || !isName(Name))
    return;
  Candidate C;
  C.MacroName = true;
  if (spelling(Name - 1) == "define")
    Out.MacrosDefined.push_back(spelling(Name));
  scanName(Name, Name, End, C);
  size_t Body = Name + 1;
  bool HasParameters = Body < End && kind(Body) == tok::l_paren &&
                       Lexemes[Body].Offset == endOf(Name);
  if (HasParameters)
    if (auto Close = matching(Body, End))
      Body = *Close + 1;
  for (size_t I = Name + 1; I < End; ++I)
    scanToken(I, I < Body ? Name + 1 : Body, End, Plain);
}

/// Like `#ifdef __MUSA__` or `#if defined(USE_MUSA)`: nothing else is asked.
bool Scanner::isMusaAlone(size_t Name, size_t End) const {
  bool Musa = false;
  for (size_t I = Name + 1; I < End; ++I) {
    bool Plain = kind(I) == tok::l_paren || kind(I) == tok::r_paren ||
                 spelling(I) == "defined";
    if (!Plain && (Musa || !isName(I) || !namesTarget(spelling(I))))
      return false;
    Musa |= !Plain;
  }
  return Musa && !spelling(Name).ends_with("ndef");
}

/// Like `#ifndef __MUSA__` or `#if !defined(__MUSA__) && ...`.
bool Scanner::needsNoMusa(size_t Name, size_t End) const {
  bool Negated = spelling(Name).ends_with("ndef");
  bool Found = false;
  for (size_t I = Name + 1; I < End; ++I) {
    if (kind(I) == tok::pipepipe || kind(I) == tok::question)
      return false;
    size_t Before = I - 1;
    if (spelling(Before) == "(")
      --Before;
    if (spelling(Before) == "defined")
      --Before;
    Found |= isName(I) && namesTarget(spelling(I)) &&
             (Negated || (Before > Name && kind(Before) == tok::exclaim));
  }
  return Found;
}

// A branch is MUSA's own if its condition names a MUSA macro, not negated, and
// no CUDA or HIP one: those are shared. On the way back it is CUDA's own, with
// the same words for what the port goes to.
void Scanner::scanCondition(size_t Name, size_t End) {
  StringRef Directive = spelling(Name);
  bool Elif = Directive.starts_with("elif");
  bool Opens = Directive.starts_with("if");
  bool Musa = false, Other = false, ForHostCpu = false;
  bool DeniesAny = Directive.ends_with("ndef");
  bool Negated = Directive.ends_with("ndef");
  for (size_t I = Name + 1; I < End; ++I) {
    if (!isName(I))
      continue;
    StringRef Word = spelling(I);
    ForHostCpu |= namesHostCpu(Word);
    DeniesAny |= kind(I - 1) == tok::exclaim ||
                 (spelling(I - 1) == "(" && kind(I - 2) == tok::exclaim);
    if (namesTarget(Word)) {
      Musa = true;
      size_t Before = I - 1;
      while (Before > Name &&
             (kind(Before) == tok::l_paren || spelling(Before) == "defined"))
        --Before;
      Negated |= kind(Before) == tok::exclaim;
    } else if (namesMusa(Word) || namesCuda(Word) || namesHip(Word)) {
      Other = true;
    }
  }
  bool Alone = Musa && !Other && !IsMusa;
  // A condition that asks for more, or for the opposite, tells nothing.
  ForHostCpu &= !Musa && !Other && !DeniesAny;
  if (Opens) {
    Branches.push_back({Alone && !Negated,
                        Alone && Negated,
                        needsNoMusa(Name, End),
                        isMusaAlone(Name, End),
                        Lexemes[Name].Offset,
                        ++LastBranch,
                        Scopes,
                        {},
                        false,
                        ForHostCpu});
  } else if (!Branches.empty()) {
    endBranch(Lexemes[Name].Offset);
    Branch &B = Branches.back();
    if (Elif || Directive == "else")
      Scopes = B.Scopes;
    if (Elif) {
      B.Musa = Alone && !Negated;
      B.ForHostCpu = ForHostCpu;
      B.ElseMusa = false;
      B.NeverMusa = B.RestNeverMusa || needsNoMusa(Name, End);
      B.RestNeverMusa |= isMusaAlone(Name, End);
    } else if (Directive == "else") {
      B.Musa = B.ElseMusa;
      B.ForHostCpu = false;
      B.NeverMusa = B.RestNeverMusa;
    } else {
      Branches.pop_back();
    }
  }
  if ((Opens || Elif) && !Branches.empty())
    Branches.back().AsksMusa |= Musa;
  size_t First = Out.Candidates.size();
  scanConditionNames(Name, End);
  if (Opens || Elif)
    noteAsked(First);
}

/// Once one of its conditions names MUSA, a chain of branches asks for both.
void Scanner::noteAsked(size_t First) {
  if (Branches.empty())
    return;
  Branch &B = Branches.back();
  for (size_t I = First; I < Out.Candidates.size(); ++I)
    B.Asked.push_back(I);
  if (B.AsksMusa)
    for (size_t I : B.Asked)
      Out.Candidates[I].AsksBoth = true;
}

void Scanner::scanConditionNames(size_t Name, size_t End) {
  StringRef Directive = spelling(Name);
  bool WholeIsDefined = Directive.ends_with("def");
  StringRef Whole = Text.slice(endOf(Name), endOf(End - 1));
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
    size_t Before = I - 1;
    if (Before > Name && kind(Before) == tok::l_paren)
      --Before;
    C.InDefined = WholeIsDefined || spelling(Before) == "defined";
    scanToken(I, Name + 1, End, C);
  }
}

size_t Scanner::scanCode(size_t I) {
  if (isAsm(I))
    return scanAsm(I, Lexemes.size());
  followBraces(I);
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

void Scanner::fillPrefix(size_t I, size_t Begin, Candidate &C) const {
  if (I > Begin && spelling(I - 1) == "template")
    --I; // x.template name<...>()
  if (I == Begin)
    return;
  TokenKind Prev = kind(I - 1);
  if (Prev == tok::period || Prev == tok::arrow) {
    C.Prefix = Candidate::Before::Member;
    return;
  }
  if (Prev != tok::coloncolon)
    return;
  size_t First = I - 1;
  while (First >= Begin + 2 && kind(First) == tok::coloncolon &&
         isName(First - 1)) {
    --First;
    if (First == Begin || kind(First - 1) != tok::coloncolon)
      break;
    --First;
  }
  if (First == I - 1) {
    // `::name`, or `T<...>::name`
    bool OfTemplate = First > Begin && (kind(First - 1) == tok::greater ||
                                        kind(First - 1) == tok::greatergreater);
    C.Prefix =
        OfTemplate ? Candidate::Before::Scope : Candidate::Before::GlobalScope;
    return;
  }
  C.Prefix = Candidate::Before::Scope;
  if (kind(First) == tok::coloncolon)
    ++First;
  C.Qualifier = Text.slice(Lexemes[First].Offset, endOf(I - 2));
}

bool Scanner::isCompared(size_t I, size_t Begin, size_t End) const {
  size_t Before = I, After = I + 1;
  while (Before > Begin && kind(Before - 1) == tok::l_paren && After < End &&
         kind(After) == tok::r_paren) {
    --Before;
    ++After;
  }
  return (Before > Begin && isComparison(kind(Before - 1))) ||
         (After < End && isComparison(kind(After)));
}

bool Scanner::isWholeArgument(size_t I, size_t Begin, size_t End) const {
  return I > Begin && I + 1 < End &&
         (kind(I - 1) == tok::l_paren || kind(I - 1) == tok::comma) &&
         (kind(I + 1) == tok::r_paren || kind(I + 1) == tok::comma);
}

/// Each open brace has its namespace, or none.
void Scanner::followBraces(size_t I) {
  if (kind(I) == tok::l_brace)
    Scopes.push_back(openedNamespace(I));
  else if (kind(I) == tok::r_brace && !Scopes.empty())
    Scopes.pop_back();
}

StringRef Scanner::openedNamespace(size_t Brace) const {
  size_t First = Brace;
  while (First > 0 &&
         (isName(First - 1) || kind(First - 1) == tok::coloncolon) &&
         spelling(First - 1) != "namespace")
    --First;
  if (First == 0 || First == Brace || spelling(First - 1) != "namespace")
    return "";
  return Text.slice(Lexemes[First].Offset, endOf(Brace - 1));
}

/// A namespace of PyTorch is used, or is opened by the file itself.
void Scanner::noteTorchScope(size_t I, size_t Begin, size_t End) {
  if (!isTorchNamespace(spelling(I)) || I + 1 >= End)
    return;
  bool Outermost = I == Begin || kind(I - 1) != tok::coloncolon ||
                   I < Begin + 2 || !isName(I - 2);
  bool Named = I > Begin && isName(I - 1) && spelling(I - 1) == "namespace";
  bool Used =
      I > Begin + 1 && Named && isName(I - 2) && spelling(I - 2) == "using";
  if (Named && !Used)
    Out.OpensTorch = true;
  else if (Outermost && (Used || kind(I + 1) == tok::coloncolon))
    Out.NamesTorch = true;
}

/// The entry of a name that means something only beside its neighbour:
/// `DeviceType::CUDA`, `x.is_cuda()`, `TORCH_LIBRARY_IMPL(library, CUDA, m)`.
std::optional<Entry> Scanner::torchMember(size_t I, size_t Begin,
                                          size_t End) const {
  if (I < Begin + 2)
    return std::nullopt;
  StringRef Name = spelling(I);
  TokenKind Prev = kind(I - 1);
  if (Prev == tok::coloncolon)
    return isName(I - 2) ? findTorchMember(T, spelling(I - 2), Name)
                         : std::nullopt;
  if (Prev == tok::period || Prev == tok::arrow)
    return I + 1 < End && kind(I + 1) == tok::l_paren ? findTorchMethod(T, Name)
                                                      : std::nullopt;
  bool IsKey = I >= Begin + 4 && Prev == tok::comma && isName(I - 2) &&
               kind(I - 3) == tok::l_paren && isName(I - 4) &&
               spelling(I - 4).starts_with("TORCH_LIBRARY_IMPL");
  return IsKey ? findTorchMember(T, "DispatchKey", Name) : std::nullopt;
}

/// The entry of a namespace that stands without what is around it: `cuda::` and
/// `namespace cuda` inside of `namespace at`, `CUDACachingAllocator::`.
std::optional<Entry> Scanner::torchNamespace(size_t I, size_t Begin,
                                             size_t End) const {
  StringRef Name = spelling(I);
  if (auto E = T.find(Space::Namespace, Name); isTorchEntry(E))
    return E;
  bool Named = I > Begin && isName(I - 1) && spelling(I - 1) == "namespace";
  bool Used =
      Named && I > Begin + 1 && isName(I - 2) && spelling(I - 2) == "using";
  bool Qualifies = I + 1 < End && kind(I + 1) == tok::coloncolon;
  bool Qualified = I > Begin && kind(I - 1) == tok::coloncolon;
  if (Qualified || !(Named || Qualifies))
    return std::nullopt;
  auto Around = llvm::make_filter_range(
      Scopes, [](StringRef Scope) { return !Scope.empty(); });
  if (Around.empty())
    return std::nullopt;
  StringRef Outermost = Around.begin()->split("::").first;
  if (!isTorchNamespace(Outermost))
    return std::nullopt;
  // Deeper inside it is another namespace that is opened.
  bool Direct =
      std::next(Around.begin()) == Around.end() && *Around.begin() == Outermost;
  if (Named && !Used && !Direct)
    return std::nullopt;
  return T.find(Space::Namespace, (Outermost + "::" + Name).str());
}

/// False for most words of most files: no look-up can find them.
bool Scanner::mayMatter(const Lexeme &L) const {
  StringRef Word = spelling(L);
  return L.NeedsCleaning || T.mayKnow(Word) ||
         looksLikeFragment(T.direction(), Word) || isTorchNamespace(Word);
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
  std::string Clean;
  if (Lexemes[I].NeedsCleaning) {
    for (size_t J = 0; J < C.Text.size(); ++J)
      if (C.Text[J] != '\\' && C.Text[J] != '\n' && C.Text[J] != '\r')
        Clean += C.Text[J];
    C.Spliced = true;
  }
  StringRef Name = C.Spliced ? StringRef(Clean) : C.Text;
  C.E = T.findName(Name);
  bool HasRules = !T.Rules.named(Name).empty();
  noteTorchScope(I, Begin, End);
  if (!C.E && !HasRules && !looksLikeSource(T.direction(), Name)) {
    C.E = torchMember(I, Begin, End);
    if (!C.E)
      C.E = torchNamespace(I, Begin, End);
    if (C.E) {
      fillPrefix(I, Begin, C);
      return add(std::move(C));
    }
    if (isWholeArgument(I, Begin, End) &&
        looksLikeFragment(T.direction(), Name)) {
      C.At = Candidate::Place::Paste;
      C.MacroArgument = true;
      return add(std::move(C));
    }
    // A namespace is looked up with all that stands before it.
    fillPrefix(I, Begin, C);
    if (C.Prefix == Candidate::Before::Member)
      return;
    StringRef Whole =
        C.Qualifier.empty()
            ? C.Text
            : Text.slice(C.Qualifier.data() - Text.data(), C.Offset + C.Length);
    C.E = T.find(Space::Namespace, Whole);
    if (!C.E && !C.Qualifier.empty())
      C.E = T.findName(Whole); // `cuda::atomic`
    if (C.E || !T.Rules.named(Whole).empty()) {
      C.Offset = Whole.data() - Text.data();
      C.Length = Whole.size();
      C.Text = Whole;
      add(std::move(C));
    }
    return;
  }
  fillPrefix(I, Begin, C);
  // No other project has these.
  Out.NamesTorch |= isTorchEntry(C.E) && C.E->K == Kind::Macro &&
                    (Name.starts_with("AT_") || Name.starts_with("C10_") ||
                     Name.starts_with("TORCH_"));
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

std::optional<Candidate::CallPieces> Scanner::callPieces(size_t I,
                                                         size_t End) const {
  size_t Open = I + 1;
  if (Open < End && kind(Open) == tok::less) {
    size_t Close = templateArgumentsEnd(Open, End);
    if (Close == Open)
      return std::nullopt; // a comparison
    Open = Close + 1;
  }
  if (Open >= End || kind(Open) != tok::l_paren)
    return std::nullopt;
  auto Close = matching(Open, End);
  if (!Close)
    return std::nullopt;
  Candidate::CallPieces P;
  P.NameEnd = endOf(Open - 1);
  P.End = endOf(*Close);
  unsigned Depth = 0;
  size_t First = Open + 1;
  for (size_t J = First; J <= *Close; ++J) {
    TokenKind K = kind(J);
    if (J == *Close || (Depth == 0 && K == tok::comma)) {
      if (J > First)
        P.Args.emplace_back(Lexemes[First].Offset, endOf(J - 1));
      First = J + 1;
    } else if (K == tok::l_paren || K == tok::l_brace || K == tok::l_square) {
      ++Depth;
    } else if (K == tok::r_paren || K == tok::r_brace || K == tok::r_square) {
      --Depth;
    } else if (Depth == 0 && K == tok::less && isName(J - 1)) {
      J = templateArgumentsEnd(J, *Close);
    }
  }
  return P;
}

/// `NAME op number` or `number op NAME`, parentheses around the name aside.
std::optional<Candidate::Comparison> Scanner::comparison(size_t I, size_t Begin,
                                                         size_t End) const {
  size_t Left = I, Right = I;
  while (Left > Begin && kind(Left - 1) == tok::l_paren && Right + 1 < End &&
         kind(Right + 1) == tok::r_paren) {
    --Left;
    ++Right;
  }
  auto IsOperator = [&](size_t J) {
    TokenKind K = kind(J);
    return K == tok::less || K == tok::lessequal || K == tok::greater ||
           K == tok::greaterequal || K == tok::equalequal ||
           K == tok::exclaimequal;
  };
  Candidate::Comparison C;
  if (Right + 2 < End && IsOperator(Right + 1) &&
      kind(Right + 2) == tok::numeric_constant) {
    C.Op = spelling(Right + 1);
    C.Number = spelling(Right + 2);
    C.Begin = Lexemes[Left].Offset;
    C.End = endOf(Right + 2);
    return C;
  }
  if (Left < Begin + 2 || !IsOperator(Left - 1) ||
      kind(Left - 2) != tok::numeric_constant)
    return std::nullopt;
  TokenKind K = kind(Left - 1);
  C.Op = K == tok::less           ? ">"
         : K == tok::lessequal    ? ">="
         : K == tok::greater      ? "<"
         : K == tok::greaterequal ? "<="
                                  : spelling(Left - 1);
  C.Number = spelling(Left - 2);
  C.Begin = Lexemes[Left - 2].Offset;
  C.End = endOf(Right);
  return C;
}

/// `LOG_DEBUG`, `logError`, `print_warning`: by one of the words in it.
static bool isNamedAfterLogs(StringRef Name) {
  std::string Word;
  auto IsLog = [&] {
    return StringSwitch<bool>(std::exchange(Word, {}))
        .Cases({"log", "logf", "logger", "print", "printf", "println"}, true)
        .Cases({"debug", "dbg", "warn", "warning", "error", "fatal"}, true)
        .Default(false);
  };
  for (size_t I = 0; I < Name.size(); ++I) {
    bool Begins = isUpper(Name[I]) && I && isLower(Name[I - 1]);
    if ((Begins || !isAlpha(Name[I])) && IsLog())
      return true;
    if (isAlpha(Name[I]))
      Word += toLower(Name[I]);
  }
  return IsLog();
}

/// True if the string is an argument of what only tells people something.
bool Scanner::isInLogCall(size_t I, size_t Begin) const {
  constexpr size_t Farthest = 100;
  size_t Stop = I > Begin + Farthest ? I - Farthest : Begin;
  unsigned Closed = 0;
  while (I-- > Stop)
    if (kind(I) == tok::r_paren)
      ++Closed;
    else if (kind(I) == tok::semi || kind(I) == tok::l_brace)
      return false;
    else if (kind(I) == tok::l_paren && !Closed--)
      return I > Begin && isName(I - 1) && isNamedAfterLogs(spelling(I - 1));
  return false;
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
  if (!E || !E->renames())
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
  bool IsHosts =
      llvm::any_of(Branches, [](const Branch &B) { return B.ForHostCpu; });
  size_t Open = I + 1;
  while (Open < End && isName(Open))
    ++Open; // volatile, goto
  if (Open + 1 >= End || kind(Open) != tok::l_paren ||
      !tok::isStringLiteral(kind(Open + 1)))
    return I + 1;
  size_t Last = Open + 1;
  while (Last + 1 < End && tok::isStringLiteral(kind(Last + 1)))
    ++Last;
  Candidate C;
  C.At = Candidate::Place::Asm;
  C.Offset = Lexemes[I].Offset;
  C.Length = Lexemes[I].Length;
  C.Text = Text.slice(Lexemes[Open + 1].Offset, endOf(Last));
  if (!IsHosts)
    add(std::move(C));
  return Last + 1;
}

/// The `>` that closes the template arguments which `Less` opens; `Less` itself
/// if it looks like a comparison.
size_t Scanner::templateArgumentsEnd(size_t Less, size_t End) const {
  int Angle = 0, Depth = 0;
  for (size_t I = Less; I < End; ++I) {
    TokenKind K = kind(I);
    if (K == tok::l_paren || K == tok::l_square || K == tok::l_brace)
      ++Depth;
    else if (K == tok::r_paren || K == tok::r_square || K == tok::r_brace)
      --Depth;
    if (Depth < 0 || K == tok::semi || K == tok::question || K == tok::ampamp ||
        K == tok::pipepipe || K == tok::greatergreatergreater)
      return Less;
    if (Depth == 0)
      Angle += (K == tok::less) - closingAngles(K);
    if (Angle <= 0)
      return Angle < 0 ? Less : I;
  }
  return Less;
}

/// The index of the bracket that closes `Open`, before `End`.
std::optional<size_t> Scanner::matching(size_t Open, size_t End) const {
  unsigned Depth = 0;
  for (size_t I = Open; I < End; ++I) {
    TokenKind K = kind(I);
    if (K == tok::l_paren || K == tok::l_brace || K == tok::l_square)
      ++Depth;
    else if (K == tok::r_paren || K == tok::r_brace || K == tok::r_square)
      if (--Depth == 0)
        return I;
    if (K == tok::semi && Depth == 0)
      return std::nullopt;
  }
  return std::nullopt;
}

/// The index of the bracket that `Close` closes, at or after `Begin`. Angle
/// brackets are counted only if `Close` is one.
std::optional<size_t> Scanner::matchingBack(size_t Close, size_t Begin) const {
  bool Angles = closingAngles(kind(Close)) > 0;
  int Depth = 0, Angle = 0;
  for (size_t I = Close + 1; I-- > Begin;) {
    TokenKind K = kind(I);
    if (K == tok::r_paren || K == tok::r_brace || K == tok::r_square)
      ++Depth;
    else if (K == tok::l_paren || K == tok::l_brace || K == tok::l_square)
      --Depth;
    else if (Angles && Depth == 0)
      Angle += closingAngles(K) - (K == tok::less);
    if (K == tok::semi || Depth < 0)
      return std::nullopt;
    if (Depth == 0 && Angle == 0)
      return I;
  }
  return std::nullopt;
}

/// First token of the kernel expression that ends before `End`: something in
/// parentheses, or names with template arguments, subscripts and the like.
std::optional<size_t> Scanner::kernelBegin(size_t End, size_t Begin) const {
  size_t At = End;
  while (At > Begin) {
    TokenKind K = kind(At - 1);
    if (K == tok::r_paren || K == tok::r_square || closingAngles(K)) {
      auto Open = matchingBack(At - 1, Begin);
      if (!Open)
        return std::nullopt;
      At = *Open;
      if (K != tok::r_paren)
        continue; // what is subscripted or specialised comes before
      bool IsCall =
          At > Begin && (isName(At - 1) || kind(At - 1) == tok::r_paren);
      return IsCall ? std::nullopt : std::optional(At);
    }
    if (K != tok::raw_identifier || spelling(At - 1) == "return")
      return std::nullopt;
    --At;
    if (At == Begin)
      return At;
    TokenKind Before = kind(At - 1);
    if (Before == tok::period || Before == tok::arrow) {
      --At;
    } else if (Before == tok::coloncolon) {
      --At;
      if (At == Begin || (!isName(At - 1) && !closingAngles(kind(At - 1))))
        return At;
    } else {
      return At;
    }
  }
  return std::nullopt;
}

std::optional<Candidate::LaunchPieces>
Scanner::launchPieces(size_t I, size_t Begin, size_t End) const {
  Candidate::LaunchPieces P;
  auto Kernel = kernelBegin(I, Begin);
  if (!Kernel)
    return std::nullopt;
  P.KernelBegin = Lexemes[*Kernel].Offset;
  unsigned Depth = 0;
  unsigned From = endOf(I);
  size_t Close = I + 1;
  for (; Close < End && Close < I + 4096; ++Close) {
    TokenKind K = kind(Close);
    if (K == tok::l_paren || K == tok::l_brace || K == tok::l_square)
      ++Depth;
    else if (K == tok::r_paren || K == tok::r_brace || K == tok::r_square)
      --Depth;
    else if (Depth == 0 && K == tok::less && isName(Close - 1))
      Close = templateArgumentsEnd(Close, End);
    else if (Depth == 0 &&
             (K == tok::comma || K == tok::greatergreatergreater)) {
      P.Config.emplace_back(From, Lexemes[Close].Offset);
      From = endOf(Close);
    }
    if (K == tok::greatergreatergreater || K == tok::semi)
      break;
  }
  if (Close + 1 >= End || kind(Close) != tok::greatergreatergreater ||
      kind(Close + 1) != tok::l_paren || P.Config.size() < 2 ||
      P.Config.size() > 4)
    return std::nullopt;
  auto Paren = matching(Close + 1, End);
  if (!Paren)
    return std::nullopt;
  P.CloseBegin = Lexemes[Close].Offset;
  P.ParenBegin = Lexemes[Close + 1].Offset;
  P.ArgsEnd = Lexemes[*Paren].Offset;
  P.HasArgs = *Paren != Close + 2;
  return P;
}

void Scanner::scanLaunch(size_t I, size_t Begin, size_t End) {
  Candidate C;
  C.At = Candidate::Place::Launch;
  C.Offset = Lexemes[I].Offset;
  C.Length = Lexemes[I].Length;
  C.Text = spelling(I);
  C.Launch = launchPieces(I, Begin, End);
  add(std::move(C));
}

} // namespace

bool mayHoldKernel(StringRef Spelling) {
  return Spelling.contains("__global__") || Spelling.contains("__device__");
}

ScannedFile scanFile(StringRef Text, const Table &T, bool WithComments,
                     bool IsMusa) {
  if (Text.contains('\0')) {
    ScannedFile Out;
    Out.Unreadable = "holds NUL bytes: binary, or not UTF-8";
    return Out;
  }
  return Scanner(Text, T, WithComments, IsMusa).run();
}

} // namespace musify

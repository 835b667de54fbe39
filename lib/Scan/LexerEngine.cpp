#include "Scan/LexerEngine.h"
#include "Platform/Platform.h"
#include "Scan/RawLexer.h"
#include "Scan/Scanner.h"
#include "Scan/SplitLaunch.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {
namespace {

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

} // namespace

ScannedFile Scanner::run() {
  lexAll();
  Out.SplitLaunches = joinSplitLaunches(*this);
  HasGuard = beginsWithGuard();
  for (size_t I = 0; I < Lexemes.size();)
    I = Lexemes[I].Kind == tok::hash && Lexemes[I].StartsLine ? scanDirective(I)
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

void Scanner::add(Candidate C) {
  // A name that the branch of another vendor defines goes with its uses, and
  // a header of the project may be renamed.
  bool MayBeOwn = C.name().IsMacros || (C.as<place::Include>() && !C.E);
  if (Excluded.contains(C.Offset))
    return;
  C.BranchId = Ifs.id();
  C.MusaCode = Ifs.isMusas();
  if (!Ifs.isForOthers() || MayBeOwn)
    Out.Candidates.push_back(std::move(C));
  else if (C.as<place::Name>() && C.E && C.E->renames())
    Out.ForOthers.push_back(std::move(C));
}

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
      scanToken(I, First, End);
  }
  return End; // `#error` and the like are prose
}

void Scanner::scanInclude(size_t Path, size_t End) {
  if (Path >= End)
    return;
  Candidate C;
  place::Include &Is = C.Is.emplace<place::Include>();
  Is.Conditional = isConditional();
  if (isName(Path)) { // #include MACRO
    C.Offset = Lexemes[Path].Offset;
    C.Length = Lexemes[Path].Length;
    C.Text = spelling(Path);
    Is.IsMacro = true;
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
  place::Name Like;
  Like.IsMacros = true;
  Like.Undefines = spelling(Name - 1) == "undef";
  Like.Conditional = isConditional();
  if (!Like.Undefines)
    Out.MacrosDefined.push_back(spelling(Name));
  scanName(Name, Name, End, Like);
  size_t Body = Name + 1;
  bool HasParameters = Body < End && kind(Body) == tok::l_paren &&
                       Lexemes[Body].Offset == endOf(Name);
  if (HasParameters)
    if (auto Close = matching(Body, End))
      Body = *Close + 1;
  if (HasParameters)
    Torch.noteMacro(Name, Body, End);
  for (size_t I = Name + 1; I < End; ++I)
    scanToken(I, I < Body ? Name + 1 : Body, End);
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
    place::Name Like;
    Like.InCondition = true;
    Like.Condition = WholeIsDefined ? StringRef() : Whole;
    Like.InDefined = If.isTested(Lexemes[I].Offset - endOf(Name));
    scanToken(I, Name + 1, End, Like);
  }
  noteComparedBeside(First);
}

/// `defined(X) && X < 5` asks one thing of `X`: both places fare alike.
void Scanner::noteComparedBeside(size_t First) {
  auto Here = llvm::drop_begin(Out.Candidates, First);
  for (Candidate &C : Here)
    if (auto *Name = std::get_if<place::Name>(&C.Is))
      Name->ComparedBeside =
          Name->InDefined && llvm::any_of(Here, [&](const Candidate &Other) {
            return Other.name().Compared && Other.Text == C.Text;
          });
}

void Scanner::noteDefinition(size_t I, Extent Whole) {
  bool IsStatic = false;
  for (size_t At = I; Lexemes[At].Offset > Whole.first; --At)
    IsStatic |= spelling(At - 1) == "static";
  Out.Definitions.emplace(Lexemes[I].Offset,
                          Definition{Whole, innermostNamespace(Scopes),
                                     kind(I + 1) == tok::l_paren && !IsStatic});
}

size_t Scanner::scanCode(size_t I) {
  if (isAsm(I))
    return scanAsm(I, Lexemes.size());
  followBraces(I);
  if (isName(I)) {
    Torch.noteOwn(I);
    Torch.noteNamesake(I);
  }
  if (isName(I) && Lexical.mayDeclare(I, CodeBegin) && mayBeDeclared(I))
    if (auto Whole = Lexical.visit(I, CodeBegin, Scopes)) {
      noteDefinition(I, *Whole);
      place::Name Like;
      Like.Conditional = isConditional();
      scanName(I, 0, Lexemes.size(), Like);
      return I + 1;
    }
  // A launch may span lines, but not a directive.
  scanToken(I, 0, Lexemes.size());
  return I + 1;
}

void Scanner::scanToken(size_t I, size_t Begin, size_t End,
                        const place::Name &Like) {
  switch (kind(I)) {
  case tok::raw_identifier:
    return isAsm(I) ? (void)scanAsm(I, End) : scanName(I, Begin, End, Like);
  case tok::hashhash:
    return scanPaste(I, Begin, End);
  case tok::lesslessless:
    return scanLaunch(I, Begin, End);
  default:
    if (tok::isStringLiteral(kind(I)))
      scanString(I, Begin, End);
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
  C.Is = place::Asm();
  C.Offset = Lexemes[I].Offset;
  C.Length = Lexemes[I].Length;
  C.Text = Text.slice(Lexemes[Open + (Last > Open)].Offset, endOf(Last));
  if (!Ifs.isForHostCpu())
    add(std::move(C));
  return Last > Open ? Last + 1 : I + 1;
}

void Scanner::scanLaunch(size_t I, size_t Begin, size_t End) {
  Candidate C;
  C.Offset = Lexemes[I].Offset;
  C.Length = Lexemes[I].Length;
  C.Text = spelling(I);
  place::Launch Pieces = launchPieces(I, Begin, End);
  if (auto Braced = bracedArguments(*this, Pieces); !Braced.empty())
    Out.BracedArguments.emplace(C.Offset, std::move(Braced));
  C.Is = std::move(Pieces);
  add(std::move(C));
}

bool isWithin(ArrayRef<Extent> Ranges, unsigned Offset) {
  return llvm::any_of(Ranges, [&](const auto &Range) {
    return Range.first <= Offset && Offset < Range.second;
  });
}

const Binding *findBinding(const ScannedFile &Scan, StringRef Name,
                           unsigned Offset) {
  auto It = llvm::partition_point(
      Scan.Bindings, [&](const Binding &B) { return B.Name < Name; });
  const Binding *Innermost = nullptr;
  for (; It != Scan.Bindings.end() && It->Name == Name; ++It)
    if (It->Begin <= Offset && Offset < It->End &&
        (!Innermost || It->Scope <= Innermost->Scope))
      Innermost = &*It;
  return Innermost;
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

// Names in code, conditions, strings and comments, and what makes names.
#include "Platform/Platform.h"
#include "Scan/CudaNames.h"
#include "Scan/Scanner.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {

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
std::optional<std::pair<const Entry *, unsigned>>
Scanner::openedEntry(size_t I) const {
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
      return std::pair(E, Part);
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
                       const place::Name &Like) {
  if (!mayMatter(Lexemes[I]))
    return;
  Candidate C;
  place::Name &Is = C.Is.emplace<place::Name>(Like);
  C.Offset = Lexemes[I].Offset;
  C.Length = Lexemes[I].Length;
  C.Text = spelling(I);
  Is.Spliced = Lexemes[I].NeedsCleaning;
  std::string Clean = Is.Spliced ? withoutSplices(C.Text) : std::string();
  StringRef Name = Is.Spliced ? StringRef(Clean) : C.Text;
  C.E = T.findName(Name);
  bool HasRules = !T.Rules.named(Name).empty();
  Torch.noteScope(I, Begin, End);
  if (!C.E && !HasRules && !looksLikeSource(T.direction(), Name))
    return scanNeighbours(I, Begin, End, Name, std::move(C));
  fillPrefix(I, Begin, Is);
  // No other project has these.
  Out.NamesTorch |= isTorchEntry(C.E) && C.E->K == Kind::Macro &&
                    torch().OwnMacros.contains(Name);
  Is.Compared = isCompared(I, Begin, End);
  if ((I > Begin && kind(I - 1) == tok::hashhash) ||
      (I + 1 < End && kind(I + 1) == tok::hashhash))
    return; // the pasted name is another one: see scanPaste
  if (HasRules)
    noteForRules(I, Begin, End);
  add(std::move(C));
}

/// What custom rules ask of a name.
void Scanner::noteForRules(size_t I, size_t Begin, size_t End) {
  unsigned Offset = Lexemes[I].Offset;
  if (auto Call = callPieces(I, End))
    Out.Calls.emplace(Offset, std::move(*Call));
  if (auto With = comparison(I, Begin, End))
    Out.Comparisons.emplace(Offset, *With);
}

/// Behind a namespace of PyTorch, `I`.
void Scanner::scanTorchScope(size_t I, size_t End, const Entry &Scope) {
  for (Candidate &C : Torch.qualified(I, End, Scope.From))
    add(std::move(C));
}

/// A name that means something only with what is beside it.
void Scanner::scanNeighbours(size_t I, size_t Begin, size_t End,
                             StringRef Spelling, Candidate C) {
  auto &Is = std::get<place::Name>(C.Is);
  C.E = Torch.member(I, Begin, End);
  if (!C.E)
    C.E = Torch.namespaceEntry(I, Begin, End);
  fillPrefix(I, Begin, Is);
  if (C.E) {
    if (C.E->K == Kind::Namespace)
      scanTorchScope(I, End, *C.E);
    return add(std::move(C));
  }
  place::Paste Argument = Torch.keyArgument(I, Begin, End);
  if (Argument.Key || (isWholeArgument(I, Begin, End) &&
                       looksLikeFragment(T.direction(), Spelling))) {
    C.Is = Argument;
    return add(std::move(C));
  }
  if (Is.Prefix == place::Before::Member)
    return;
  if (auto Opened = openedEntry(I)) {
    C.E = Opened->first;
    Is.Part = Opened->second;
    return add(std::move(C));
  }
  if (opensNamespace(I) && !innermostNamespace(Scopes).empty())
    return; // another namespace than that which is named from outside
  // A namespace is looked up with all that stands before it.
  StringRef Whole =
      Is.Qualifier.empty()
          ? C.Text
          : Text.slice(Is.Qualifier.data() - Text.data(), C.Offset + C.Length);
  C.E = isNominatedNamespace(I) ? T.find(Space::Namespace, Whole)
                                : findNamespace(T, Whole);
  if (isTorchEntry(C.E)) {
    if (C.E->From.count("::") > 1)
      return; // found behind the namespace around it
    scanTorchScope(I, End, *C.E);
  }
  if (!C.E && !Is.Qualifier.empty()) {
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

void Scanner::scanString(size_t I, size_t Begin, size_t End) {
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
  Candidate C;
  C.Is = place::String{isInLogCall(I, Begin)};
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
    C.Is = place::Comment();
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
    C.Is = place::Paste();
    C.Offset = Lexemes[I].Offset;
    C.Length = Lexemes[I].Length;
    C.Text = spelling(I);
    add(std::move(C));
  }
}

} // namespace musify

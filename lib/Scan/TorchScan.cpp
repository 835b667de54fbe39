#include "Scan/TorchScan.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {

void TorchScan::noteScope(size_t I, size_t Begin, size_t End) {
  auto Is = [&](size_t At, TokenKind K) {
    return At >= Begin && At < I && Tokens.kind(At) == K;
  };
  auto IsWord = [&](size_t At, StringRef Word) {
    return Is(At, tok::raw_identifier) && Tokens.spelling(At) == Word;
  };
  if (!isTorchNamespace(Tokens.spelling(I)) || I + 1 >= End)
    return;
  bool Outermost =
      !Is(I - 1, tok::coloncolon) || !Is(I - 2, tok::raw_identifier);
  bool Named = IsWord(I - 1, "namespace");
  bool Used = Named && IsWord(I - 2, "using");
  if (Named && !Used)
    Out.OpensTorch = true;
  else if (Outermost && (Used || Tokens.kind(I + 1) == tok::coloncolon))
    Out.NamesTorch = true;
  // `namespace ac = at::cuda`, `namespace tt = ::torch`
  size_t Equal = Is(I - 1, tok::coloncolon) ? I - 2 : I - 1;
  if (Outermost && Is(Equal, tok::equal) && IsWord(Equal - 2, "namespace"))
    Out.TorchAliases.push_back(Tokens.spelling(Equal - 1));
}

void TorchScan::noteOwn(size_t I) {
  if (!Out.OpensTorch || Scopes.empty())
    return;
  auto Around = llvm::find_if(
      Scopes, [](const OpenBrace &B) { return !B.Namespace.empty(); });
  if (Around == Scopes.end() ||
      !isTorchNamespace(Around->Namespace.split("::").first))
    return;
  TokenKind Before = I ? Tokens.kind(I - 1) : tok::unknown;
  if (Before != tok::coloncolon && Before != tok::period &&
      Before != tok::arrow)
    Out.TorchOwn.push_back(Tokens.spelling(I));
}

/// `View` in `class API View : public Base {`; empty: no class is around.
StringRef TorchScan::classAround() const {
  if (Scopes.empty())
    return {};
  constexpr size_t Farthest = 32; // of bases
  size_t Brace = Scopes.back().Token;
  size_t Stop = Brace < Farthest ? 0 : Brace - Farthest;
  for (size_t I = Brace; I-- > Stop;) {
    TokenKind K = Tokens.kind(I);
    if (K == tok::semi || K == tok::l_brace || K == tok::r_brace)
      return {};
    bool Begins = Tokens.isName(I) && (Tokens.spelling(I) == "class" ||
                                       Tokens.spelling(I) == "struct");
    if (!Begins)
      continue;
    size_t Name = I + 1;
    while (Name + 1 < Brace && Tokens.isName(Name + 1) &&
           Tokens.spelling(Name + 1) != "final")
      ++Name;
    return Tokens.isName(Name) ? Tokens.spelling(Name) : StringRef();
  }
  return {};
}

void TorchScan::noteNamesake(size_t I) {
  TokenKind Before = I ? Tokens.kind(I - 1) : tok::unknown;
  bool MayDeclare = I + 2 < Tokens.Lexemes.size() &&
                    Tokens.kind(I + 1) == tok::l_paren &&
                    Tokens.kind(I + 2) == tok::r_paren &&
                    (Before == tok::raw_identifier || Before == tok::amp ||
                     Before == tok::star);
  if (!MayDeclare || !findTorchMethod(T, Tokens.spelling(I)))
    return;
  if (StringRef Class = classAround(); !Class.empty())
    Out.TorchNamesakes.emplace_back(Class, Tokens.spelling(I));
}

/// The call around a token that is one of its arguments.
std::optional<TorchScan::Argument> TorchScan::argumentAt(size_t I, size_t Begin,
                                                         size_t End) const {
  if (!Tokens.isWholeArgument(I, Begin, End))
    return std::nullopt;
  constexpr size_t Farthest = 256; // a list longer than that is data
  unsigned Index = 0;
  for (size_t At = I; At > Begin + 1 && I - At < Farthest;) {
    --At;
    if (isClosing(Tokens.kind(At))) {
      auto Open = Tokens.matchingBack(At, Begin);
      if (!Open)
        return std::nullopt;
      At = *Open;
    } else if (Tokens.kind(At) == tok::comma) {
      ++Index;
    } else if (Tokens.kind(At) == tok::l_paren) {
      if (!Tokens.isName(At - 1))
        return std::nullopt;
      return Argument{Tokens.spelling(At - 1), Index};
    } else if (isOpening(Tokens.kind(At)) || Tokens.kind(At) == tok::semi) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// `A::B` before the name at `I`, as written.
StringRef TorchScan::qualifierOf(size_t I, size_t Begin) const {
  place::Name Is;
  Tokens.fillPrefix(I, Begin, Is);
  return Is.Qualifier;
}

bool TorchScan::isScope(StringRef Outermost) const {
  return isTorchNamespace(Outermost) ||
         is_contained(Out.TorchAliases, Outermost);
}

const Entry *TorchScan::member(size_t I, size_t Begin, size_t End) const {
  if (I < Begin + 2)
    return nullptr;
  StringRef Name = Tokens.spelling(I);
  TokenKind Before = Tokens.kind(I - 1);
  if (Before == tok::coloncolon) {
    if (!Tokens.isName(I - 2))
      return nullptr;
    if (auto E = findTorchMember(T, Tokens.spelling(I - 2), Name))
      return E;
    StringRef Scope = qualifierOf(I, Begin);
    bool IsElsewhere = is_contained(torch().Scopes, Scope); // see qualified()
    if (IsElsewhere || !isScope(Scope.split("::").first))
      return nullptr;
    // `torch::` has the names of `at::`.
    auto E = T.findName((Scope + "::" + Name).str());
    if (!E && !Scope.contains("::"))
      E = T.findName((torch().Main + "::" + Name).str());
    return isTorchEntry(E) ? E : nullptr;
  }
  if (Before == tok::period || Before == tok::arrow)
    return I + 1 < End && Tokens.kind(I + 1) == tok::l_paren
               ? findTorchMethod(T, Name)
               : nullptr;
  auto Key = findTorchMember(T, torch().DispatchEnum, Name);
  if (!Key)
    return nullptr;
  auto In = argumentAt(I, Begin, End);
  return In && isDispatchArgument(In->Callee, In->Index) ? Key : nullptr;
}

place::Paste TorchScan::keyArgument(size_t I, size_t Begin, size_t End) const {
  auto Key = findTorchMember(T, torch().DispatchEnum, Tokens.spelling(I));
  auto In = Key ? argumentAt(I, Begin, End) : std::nullopt;
  return {In ? In->Callee : StringRef(), In ? In->Index : 0, In ? Key : nullptr,
          /*IsArgument=*/true};
}

const Entry *TorchScan::namespaceEntry(size_t I, size_t Begin,
                                       size_t End) const {
  StringRef Name = Tokens.spelling(I);
  if (auto E = T.find(Space::Namespace, Name); isTorchEntry(E))
    return E;
  auto IsWord = [&](size_t At, StringRef Word) {
    return Tokens.isName(At) && Tokens.spelling(At) == Word;
  };
  bool Named = I > Begin && IsWord(I - 1, "namespace");
  bool Used = Named && I > Begin + 1 && IsWord(I - 2, "using");
  bool Qualifies = I + 1 < End && Tokens.kind(I + 1) == tok::coloncolon;
  bool Qualified = I > Begin && Tokens.kind(I - 1) == tok::coloncolon;
  if (Qualified || !(Named || Qualifies))
    return nullptr;
  auto Around = llvm::make_filter_range(
      Scopes, [](const OpenBrace &B) { return !B.Namespace.empty(); });
  if (Around.empty())
    return nullptr;
  StringRef Outermost = Around.begin()->Namespace.split("::").first;
  if (!isTorchNamespace(Outermost))
    return nullptr;
  // Deeper inside it is another namespace that is opened.
  bool Direct = std::next(Around.begin()) == Around.end() &&
                Around.begin()->Namespace == Outermost;
  if (Named && !Used && !Direct)
    return nullptr;
  return T.find(Space::Namespace, (Outermost + "::" + Name).str());
}

/// PyTorch's namespaces for CUDA use each other's names.
const Entry *TorchScan::inScope(StringRef Scope, StringRef Name) const {
  auto Find = [&](StringRef Outer) {
    std::string Whole = (Outer + "::" + Name).str();
    auto E = T.findName(Whole);
    return E ? E : T.find(Space::Namespace, Whole);
  };
  if (auto E = Find(Scope))
    return E;
  for (StringRef Other : torch().Scopes)
    if (auto E = Find(Other))
      return E;
  return nullptr;
}

std::vector<Candidate> TorchScan::qualified(size_t I, size_t End,
                                            StringRef Scope) const {
  std::vector<Candidate> Names;
  std::string Whole = Scope.str();
  for (; is_contained(torch().Scopes, Whole) && I + 2 < End &&
         Tokens.kind(I + 1) == tok::coloncolon && Tokens.isName(I + 2);
       I += 2) {
    StringRef Name = Tokens.spelling(I + 2);
    if (T.findName(Name) || T.find(Space::Namespace, Name))
      break;
    Candidate C;
    auto &Is = std::get<place::Name>(C.Is);
    Tokens.fillPrefix(I + 2, 0, Is);
    C.Offset = Tokens.Lexemes[I + 2].Offset;
    C.Length = Name.size();
    C.Text = Name;
    C.E = inScope(Whole, Name);
    Is.InTorchScope = true;
    Names.push_back(C);
    Whole += ("::" + Name).str();
  }
  return Names;
}

/// What `##` puts before or behind the parameter at `I`, one token.
static StringRef pastedAt(const TokenStream &Tokens, size_t Hashes,
                          size_t Other, size_t Body, size_t End) {
  bool Is = Hashes > Body && Hashes < End && Other >= Body && Other < End &&
            Tokens.kind(Hashes) == tok::hashhash && Tokens.isName(Other);
  return Is ? Tokens.spelling(Other) : StringRef();
}

void TorchScan::noteMacro(size_t Name, size_t Body, size_t End) {
  SmallVector<StringRef> Parameters;
  for (size_t I = Name + 1; I < Body; ++I)
    if (Tokens.isName(I))
      Parameters.push_back(Tokens.spelling(I));
  for (size_t I = Body; I < End && !Parameters.empty(); ++I) {
    if (!Tokens.isName(I))
      continue;
    auto At = llvm::find(Parameters, Tokens.spelling(I));
    if (At == Parameters.end())
      continue;
    MacroPass P;
    P.Macro = Tokens.spelling(Name);
    P.Parameter = At - Parameters.begin();
    if (auto In = argumentAt(I, Body, End)) {
      P.Callee = In->Callee;
      P.Argument = In->Index;
      Out.MacroPasses.push_back(P);
      continue;
    }
    P.Before = pastedAt(Tokens, I - 1, I - 2, Body, End);
    P.After = pastedAt(Tokens, I + 1, I + 2, Body, End);
    bool IsTorchs = !P.Before.empty() && P.After.empty() && I >= Body + 4 &&
                    Tokens.kind(I - 3) == tok::coloncolon &&
                    Tokens.isName(I - 4) && isScope(Tokens.spelling(I - 4));
    if (IsTorchs)
      Out.MacroPasses.push_back(P);
  }
}

} // namespace musify

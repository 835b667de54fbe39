#include "Rewrite/HolderWords.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {

void HolderWords::startAgain() {
  Held.clear();
  Depth = FunctionDepth = 0;
  QueryEnd = 0;
  Function = "";
}

void HolderWords::keepForFile(Holder New) {
  auto Same =
      llvm::find_if(Kept, [&](const Holder &H) { return H.Name == New.Name; });
  if (Same == Kept.end())
    Kept.push_back(New);
  else if (Same->IsOfOtherFile)
    *Same = New; // the file's own
}

static bool isMemberName(StringRef Name) {
  return Name.starts_with("m_") || Name.ends_with("_") ||
         (Name.starts_with("_") && Name.size() > 4);
}

/// `f(0, p.major)`, `: Major_(p.major)`: true if it is an argument.
bool HolderWords::pass(size_t From, HeldAnswer What) {
  unsigned Close = 0, Index = 0;
  for (size_t I = From; I > 1 && !endsStatement(Words[I - 1].Kind); --I) {
    TokenKind Kind = Words[I - 1].Kind;
    Close += Kind == tok::r_paren;
    Index += Kind == tok::comma && !Close;
    if (Kind != tok::l_paren)
      continue;
    if (Close) {
      --Close;
      continue;
    }
    StringRef Name = Words[I - 2].Text;
    if (Words[I - 2].Kind != tok::raw_identifier ||
        is_contained({"return", "if", "while", "min", "max", "clamp"}, Name))
      continue;
    if (isMemberName(Name))
      keepForFile({Name, What, Holder::Kind::Member});
    else if (!What.IsVersion)
      Passed[Name][Index] = What.By;
    return true;
  }
  return false;
}

/// `int sm = p.major * 10 + p.minor;`, `this->sm = p.major;`, `return p.major;`
void HolderWords::keep(size_t From, HeldAnswer What) {
  if (isComparedAround(From) || pass(From, What))
    return;
  for (size_t I = From; I > 1 && !endsStatement(Words[I - 1].Kind); --I) {
    // A short name as `get` may be another function's.
    if (Words[I - 1].Text == "return" && Function.size() > 4)
      return keepForFile({Function, What, Holder::Kind::Function});
    if (Words[I - 1].Kind != tok::equal ||
        Words[I - 2].Kind != tok::raw_identifier)
      continue;
    StringRef Name = Words[I - 2].Text;
    TokenKind Before = I > 2 ? Words[I - 3].Kind : tok::semi;
    if (Before == tok::period || Before == tok::arrow || isMemberName(Name))
      return keepForFile({Name, What, Holder::Kind::Member});
    bool IsDeclared = !endsStatement(Before) && Before != tok::r_paren;
    Held.push_back({Name, What, Holder::Kind::Variable,
                    IsDeclared ? Depth : FunctionDepth});
    return;
  }
}

/// `int sm = p.major;` of a `p` whose type Clang does not know: of the variable
/// alone, since a parse saw all else.
void HolderWords::keepMissed(size_t From, HeldAnswer What) {
  while (From > 1 && (Words[From - 1].Kind == tok::period ||
                      Words[From - 1].Kind == tok::arrow))
    From -= 2;
  if (isComparedAround(From) || From < 2 ||
      Words[From - 1].Kind != tok::equal ||
      Words[From - 2].Kind != tok::raw_identifier || !FunctionDepth)
    return;
  hold(Words[From - 2].Text, What);
  Held.back().IsMissed = true;
}

/// What the name stands for here; null if for nothing.
const Holder *HolderWords::holderAt(size_t At) const {
  TokenKind Before = At ? Words[At - 1].Kind : tok::semi;
  bool IsMember = Before == tok::period || Before == tok::arrow;
  bool IsCall = At + 1 < Words.size() && Words[At + 1].Kind == tok::l_paren;
  auto Means = [&](const Holder &H) {
    if (H.Name != Words[At].Text ||
        (H.IsOfOtherFile && Defined.contains(H.Name)))
      return false;
    if (H.K == Holder::Kind::Function)
      return IsCall;
    return !IsCall && Before != tok::coloncolon &&
           (!IsMember || H.K == Holder::Kind::Member);
  };
  auto It = llvm::find_if(Held, Means);
  if (It != Held.end())
    return &*It;
  auto InFile = llvm::find_if(Kept, Means);
  return InFile == Kept.end() ? nullptr : &*InFile;
}

/// Behind `int f(cudaDeviceProp p, int sm) const {`: what the parameters are.
void HolderWords::enterBlock(size_t At) {
  ++Depth;
  size_t Close = At;
  while (Close && (Words[Close - 1].Text == "const" ||
                   Words[Close - 1].Text == "noexcept" ||
                   Words[Close - 1].Text == "override"))
    --Close;
  if (FunctionDepth || !Close || Words[Close - 1].Kind != tok::r_paren)
    return;
  size_t Open = openingOf(Close - 1);
  if (Open == StringRef::npos || !Open ||
      Words[Open - 1].Kind != tok::raw_identifier)
    return;
  Function = Words[Open - 1].Text;
  Defined.insert(Function);
  FunctionDepth = Depth;
  auto It = Passed.find(Function);
  unsigned Index = 0;
  for (size_t I = Open + 1; It != Passed.end() && I < Close; ++I) {
    bool Ends = Words[I].Kind == tok::comma || I + 1 == Close;
    auto By = It->second.find(Index);
    if (Ends && By != It->second.end())
      hold(Words[I - 1].Text, {By->second});
    Index += Words[I].Kind == tok::comma;
  }
}

void HolderWords::leaveBlock() {
  if (!Depth)
    return;
  --Depth;
  llvm::erase_if(Held, [&](const Holder &H) { return H.Depth > Depth; });
  if (Depth < FunctionDepth) {
    FunctionDepth = 0;
    Function = "";
  }
}

/// `f(&sm)`, `sm = 3;`: the variable has another value from here on.
void HolderWords::forget(size_t At) {
  if (At + 1 >= Words.size() || !At || At < QueryEnd)
    return;
  bool IsGiven =
      Words[At - 1].Kind == tok::amp && At > 1 &&
      (Words[At - 2].Kind == tok::l_paren || Words[At - 2].Kind == tok::comma);
  bool IsAssigned = Words[At + 1].Kind == tok::equal;
  for (size_t I = At + 2;
       IsAssigned && I < Words.size() && !endsStatement(Words[I].Kind); ++I)
    IsAssigned = Words[I].Text != Words[At].Text;
  if (IsGiven || IsAssigned)
    llvm::erase_if(Held,
                   [&](const Holder &H) { return H.Name == Words[At].Text; });
}

} // namespace musify

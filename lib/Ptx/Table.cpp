#include "Ptx/Table.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <map>

using namespace llvm;

namespace musify {
namespace {

using Kind = PtxOperand::Kind;

/// True if the operand is written as the pattern wants it; constants are
/// collected by the pattern's name.
bool fits(const PtxOperand &O, const PtxPattern &P,
          std::map<char, const PtxOperand *> &ByName) {
  bool IsGroup = O.K == Kind::Vector || O.K == Kind::Pair;
  if (P.K == Kind::Address)
    return O.K == Kind::Address &&
           fits(O.Parts.front(), P.Parts.front(), ByName);
  if (P.K == Kind::Vector || P.K == Kind::Pair) {
    if (O.K != P.K || O.Parts.size() != P.Parts.size())
      return false;
    for (auto [Part, Pattern] : zip_equal(O.Parts, P.Parts))
      if (!fits(Part, Pattern, ByName))
        return false;
    return true;
  }
  if (IsGroup || O.K == Kind::Address)
    return false;
  ByName[P.Name] = &O;
  return true;
}

bool holds(const PtxConstant &C, const PtxOperand *O) {
  uint64_t N;
  if (!O || O->K != Kind::Integer || StringRef(O->Text).getAsInteger(0, N))
    return false;
  return (!C.Is || N == *C.Is) && (!C.Below || N < *C.Below) &&
         (!C.Clear || !(N & *C.Clear));
}

std::string join(ArrayRef<std::string> Pieces) {
  std::string Out;
  for (const std::string &P : Pieces)
    Out += "." + P;
  return Out;
}

std::string written(ArrayRef<PtxPattern> All, StringRef Between = ", ") {
  std::string Out;
  for (const PtxPattern &P : All) {
    Out += Out.empty() ? "" : Between;
    std::string Inner = written(P.Parts, P.K == Kind::Pair ? "|" : ", ");
    Out += P.K == Kind::Address  ? "[" + Inner + "]"
           : P.K == Kind::Vector ? "{" + Inner + "}"
           : P.K == Kind::Pair   ? Inner
                                 : std::string(1, P.Name);
  }
  return Out;
}

} // namespace

std::string PtxForm::spelling() const {
  std::string Out = Name + join(Modifiers) + " " + written(Operands);
  for (const PtxConstant &C : Constants) {
    Out += (Twine(&C == &Constants.front() ? " with " : ", ") + Twine(C.Name))
               .str();
    if (C.Is)
      Out += " = " + std::to_string(*C.Is);
    else if (C.Below)
      Out += " < " + std::to_string(*C.Below);
    else if (C.Clear)
      Out += " & 0x" + utohexstr(*C.Clear) + " = 0";
  }
  return StringRef(Out).rtrim().str();
}

const PtxType *PtxTable::type(StringRef Name) const {
  auto It = Types.find(Name);
  return It == Types.end() ? nullptr : &It->second;
}

const PtxSpecial *PtxTable::special(StringRef Name) const {
  auto It = Specials.find(Name);
  return It == Specials.end() ? nullptr : &It->second;
}

const std::string *PtxTable::space(StringRef Name) const {
  auto It = Spaces.find(Name);
  return It == Spaces.end() ? nullptr : &It->second;
}

static bool reads(const PtxInstruction &I, StringRef Register) {
  return any_of(I.Operands, [&](const PtxOperand &O) {
    return O.K == Kind::Special && StringRef(O.Text).starts_with(Register);
  });
}

const PtxFamily *PtxTable::family(const PtxInstruction &I) const {
  std::string Opcode = I.opcode();
  for (const PtxFamily &F : Families)
    for (StringRef Begin : F.Opcodes) {
      if (Begin.starts_with("%") && reads(I, Begin))
        return &F;
      bool IsModifier = Begin.consume_front(".");
      bool Begins =
          StringRef(Opcode).starts_with(Begin) &&
          (Opcode.size() == Begin.size() || Opcode[Begin.size()] == '.');
      if (IsModifier ? is_contained(I.Modifiers, Begin) : Begins)
        return &F;
    }
  return nullptr;
}

bool PtxTable::matches(const PtxForm &F, const PtxInstruction &I,
                       PtxMatch &Into) const {
  std::vector<std::string> Left = F.Modifiers, Given;
  for (const std::string &M : I.Modifiers) {
    if (auto It = find(Left, M); It != Left.end()) {
      Left.erase(It);
    } else if (type(M)) {
      Given.push_back(M);
    } else if (F.Space && Spaces.contains(M) && Into.Space.empty()) {
      Into.Space = M;
    } else if (F.Scope && Scopes.contains(M) && !Into.Scope) {
      Into.Scope = &Scopes.find(M)->second;
    } else if (!is_contained(F.Also, M) &&
               !(F.Hints && is_contained(Hints, M))) {
      return false;
    }
    Into.Flushes |= M == "ftz";
  }
  if (!Left.empty() || !is_contained(F.Types, Given) ||
      F.Operands.size() != I.Operands.size())
    return false;
  bool IsSelected =
      any_of(I.Operands, [](const PtxOperand &O) { return O.IsSelected; });
  if (IsSelected && F.Fidelity != PtxFidelity::None)
    return false;
  std::map<char, const PtxOperand *> ByName;
  for (auto [O, P] : zip_equal(I.Operands, F.Operands))
    if (!fits(O, P, ByName))
      return false;
  for (const PtxConstant &C : F.Constants)
    if (!holds(C, ByName[C.Name]))
      return false;
  if (F.Scope && !Into.Scope)
    Into.Scope = &Scopes.find("gpu")->second;
  for (const std::string &T : Given)
    Into.Types.push_back(type(T));
  Into.Form = &F;
  return true;
}

std::optional<PtxMatch> PtxTable::match(const PtxInstruction &I) const {
  auto It = ByName.find(I.Name);
  if (It == ByName.end())
    return std::nullopt;
  for (unsigned Index : It->second) {
    PtxMatch M;
    if (matches(Forms[Index], I, M))
      return M;
  }
  return std::nullopt;
}

} // namespace musify

#include "Ptx/Emitter.h"
#include "Ptx/Lop3.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

using Kind = PtxOperand::Kind;

static bool isWord(char C) { return isAlnum(C) || C == '_'; }

const PtxType *PtxEmitter::typeOf(const AsmOperand &O) {
  switch (O.letter()) {
  case 'h':
    return type("b16");
  case 'r':
    return type("b32");
  case 'l':
    return type("b64");
  case 'f':
    return type("f32");
  case 'd':
    return type("f64");
  default:
    return nullptr;
  }
}

int PtxEmitter::argumentIndex(const PtxOperand &O) const {
  unsigned N;
  if (!StringRef(O.Text).getAsInteger(10, N))
    return N < R.Statement.Operands.size() ? int(N) : -1;
  for (const auto &[I, Operand] : enumerate(R.Statement.Operands))
    if (Operand.Name == O.Text)
      return I;
  return -1;
}

std::optional<PtxValue> PtxEmitter::sourceArgument(const PtxOperand &O) {
  int I = argumentIndex(O);
  if (I < 0)
    return std::nullopt;
  const AsmOperand &Operand = R.Statement.Operands[I];
  const PtxType *Type = typeOf(Operand);
  bool IsConstant = Operand.letter() == 'n' || Operand.letter() == 'i';
  if (!Type && !IsConstant)
    return std::nullopt;
  bool IsOutput = unsigned(I) < R.Statement.Outputs;
  ++Uses[I];
  if (auto It = Captures.find(I); It != Captures.end())
    return PtxValue{It->second, Type, !IsOutput, true};
  bool Again = Uses[I] > 1 && !isSimple(Operand.Text);
  bool AllPlain = all_of(R.Statement.Operands, [](const AsmOperand &O) {
    return isIdentifier(O.Text);
  });
  bool IsLate = !Written.empty() && !IsOutput &&
                (!AllPlain || is_contained(Written, Operand.Text));
  if (!IsConstant && (Again || IsLate))
    capture(I);
  return PtxValue{Operand.Text, Type, false, IsOutput};
}

std::optional<PtxValue> PtxEmitter::source(const PtxOperand &O) {
  if (O.K == Kind::Argument)
    return sourceArgument(O);
  if (O.K == Kind::Special) {
    const PtxSpecial *S = T.special(O.Text);
    if (!S || S->Cpp.empty()) {
      Reason = S ? S->Note : msg::PtxScope;
      return std::nullopt;
    }
    auto Text = expand(S->Cpp);
    return PtxValue{*Text, type(S->Type), false, false};
  }
  auto It = Registers.find(O.Text);
  if (O.K == Kind::Register && It == Registers.end())
    Reason = msg::PtxScope;
  if (O.K != Kind::Register || It == Registers.end() || !It->second.Type)
    return std::nullopt;
  return PtxValue{It->second.Name, It->second.Type, true, true};
}

std::optional<std::string> PtxEmitter::readAddress(const PtxOperand &O,
                                                   StringRef In) {
  const std::string *Space = T.space(In);
  auto Base = source(O.Parts[0]);
  if (!Space || !Base || !Base->Type || !Base->Type->isInteger())
    return std::nullopt;
  std::string Text = Base->Text;
  bool HasOffset = O.Parts.size() > 1;
  std::string Offset;
  if (HasOffset && O.Parts[1].K == Kind::Argument) {
    auto V = source(O.Parts[1]);
    if (!V)
      return std::nullopt;
    Offset = wrapped(V->Text);
  } else if (HasOffset) {
    Offset = O.Parts[1].Text;
  }
  bool IsPointer = *Space == "$";
  auto [Before, After] = StringRef(*Space).split('$');
  if (HasOffset && Offset != "0")
    Text = (IsPointer ? castTo("char *", Text) : wrapped(Text)) +
           (StringRef(Offset).starts_with("-") ? " - " : " + ") +
           StringRef(Offset).ltrim('-').str();
  std::string Pointer = M->Form->Pointer;
  if (Pointer.empty())
    Pointer = M->Form->Statement.empty() ? "const $T *" : "$T *";
  auto Type = expand(Pointer);
  std::string Generic = cppName(Before) + Text + After.str();
  return Type ? std::optional(castTo(*Type, Generic)) : std::nullopt;
}

std::optional<std::string> PtxEmitter::read(char Name, bool Raw) {
  auto It = Letters.find(Name);
  if (It == Letters.end())
    return std::nullopt;
  const Bound &B = It->second;
  if (B.IsAddress)
    return readAddress(*B.O, B.Space);
  if (!B.Type)
    return std::nullopt;
  if (B.O->K == Kind::Integer || B.O->K == Kind::Float)
    return literal(*B.O, *B.Type);
  auto V = source(*B.O);
  if (!V)
    return std::nullopt;
  if (B.Type->K == PtxType::Kind::View && !V->IsLvalue && V->Type) {
    capture(argumentIndex(*B.O));
    V->IsLvalue = true;
  }
  auto Text = convert(*V, *B.Type, Raw);
  return Text && B.O->Negated ? "!" + wrapped(*Text) : Text;
}

const PtxType *PtxEmitter::type(StringRef Name) {
  const PtxType *Known = T.type(Name);
  if (!Known)
    return nullptr;
  auto [It, New] = Renamed.try_emplace(Name, *Known);
  if (New) {
    It->second.Cpp = cppName(Known->Cpp);
    It->second.FromBits = cppName(Known->FromBits);
    It->second.ToBits = cppName(Known->ToBits);
  }
  return &It->second;
}

const PtxType *PtxEmitter::sized(char Letter, unsigned Bits) {
  return type(Letter + std::to_string(Bits));
}

const PtxType *PtxEmitter::named(StringRef Type) {
  const PtxType *First =
      type(M->Types.empty() ? "b32" : M->Types.front()->Name);
  if (Type.empty() || Type == "T")
    return First;
  if (Type == "S")
    return M->Types.size() > 1 ? type(M->Types[1]->Name) : First;
  if (Type == "U")
    return First->isInteger() ? sized('u', First->Bits) : First;
  if (Type == "W")
    return sized(First->K == PtxType::Kind::Signed ? 's' : 'u',
                 First->Bits * 2);
  return type(Type);
}

std::string PtxEmitter::cppName(StringRef Text) {
  std::string Out;
  while (!Text.empty()) {
    StringRef Word = Text.take_while(isWord);
    if (Word.empty()) {
      Out += Text[0];
      Text = Text.drop_front();
      continue;
    }
    if (!isDigit(Word[0]) &&
        (Word.contains("__") || Text.substr(Word.size()).starts_with("(")))
      R.Names.push_back(Word.str());
    Out += isDigit(Word[0]) ? Word.str() : Rename(Word);
    Text = Text.drop_front(Word.size());
  }
  return Out;
}

std::optional<std::string> PtxEmitter::placeholder(StringRef &Rest) {
  bool Raw = Rest.consume_front("~");
  StringRef Word = Rest.take_while(isWord);
  Rest = Rest.drop_front(Word.size());
  if (Word == "fence")
    return cppName(M->Scope->Fence);
  if (Word == "scope")
    return M->Scope->Atomic;
  if (Word == "cc") {
    if (!HasCarry) {
      Reason = msg::PtxCarry;
      return std::nullopt;
    }
    return CarryName;
  }
  if (Word == "lop3") {
    unsigned Table;
    const PtxOperand *O = Letters.at('e').O;
    if (O->K != Kind::Integer || StringRef(O->Text).getAsInteger(0, Table) ||
        Table > 255)
      return std::nullopt;
    return expand(lop3Expression(Table));
  }
  if (Word == "bits")
    return std::to_string(named("T")->Bits);
  if (Word[0] == 'V') { // `V4`
    const auto &Vectors = named("T")->Vectors;
    auto It = Vectors.find(Word.drop_front());
    return It == Vectors.end() ? std::nullopt : std::optional(It->second);
  }
  if (Word.size() != 1)
    return std::nullopt;
  if (isUpper(Word[0])) {
    const PtxType *Type = named(Word);
    return Type ? std::optional(Type->Cpp) : std::nullopt;
  }
  if (Letters.count(Word[0]))
    return read(Word[0], Raw);
  auto [It, New] = Helpers.try_emplace(Word[0]);
  if (New)
    It->second = unique(Word);
  return It->second;
}

std::optional<std::string> PtxEmitter::expand(StringRef Template) {
  std::string Out;
  bool IsAlone = Template.find_first_not_of("$~abcdefghijklmnopqrstuvwxyz") ==
                     StringRef::npos &&
                 Template.count('$') == 1;
  while (!Template.empty()) {
    auto [Before, After] = Template.split('$');
    Out += cppName(Before);
    if (Before.size() == Template.size())
      break;
    char Last = Before.empty() ? ' ' : Before.back();
    bool IsOperand =
        After.size() && isLower(After.ltrim("~")[0]) &&
        (After.ltrim("~").size() == 1 || !isWord(After.ltrim("~")[1]));
    auto Value = placeholder(After);
    if (!Value)
      return std::nullopt;
    char Next = After.empty() ? ' ' : After[0];
    bool IsArgument =
        (Last == '(' || Before.ends_with(", ")) && (Next == ')' || Next == ',');
    bool IsPostfix = Next == '[' || Next == '.';
    if (!IsOperand || IsAlone || IsArgument || (IsPostfix && isPrimary(*Value)))
      Out += *Value;
    else
      Out += IsPostfix ? "(" + *Value + ")" : wrapped(*Value);
    Template = After;
  }
  return Out;
}

} // namespace musify

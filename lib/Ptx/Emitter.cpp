#include "Ptx/Emitter.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

using Kind = PtxOperand::Kind;

static bool isWord(char C) { return isAlnum(C) || C == '_'; }

/// The words of a text, each once.
static void addWords(StringRef Text, StringSet<> &Into) {
  while (!Text.empty()) {
    StringRef Word = Text.take_while(isWord);
    if (!Word.empty())
      Into.insert(Word);
    Text = Text.drop_front(std::max<size_t>(Word.size(), 1));
  }
}

PtxEmitter::PtxEmitter(PtxReading &R, PtxRenamer Rename,
                       std::set<unsigned> &Captured)
    : R(R), T(ptxTable()), Rename(Rename), Captured(Captured),
      Uses(R.Statement.Operands.size()) {
  for (const AsmOperand &O : R.Statement.Operands)
    addWords(O.Text, Taken);
}

std::string PtxEmitter::unique(StringRef Wish) {
  std::string Name = Wish.str();
  while (!Taken.insert(Name).second)
    Name += "_";
  return Name;
}

void PtxEmitter::declareRegisters() {
  for (const PtxRegister &Register : R.Code.Registers) {
    const PtxType *Type = type(Register.Type);
    if (Type && !Type->Storage.empty())
      Type = type(Type->Storage);
    std::string Wish = Register.Name;
    llvm::replace(Wish, '$', '_');
    Registers[Register.Name] = {unique(isDigit(Wish[0]) ? "r" + Wish : Wish),
                                Type};
  }
}

void PtxEmitter::declareCaptures() {
  for (unsigned I : Captured) {
    const AsmOperand &O = R.Statement.Operands[I];
    const PtxType *Type = typeOf(O);
    bool IsOutput = I < R.Statement.Outputs;
    std::string Name = unique((IsOutput ? "out" : "in") + std::to_string(I));
    Captures[I] = Name;
    if (IsOutput)
      R.Lines.push_back("auto &" + Name + " = " + O.Text);
    else if (Type)
      R.Lines.push_back("const " + Type->Cpp + " " + Name + " = " +
                        (Type->Bits == 64 && Type->isInteger()
                             ? castTo(Type->Cpp, O.Text)
                             : O.Text));
  }
}

void PtxEmitter::line(std::string Text) { Body.push_back(std::move(Text)); }

/// True if an output that is written is a part of the text, as `i` of `a[i]`,
/// and not for its address alone.
bool PtxEmitter::changes(StringRef Text) const {
  return any_of(Written, [&](StringRef Output) {
    if (Output == Text)
      return false;
    for (size_t At = Text.find(Output); At != StringRef::npos;
         At = Text.find(Output, At + 1)) {
      StringRef After = Text.substr(At + Output.size());
      StringRef Before = Text.take_front(At).rtrim();
      bool IsAddress = Before.ends_with("&") && !Before.ends_with("&&");
      if ((!At || !isWord(Text[At - 1])) && !IsAddress &&
          (After.empty() || !isWord(After[0])))
        return true;
    }
    return false;
  });
}

bool PtxEmitter::write(const PtxOperand &O, StringRef Text,
                       const PtxType &From) {
  if (O.K == Kind::Sink)
    return true;
  const PtxType *Storage = nullptr;
  std::string Target;
  PtxLocal *Register = nullptr;
  if (O.K == Kind::Argument) {
    int I = argumentIndex(O);
    if (I < 0 || unsigned(I) >= R.Statement.Outputs)
      return false;
    const AsmOperand &Operand = R.Statement.Operands[I];
    Storage = typeOf(Operand);
    if ((++Uses[I] > 1 && !isSimple(Operand.Text)) || changes(Operand.Text))
      capture(I);
    auto It = Captures.find(I);
    Target = It == Captures.end() ? Operand.Text : It->second;
    Written.push_back(Operand.Text);
  } else if (auto It = Registers.find(O.Text); It != Registers.end()) {
    Register = &It->second;
    Storage = Register->Type;
    Target = Register->Name;
  }
  if (!Storage) {
    Reason = msg::PtxScope;
    return false;
  }
  auto Value = stored(Text, From, *Storage);
  if (!Value)
    return false;
  bool IsView = From.K == PtxType::Kind::View;
  if (Register && !Register->IsDeclared) {
    Register->IsDeclared = true;
    if (Now->Predicate.empty() && !IsView)
      Target = Storage->Cpp + " " + Target;
    else
      R.Lines.push_back(Storage->Cpp + " " + Target);
  }
  if (IsView)
    Target = "reinterpret_cast<" + From.Cpp + " &>(" + Target + ")";
  line(Target + " = " + *Value);
  return true;
}

/// The type with the target's names.
void PtxEmitter::assignOperands(ArrayRef<PtxOperand> Operands,
                                ArrayRef<PtxPattern> Patterns) {
  for (auto [O, P] : zip(Operands, Patterns)) {
    if (P.K == Kind::Address)
      Letters[P.Parts.front().Name] = {
          &O, nullptr, true,
          P.Parts.front().Type.empty() ? M->Space : P.Parts.front().Type};
    else if (P.K == Kind::Vector || P.K == Kind::Pair)
      assignOperands(O.Parts, P.Parts);
    else
      Letters[P.Name] = {&O, named(P.Type), false, ""};
  }
}

/// A name of a form as the target spells it.
/// Behind the `$`.
bool PtxEmitter::emitResults(const PtxInstruction &I) {
  const PtxForm &F = *M->Form;
  std::vector<const PtxOperand *> Results;
  std::vector<const PtxType *> Types;
  const PtxOperand &First = I.Operands.front();
  const PtxPattern &P = F.Operands.front();
  if (P.K == Kind::Vector || P.K == Kind::Pair) {
    for (auto [O, Part] : zip(First.Parts, P.Parts)) {
      Results.push_back(&O);
      Types.push_back(named(Part.Type));
    }
  } else {
    Results.push_back(&First);
    Types.push_back(named(P.Type));
  }
  if (Results.size() != F.Values.size())
    return false;
  for (auto [Result, Type, Template] : zip(Results, Types, F.Values)) {
    auto Value = expand(Template);
    if (!Value || !Type)
      return false;
    // Without a result, what an atomic does to memory is left.
    if (Result->K == Kind::Sink && Results.size() == 1)
      line(*Value);
    else if (!write(*Result, *Value, *Type))
      return false;
  }
  return true;
}

bool PtxEmitter::emitLines(const PtxInstruction &I) {
  const PtxForm &F = *M->Form;
  auto Write = [&](StringRef Template) {
    if (Template.empty())
      return true;
    for (StringRef Line : split(Template, '\n')) {
      auto Text = expand(Line);
      if (!Text)
        return false;
      line(*Text);
    }
    return true;
  };
  if (!Write(F.Before) || !Write(F.Let))
    return false;
  // The result may overwrite an operand that the carry depends on.
  if (!F.Carry.empty() && !emitCarry(F.Carry))
    return false;
  if (!F.Values.empty() && !emitResults(I))
    return false;
  if (!Write(F.Statement))
    return false;
  bool UsesCarry =
      StringRef(F.Let).contains("$cc") ||
      StringRef(F.Values.empty() ? "" : F.Values[0]).contains("$cc");
  HasCarry = !F.Carry.empty() || (HasCarry && !UsesCarry);
  return Write(F.After);
}

bool PtxEmitter::emitCarry(StringRef Template) {
  auto Text = expand(Template);
  if (!Text)
    return false;
  if (CarryName.empty()) {
    CarryName = unique("carry");
    R.Lines.push_back("unsigned " + CarryName);
  }
  line(CarryName + " = " + *Text);
  return true;
}

bool PtxEmitter::emit(const PtxInstruction &I) {
  Now = &I;
  Reason = MessageId::None;
  M = T.match(I);
  Letters.clear();
  Helpers.clear();
  assignOperands(I.Operands, M->Form->Operands);
  std::vector<std::string> Before = std::move(Body);
  Body.clear();
  if (!emitLines(I))
    return false;
  if (!I.Predicate.empty() && !Body.empty()) {
    auto It = Registers.find(I.Predicate);
    if (It == Registers.end())
      Reason = msg::PtxScope;
    if (It == Registers.end() || !It->second.Type ||
        It->second.Type->K != PtxType::Kind::Predicate)
      return false;
    std::string If =
        "if (" + std::string(I.Unless ? "!" : "") + It->second.Name + ") ";
    if (Body.size() == 1)
      Body.front() = If + Body.front();
    else
      Body = {If + "{ " + llvm::join(Body, "; ") + "; }"};
  }
  Before.insert(Before.end(), Body.begin(), Body.end());
  Body = std::move(Before);
  R.Forms.push_back(M->Form);
  if (M->Form->Note != MessageId::None &&
      !is_contained(R.Remarks, M->Form->Note))
    R.Remarks.push_back(M->Form->Note);
  if (M->Flushes && !is_contained(R.Remarks, MessageId(msg::PtxFlush)))
    R.Remarks.push_back(msg::PtxFlush);
  return true;
}

/// What inputs put into the registers of outputs before the first instruction.
bool PtxEmitter::emitTies() {
  for (auto [Output, Input] : R.Statement.Ties) {
    const AsmOperand &To = R.Statement.Operands[Output];
    if (R.Statement.Operands[Input].Text == To.Text)
      continue;
    PtxOperand Source, Target;
    Source.K = Target.K = Kind::Argument;
    Source.Text = std::to_string(Input);
    Target.Text = std::to_string(Output);
    const PtxType *Type = typeOf(To);
    auto Value = sourceArgument(Source);
    auto Text =
        Type && Value ? convert(*Value, *Type, /*Raw=*/true) : std::nullopt;
    if (!Text || !write(Target, *Text, *Type))
      return false;
  }
  return true;
}

bool PtxEmitter::run() {
  declareRegisters();
  declareCaptures();
  Now = &R.Code.Instructions.front();
  if (!emitTies())
    return false;
  for (const PtxInstruction &I : R.Code.Instructions)
    if (!emit(I))
      return false;
  if (HasCarry) {
    Reason = msg::PtxCarry;
    return false;
  }
  R.IsBlock =
      !R.Lines.empty() || Body.size() > 1 ||
      any_of(Registers, [](const auto &P) { return P.second.IsDeclared; });
  R.Lines.insert(R.Lines.end(), Body.begin(), Body.end());
  if (R.Lines.empty())
    R.Lines.emplace_back("(void)0");
  return true;
}

void emitCode(PtxReading &R, PtxRenamer Rename) {
  std::set<unsigned> Captured;
  for (unsigned Attempt = 0;; ++Attempt) {
    R.Lines.clear();
    R.Forms.clear();
    R.Remarks.clear();
    R.Names.clear();
    PtxEmitter E(R, Rename, Captured);
    bool IsGood = E.run();
    if (E.wantsMoreCaptures() && Attempt < 8)
      continue;
    if (!IsGood)
      R.Problems.push_back({E.failed()->opcode(), nullptr,
                            E.reason() == MessageId::None
                                ? MessageId(msg::PtxOperands)
                                : E.reason()});
    return;
  }
}

} // namespace musify

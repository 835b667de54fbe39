#include "Ptx/Translate.h"
#include "Ptx/Constants.h"
#include "Ptx/Emitter.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

/// Host assembly has no dotted mnemonics, and none of the few bare ones.
static bool isPtx(const PtxInstruction &I) {
  return I.Modifiers.empty() ? ptxTable().match(I).has_value()
                             : !I.Name.empty() && isAlpha(I.Name[0]);
}

static PtxProblem problemOf(const PtxInstruction &I) {
  PtxProblem P;
  P.Opcode = I.opcode();
  P.Family = ptxTable().family(I);
  if (!P.Family)
    if (auto M = ptxTable().match(I))
      P.Note = M->Form->Note;
  return P;
}

static bool isKnown(const PtxInstruction &I) {
  auto M = ptxTable().match(I);
  return !ptxTable().family(I) && M && M->Form->Fidelity != PtxFidelity::None;
}

static const AsmOperand *operandOf(const AsmStatement &S, StringRef Name) {
  unsigned N;
  if (!Name.getAsInteger(10, N))
    return N < S.Operands.size() ? &S.Operands[N] : nullptr;
  auto It =
      find_if(S.Operands, [&](const AsmOperand &O) { return O.Name == Name; });
  return It == S.Operands.end() ? nullptr : &*It;
}

/// Constants whose values the text tells become numbers.
static void fillConstants(std::vector<PtxOperand> &All, const AsmStatement &S,
                          StringRef Before) {
  for (PtxOperand &O : All) {
    fillConstants(O.Parts, S, Before);
    if (O.K != PtxOperand::Kind::Argument)
      continue;
    const AsmOperand *A = operandOf(S, O.Text);
    if (!A || (A->letter() != 'n' && A->letter() != 'i'))
      continue;
    if (auto Value = constantValue(A->Text, Before)) {
      O.K = PtxOperand::Kind::Integer;
      O.Text = *Value < 10 ? std::to_string(*Value)
                           : "0x" + utohexstr(*Value, /*LowerCase=*/true);
    }
  }
}

/// The name of an input that shares an output's register becomes the output's.
static void followTies(std::vector<PtxOperand> &All, const AsmStatement &S) {
  for (PtxOperand &O : All) {
    followTies(O.Parts, S);
    if (O.K != PtxOperand::Kind::Argument)
      continue;
    for (auto [Output, Input] : S.Ties)
      if (operandOf(S, O.Text) == &S.Operands[Input])
        O.Text = std::to_string(Output);
  }
}

static bool hasWord(StringRef Text, StringRef Word) {
  auto IsWord = [](char C) { return isAlnum(C) || C == '_' || C == '$'; };
  for (size_t At = Text.find(Word); At != StringRef::npos;
       At = Text.find(Word, At + 1)) {
    StringRef After = Text.substr(At + Word.size());
    if ((!At || !IsWord(Text[At - 1])) && (After.empty() || !IsWord(After[0])))
      return true;
  }
  return false;
}

/// True if a later statement of the function uses a register that this one
/// declares outside of braces.
static bool isSharedLater(const PtxCode &Code, StringRef Behind) {
  Behind = Behind.take_front(Behind.find("\n}"));
  return any_of(Code.Shared, [&](const std::string &Register) {
    for (size_t At = Behind.find("asm"); At != StringRef::npos;
         At = Behind.find("asm", At + 1)) {
      auto Next = parseAsm(Behind.substr(At), {});
      if (Next && hasWord(Next->Template, Register))
        return true;
    }
    return false;
  });
}

static void findProblems(PtxReading &R, StringRef Behind) {
  std::string First = R.Code.Instructions.front().opcode();
  for (const PtxInstruction &I : R.Code.Instructions)
    if (!isKnown(I))
      R.Problems.push_back(problemOf(I));
  // What a macro completes is no unknown instruction.
  for (PtxProblem &P : R.Problems)
    if (!R.Statement.IsComplete && !P.Family && P.Note == MessageId::None)
      P.Note = msg::PtxIncomplete;
  if (!R.Problems.empty())
    return;
  if (!R.Statement.IsComplete)
    R.Problems.push_back({First, nullptr, msg::PtxIncomplete});
  else if (R.Code.HasLabels)
    R.Problems.push_back({First, nullptr, msg::PtxControl});
  else if (!R.Code.IsWhole)
    R.Problems.push_back({First, nullptr, MessageId::None});
  else if (R.Code.IsOpen || isSharedLater(R.Code, Behind))
    R.Problems.push_back({First, nullptr, msg::PtxScope});
}

/// `LOAD.v2.s32`: a word that is no literal, and how an opcode ends.
static bool endsOpcode(StringRef Text) {
  static const StringLiteral Types[] = {"8", "16", "32", "64", "128", "16x2"};
  Text = Text.drop_while([](char C) { return isAlnum(C) || C == '_'; });
  StringRef Type = Text.rsplit('.').second;
  return Text.starts_with(".") && !Type.empty() &&
         StringRef("usbf").contains(Type.front()) &&
         is_contained(Types, Type.drop_front());
}

static StringRef firstWord(const AsmStatement &S) {
  return StringRef(S.Template).ltrim().take_until([](char C) {
    return isSpace(C);
  });
}

/// Of PTX without an instruction: `{ .reg .pred %p;` or `}`, where others
/// follow in other statements, and `LOAD ".u32 %0, [%1];"`, where a macro has
/// the rest.
static std::optional<PtxProblem> problemWithoutOpcode(const PtxReading &R) {
  StringRef Text = StringRef(R.Statement.Template).trim();
  StringRef First = firstWord(R.Statement);
  if (!R.Statement.IsComplete && endsOpcode(First))
    return PtxProblem{First.str(), nullptr, msg::PtxIncomplete};
  if (!R.Code.Instructions.empty())
    return std::nullopt;
  if (!R.Code.Registers.empty())
    return PtxProblem{".reg", nullptr, msg::PtxScope};
  if (Text == "{" || Text == "}")
    return PtxProblem{Text.str(), nullptr, msg::PtxScope};
  return std::nullopt;
}

std::string PtxReading::summary() const {
  std::string Text = llvm::join(Lines, "; ");
  return IsBlock ? "{ " + Text + (Lines.back() == "}" ? " }" : "; }") : Text;
}

std::optional<PtxReading> readPtx(StringRef Source, const MacroStrings &Macros,
                                  PtxRenamer Rename, StringRef Before) {
  auto Statement = parseAsm(Source, Macros);
  if (!Statement)
    return std::nullopt;
  bool IsCut = !Statement->IsComplete && endsOpcode(firstWord(*Statement));
  if (!IsCut && isMusaAssembly(Statement->Template))
    return std::nullopt;
  PtxReading R;
  R.Statement = std::move(*Statement);
  R.Code = parsePtx(R.Statement.Template);
  if (none_of(R.Code.Instructions, isPtx)) {
    if (auto Problem = problemWithoutOpcode(R))
      R.Problems.push_back(std::move(*Problem));
    return R.Problems.empty() ? std::nullopt : std::optional(std::move(R));
  }
  for (PtxInstruction &I : R.Code.Instructions) {
    fillConstants(I.Operands, R.Statement, Before);
    followTies(I.Operands, R.Statement);
  }
  findProblems(R, Source.drop_front(R.Statement.Length));
  if (R.Problems.empty())
    emitCode(R, Rename);
  return R;
}

} // namespace musify

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

static void findProblems(PtxReading &R) {
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
  else if (R.Code.HasLabels || !R.Code.IsWhole)
    R.Problems.push_back({First, nullptr, msg::PtxControl});
}

std::string PtxReading::summary() const {
  std::string Text = llvm::join(Lines, "; ");
  return IsBlock ? "{ " + Text + (Lines.back() == "}" ? " }" : "; }") : Text;
}

std::optional<PtxReading> readPtx(StringRef Source, const MacroStrings &Macros,
                                  PtxRenamer Rename, StringRef Before) {
  auto Statement = parseAsm(Source, Macros);
  if (!Statement || isMusaAssembly(Statement->Template))
    return std::nullopt;
  PtxReading R;
  R.Statement = std::move(*Statement);
  R.Code = parsePtx(R.Statement.Template);
  if (none_of(R.Code.Instructions, isPtx))
    return std::nullopt;
  for (PtxInstruction &I : R.Code.Instructions)
    fillConstants(I.Operands, R.Statement, Before);
  findProblems(R);
  if (R.Problems.empty())
    emitCode(R, Rename);
  return R;
}

} // namespace musify

#include "PtxPage.h"
#include "Ptx/Table.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

constexpr StringLiteral Intro =
    R"(# Inline PTX in C++

Made from [`mappings/ptx/forms.json`](../mappings/ptx/forms.json) by `cmake --build build/release --target api-docs`.

`musify port` translates an `asm` statement if each of its instructions has a form below with a C++ text: opcode, modifiers,
types and operands must agree. An instruction with a modifier that no form has is reported, never taken for a similar one.
`$a` is an operand, converted to the type that the instruction reads; `$~a` only its bits; `$T` the type.

The test [`test/ptx/proof.test`](../test/ptx/proof.test) runs what a port writes for each form, with each of its types, over
edges and random values, and compares the results with an interpreter of the instructions written from NVIDIA's description. Each
form runs with the result in a variable of its own, and in that of an operand.

| fidelity | meaning |
|---|---|
| exact | the same result for all operands |
| condition | the same result under the condition of the note |
| stronger | orders more, or is more accurate, than the instruction |
| not translated | reported with the note |

## Forms

| PTX | types | C++ | fidelity | evidence on MUSA |
|---|---|---|---|---|
)";

constexpr StringLiteral Outro = R"(
## The same machine code

`bench/ptx_same_code.py MUSIFY` compiles each form and its C++ with nvcc for a CUDA device and compares the bytes of their code; it
needs no GPU. `same` is a second proof; `differs` is none against the form: another order of operands is enough. CUDA 13.0,
`sm_90`, the forms from `bar` to `brkpt` (2026-11-30; the other forms were not measured):

| opcode | same | differs |
|---|---:|---:|
| `bar`, `barrier` | 3 | 1 |
| `bfe`, `bfi` | 3 | 15 |
| `bfind` | 1 | 7 |
| `brev`, `brkpt` | 3 | 0 |

## Long translations

A port writes a translation where the statement stood, and no helper function. In three ports by the lexer (flashinfer's
`include`, nccl, lmdeploy's `src`; 2026-11-30), 199 of 303 translations are one line and the longest is nine. In flashinfer's
`csrc`, which is mostly generated kernels, 755 of 1573 have five lines or more, twelve at most; 392 of these stand three times or
more in one file: in 48 files the `shl` and `and` that take a pair of bfloat16 apart, in 8 an `ld.shared.v4`. A helper would need a
header that each of these files finds, and would save four lines a statement.
)";

std::string cell(StringRef Text) {
  std::string Out;
  for (char C : Text)
    Out += C == '|' ? "\\|" : C == '\n' ? "; " : std::string(1, C);
  return Out;
}

std::string code(StringRef Text) {
  return Text.empty() ? "" : "`" + cell(Text) + "`";
}

std::string noteOf(MessageId Id) {
  return Id == MessageId::None ? "" : textOf(Id).English.str();
}

std::string typesOf(const PtxForm &F) {
  std::vector<std::string> All;
  for (const auto &Types : F.Types)
    if (!Types.empty())
      All.push_back(join(Types, "."));
  bool IsLong = All.size() > 12;
  size_t Rest = All.size() - 6;
  if (IsLong)
    All.resize(6);
  return join(All, " ") +
         (IsLong ? " and " + std::to_string(Rest) + " more" : "");
}

std::string cppOf(const PtxForm &F) {
  std::vector<std::string> Parts;
  for (StringRef Part : {StringRef(F.Before), StringRef(F.Let)})
    if (!Part.empty())
      Parts.push_back(Part.str());
  if (!F.Values.empty())
    Parts.push_back(join(F.Values, ", "));
  if (!F.Carry.empty())
    Parts.push_back("carry = " + F.Carry);
  for (StringRef Part : {StringRef(F.Statement), StringRef(F.After)})
    if (!Part.empty())
      Parts.push_back(Part.str());
  return join(Parts, "; ");
}

std::string fidelityOf(const PtxForm &F) {
  StringRef Name = F.Fidelity == PtxFidelity::Exact       ? "exact"
                   : F.Fidelity == PtxFidelity::Condition ? "condition"
                   : F.Fidelity == PtxFidelity::Stronger  ? "stronger"
                                                          : "not translated";
  return Name.str() +
         (F.Note == MessageId::None ? "" : ": " + cell(noteOf(F.Note)));
}

} // namespace

std::string ptxPage() {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << Intro;
  for (const PtxForm &F : ptxTable().forms())
    OS << "| " << code(F.spelling()) << " | " << code(typesOf(F)) << " | "
       << code(cppOf(F)) << " | " << fidelityOf(F) << " | " << cell(F.Evidence)
       << " |\n";
  OS << "\n## Families\n\nInstructions that need another design, reported once "
        "a file and family.\n\n| family | opcodes | what MUSA has | evidence "
        "|\n|---|---|---|---|\n";
  for (const PtxFamily &F : ptxTable().families())
    OS << "| " << F.Name << " | " << code(join(F.Opcodes, " ")) << " | "
       << cell(noteOf(F.Note)) << " | " << cell(F.Evidence) << " |\n";
  OS << Outro;
  return Text;
}

} // namespace musify

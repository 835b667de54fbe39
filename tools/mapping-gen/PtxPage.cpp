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
edges and random values, and compares the results with an interpreter of the instructions written from NVIDIA's description.

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
  return Text;
}

} // namespace musify

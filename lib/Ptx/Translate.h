//===- Translate.h - Inline PTX in C++ --------------------------*- C++ -*-===//
//
// asm statement → PtxCode → forms → lines of C++
//
// Text in, text out: what the operands mean is known by their constraints,
// whose sizes nvcc enforces. A statement is translated as a whole or not.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PTX_TRANSLATE_H
#define MUSIFY_PTX_TRANSLATE_H

#include "Ptx/Instruction.h"
#include "Ptx/Statement.h"
#include "Ptx/Table.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace musify {

/// What stands in the way of a translation.
struct PtxProblem {
  std::string Opcode;
  const PtxFamily *Family = nullptr;
  MessageId Note = MessageId::None; ///< None, and no family: no form
};

struct PtxReading {
  AsmStatement Statement;
  PtxCode Code;
  std::vector<PtxProblem> Problems; ///< empty: it is translated
  std::vector<std::string> Lines;   ///< statements, without semicolons
  bool IsBlock = false;             ///< the lines need braces
  std::vector<MessageId> Remarks;   ///< what to know of the translation
  std::vector<const PtxForm *> Forms;
  std::vector<std::string> Names; ///< functions and types that it writes

  bool isTranslated() const { return Problems.empty() && Code.IsWhole; }
  /// On one line, for a message.
  std::string summary() const;
};

/// The name on the target of a CUDA name in a form.
using PtxRenamer = llvm::function_ref<std::string(llvm::StringRef)>;

/// The `asm` with which `Source` begins. None if it is no PTX. `Before` is the
/// text before it, which may define its constants.
std::optional<PtxReading> readPtx(llvm::StringRef Source,
                                  const MacroStrings &Macros, PtxRenamer Rename,
                                  llvm::StringRef Before = "");

} // namespace musify

#endif // MUSIFY_PTX_TRANSLATE_H

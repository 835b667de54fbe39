//===- Statement.h - An asm statement as it is written ----------*- C++ -*-===//
#ifndef MUSIFY_PTX_STATEMENT_H
#define MUSIFY_PTX_STATEMENT_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace musify {

/// `"=r"(Expression)`, with its `[name]` if it has one.
struct AsmOperand {
  std::string Name, Constraint, Text;

  bool isRead() const { return Constraint.find('=') == std::string::npos; }
  /// The letter that says what the register holds: `r`, `l`, `f`, ...
  char letter() const { return Constraint.empty() ? 0 : Constraint.back(); }
};

struct AsmStatement {
  std::string Template; ///< as the compiler joins it, escapes replaced
  /// False if a macro or an `#if` stands in the template: it may be another.
  bool IsComplete = true;
  std::vector<AsmOperand> Operands; ///< outputs first
  unsigned Outputs = 0;
  /// Outputs whose registers an input fills first, as `"0"(X)` does, and these
  /// inputs. Such an input has the constraint of its output.
  std::vector<std::pair<unsigned, unsigned>> Ties;
  unsigned Length = 0; ///< up to the `)`, in bytes
};

/// Strings that macros of the file stand for.
using MacroStrings = llvm::StringMap<std::string>;

/// The macros in `Text` that are one string, whatever the branch; those with
/// two definitions are left out.
MacroStrings macroStrings(llvm::StringRef Text);

/// The statement that begins at the `asm` with which `Source` begins. None if
/// it is no statement with a template.
std::optional<AsmStatement> parseAsm(llvm::StringRef Source,
                                     const MacroStrings &Macros);

} // namespace musify

#endif // MUSIFY_PTX_STATEMENT_H

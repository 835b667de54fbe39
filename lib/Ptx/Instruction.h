//===- Instruction.h - The PTX in a template --------------------*- C++ -*-===//
#ifndef MUSIFY_PTX_INSTRUCTION_H
#define MUSIFY_PTX_INSTRUCTION_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace musify {

struct PtxOperand {
  enum class Kind {
    Argument, ///< `%0` or `%[name]`: an operand of the statement
    Register, ///< of a `.reg`
    Special,  ///< `%laneid`
    Integer,
    Float,
    Address, ///< `[Parts[0] + Text]`
    Vector,  ///< `{a, b}`
    Pair,    ///< `p|q`
    Sink,    ///< `_`
  };
  Kind K = Kind::Register;
  bool Negated = false;          ///< `!p`
  std::string Text;              ///< name, or number as written
  std::vector<PtxOperand> Parts; ///< of an address, vector or pair
  /// A half or byte of it, or its negative: `-%1.h0`, of instructions for
  /// video.
  bool IsSelected = false;
};

struct PtxInstruction {
  std::string Name;                   ///< `ld`
  std::vector<std::string> Modifiers; ///< `global`, `nc`, `u32`
  std::vector<PtxOperand> Operands;
  std::string Predicate; ///< register; empty: none
  bool Unless = false;   ///< `@!p`

  std::string opcode() const; ///< `ld.global.nc.u32`
};

struct PtxRegister {
  std::string Name, Type;
};

struct PtxCode {
  std::vector<PtxRegister> Registers;
  std::vector<PtxInstruction> Instructions;
  bool HasLabels = false;
  /// False if some of it could not be parsed: what was, is still listed.
  bool IsWhole = true;
  /// True if a brace closes or opens a block of other statements.
  bool IsOpen = false;
  /// Registers outside of all braces, which later statements may use.
  std::vector<std::string> Shared;
};

/// Parses PTX as it stands in the template of an `asm`: `%%` is a percent sign
/// and `%0` an operand. Registers that blocks declare by one name get names of
/// their own.
PtxCode parsePtx(llvm::StringRef Template);

/// True if the text is assembly of MUSA's own: MTX, or native instructions.
bool isMusaAssembly(llvm::StringRef Template);

} // namespace musify

#endif // MUSIFY_PTX_INSTRUCTION_H

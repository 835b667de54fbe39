//===- Table.h - What each PTX instruction is in C++ ------------*- C++ -*-===//
//
// mappings/ptx.json, read once. A form is one instruction with its modifiers,
// types and operands; an instruction with a modifier that no form has matches
// none.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PTX_TABLE_H
#define MUSIFY_PTX_TABLE_H

#include "Diag/Message.h"
#include "Ptx/Instruction.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include <optional>

namespace musify {

/// `u32`, and what holds it in C++.
struct PtxType {
  enum class Kind { Unsigned, Signed, Float, Predicate, View };
  std::string Name, Cpp;
  Kind K = Kind::Unsigned;
  unsigned Bits = 0;
  /// The type of a register that holds it: `b32` of `f16x2`. Empty: itself.
  std::string Storage;
  /// From its bits and back, `$` being the value.
  std::string FromBits, ToBits;
  llvm::StringMap<std::string> Vectors; ///< `2` to `uint2`

  bool isInteger() const { return K == Kind::Unsigned || K == Kind::Signed; }
};

/// `a:u32`, `[a]`, `{d, e}` of a form's operands.
struct PtxPattern {
  PtxOperand::Kind K = PtxOperand::Kind::Argument; ///< or Address, Vector, Pair
  char Name = 0;
  std::string Type; ///< `T`, `S`, `U`, `W`, or a type's name
  std::vector<PtxPattern> Parts;
};

/// What must hold of a constant operand.
struct PtxConstant {
  char Name = 0;
  std::optional<uint64_t> Is, Below, Clear;
};

/// How true a translation is.
enum class PtxFidelity { Exact, Condition, Stronger, None };

struct PtxForm {
  std::string Name;
  std::vector<std::string> Modifiers, Also; ///< required, and allowed beside
  bool Space = false, Scope = false, Hints = false;
  std::vector<std::vector<std::string>> Types;
  std::vector<PtxPattern> Operands;
  std::vector<PtxConstant> Constants;
  std::string Pointer;                   ///< type of an address
  std::string Before, After, Let, Carry; ///< around the values
  std::vector<std::string> Values;       ///< of the results, in order
  std::string Statement;                 ///< if there is no result
  PtxFidelity Fidelity = PtxFidelity::Exact;
  MessageId Note = MessageId::None;
  std::string Evidence;

  /// Opcode and operands: `ld.nc d, [a]`.
  std::string spelling() const;
};

struct PtxSpecial {
  std::string Cpp, Type, Evidence;
  MessageId Note = MessageId::None;
};

/// Instructions that need another design on MUSA, not another spelling.
struct PtxFamily {
  std::string Name;
  std::vector<std::string> Opcodes; ///< beginnings of opcodes, or modifiers
  MessageId Note = MessageId::None;
  std::string Evidence;
};

struct PtxScope {
  std::string Fence, Atomic;
};

/// A form as one instruction has it.
struct PtxMatch {
  const PtxForm *Form = nullptr;
  std::vector<const PtxType *> Types;
  std::string Space;
  const PtxScope *Scope = nullptr;
  bool Flushes = false; ///< `.ftz`
};

class PtxTable {
public:
  /// An error is `path: message`.
  static llvm::Expected<PtxTable> parse(llvm::StringRef Text,
                                        llvm::StringRef Path);

  const PtxType *type(llvm::StringRef Name) const;
  const PtxSpecial *special(llvm::StringRef Name) const;
  /// The address as a generic one, `$` being it; null for an unknown space.
  const std::string *space(llvm::StringRef Name) const;
  const PtxFamily *family(const PtxInstruction &I) const;
  /// None if no form has all of the instruction's modifiers and operands.
  std::optional<PtxMatch> match(const PtxInstruction &I) const;
  llvm::ArrayRef<PtxForm> forms() const { return Forms; }
  llvm::ArrayRef<PtxFamily> families() const { return Families; }

private:
  friend class PtxLoader;
  bool matches(const PtxForm &F, const PtxInstruction &I, PtxMatch &Into) const;

  llvm::StringMap<PtxType> Types;
  llvm::StringMap<PtxSpecial> Specials;
  llvm::StringMap<std::string> Spaces;
  llvm::StringMap<PtxScope> Scopes;
  std::vector<std::string> Hints;
  std::vector<PtxFamily> Families;
  std::vector<PtxForm> Forms;
  llvm::StringMap<std::vector<unsigned>> ByName;
};

/// An error of the table in the binary; the build asks for it.
llvm::Error checkPtxTable();

/// The table in the binary.
const PtxTable &ptxTable();

} // namespace musify

#endif // MUSIFY_PTX_TABLE_H

//===- Emitter.h - Lines of C++ for parsed PTX ------------------*- C++ -*-===//
//
// Emitter.cpp goes through the instructions and writes results; Expand.cpp
// reads operands and fills the texts of forms.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PTX_EMITTER_H
#define MUSIFY_PTX_EMITTER_H

#include "Ptx/Translate.h"
#include "Ptx/Value.h"
#include "llvm/ADT/StringSet.h"
#include <map>
#include <set>

namespace musify {

/// A register of PTX as a variable.
struct PtxLocal {
  std::string Name;
  const PtxType *Type = nullptr;
  bool IsDeclared = false;
};

/// One attempt. What it finds out about captures is for the next.
class PtxEmitter {
public:
  PtxEmitter(PtxReading &R, PtxRenamer Rename, std::set<unsigned> &Captured);

  /// False if an instruction cannot be written; see `failed`.
  bool run();
  bool wantsMoreCaptures() const { return IsNew; }
  const PtxInstruction *failed() const { return Now; }
  MessageId reason() const { return Reason; }

private:
  std::string unique(llvm::StringRef Wish);
  void declareRegisters();
  void declareCaptures();
  void capture(unsigned Argument) { IsNew |= Captured.insert(Argument).second; }
  const PtxType *typeOf(const AsmOperand &O);
  int argumentIndex(const PtxOperand &O) const;
  bool changes(llvm::StringRef Text) const;
  bool emit(const PtxInstruction &I);
  bool emitTies();
  bool emitLines(const PtxInstruction &I);
  bool emitCarry(llvm::StringRef Template);
  bool emitResults(const PtxInstruction &I);
  void assignOperands(llvm::ArrayRef<PtxOperand> Operands,
                      llvm::ArrayRef<PtxPattern> Patterns);
  std::optional<PtxValue> source(const PtxOperand &O);
  std::optional<PtxValue> sourceArgument(const PtxOperand &O);
  std::optional<std::string> read(char Name, bool Raw);
  std::optional<std::string> readAddress(const PtxOperand &O,
                                         llvm::StringRef In);
  bool write(const PtxOperand &O, llvm::StringRef Text, const PtxType &From);
  void line(std::string Text);
  const PtxType *type(llvm::StringRef Name);
  const PtxType *named(llvm::StringRef Type);
  const PtxType *sized(char Letter, unsigned Bits);
  std::optional<std::string> expand(llvm::StringRef Template);
  std::optional<std::string> placeholder(llvm::StringRef &Rest);
  std::string cppName(llvm::StringRef Word);

  /// An operand of the instruction under a letter of its form.
  struct Bound {
    const PtxOperand *O;
    const PtxType *Type;
    bool IsAddress;
    std::string Space; ///< of an address
  };

  PtxReading &R;
  const PtxTable &T;
  PtxRenamer Rename;
  std::set<unsigned> &Captured;
  std::vector<unsigned> Uses;
  llvm::StringSet<> Taken;
  llvm::StringMap<PtxType> Renamed;
  std::map<std::string, PtxLocal> Registers;
  std::map<unsigned, std::string> Captures;
  std::map<char, Bound> Letters;
  std::map<char, std::string> Helpers; ///< variables of a form's `let`
  std::vector<std::string> Body;
  std::optional<PtxMatch> M;
  const PtxInstruction *Now = nullptr;
  MessageId Reason = MessageId::None;
  std::string CarryName;
  bool HasCarry = false;            ///< set, and not used yet
  std::vector<std::string> Written; ///< outputs that are
  bool IsNew = false;
};

/// Fills `Lines`, or adds a problem. All instructions have forms.
void emitCode(PtxReading &R, PtxRenamer Rename);

} // namespace musify

#endif // MUSIFY_PTX_EMITTER_H

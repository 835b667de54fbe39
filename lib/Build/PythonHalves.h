//===- PythonHalves.h - Both platforms' sides of Python code ----*- C++ -*-===//
//
//   text ─ lines ─ blocks ─┬─ branches of one statement ─┐
//                          ├─ what follows a branch ─────┼─ halves
//                          ├─ statements that are a pair ┤
//                          └─ expressions ───────────────┘
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_BUILD_PYTHONHALVES_H
#define MUSIFY_BUILD_PYTHONHALVES_H

#include "Build/Halves.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace musify {

ScriptHalves pythonHalves(llvm::StringRef Text);

/// What the parts of a Python condition ask for, as `and`, `or` and `not` join
/// them.
struct PythonCondition {
  bool Cuda = false, Musa = false;
  bool NotCuda = false, NotMusa = false;
  bool Other = false;                 ///< a part names neither
  std::vector<std::string> CudaAsked; ///< the parts that ask for CUDA, neutral

  bool isMusas() const { return Musa && !Cuda; }
  /// Or for runs without MUSA.
  bool isCudas() const { return !Musa && (Cuda || (NotMusa && !NotCuda)); }
  bool isMusaAlone() const { return isMusas() && !NotCuda && !Other; }
  bool isAllButMusa() const {
    return NotMusa && !Musa && !Cuda && !NotCuda && !Other;
  }
};
PythonCondition readPythonCondition(llvm::StringRef Condition);

/// Calls back for each word and string of a logical line, with its offset and
/// the conditions of the choices around it: `Flags if is_cuda else []`.
using PythonWordFn =
    llvm::function_ref<void(unsigned Offset, const PythonCondition &If)>;
void forEachPythonWord(llvm::StringRef Line, PythonWordFn Tell);

/// Where a part of `Text` ends that a colon outside of brackets and strings
/// does; npos if none does.
size_t pythonColon(llvm::StringRef Text);

/// Adds the halves within a line: `A if is_cuda else B`, `"cuda"` in a list
/// that has `"musa"` too. `Base` is the offset of the line.
void addPythonExpressions(llvm::StringRef Line, unsigned Base,
                          ScriptHalves &Out);

} // namespace musify

#endif // MUSIFY_BUILD_PYTHONHALVES_H

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
#include <optional>

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

/// Whether a condition holds in each build for CUDA; nullopt if it depends on
/// something else.
std::optional<bool> inCudaBuild(llvm::StringRef Condition);

/// Calls back with the offset of each word and string of a logical line that a
/// build for CUDA surely takes: not `B` of `A if is_cuda else B`.
void forEachCudaWord(llvm::StringRef Line,
                     llvm::function_ref<void(unsigned Offset)> Tell);

/// Where a part of `Text` ends that a colon outside of brackets and strings
/// does; npos if none does.
size_t pythonColon(llvm::StringRef Text);

/// Adds the halves within a line: `A if is_cuda else B`, `"cuda"` in a list
/// that has `"musa"` too. `Base` is the offset of the line.
void addPythonExpressions(llvm::StringRef Line, unsigned Base,
                          ScriptHalves &Out);

} // namespace musify

#endif // MUSIFY_BUILD_PYTHONHALVES_H

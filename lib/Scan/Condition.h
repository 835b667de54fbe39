//===- Condition.h - What an `#if` says on each side ------------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_CONDITION_H
#define MUSIFY_REWRITE_CONDITION_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace musify {

/// A macro in one configuration.
struct MacroState {
  enum class Is { Unknown, Undefined, Defined } S = Is::Unknown;
  int64_t Value = 0; ///< of a defined one
};

/// The truth of the condition of an `#if` or `#elif`, its text without the
/// directive. Absent if it depends on a macro that `Lookup` does not know, or
/// is not understood (function-like macros, `__has_include`, literals with
/// suffixes are read; floating point is not).
std::optional<bool>
evaluateCondition(llvm::StringRef Condition,
                  llvm::function_ref<MacroState(llvm::StringRef)> Lookup);

/// How the branch that a condition chooses differs between CUDA devices and
/// MUSA devices, in words, for a condition that compares CUDA's version or
/// architecture numbers and stays as it is while `defined` is renamed. "" if
/// it chooses the same, or if that cannot be told.
std::string describeFlip(llvm::StringRef Condition);

} // namespace musify

#endif // MUSIFY_REWRITE_CONDITION_H

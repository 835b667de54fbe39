//===- Condition.h - The one reader of preprocessor conditions --*- C++ -*-===//
//
// A condition is read once and asked under any assignment of macros: what it is
// in a build for CUDA, in one for MUSA, with the flags of a compile command.
// The answer has three values: true, false, and not known.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SCAN_CONDITION_H
#define MUSIFY_SCAN_CONDITION_H

#include "clang/Basic/TokenKinds.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace musify {

struct ReferenceDevice;

/// A macro in one configuration.
struct MacroState {
  enum class Is { Unknown, Undefined, Defined } S = Is::Unknown;
  std::optional<int64_t> Value = 0; ///< of a defined one; absent: not known
};

/// What is known of each macro, and of each header that `__has_include` asks
/// for: its name is then the operand with its delimiters, as `<musa.h>`.
using Assignment = llvm::function_ref<MacroState(llvm::StringRef)>;

/// True, false, or not known.
using Truth = std::optional<bool>;
Truth negated(Truth A);
Truth both(Truth A, Truth B);
Truth either(Truth A, Truth B);

/// The condition of one directive: `#if` and `#elif` with an expression,
/// `#ifdef`, `#ifndef`, `#elifdef` and `#elifndef` with a name.
class Condition {
public:
  /// `Text` is all that follows the directive's name; line splices and comments
  /// may stand in it. It outlives this.
  Condition(llvm::StringRef Directive, llvm::StringRef Text);

  /// Not known, too, if it depends on a macro that `Macros` does not know, on a
  /// function-like macro, or cannot be read.
  Truth evaluate(Assignment Macros) const;

  /// Of a condition that asks for the architecture of a CUDA device: what it is
  /// on MUSA's devices once it is ported.
  Truth onTargetDevice() const;
  /// Of such a condition: what it is on every CUDA device, whatever its
  /// architecture. `!defined(__CUDA_ARCH__)` is false: it asks for the host.
  Truth onSourceDevice() const;

  /// True if a name in it, `defined` aside, fulfils the predicate.
  bool names(llvm::function_ref<bool(llvm::StringRef)> Matches) const;

  /// True if the name at this offset of the text is only asked whether it is
  /// defined.
  bool isTested(size_t Offset) const;

  struct Piece {
    clang::tok::TokenKind Kind;
    llvm::StringRef Text;
  };

private:
  std::vector<Piece> Pieces; ///< as of an `#if`
  const char *Begin;
};

/// A macro in code of a CUDA device, and in code of any MUSA device.
MacroState inSourceBuild(llvm::StringRef Macro, const ReferenceDevice &Device);
MacroState inTargetBuild(llvm::StringRef Macro);

/// True for the directives that have a condition.
bool hasCondition(llvm::StringRef Directive);

/// How the branch that a condition chooses differs between CUDA devices and
/// MUSA devices.
struct Flip {
  bool OnMusa = false; ///< what the condition is there
  /// The CUDA devices on which it is the opposite; empty: all of them.
  std::vector<llvm::StringRef> Opposite;
};

/// For the condition of an `#if` or `#elif` that compares CUDA's version or
/// architecture numbers and is not changed while `defined` is renamed. None if
/// it chooses the same, or if that is not known.
std::optional<Flip> findFlip(llvm::StringRef Text);

} // namespace musify

#endif // MUSIFY_SCAN_CONDITION_H

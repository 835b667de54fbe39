//===- FileHead.h - What a file includes before all else --------*- C++ -*-===//
#ifndef MUSIFY_SCAN_FILEHEAD_H
#define MUSIFY_SCAN_FILEHEAD_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace musify {

struct FileHead {
  /// As spelled, without brackets: the includes before any code.
  std::vector<std::string> Includes;
  /// Macros that may be defined or undefined before the last of them.
  std::vector<std::string> Macros;
  bool IsWhole = true;    ///< there is no code behind them
  bool IsGuarded = false; ///< a second include of the file reads nothing
};

/// Reads to the first code, to an include below a condition that is not known,
/// or to a directive that may do anything. `IsDefined` returns whether a macro
/// is defined before the file, if that is known.
FileHead
readHead(llvm::StringRef Text,
         llvm::function_ref<std::optional<bool>(llvm::StringRef)> IsDefined);

/// The names in all `#include` lines, whatever stands around them. A fast look,
/// for an estimate: comments are not known for what they are.
std::vector<std::string> includeLines(llvm::StringRef Text);

} // namespace musify

#endif // MUSIFY_SCAN_FILEHEAD_H

//===- Errors.h - What Clang finds wrong with a unit ------------*- C++ -*-===//
#ifndef MUSIFY_PARSE_ERRORS_H
#define MUSIFY_PARSE_ERRORS_H

#include "Diag/Message.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringSet.h"
#include <functional>
#include <vector>

namespace musify {

/// Keeps the first errors for the report and counts the rest.
class ErrorCollector : public clang::DiagnosticConsumer {
public:
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

  /// Adds those of what the unit begins with.
  void add(const ErrorCollector &Before);

  unsigned Kept = 3; ///< so many messages
  /// Called for each diagnostic, warnings too, if it is not null.
  std::function<void(const clang::Diagnostic &Info)> Watcher;
  unsigned Count = 0;
  llvm::StringSet<> Names; ///< that the errors quote
  std::vector<Message> Messages;
  llvm::DenseSet<clang::FileID> Broken; ///< files with errors
};

} // namespace musify

#endif // MUSIFY_PARSE_ERRORS_H

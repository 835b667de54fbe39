//===- RunClang.h - Clang over one unit, in memory --------------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_RUNCLANG_H
#define MUSIFY_REWRITE_RUNCLANG_H

#include "Project/CompileCommand.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Frontend/FrontendAction.h"
#include <memory>

namespace musify {

/// Where the declarations of the CUDA world come from.
struct Declarations {
  std::string CudaPath;    ///< of a real SDK; empty: the embedded ones
  llvm::StringRef Prelude; ///< of the embedded ones, precompiled; may be empty
};

/// True if Clang takes the unit for CUDA: the last `-x`, else the extension.
bool isCudaUnit(const CompileCommand &Command);

/// Runs the action over the unit. Nothing is written to disk. Errors go to
/// `Diagnostics`.
void runClang(const CompileCommand &Command, const Declarations &Sdk,
              std::unique_ptr<clang::FrontendAction> Action,
              clang::DiagnosticConsumer &Diagnostics);

} // namespace musify

#endif // MUSIFY_REWRITE_RUNCLANG_H

//===- Shim.h - The stages of `musify shim` ---------------------*- C++ -*-===//
//
//   runPort ─ names and headers used ─┬─ header, forwarding headers ─┐
//                                     └─ guards in the sources ──────┴─ checks
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_DRIVER_SHIM_H
#define MUSIFY_DRIVER_SHIM_H

#include "Driver/Port.h"
#include "Platform/Platform.h"
#include "llvm/Support/Error.h"
#include <map>
#include <string>

namespace musify {

struct ShimRequest {
  PortRequest Port;
  /// What the build for MUSA defines.
  std::string Macro = targetPlatform().Macros.Compiler.front();
  std::string HeaderPath; ///< empty: not to be written
  std::string IncludeDir; ///< of forwarding headers; empty: there are none
  std::string IncludeAs;  ///< how sources spell the header; empty: a relative
                          ///< path from each
  std::string TreePath;   ///< of guarded sources; empty: they stay in place
  bool Guard = false;     ///< two texts where one will not do
};

struct ShimResult {
  /// As of a port, but the edits are guards, and what the header answers for
  /// is no finding.
  RunResult Run;
  std::string Header;                          ///< empty: nothing to shim
  std::map<std::string, std::string> Forwards; ///< path → text
  unsigned Names = 0;                          ///< that the header has
  unsigned Places = 0;         ///< at which sources need two texts and got none
  unsigned WithoutInclude = 0; ///< files that use names, but no header of CUDA
};

/// Finds what `Request.Port.Paths` use; writes nothing. Fails if the port does,
/// or if the sources would not be the same code without the macro.
llvm::Expected<ShimResult> runShim(const ShimRequest &Request,
                                   const Table &Names);

/// Writes the header and the forwarding headers. A file that `musify shim` did
/// not write is not replaced unless `Force`: an error before anything is
/// written.
llvm::Error writeShimHeaders(const ShimResult &Result,
                             const ShimRequest &Request, bool Force);

} // namespace musify

#endif // MUSIFY_DRIVER_SHIM_H

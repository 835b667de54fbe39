//===- RealPath.h - Where a path leads in the end ---------------*- C++ -*-===//
#ifndef MUSIFY_SUPPORT_REALPATH_H
#define MUSIFY_SUPPORT_REALPATH_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace musify {

/// `Path` with all links resolved. Its last parts may be missing: what would
/// be made there counts. Empty if a part cannot be read.
std::string realTarget(llvm::StringRef Path);

/// True if what is written, made or removed at `Path` would not be below the
/// directory `Root`, which may be missing: a link or `..` leads out of it. A
/// link at `Path` itself counts as what it leads to if `Follow` is set.
bool leadsOutside(llvm::StringRef Path, llvm::StringRef Root,
                  bool Follow = true);

} // namespace musify

#endif // MUSIFY_SUPPORT_REALPATH_H

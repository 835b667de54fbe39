//===- Includes.h - What a file includes, read quickly ----------*- C++ -*-===//
//
// For files that are not scanned: which of a project's other files matter to
// the inputs. Comments and conditions are not asked, so that a file too many
// may be found, but none too few.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PROJECT_INCLUDES_H
#define MUSIFY_PROJECT_INCLUDES_H

#include "llvm/ADT/StringRef.h"
#include <vector>

namespace musify {

/// The paths of all `#include "x"` and `#include <x>`, in order. They point
/// into the text.
std::vector<llvm::StringRef> includedPaths(llvm::StringRef Text);

/// `../x/./y.h` without the dots at its front: what a path of the file must
/// end with. Dots further inside leave the last part alone.
llvm::StringRef tailOfInclude(llvm::StringRef Path);

} // namespace musify

#endif // MUSIFY_PROJECT_INCLUDES_H

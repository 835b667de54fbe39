//===- Header.h - Names with their entries → a header -----------*- C++ -*-===//
//
// Pure: which names a repository uses comes in, the text of a header that
// gives them to MUSA's goes out, with what no header can do.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SHIM_HEADER_H
#define MUSIFY_SHIM_HEADER_H

#include "Mapping/Table.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>
#include <vector>

namespace musify {

/// A name that the code uses, and how.
struct ShimName {
  Entry E;
  /// The code also has something of its own that is spelled so: a macro would
  /// rename that too.
  bool UsersToo = false;
  bool Tagged = false; ///< behind `struct` or the like, or opened as namespace
  bool Asked = false;  ///< whether it is a macro is asked in a condition
};

/// A header that the code includes.
struct ShimInclude {
  std::vector<std::string> To; ///< what stands in its place; may be nothing
  bool Optional = true;        ///< included below a condition alone
};

struct ShimInput {
  std::map<std::string, ShimName> Names;       ///< by CUDA's name
  std::map<std::string, ShimInclude> Includes; ///< by CUDA's header
  std::string Macro;                           ///< what MUSA's build defines
  std::string GuardName; ///< what the include guard is made from: a path
};

struct Shim {
  std::string Text;
  unsigned Names = 0; ///< that the header has
  /// Name → why the header does not have it; lower case, no full stop.
  std::map<std::string, std::string> Left;
};

/// True if a header can give the entry's name at all. Members, qualified names
/// and PyTorch's common words are no names that a header can define.
bool isShimmable(const Entry &E);

/// Deterministic: sorted, no date. Without the macro the text preprocesses to
/// nothing. `Names` translates the types of prototypes.
Shim writeShim(const ShimInput &Input, const Table &Names);

/// A header to be found in place of CUDA's `Header`: `ShimPath` (as it is
/// spelled there) for MUSA, else the next header of that name.
std::string forwardingHeader(llvm::StringRef Header, llvm::StringRef ShimPath,
                             llvm::StringRef Macro);

/// True if `Text` was written by one of these functions.
bool isShimText(llvm::StringRef Text);

} // namespace musify

#endif // MUSIFY_SHIM_HEADER_H

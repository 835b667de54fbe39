//===- NvccNames.h - What nvcc's own includes could mend --------*- C++ -*-===//
//
// nvcc includes some of the C++ library before every source. To do so here too
// costs a second parse, which is of use only if an error asks for a name that
// is in there.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_NVCCNAMES_H
#define MUSIFY_PARSE_NVCCNAMES_H

#include "Parse/RunClang.h"
#include "llvm/ADT/StringSet.h"
#include <mutex>

namespace musify {

/// The identifiers that Clang quotes in a message.
void addQuotedNames(llvm::StringRef Message, llvm::StringSet<> &Names);

/// Safe to use from several threads; the headers are read when first asked for.
class NvccNames {
public:
  /// True if one of the names stands in __musify_nvcc.h or in what it includes.
  /// What was read for that is added to `Log`, if it is not null.
  bool haveOneOf(const llvm::StringSet<> &Names, ReadLog *Log);

private:
  std::once_flag Made;
  llvm::StringSet<> All;
  ReadLog Read;
};

} // namespace musify

#endif // MUSIFY_PARSE_NVCCNAMES_H

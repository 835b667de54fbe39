//===- NumberAlias.h - Macros that stand for CUDA's numbers -----*- C++ -*-===//
//
// `#define MY_ARCH __CUDA_ARCH__`: where `MY_ARCH` is compared, the number of
// an NVIDIA architecture is.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REWRITE_NUMBERALIAS_H
#define MUSIFY_REWRITE_NUMBERALIAS_H

#include "Rewrite/Rule.h"

namespace musify {

/// Adds the macros of the file that are a version or architecture number of the
/// source, or one calculated with numbers.
void noteNumberAliases(const ScannedFile &Scan,
                       std::map<std::string, std::string> &Out);

/// Reports comparisons of these macros, and of constants of the file that are
/// such a number, with numbers. A macro of another file counts if its name is
/// not short and the file defines no other of the name.
void reportNumberAliases(const ScannedFile &Scan, FileContext &Context);

} // namespace musify

#endif // MUSIFY_REWRITE_NUMBERALIAS_H

//===- ObjectType.h - What the text says of an object -----------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_OBJECTTYPE_H
#define MUSIFY_REWRITE_OBJECTTYPE_H

#include "llvm/ADT/StringRef.h"

namespace musify {

/// The type that the text before the member's name at `Member` declares its
/// object with: `ns::View` of `const ns::View &x` for `x.size()`. Empty: the
/// object is no plain name, or the text does not say.
llvm::StringRef declaredTypeOfObject(llvm::StringRef Text, size_t Member);

} // namespace musify

#endif // MUSIFY_REWRITE_OBJECTTYPE_H

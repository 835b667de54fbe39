//===- Declared.h - What an installed SDK's headers declare -----*- C++ -*-===//
#ifndef MUSIFY_AUDIT_DECLARED_H
#define MUSIFY_AUDIT_DECLARED_H

#include "Diag/Message.h"
#include "Mapping/Entry.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <optional>
#include <string>
#include <vector>

namespace musify {

/// One name; a name of several kinds is what it was seen as first, and a
/// declaration goes before a macro.
struct Declared {
  Kind K = Kind::Function;
  std::optional<int64_t> Value; ///< of an enumerator
  std::string AliasOf;          ///< of a macro that is another name
  std::string Header = {};      ///< that declares it, as in an `#include`
};

/// A function and the C type that it should have, in the SDK's own names.
struct ExpectedType {
  std::string Name, Type;
};

struct HeaderSet {
  std::string IncludeDir;
  std::vector<std::string> Headers; ///< as in an `#include`
  std::vector<std::string> Flags;   ///< for Clang
  std::vector<ExpectedType> Expected;
};

struct Declarations {
  /// By qualified name; a member is `Struct::member`.
  llvm::StringMap<Declared> Names;
  /// Functions of `Expected` that have no such type, with the type they have.
  llvm::StringMap<std::string> OtherType;
  /// Functions of `Expected` whose type names something unknown.
  llvm::StringSet<> NotCompared;
  /// Errors in the headers: what they declare may be incomplete.
  std::vector<Message> Problems;
};

/// Parses the headers of the set as one unit. A type that they do not know
/// makes its function `NotCompared`. Never fails; see `Problems`.
Declarations readDeclarations(const HeaderSet &Set);

} // namespace musify

#endif // MUSIFY_AUDIT_DECLARED_H

//===- Words.h - How the room's messages are put ----------------*- C++ -*-===//
#ifndef MUSIFY_AUDIT_WORDS_H
#define MUSIFY_AUDIT_WORDS_H

#include "Mapping/Entry.h"
#include <string>

namespace musify {

inline std::string quoted(llvm::StringRef Text) {
  return ("`" + Text + "`").str();
}

/// `a function`, `an enumerator`.
inline std::string aKind(Kind K) {
  llvm::StringRef Name = kindName(K);
  bool Vowel = llvm::StringRef("aeiou").contains(Name[0]);
  return ((Vowel ? "an " : "a ") + Name).str();
}

} // namespace musify

#endif // MUSIFY_AUDIT_WORDS_H

//===- InternedText.h - A text that many values have --------------*- C++
//-*-===//
#ifndef MUSIFY_SUPPORT_INTERNEDTEXT_H
#define MUSIFY_SUPPORT_INTERNEDTEXT_H

#include "llvm/ADT/StringMapEntry.h"
#include "llvm/ADT/StringRef.h"
#include <concepts>
#include <string>

namespace musify {

/// A text of which the process keeps one copy until it ends: a path, or the
/// name of a rule or of a table's entry. It takes a pointer; copies cost
/// nothing. For texts of which there are few, not for lines of code. Any thread
/// may make one.
class InternedText {
public:
  InternedText() = default;
  InternedText(llvm::StringRef Text);
  InternedText(const std::string &Text) : InternedText(llvm::StringRef(Text)) {}
  InternedText(const char *Text) : InternedText(llvm::StringRef(Text)) {}

  operator llvm::StringRef() const { return Kept ? Kept->getKey() : ""; }
  std::string str() const { return llvm::StringRef(*this).str(); }
  bool empty() const { return !Kept; }

  /// By the text, so that no order depends on where it lies.
  friend bool operator<(InternedText A, InternedText B) {
    return A.Kept != B.Kept && llvm::StringRef(A) < llvm::StringRef(B);
  }
  friend bool operator==(InternedText A, InternedText B) {
    return A.Kept == B.Kept;
  }
  template <std::convertible_to<llvm::StringRef> T>
  friend bool operator==(InternedText A, const T &B) {
    return llvm::StringRef(A) == llvm::StringRef(B);
  }

private:
  const llvm::StringMapEntry<llvm::EmptyStringSetTag> *Kept =
      nullptr; ///< none: ""
};

} // namespace musify

#endif // MUSIFY_SUPPORT_INTERNEDTEXT_H

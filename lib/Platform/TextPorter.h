//===- TextPorter.h - Text rules that others apply to a source --*- C++ -*-===//
//
// frameworks/torchada.json: the rules of a tool that ports sources when it
// builds them. musify applies them in memory, to tell where they fall short.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PLATFORM_TEXTPORTER_H
#define MUSIFY_PLATFORM_TEXTPORTER_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <utility>
#include <vector>

namespace musify {

struct TextPorter {
  std::string Name;                      ///< in messages
  std::string Option;                    ///< as a ledger keeps it
  std::string Import;                    ///< the statement that switches it on
  std::vector<std::string> ImportBefore; ///< beginnings of statements
  std::string Builder;     ///< word of the scripts whose builds it changes
  std::string CompilerKey; ///< key of the compiler's flags, which it replaces
  std::vector<std::string> Libraries; ///< to link, which it replaces
  std::vector<std::string> Suffixes;  ///< of the files that it reads
  /// Lines that it leaves alone: by how they begin, by what they contain.
  std::vector<std::string> KeptBeginnings, KeptParts;
  std::vector<std::string> Keyed; ///< macros whose dispatch key it replaces
  std::string Disabled;           ///< what switches a statement off
  /// A text and what replaces it, the longest texts first, as it applies them.
  std::vector<std::pair<std::string, std::string>> Rules;

  bool reads(llvm::StringRef Path) const;
  bool keepsLine(llvm::StringRef Line) const;
};

/// Reads the file. A fault is `path:line:column: error: ...`.
llvm::Expected<TextPorter> parseTextPorter(llvm::StringRef Text,
                                           llvm::StringRef Path);

/// The text that the binary carries.
llvm::StringRef builtinTextPorter();

/// The same, read at the first use.
const TextPorter &torchada();

} // namespace musify

#endif // MUSIFY_PLATFORM_TEXTPORTER_H

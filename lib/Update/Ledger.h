//===- Ledger.h - What a port remembers of itself ---------------*- C++ -*-===//
//
// A ported tree keeps `.musify/`: ledger.json and, below base/, its files as
// the port wrote them. With these a later `musify update` tells what was
// changed by hand and what came from upstream.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_UPDATE_LEDGER_H
#define MUSIFY_UPDATE_LEDGER_H

#include "Report/Result.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <map>
#include <set>
#include <string>
#include <vector>

namespace musify {

/// Below the root of a ported tree.
inline constexpr llvm::StringLiteral LedgerPath = ".musify/ledger.json";
inline constexpr llvm::StringLiteral LedgerBase = ".musify/base/";

/// A finding, known again by its line's text.
struct LedgerItem {
  std::string Rule, Entry;
  std::string Line; ///< text of its line in the source, blanks made one

  auto key() const { return std::tie(Rule, Entry, Line); }
};

struct LedgerFile {
  std::string Source;     ///< path below the root of the input
  std::string SourceHash; ///< SHA-256 of its bytes
  std::string OutputHash; ///< of what the port wrote
  bool Copied = false;    ///< as it was: no file of base/ is kept
  bool IsLink = false;    ///< copied too; its hashes are of where it leads
  std::set<std::string> Entries; ///< of the tables, that it met
  std::vector<LedgerItem> Findings;
};

struct Ledger {
  std::string ToolVersion;
  std::string Tables; ///< hash of the mapping tables of the port
  /// Options of the port that change what it writes, `--rename=keep`.
  std::vector<std::string> Options;
  std::map<std::string, LedgerFile> Files; ///< by path in the tree

  /// All entries of the tables that the port met.
  std::set<std::string> entries() const;
};

/// SHA-256 in hexadecimal digits.
std::string contentHash(llvm::StringRef Bytes);

/// What the ledger keeps of one ported file, whose new text is `NewText`.
LedgerFile ledgerFile(const FileResult &File, llvm::StringRef NewText);

/// What it keeps of a file that was copied as it is.
LedgerFile ledgerCopy(llvm::StringRef Source, llvm::StringRef Text);

/// What it keeps of a symbolic link, which leads to `Target` in the tree.
LedgerFile ledgerLink(llvm::StringRef Source, llvm::StringRef Target);

std::string formatLedger(const Ledger &L);
/// Fails on what `formatLedger` did not write; `Path` is for the message.
llvm::Expected<Ledger> parseLedger(llvm::StringRef Text, llvm::StringRef Path);

} // namespace musify

#endif // MUSIFY_UPDATE_LEDGER_H

//===- Evidence.h - What an installed SDK told, for the tables --*- C++ -*-===//
//
// `musify mapping check --json` writes the file on a machine with an SDK;
// `musify mapping merge-evidence` takes it into tables elsewhere.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_MAPPING_EVIDENCE_H
#define MUSIFY_MAPPING_EVIDENCE_H

#include "Diag/Message.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace musify {

/// Value of the key `format` of such a file.
inline constexpr llvm::StringLiteral EvidenceFormat = "musify-evidence/1";

/// One name that the SDK was asked for.
struct EvidenceName {
  std::string Library, From, To;
  std::string Result; ///< `confirmed`, `missing` or `differs`
  std::string Header; ///< that declares it
  std::string What;   ///< of what is not confirmed
};

struct SdkEvidence {
  std::string Sdk; ///< its version
  std::vector<EvidenceName> Names;
};

/// Fails on anything that no check writes.
llvm::Expected<SdkEvidence> parseEvidence(llvm::StringRef Text,
                                          llvm::StringRef Path);

struct MergedEvidence {
  std::string Text; ///< of the table
  unsigned Raised = 0;
  /// What a person has to decide, a line each.
  std::vector<Message> Open;
};

/// Names of the table `Library` that are unverified in `Table` and confirmed
/// under the same MUSA name get the status `supported`, with the SDK and its
/// header as evidence.
llvm::Expected<MergedEvidence> mergeEvidence(llvm::StringRef Table,
                                             llvm::StringRef Path,
                                             llvm::StringRef Library,
                                             const SdkEvidence &Found);

} // namespace musify

#endif // MUSIFY_MAPPING_EVIDENCE_H

//===- Check.h - The table against a MUSA SDK -------------------*- C++ -*-===//
#ifndef MUSIFY_AUDIT_CHECK_H
#define MUSIFY_AUDIT_CHECK_H

#include "Diag/Message.h"
#include "Edit/Finding.h"
#include "Mapping/Evidence.h"
#include "Mapping/Table.h"
#include "llvm/Support/VersionTuple.h"

namespace musify {

struct CheckRequest {
  std::string MusaPath; ///< holds `include/`
  std::string CudaPath; ///< whose enumerators are compared; empty: none
  std::vector<std::string> Libraries; ///< to report on; empty: all
  llvm::VersionTuple MusaVersion;     ///< of that SDK; empty: not known
};

struct CheckFinding {
  std::string Library;
  Severity Level = Severity::Error;
  Message What;
};

struct CheckResult {
  /// In the order of the libraries and the CUDA names.
  std::vector<CheckFinding> Findings;
  /// Names whose entries have no evidence or are wrong, in the same order.
  std::vector<EvidenceName> Names;
  unsigned Confirmed = 0;  ///< names with evidence that the SDK declares so
  unsigned Unverified = 0; ///< the same of names without
  /// Of these two, functions whose entries' types name what the SDK lacks.
  unsigned NotCompared = 0;
  unsigned Newer = 0;     ///< not looked for: `since` is after the SDK
  unsigned Unchecked = 0; ///< no header tells, or its library is not there
};

/// The version of the SDK at `Path`, as a file of it says; "" if none does.
std::string installedVersion(llvm::StringRef Path);

/// Parses the headers that the table names and compares each MUSA name of the
/// table: is it there, is it of the kind, does a function have the entry's
/// `type`, an enumerator the entry's `value` or that of CUDA. The table stays
/// as it is.
CheckResult checkTable(const CheckRequest &Request, const Table &Names);

} // namespace musify

#endif // MUSIFY_AUDIT_CHECK_H

//===- Check.h - The table against a MUSA SDK -------------------*- C++ -*-===//
#ifndef MUSIFY_AUDIT_CHECK_H
#define MUSIFY_AUDIT_CHECK_H

#include "Edit/Finding.h"
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
  std::string Message;
};

/// What the SDK tells of a name whose entry has no evidence, or is wrong.
struct CheckedName {
  std::string Library, From, To;
  std::string Result; ///< `confirmed`, `missing` or `differs`
  std::string Header; ///< that declares it; empty if none does
  std::string What;   ///< of what is not confirmed
};

struct CheckResult {
  /// In the order of the libraries and the CUDA names.
  std::vector<CheckFinding> Findings;
  std::vector<CheckedName> Names; ///< in the same order
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

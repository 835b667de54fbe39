//===- ReportFiles.h - Files that a run writes beside its work --*- C++ -*-===//
#ifndef MUSIFY_DRIVER_REPORTFILES_H
#define MUSIFY_DRIVER_REPORTFILES_H

#include "Driver/Port.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace musify {

/// A file that an option names.
struct ReportFile {
  std::string Option; ///< `--report`
  std::string Path;
};

/// Fails if two reports are one file.
llvm::Error checkDistinct(llvm::ArrayRef<ReportFile> Reports);

/// Fails, too, if a report cannot be written: for the time before files change.
llvm::Error checkReports(llvm::ArrayRef<ReportFile> Reports);

/// Fails if a report would replace one of the files, a configuration or a file
/// of patterns to ignore.
llvm::Error checkReports(llvm::ArrayRef<ReportFile> Reports,
                         llvm::ArrayRef<std::string> InUse);

/// What the port reads and writes.
std::vector<std::string> filesInUse(const RunResult &Result,
                                    const OutputRequest &Request);

} // namespace musify

#endif // MUSIFY_DRIVER_REPORTFILES_H

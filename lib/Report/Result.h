//===- Result.h - What a run found, as input of all reports -----*- C++ -*-===//
#ifndef MUSIFY_REPORT_RESULT_H
#define MUSIFY_REPORT_RESULT_H

#include "Edit/Plan.h"
#include <map>
#include <string>
#include <vector>

namespace musify {

/// One file that was read.
struct FileResult {
  std::string Path;     ///< real, absolute
  std::string Shown;    ///< as the user would write it
  std::string Relative; ///< below its root: where a mirrored tree puts it
  std::string OldText;  ///< the bytes on disk
  FilePlan Plan;
  bool Parsed = false;      ///< by Clang, as main file or through a unit
  bool AlreadyMusa = false; ///< left alone on purpose
  std::vector<std::string> ParseProblems;
  bool WriteFailed = false; ///< told in `Skipped`
  std::string OutputPath;   ///< empty: nothing was written
};

/// A file or link that no port touches; a complete tree has it too.
struct OtherResult {
  std::string Path;     ///< absolute; of a link itself
  std::string Shown;    ///< as the user would write it
  std::string Relative; ///< below its root
  bool IsLink = false;
  bool Copied = false;
};

/// A path that was left out, or that failed.
struct SkippedResult {
  std::string Path;
  std::string Reason;
  bool IsError = false;
};

/// Everything the reports know. They sort the files by path themselves.
struct UsedEntry {
  std::string Status;  ///< e.g. `unverified`
  std::string Library; ///< e.g. `cublas`; of a build script's rule `build`
};

struct RunResult {
  std::vector<FileResult> Files;
  std::vector<SkippedResult> Skipped;
  std::vector<OtherResult> Others; ///< if a complete tree was asked for
  std::string ToolVersion;
  /// What the tables say of each mapping entry that edits and findings name.
  std::map<std::string, UsedEntry> Entries;
};

} // namespace musify

#endif // MUSIFY_REPORT_RESULT_H

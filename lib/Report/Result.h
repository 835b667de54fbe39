//===- Result.h - What a run found, as input of all reports -----*- C++ -*-===//
#ifndef MUSIFY_REPORT_RESULT_H
#define MUSIFY_REPORT_RESULT_H

#include "Diag/Message.h"
#include "Edit/LiteralText.h"
#include "Edit/Plan.h"
#include <map>
#include <string>
#include <vector>

namespace musify {

/// A branch of a parsed file that no parse saw: the lexer alone looked at it.
struct LexerOnlyRegion {
  unsigned Begin = 0, End = 0; ///< half-open byte range
  unsigned Names = 0;          ///< of CUDA's that stand in it, at least one
};

/// Kernel source in string literals of a file.
struct NestedText {
  LiteralText Code;
  bool Parsed = false; ///< completely
};

/// One file that was read.
struct FileResult {
  std::string Path;        ///< real, absolute
  std::string Shown;       ///< as the user would write it
  std::string Relative;    ///< below its root: where a mirrored tree puts it
  std::string OldText;     ///< the bytes on disk
  std::string NewRelative; ///< where renames put it; empty: by its suffix
  FilePlan Plan;
  bool IsCopy = false;      ///< the original stays beside it
  bool Parsed = false;      ///< by Clang, as main file or through a unit
  bool AlreadyMusa = false; ///< left alone on purpose
  /// False if there is a compile database, but none of its commands covers the
  /// file, neither as main file nor through an include.
  bool HasCommand = true;
  std::vector<Message> ParseProblems;
  std::vector<LexerOnlyRegion> LexerOnly; ///< sorted by place
  std::vector<NestedText> Nested;         ///< likewise
  bool WriteFailed = false;               ///< told in `Skipped`
  std::string OutputPath;                 ///< empty: nothing was written
  unsigned OldLinks = 0; ///< other hard links, which keep the old text

  /// Names of CUDA's in `LexerOnly`.
  unsigned unseenNames() const {
    unsigned Names = 0;
    for (const LexerOnlyRegion &R : LexerOnly)
      Names += R.Names;
    return Names;
  }
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
  Message Reason;
  bool IsError = false;
  bool IsTold = false; ///< no failure, but always told
};

/// A folder with code of others whose files were inputs.
struct VendoredResult {
  std::string Path;  ///< real, absolute
  std::string Shown; ///< as the user would write it
  bool IsSubmodule = false;
  unsigned Files = 0, Changed = 0; ///< read; with edits
};

/// A macro that would let regions be parsed that no parse saw.
struct UsefulDefinition {
  std::string Macro;
  unsigned Files = 0, Names = 0; ///< with such regions; of CUDA's in them
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
  size_t NotCopied = 0; ///< other files of the directories, if it was not
  unsigned Units = 0, UnitsRecalled = 0; ///< all; read from the cache
  bool UsesCache = false;
  bool Stopped = false;    ///< by the user, before all units were parsed
  unsigned WarpFiles = 0;  ///< with functions of warps, if nothing was parsed
  unsigned Suppressed = 0; ///< findings that a comment hides
  std::vector<UsefulDefinition> Definitions; ///< those with most names first
  std::vector<UsefulDefinition> Defined;     ///< were tried, and helped
  std::vector<VendoredResult> Vendored;      ///< sorted by path
  std::string ToolVersion;
  Language Lang = Language::English; ///< of reports
  /// What the tables say of each mapping entry that edits and findings name.
  std::map<std::string, UsedEntry> Entries;
};

} // namespace musify

#endif // MUSIFY_REPORT_RESULT_H

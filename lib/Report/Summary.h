//===- Summary.h - The counts that all reports share ------------*- C++ -*-===//
#ifndef MUSIFY_REPORT_SUMMARY_H
#define MUSIFY_REPORT_SUMMARY_H

#include "Report/LineIndex.h"
#include "Report/Result.h"
#include <map>
#include <string>
#include <vector>

namespace musify {

/// A mapping entry that the sources use.
struct NameUse {
  std::string Name;
  unsigned Places = 0; ///< one place counts once, however much was said there
  const FileResult *File = nullptr; ///< of the first place
  LineIndex::Place First{1, 1};
};

/// Counts of a run. Points into the `RunResult` it was made from.
struct Summary {
  std::vector<const FileResult *> Files;      ///< all, sorted by path
  std::vector<const SkippedResult *> Skipped; ///< all, sorted by path
  unsigned Changed = 0, AlreadyMusa = 0;
  unsigned Failed = 0; ///< errors among `Skipped`
  /// Files by what became of them, each once: with a finding that is no note,
  /// else with edits, else unchanged. Left out, though it holds CUDA or because
  /// of an error.
  unsigned WithFindings = 0, Ported = 0, Unchanged = 0, LeftOut = 0;
  unsigned Copied = 0; ///< files and links beside the inputs
  unsigned Edits = 0, Findings = 0;
  std::map<std::string, unsigned> EditsByRule, FindingsByRule;
  std::map<Engine, unsigned> EditsByEngine;
  std::map<Severity, unsigned> FindingsBySeverity;
  /// Status → names with that status, most used first.
  std::map<std::string, std::vector<NameUse>> Names;
  std::vector<const FileResult *> NotParsed;         ///< or not completely
  unsigned LexerOnlyRegions = 0, LexerOnlyNames = 0; ///< of parsed files
  std::vector<const FileResult *> NoCommand;         ///< see `HasCommand`
};

Summary summarize(const RunResult &Run);

/// Number of places of all names of `Uses`.
unsigned countPlaces(const std::vector<NameUse> &Uses);

} // namespace musify

#endif // MUSIFY_REPORT_SUMMARY_H

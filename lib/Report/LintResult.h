//===- LintResult.h - What `musify lint` found ------------------*- C++ -*-===//
#ifndef MUSIFY_REPORT_LINTRESULT_H
#define MUSIFY_REPORT_LINTRESULT_H

#include "Edit/Finding.h"
#include "Lint/Catalogue.h"
#include "Report/Result.h"
#include <map>
#include <string>
#include <vector>

namespace musify {

/// A byte range of the file and what to write there. Lines and columns are from
/// 1; `Begin` is the first byte, `End` the one behind the last.
struct LintFix {
  struct Place {
    unsigned Line, Column, Character; ///< column in bytes, in characters
  };
  Replacement What;
  Place Begin, End;
};

struct LintFinding {
  const LintRule *Rule = nullptr;
  Severity Level = Severity::Warning; ///< as the user's settings make it
  std::string Shown;                  ///< path as the user would write it
  std::string Path; ///< below the project's root, with `/`; else absolute
  std::string File; ///< real, absolute path
  /// From 1; columns count bytes. The end is behind the last byte.
  unsigned Line = 1, Column = 1, EndLine = 1, EndColumn = 1;
  unsigned Length = 0; ///< bytes
  MessageId Id = MessageId::None;
  std::string Message; ///< its text
  /// The first line, as on disk, without its end; of a very long one the part
  /// around the place, which `SourceBegin` bytes precede.
  std::string SourceLine;
  unsigned SourceBegin = 0;
  std::string Fingerprint; ///< stable when lines move
  /// The same for findings that say the same of different places.
  std::string Group;
  std::vector<LintFix> Fix; ///< settles it; empty: musify knows none
  Engine From = Engine::Lexer;
  std::string Library; ///< of the mapping entry; empty: a rule alone
};

struct NotParsedFile {
  std::string Path; ///< as in `LintFinding`
  std::vector<Message> Why;
};

struct LintResult {
  std::vector<LintFinding> Findings; ///< sorted by file and place
  std::vector<std::string> Files;    ///< all that were checked, as `Path`
  std::vector<SkippedResult> Skipped;
  /// Branches of parsed files that no parse saw, and CUDA's names in them.
  unsigned LexerOnlyRegions = 0, LexerOnlyNames = 0;
  std::vector<NotParsedFile> NotParsed;     ///< or not completely
  std::map<std::string, std::string> Texts; ///< of files with findings
  bool Stopped = false; ///< by the user, before all units were parsed
  Severity FailOn = Severity::Warning;
  std::string ToolVersion;
  Language Lang = Language::English; ///< of its messages
  /// Findings that are left out, by reason.
  unsigned Suppressed = 0, InBaseline = 0, OnOldLines = 0, Fixed = 0;
  /// The files whose fixes were asked for, each with its edits. Nothing is
  /// written yet.
  RunResult ToFix;
  /// Entries of the baseline that match nothing any more.
  std::vector<std::string> Stale;
};

} // namespace musify

#endif // MUSIFY_REPORT_LINTRESULT_H

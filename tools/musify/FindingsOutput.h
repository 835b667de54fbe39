//===- FindingsOutput.h - Where findings go, in which formats ---*- C++ -*-===//
//
// What `musify lint` and `musify verify` share.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_TOOLS_FINDINGSOUTPUT_H
#define MUSIFY_TOOLS_FINDINGSOUTPUT_H

#include "Commands.h"
#include "ConfigFile.h"
#include "Driver/Lint.h"
#include "Report/LintFormat.h"

namespace musify {

/// The options as they are spelled.
struct FindingsOptions {
  std::vector<std::string> Formats;
  ConfigOptions Config;
  std::string FailOn, Html;
  std::string Command = "lint", Title; ///< of the HTML page
  bool Quiet = false, Verbose = false;
};

/// One form of output and where it goes.
struct FindingsOutput {
  const LintFormat *Format;
  std::string Path; ///< empty: standard output
};

/// `--fail-on`, `--format`, `--config`, `--no-config`, `--baseline`,
/// `--update-baseline`, `--html`, `-q` and `-v`.
void addFindingsOptions(CLI::App &Command, LintRequest &Lint,
                        FindingsOptions &O);

/// Reads the configuration file and lets the command line win over it. Returns
/// the outputs.
llvm::Expected<std::vector<FindingsOutput>>
settleFindings(LintRequest &Lint, const FindingsOptions &O);

/// Writes each form; a file that cannot be written does not stop the others,
/// and none replaces what was checked. Then what was left out, and `Summary`,
/// go to standard error.
llvm::Error writeFindings(llvm::ArrayRef<FindingsOutput> Outputs,
                          const LintResult &Result, const LintRequest &Lint,
                          const FindingsOptions &O, const CommandLine &Line,
                          llvm::StringRef Summary);

/// The text of a file, or of standard input for `-`.
llvm::Expected<std::string> readNamedFile(const std::string &Path,
                                          TypedId<2> Failure);

} // namespace musify

#endif // MUSIFY_TOOLS_FINDINGSOUTPUT_H

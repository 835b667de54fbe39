//===- Verify.h - The stages of `musify verify` -----------------*- C++ -*-===//
//
//   original ─ runPort ─ plan, facts ─┐
//                                     ├ pairs ─ compare ─ judge ─ lint's stages
//   port ───── runPort ───── facts ───┘
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_DRIVER_VERIFY_H
#define MUSIFY_DRIVER_VERIFY_H

#include "Driver/Lint.h"
#include "Verify/Against.h"
#include "Verify/Judge.h"

namespace musify {

/// A port that is not written yet, with what its parses told.
struct PlannedPort {
  const RunResult &Result;
  const Facts &Known;
};

struct VerifyRequest {
  LintRequest Lint;        ///< what is said; `Port.Paths` is the original
  std::string PortPath;    ///< the file or directory of the port
  std::string AgainstPath; ///< of a second port to compare with; empty: none
  std::string MusaPath;  ///< of an SDK that has to have the names; empty: none
  bool Explains = false; ///< list the edits of the port
  std::optional<PlannedPort> Planned; ///< in place of `PortPath`
};

/// Why an edit of a port is right.
struct ExplainedEdit {
  std::string Shown; ///< the port's file
  unsigned Line = 0, Column = 0;
  std::string Was, Now;
  std::string Rule, Entry; ///< what made it; the latter may be empty
  /// Who saw the place; none: no parse did.
  std::optional<Engine> InOriginal, InPort;
  bool IsProved = false;
};

struct VerifyResult {
  LintResult Lint; ///< of the port's files
  VerifyCounts Counts;
  std::optional<AgainstCounts> Against; ///< if there is a second port
  std::vector<ExplainedEdit> Edits;     ///< if `Explains`
};

/// Compares a port with its original; changes nothing. Fails as `runLint` does,
/// and if one of the two is not there.
llvm::Expected<VerifyResult> runVerify(const VerifyRequest &Request,
                                       const Table &Names);

/// Both trees, read and paired, before anything is judged.
struct ComparedTrees {
  llvm::ArrayRef<ComparedFile> Files;
  std::vector<SkippedResult> Skipped; ///< of both sides
  std::vector<std::string> Read;      ///< paths of all files of both sides
};

/// Calls `Use` with what `runVerify` would judge. Fails as it does.
llvm::Error
compareTrees(const VerifyRequest &Request, const Table &Names,
             llvm::function_ref<llvm::Error(const ComparedTrees &)> Use);

/// The plans of `Request.Planned`, by path, of the files in which Clang
/// proposes edits for what MUSA's compiler would reject, with these edits.
llvm::Expected<std::map<std::string, FilePlan>>
fixDialect(const VerifyRequest &Request, const Table &Names);

/// One line that counts what was proved.
std::string verifySummary(const VerifyResult &Result);

} // namespace musify

#endif // MUSIFY_DRIVER_VERIFY_H

//===- VerifyRun.h - One original beside one port ---------------*- C++ -*-===//
//
// VerifyTrees.cpp reads and pairs both trees, Verify.cpp judges them.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_DRIVER_VERIFYRUN_H
#define MUSIFY_DRIVER_VERIFYRUN_H

#include "Driver/Jobs.h"
#include "Driver/Verify.h"
#include "Verify/Against.h"
#include "Verify/Pairs.h"
#include "llvm/Support/ThreadPool.h"
#include <deque>

namespace musify {

/// One of the two trees.
struct Side {
  RunResult Result;
  Facts Known;
  std::deque<FileResult> Others;             ///< files that no port reads
  std::map<std::string, FileResult *> Files; ///< by path below the root

  std::vector<std::string> paths() const {
    std::vector<std::string> Out;
    for (const auto &[Path, File] : Files)
      Out.push_back(Path);
    return Out;
  }
};

class VerifyRun {
public:
  VerifyRun(const VerifyRequest &Request, const Table &Names)
      : Request(Request), Names(Names),
        Pool(threadsFor(Request.Lint.Port.Jobs)) {}

  /// Reads and pairs both. With `Compares` the parses note what statements
  /// mean.
  llvm::Error readAll(bool Compares);
  /// What the parses of `Request.Planned` tell.
  llvm::Expected<Facts> parsePlan();
  ComparedTrees trees() const;
  /// What `readAll` read, judged.
  void judgeAll();
  VerifyCounts counts() const { return Counts; }
  /// Leaves to both what one of them alone has.
  AgainstCounts judgeAgainst(VerifyRun &Other);
  /// The edits that the port has, in the order of its files.
  std::vector<ExplainedEdit> explain() const;
  /// The port's files with what was found, for the stages of lint.
  RunResult takeResult();

private:
  llvm::Error findRoots();
  llvm::Error readOriginal();
  llvm::Error readPort();
  llvm::Expected<PortRequest> requestOfPort() const;
  llvm::Expected<PortRequest> requestOfPlan() const;
  CompileCommand inPort(CompileCommand Unit) const;
  std::string pathInPort(llvm::StringRef Path) const;
  static void list(Side &S);
  llvm::Error pair();
  void pairSiblings();
  llvm::Error compare();
  llvm::Error compare(ComparedFile &F);
  llvm::Error readBack();
  void judgeNames();
  void judgeFiles();
  void judgeSdk();

  const VerifyRequest &Request;
  const Table &Names;
  llvm::DefaultThreadPool Pool;
  std::string OriginalRoot, PortRoot; ///< real paths
  bool Compares = false;
  Side Before, After;
  std::map<std::string, FileResult> Back; ///< the port ported back, by path
  /// What a port would do with scripts of the port, by path below the root.
  std::map<std::string, FilePlan> LeftInScripts;
  FilePairs Pairs;
  std::vector<ComparedFile> Compared;
  std::vector<FileResult> Missing; ///< of the original
  VerifyCounts Counts;
};

} // namespace musify

#endif // MUSIFY_DRIVER_VERIFYRUN_H

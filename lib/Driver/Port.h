//===- Port.h - The stages of `musify port` ---------------------*- C++ -*-===//
//
//   paths ─ inputs ─┬ scan (lexer) ──────────────┐
//                   └ parse (Clang) ─ facts ─────┴ rules ─ merge ─ result
//   result ─ diff | mirrored tree | in place
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_DRIVER_PORT_H
#define MUSIFY_DRIVER_PORT_H

#include "Driver/Shard.h"
#include "Facts/Facts.h"
#include "Mapping/Renames.h"
#include "Mapping/Table.h"
#include "Project/CompileCommand.h"
#include "Report/Result.h"
#include "Rewrite/Rule.h"
#include "Support/Untrusted.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace musify {

/// What `--dump` prints, as JSON.
enum class Stage { Inputs, Candidates, Facts, Program, Findings, Plan };

/// `inputs`, `candidates` and so on; none for another name.
std::optional<Stage> findStage(llvm::StringRef Name);

struct PortRequest {
  /// What is read: the real one, or one in memory for a test.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk =
      createPlainFileSystem();
  /// May be empty if there is a compile database: then it is the project.
  std::vector<std::string> Paths;
  /// Nothing outside of it is an input. Empty: the current folder if it holds
  /// sources of the database, else their common folder; without a database, or
  /// with `Paths`, there is no limit.
  std::string Root;
  std::string BuildDir; ///< of a compile database; empty: flags are inferred
  /// By real path: read in place of what the file holds. A cache must be off.
  std::map<std::string, std::string> Texts;
  std::vector<CompileCommand> Commands; ///< beside those of a database
  std::string CudaPath;   ///< of a real SDK; empty: the embedded declarations
  std::string OutputPath; ///< below it no input is taken; empty: none
  std::vector<std::string> ExtraFlags; ///< for every unit, e.g. `-I`, `-D`
  std::vector<std::string> Exclude;    ///< patterns, see Project/Ignore.h
  /// True for files (real paths) that the configuration leaves out. May be
  /// null.
  std::function<bool(llvm::StringRef Path)> Excludes;
  /// If it is not null, the project is a port to MUSA: what names nothing of
  /// CUDA's is MUSA's code, and files (real paths) for which this is true are
  /// whatever they name.
  std::function<bool(llvm::StringRef Path)> IsMusas;
  PortOptions Edits;
  /// What becomes of the project's own names; the later wins.
  std::vector<RenameRule> Renames;
  /// MUSA's code goes beside CUDA's, which stays.
  bool Beside = false;
  std::string BesidePaths; ///< `FROM=TO` of its option; or empty
  /// Copies that an update merges into, by path. What else is there stays.
  std::set<std::string> MergedCopies;
  std::string CacheDir;      ///< of facts of earlier runs; empty: none
  std::string CacheIdentity; ///< the tool and its tables; see FactsCache.h
  llvm::StringRef Preludes;  ///< archive of precompiled ones; may be empty
  bool Compares = false;     ///< see Session::Compares
  bool Parse = true;         ///< false: lexer alone
  /// Ends after the parses, whose facts are in the cache then.
  bool FactsOnly = false;
  Shard Part;               ///< with `FactsOnly`: what is parsed of the project
  bool BuildScripts = true; ///< false: they are no inputs
  bool InPlace = false;     ///< the inputs themselves will be changed
  bool TakesMusa = false;   ///< named `.mu` and `.muh` may hold CUDA code
  /// False: names of the SDK that the project defines are left to it.
  bool MovesDefined = true;
  bool TryDefines = false;     ///< define macros that let more be parsed
  bool CopyAll = false;        ///< list what is no input, for a complete tree
  std::optional<Stage> Dumped; ///< the stage to print
  llvm::raw_ostream *DumpTo = nullptr; ///< where; set if `Dumped` is
  unsigned Jobs = 0;                   ///< 0: see Jobs.h
  double Timeout = 600;      ///< seconds for the parse of a unit; 0: no limit
  unsigned MaxMemory = 4096; ///< MiB for the AST of a unit; 0: no limit
  /// True once the user asks to stop: what is left is not parsed. Called from
  /// several threads. May be null.
  std::function<bool()> Stopped;
  /// Gets what the user is to know of the run itself. May be null.
  std::function<void(const Message &Warning)> Warn;
  /// Called before each unit is parsed or read from the cache, and once with
  /// `Done == Total` at the end, from one thread at a time. May be null.
  std::function<void(unsigned Done, unsigned Total, llvm::StringRef Unit)>
      Progress;
};

/// Reads, parses and decides; writes nothing. Files that cannot be read are in
/// `Skipped`; fails only if the compile database, the root or the cache cannot
/// be used. `Known`, if it is not null, gets what the parses told.
llvm::Expected<RunResult> runPort(const PortRequest &Request,
                                  const Table &Names, Facts *Known = nullptr);

/// `runPort`; with `TryDefines` again for each macro that lets more be parsed,
/// as long as it does.
llvm::Expected<RunResult> runPortTrying(PortRequest Request, const Table &Names,
                                        Facts *Known = nullptr);

enum class OutputMode { Diff, File, Tree, InPlace };

struct OutputRequest {
  OutputMode Mode = OutputMode::Diff;
  std::string Path;         ///< of the file, the tree, or what has copies
  std::string LedgerRoot;   ///< has the ledger; empty: the tree itself
  std::string BackupSuffix; ///< in place; empty: no back-up
  bool Rename = false;
  Direction Way = Direction::CudaToMusa; ///< of the new names
  /// Of a tree, or of copies beside their originals: for a later update.
  bool KeepsLedger = false;
  /// Of a tree: also what was changed by hand, or what no port wrote.
  bool Overwrites = false;
  std::string Tables; ///< for the ledger: which tables the port was made with
  std::vector<std::string> Options; ///< likewise, see `ledgerOptions`
};

/// Writes every file of `Result` where the request says and notes it there.
/// Two files with one output are an error before anything is written; so is a
/// file of the tree that another text would replace, unless the tree's ledger
/// tells that a port wrote it as it is, or the request says `Overwrites`. A
/// file that cannot be written becomes an error in `Skipped`, and the rest goes
/// on.
llvm::Error writeOutputs(RunResult &Result, const OutputRequest &Request);

/// The exit code that `Result` asks for.
int exitCodeFor(const RunResult &Result);

} // namespace musify

#endif // MUSIFY_DRIVER_PORT_H

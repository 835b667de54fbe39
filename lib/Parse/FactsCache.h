//===- FactsCache.h - What parses of earlier runs found ---------*- C++ -*-===//
//
// One file a unit in one folder. It holds what the parse found, and the hash of
// every file that it read: while all of them are the same, the unit needs no
// parse. A file is written aside and renamed, so that several runs may share
// the folder; one that cannot be read back counts as absent.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_FACTSCACHE_H
#define MUSIFY_PARSE_FACTSCACHE_H

#include "Facts/Facts.h"
#include "Parse/RunClang.h"
#include "Parse/Session.h"
#include "Project/CompileCommand.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/Error.h"
#include <mutex>

namespace musify {

/// Safe to use from several threads.
class FactsCache {
public:
  /// What no run has read for 30 days goes, and what was not read for longest
  /// while all is more than 2 GiB or a tenth of what the disk has free. At most
  /// one run an hour looks.
  static llvm::CachePruningPolicy defaultPolicy();

  /// Makes the folder if need be. `Identity` names what else decides about
  /// facts: the tool and its tables. Fails if the folder cannot be made.
  static llvm::Expected<std::unique_ptr<FactsCache>>
  open(llvm::StringRef Folder, std::string Identity);

  /// What an earlier parse of the unit found, if it would find the same today.
  std::optional<ParseOutcome> find(const CompileCommand &Unit,
                                   const Session &Run);

  /// Keeps the outcome of a complete parse that read what `Log` tells: the
  /// bytes that Clang got count, not those on the disk by now. What cannot be
  /// written is not kept.
  void store(const CompileCommand &Unit, const Session &Run, const ReadLog &Log,
             ParseOutcome &Outcome);

  /// Removes what the policy leaves no room for. No file of another program is
  /// touched, and what cannot be removed stays.
  void prune(const llvm::CachePruningPolicy &Policy = defaultPolicy()) const;

private:
  FactsCache(llvm::StringRef Folder, std::string Identity)
      : Folder(Folder.str()), Identity(std::move(Identity)) {}

  /// A file as facts depend on it.
  struct FileState {
    bool Exists = false, IsInput = false;
    uint64_t Hash = 0; ///< of its contents
  };
  FileState stateOf(llvm::StringRef Path, const CompileCommand &Unit,
                    const Session &Run);
  std::string pathOf(const CompileCommand &Unit, const Session &Run) const;

  std::string Folder, Identity;
  std::mutex Lock;
  llvm::StringMap<FileState> States; ///< each file is read once a run
};

/// `Outcome` as bytes, and back; nothing if the bytes are not of this form.
std::string packOutcome(ParseOutcome &Outcome);
std::optional<ParseOutcome> unpackOutcome(llvm::StringRef Bytes);

} // namespace musify

#endif // MUSIFY_PARSE_FACTSCACHE_H

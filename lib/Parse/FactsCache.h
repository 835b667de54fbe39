//===- FactsCache.h - What parses of earlier runs found ---------*- C++ -*-===//
//
// One file a unit in one directory. It holds what the parse found, and the hash
// of every file that it read: while all of them are the same, the unit needs no
// parse. What several units begin with is kept likewise, so that a unit that
// changed does not have it parsed again. Paths of the project are kept without
// the directory of the checkout, so that another checkout, on another machine,
// has the same entries. A file is written under a temporary name and renamed,
// so that several runs may share the directory; one that cannot be read back
// counts as absent.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_FACTSCACHE_H
#define MUSIFY_PARSE_FACTSCACHE_H

#include "Diag/Message.h"
#include "Facts/Facts.h"
#include "Parse/CheckoutPaths.h"
#include "Parse/RunClang.h"
#include "Parse/Session.h"
#include "Project/CompileCommand.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/Error.h"
#include <mutex>

namespace musify {

struct CacheTerms; ///< what an entry holds for, and what it depends on

/// Safe to use from several threads.
class FactsCache {
public:
  /// What no run has read for 30 days goes, and what was not read for longest
  /// while all is more than 2 GiB or a tenth of what the disk has free. At most
  /// one run an hour looks.
  static llvm::CachePruningPolicy defaultPolicy();

  /// Makes the directory if need be. `Identity` names what else decides about
  /// facts: the tool and its tables. `Roots` are where this checkout has the
  /// project. Fails if the directory cannot be made.
  static llvm::Expected<std::unique_ptr<FactsCache>>
  open(llvm::StringRef Folder, std::string Identity,
       std::vector<std::string> Roots = {});

  /// What an earlier parse of the unit found, if it would find the same today.
  /// That parse may have seen the bodies of more headers than `BodiesOf` has.
  std::optional<ParseOutcome> find(const CompileCommand &Unit,
                                   const Session &Run);

  /// Keeps the outcome of a complete parse that read what `Log` tells: the
  /// bytes that Clang got count, not those on the disk by now.
  void store(const CompileCommand &Unit, const Session &Run, const ReadLog &Log,
             ParseOutcome &Outcome);

  /// The same for what units begin with: `Reader` is the command that reads it,
  /// by the name that `PreludeCache` has for it. False if there is none.
  bool find(const CompileCommand &Reader, const Session &Run, Prelude &Out);
  void store(const CompileCommand &Reader, const Session &Run, Prelude &Made);

  /// Removes what the policy leaves no room for. No file of another program is
  /// touched, and what cannot be removed stays.
  void prune(const llvm::CachePruningPolicy &Policy = defaultPolicy()) const;

  /// Outcomes that could not be written, and why the first of them.
  struct Fault {
    unsigned NotKept = 0;
    Message Why;
  };
  Fault fault();

private:
  FactsCache(llvm::StringRef Folder, std::string Identity,
             std::vector<std::string> Roots)
      : Folder(Folder.str()), Identity(std::move(Identity)),
        Paths(std::move(Roots)) {}

  /// A file as facts depend on it.
  struct FileState {
    bool Exists = false;
    std::string Input; ///< its real path, if it is an input
    uint64_t Hash = 0; ///< of its contents
    bool NamesRoot = false;
  };
  FileState stateOf(llvm::StringRef Path, const CompileCommand &Unit,
                    const Session &Run);
  std::string pathOf(const CompileCommand &Unit, const Session &Run) const;
  std::string pathOfPrelude(CompileCommand Reader, const Session &Run) const;
  bool hold(const CacheTerms &T, const CompileCommand &Unit,
            const Session &Run);
  std::optional<CacheTerms>
  termsOf(const ReadLog &Log, const CompileCommand &Unit, const Session &Run);
  void write(llvm::StringRef Path, llvm::StringRef Record,
             llvm::StringRef Image);

  std::string Folder, Identity;
  CheckoutPaths Paths;
  std::mutex Lock;
  Fault Failed;
  llvm::StringMap<FileState> States; ///< each file is read once a run
};

/// `Outcome` as bytes, and back; nothing if the bytes are not of this form.
std::string packOutcome(ParseOutcome &Outcome);
std::optional<ParseOutcome> unpackOutcome(llvm::StringRef Bytes);

} // namespace musify

#endif // MUSIFY_PARSE_FACTSCACHE_H

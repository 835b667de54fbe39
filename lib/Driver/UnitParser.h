//===- UnitParser.h - All units through Clang or the cache ------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_UNITPARSER_H
#define MUSIFY_DRIVER_UNITPARSER_H

#include "Driver/BodyShares.h"
#include "Facts/Facts.h"
#include "Parse/FactsCache.h"
#include "Parse/Session.h"
#include "Project/CompileCommand.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/ThreadPool.h"
#include <functional>
#include <map>
#include <mutex>

namespace musify {

/// A unit, and the files it compiles that ask for `__CUDA_ARCH__`.
struct DeviceCandidate {
  const CompileCommand *Unit = nullptr;
  std::vector<std::string> Asking; ///< real paths
};

/// Which of the units are parsed for the device too: each whose own file asks,
/// and for each other file that asks the first `UnitsPerHeader`, by name, of
/// those with the same macros. The order of the units has no say.
llvm::BitVector chooseForDevice(llvm::ArrayRef<DeviceCandidate> Units);

/// Parses units side by side and gathers what the parses tell. Calls of one
/// object must not overlap.
class UnitParser {
public:
  using ProgressFn =
      std::function<void(unsigned Done, unsigned Total, llvm::StringRef Unit)>;

  /// `Cache` and `Progress` may be null; see PortRequest for the latter.
  UnitParser(llvm::DefaultThreadPool &Pool, FactsCache *Cache,
             ProgressFn Progress)
      : Pool(Pool), Cache(Cache), Progress(std::move(Progress)) {}

  /// Adds what the units tell to `Into`, and to the members below.
  void parse(llvm::ArrayRef<CompileCommand> Units, const Session &Run,
             Facts &Into);
  /// Tells `Progress` that there is no more to parse.
  void finish();

  /// Which files of `Session::TellingFiles` a unit may include. Without it each
  /// unit parses the bodies in all.
  std::function<std::vector<std::string>(const CompileCommand &)> HeadersOf;

  /// What units are expected to cost, by name. The dearest are parsed first, so
  /// that none is left for one thread alone at the end.
  llvm::StringMap<double> Costs;

  /// Files (real paths) that ask for `__CUDA_ARCH__`: a parse for the host sees
  /// only half of them.
  llvm::StringSet<> DeviceFiles;

  /// What was missing or wrong: by main file, then by the number of its unit.
  llvm::StringMap<std::map<size_t, std::vector<Message>>> Problems;
  llvm::StringSet<> HasCommand; ///< files that a unit of the database covers
  unsigned Units = 0, Recalled = 0; ///< all; read from the cache alone
  bool Stopped = false; ///< some were not parsed, since `Session::Stopped`

private:
  /// Gets the outcome of the unit at a place, one at a time; that of a second
  /// parse has all of the first.
  using TakeFn = std::function<void(size_t Place, ParseOutcome, bool Recalled)>;
  /// Parses the units, and those again that have to look into more headers.
  void parseBatch(std::vector<CompileCommand> Batch, const Session &Run,
                  TakeFn Take);
  /// `First` is how the first parse of the unit read its files; empty in that.
  void start(const CompileCommand &Unit, const Session &Run,
             llvm::ArrayRef<Reading> First,
             std::function<void(ParseOutcome, bool Recalled)> Take);

  llvm::DefaultThreadPool &Pool;
  FactsCache *Cache;
  ProgressFn Progress;
  BodyShares Shares;
  std::mutex Lock;
  unsigned Done = 0, Total = 0; ///< parses
};

} // namespace musify

#endif // MUSIFY_DRIVER_UNITPARSER_H

//===- BodyShares.h - Which unit parses the bodies of a header --*- C++ -*-===//
//
// Units that include the same header mostly get the same code from it. So the
// bodies of its functions, and the templates that these instantiate, are parsed
// in one unit, and in another only where that gets something else.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_DRIVER_BODYSHARES_H
#define MUSIFY_DRIVER_BODYSHARES_H

#include "Facts/Facts.h"
#include "Project/CompileCommand.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringSet.h"
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace musify {

class BodyShares {
public:
  using IsFirstFn = llvm::function_ref<bool(const CompileCommand &Unit)>;
  using HeadersOfFn =
      llvm::function_ref<std::vector<std::string>(const CompileCommand &Unit)>;

  /// Sets `BodiesOf` of the units of one batch. `HeadersOf` tells which files
  /// worth a look a unit may include. Of the units of one kind, by language and
  /// macros, the first by name takes a header, of those for which `IsFirst`
  /// holds if there are any. The order of `Units` has no say.
  static void assign(llvm::MutableArrayRef<CompileCommand> Units,
                     HeadersOfFn HeadersOf, IsFirstFn IsFirst);

  /// Notes how the units of a batch read their files, each at the place of its
  /// unit, and extends `BodiesOf` of the units that read a header as no unit
  /// did that parsed its bodies, or none without an error where this one has
  /// none, in the same order. Returns their places. For a reading only one unit
  /// is sent again.
  std::vector<size_t> extend(llvm::MutableArrayRef<CompileCommand> Units,
                             llvm::ArrayRef<std::vector<Reading>> Readings,
                             IsFirstFn IsFirst);

private:
  using Readings = std::set<std::pair<std::string, uint64_t>>;
  Readings Parsed, Tried; ///< by path and hash: without an error, and with
};

} // namespace musify

#endif // MUSIFY_DRIVER_BODYSHARES_H

//===- ProjectPart.h - Which units are this run's ---------------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_PROJECTPART_H
#define MUSIFY_DRIVER_PROJECTPART_H

#include "Driver/Shard.h"
#include "Parse/IncludeGraph.h"
#include "Project/CompileCommand.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace musify {

class ProjectPart {
public:
  explicit ProjectPart(Shard Which) : Which(Which) {}

  /// Leaves the units of this part in `Sources`. `Headers` may have to be
  /// parsed alone; one that a unit may include is in the part of the first such
  /// unit, as it is known there whether that unit does.
  void choose(std::vector<CompileCommand> &Sources,
              llvm::ArrayRef<CompileCommand> Headers, IncludeGraph &Graph,
              llvm::function_ref<size_t(llvm::StringRef Path)> SizeOf);

  /// True for an input file of this part; for all until one is chosen.
  bool holds(llvm::StringRef Path) const;

private:
  Shard Which;
  bool IsChosen = false;
  llvm::StringSet<> Mine; ///< names of units, paths of headers
  llvm::StringMap<std::string> FirstIncluder; ///< of a header, by its path
};

} // namespace musify

#endif // MUSIFY_DRIVER_PROJECTPART_H

//===- SharedHeaders.h - What units can have parsed together ----*- C++ -*-===//
//
// The C++ library's headers cost more than most units that include them. Units
// that include the same ones get them from one precompiled header. What a unit
// does not surely include is never among them: it would see names, and macros
// of C's headers, that are not there.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_SHAREDHEADERS_H
#define MUSIFY_PARSE_SHAREDHEADERS_H

#include "Parse/IncludeGraph.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <string>
#include <vector>

namespace musify {

/// Which of its headers each unit gets precompiled; `Units` are those of one
/// set of options. To precompile costs more than to parse, so few sets serve
/// many units. The order of the units has no say in a unit's set.
std::vector<StandardHeaders>
chooseShared(llvm::ArrayRef<StandardHeaders> Units);

/// The same for headers outside the project: `Leading` are those that each unit
/// includes before all else, of units with the same flags. Some that begin
/// alike get that beginning, once `IsHeavy`.
std::vector<std::vector<std::string>>
chooseBeginnings(llvm::ArrayRef<std::vector<std::string>> Leading,
                 llvm::function_ref<bool(llvm::ArrayRef<std::string>)> IsHeavy);

} // namespace musify

#endif // MUSIFY_PARSE_SHAREDHEADERS_H

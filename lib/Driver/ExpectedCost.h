//===- ExpectedCost.h - What a parse will cost, before it -------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_EXPECTEDCOST_H
#define MUSIFY_DRIVER_EXPECTEDCOST_H

#include "Parse/IncludeGraph.h"
#include "Project/CompileCommand.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <string>

namespace musify {

/// About how many milliseconds the unit takes: from the sizes of its file and
/// of the project's `Headers` that it may include, and from how much of the C++
/// library it includes. The same on every machine.
double expectedCost(const CompileCommand &Unit,
                    llvm::ArrayRef<std::string> Headers, IncludeGraph &Graph,
                    llvm::function_ref<size_t(llvm::StringRef)> SizeOf);

} // namespace musify

#endif // MUSIFY_DRIVER_EXPECTEDCOST_H

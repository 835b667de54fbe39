//===- PlanPreludes.h - Headers to precompile -------------------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_PLANPRELUDES_H
#define MUSIFY_DRIVER_PLANPRELUDES_H

#include "Parse/IncludeGraph.h"
#include "Parse/Session.h"

namespace musify {

/// Sets which headers of the C++ library and from outside the project each unit
/// gets precompiled, in `Run.UnitPreludes`.
void planPreludes(llvm::ArrayRef<CompileCommand> Units, IncludeGraph &Graph,
                  Session &Run);

} // namespace musify

#endif // MUSIFY_DRIVER_PLANPRELUDES_H

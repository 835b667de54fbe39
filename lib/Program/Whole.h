//===- Whole.h - Entities are renamed whole, or not at all ------*- C++ -*-===//
#ifndef MUSIFY_PROGRAM_WHOLE_H
#define MUSIFY_PROGRAM_WHOLE_H

#include "Edit/Plan.h"
#include "Program/Program.h"

namespace musify {

/// Holds the plan to the decisions: an entity is renamed at all of its places
/// or at none. One that the edits would split loses them and is reported once,
/// with the places that would keep their name. Places whose number counts, and
/// those that only the target compiles, may differ.
void keepWhole(const Program &P, Plan &Merged);

/// What the project should know of the names that it defines and that are the
/// SDK's elsewhere: one finding for all of one file that fare alike.
std::vector<Finding> reportEntities(const Program &P);

} // namespace musify

#endif // MUSIFY_PROGRAM_WHOLE_H

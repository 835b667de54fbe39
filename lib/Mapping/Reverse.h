//===- Reverse.h - The table for the way back -------------------*- C++ -*-===//
#ifndef MUSIFY_MAPPING_REVERSE_H
#define MUSIFY_MAPPING_REVERSE_H

#include "Mapping/Table.h"

namespace musify {

/// The table that ports MUSA's names back to CUDA's, packed as by `packTable`.
/// A MUSA name goes back to the one entry that has it with
/// `reverse`; a name that only removed entries or none with `reverse` lead to
/// is `unsupported`, with a note. Names that CUDA has too stay out, and so do
/// members, which only a parse with MUSA's headers could tell (but for
/// PyTorch's methods, which a call shows), and rules.
std::string packReversed(const Table &Forward);

} // namespace musify

#endif // MUSIFY_MAPPING_REVERSE_H

//===- Advice.h - Replace CUDA, port beside it, or a shim -------*- C++ -*-===//
#ifndef MUSIFY_BESIDE_ADVICE_H
#define MUSIFY_BESIDE_ADVICE_H

#include "Mapping/Table.h"
#include "Report/Assess.h"

namespace musify {

/// Which kind of port fits the project, and why.
Advice advise(const RunResult &Result, const Table &Names);

/// What a port beside calls the directories, files, macros, options of CMake
/// and other names of CUDA's, each with what another vendor's side has in its
/// place: by kind, the most frequent first.
std::vector<BesideName> besidePattern(const RunResult &Result,
                                      const Table &Names);

} // namespace musify

#endif // MUSIFY_BESIDE_ADVICE_H

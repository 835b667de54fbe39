//===- ArchGuards.h - Guards by the number of an architecture ---*- C++ -*-===//
//
// `#if __CUDA_ARCH__ >= 800` asks for a number where it means what such devices
// can do. What the branches need is looked up; each architecture of MUSA then
// gets the branch of the newest CUDA device whose needs it has.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REWRITE_ARCHGUARDS_H
#define MUSIFY_REWRITE_ARCHGUARDS_H

#include "Rewrite/Rule.h"

namespace musify {

/// Comes after all rules, whose findings in `Out` tell what MUSA lacks. Adds to
/// the findings about the numbers what the branches need; as `Options` say, an
/// edit of the guard takes the place of such a finding.
void decideArchGuards(const ScannedFile &Scan, FileContext &Context,
                      std::vector<Finding> &Out);

} // namespace musify

#endif // MUSIFY_REWRITE_ARCHGUARDS_H

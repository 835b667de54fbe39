//===- WorkOrder.h - Which problem to solve first ---------------*- C++ -*-===//
#ifndef MUSIFY_REPORT_WORKORDER_H
#define MUSIFY_REPORT_WORKORDER_H

#include "Report/Assess.h"
#include "llvm/ADT/ArrayRef.h"
#include <vector>

namespace musify {

/// The order that leaves files without problems soonest: next is the problem
/// that most files have, where a file with few problems counts more. `Left` has
/// the places in `Problems` of what each file with CUDA has.
std::vector<WorkStep> orderOfWork(llvm::ArrayRef<Blocker> Problems,
                                  std::vector<std::vector<size_t>> Left);

} // namespace musify

#endif // MUSIFY_REPORT_WORKORDER_H

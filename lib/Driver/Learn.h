//===- Learn.h - The stages of `musify learn` -------------------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_LEARN_H
#define MUSIFY_DRIVER_LEARN_H

#include "Driver/Verify.h"
#include "Learn/Learn.h"

namespace musify {

struct LearnResult {
  Learned Rules;
  unsigned Files = 0;                ///< that both sides have
  std::vector<SkippedResult> Failed; ///< files that could not be read
  std::vector<std::string> Read;     ///< paths of the files of both sides
};

/// Learns from the port of a person what musify would have done otherwise.
/// Fails as `runVerify` does.
llvm::Expected<LearnResult> runLearn(const VerifyRequest &Request,
                                     const Table &Names);

} // namespace musify

#endif // MUSIFY_DRIVER_LEARN_H

//===- Answers.h - What the target's devices say of themselves --*- C++ -*-===//
#ifndef MUSIFY_PLATFORM_ANSWERS_H
#define MUSIFY_PLATFORM_ANSWERS_H

#include <string>

namespace musify {

/// Compute capabilities of the current architectures: `2.1, 2.2, 3.1`.
std::string capabilitiesOfTarget();

} // namespace musify

#endif // MUSIFY_PLATFORM_ANSWERS_H

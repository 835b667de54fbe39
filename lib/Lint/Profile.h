//===- Profile.h - What the rules know about the hardware -------*- C++ -*-===//
#ifndef MUSIFY_LINT_PROFILE_H
#define MUSIFY_LINT_PROFILE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace musify {

/// One architecture of MUSA. What no source tells is absent.
struct Profile {
  llvm::StringLiteral Name; ///< as `--offload-arch` takes it
  unsigned Arch = 0;        ///< value of `__MUSA_ARCH__` in device code
  /// Lanes that the hardware schedules together and that `warpSize` tells.
  /// Shuffles, votes and masks of an explicit width of 32 work on groups of
  /// 32 lanes everywhere.
  unsigned WarpSize = 0;
  std::optional<unsigned> MaxThreadsPerBlock = std::nullopt;
  std::optional<unsigned> SharedPerBlock = std::nullopt; ///< bytes
  std::optional<unsigned> ConstantBytes = std::nullopt;
  bool Bf16Shuffles = false;  ///< `__shfl*` of `__mt_bfloat16`
  llvm::StringLiteral Source; ///< of all these values
};

llvm::ArrayRef<Profile> allProfiles();

/// Null if there is no architecture of this name.
const Profile *findProfile(llvm::StringRef Name);
/// What to tell then.
std::string noSuchArch(llvm::StringRef Name);

} // namespace musify

#endif // MUSIFY_LINT_PROFILE_H

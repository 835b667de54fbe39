#include "Lint/Profile.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace musify {

static constexpr Profile Profiles[] = {
    {.Name = "mp_10",
     .Arch = 100,
     .WarpSize = 128,
     .Source = "MooreThreads/muThrust:system/musa/detail/core/util.h"},
    {.Name = "mp_21", // S80, S3000
     .Arch = 210,
     .WarpSize = 128,
     .Source = "MooreThreads/muThrust:system/musa/detail/core/util.h"},
    {.Name = "mp_22", // S4000
     .Arch = 220,
     .WarpSize = 128,
     .MaxThreadsPerBlock = 1024,
     .SharedPerBlock = 72 * 1024,
     .ConstantBytes = 8192,
     .Bf16Shuffles = true,
     .Source = "MooreThreads/muThrust:system/musa/detail/core/util.h; vendor "
               "documentation, device properties of the S4000; "
               "PaddlePaddle/Paddle:musa_device_function.h"},
    {.Name = "mp_31", // S5000
     .Arch = 310,
     .WarpSize = 32,
     .Bf16Shuffles = true,
     .Source = "MooreThreads/muThrust:system/musa/detail/core/util.h; vendor "
               "documentation, programming guide; "
               "PaddlePaddle/Paddle:musa_device_function.h"},
};

ArrayRef<Profile> allProfiles() { return Profiles; }

const Profile *findProfile(StringRef Name) {
  for (const Profile &P : Profiles)
    if (P.Name == Name)
      return &P;
  return nullptr;
}

std::string noSuchArch(StringRef Name) {
  std::string Known;
  for (const Profile &P : Profiles)
    Known += (Known.empty() ? "" : ", ") + P.Name.str();
  return ("no architecture `" + Twine(Name) + "` is known; there are: " + Known)
      .str();
}

} // namespace musify

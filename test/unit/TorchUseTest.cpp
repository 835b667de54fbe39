#include "Driver/Stages.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

// A macro that is both: the one that passes to it is looked at again although
// only one of the two was new.
TEST(TorchUse, FollowsMacrosUntilNothingIsNew) {
  std::vector<LoadedFile> Files(1);
  StringRef Device = "at::k", Dispatch = "TORCH_LIBRARY_IMPL";
  Files[0].Scan.MacroPasses = {
      {"FIRST", 0, "SECOND", 0, "", ""}, {"FIRST", 0, "", 0, Device, ""},
      {"SECOND", 0, "", 0, Device, ""},  {"SECOND", 0, "THIRD", 0, "", ""},
      {"THIRD", 0, "", 0, Device, ""},   {"THIRD", 0, Dispatch, 1, "", ""},
  };
  TorchUse Use = collectTorchUse(Files);
  EXPECT_EQ(Use.Keys.size(), 3u);
  EXPECT_EQ(Use.Devices.size(), 3u);
}

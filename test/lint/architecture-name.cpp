// Names of NVIDIA's architectures in strings for a compiler at run time or a
// comparison; not in text for people.
// RUN: not %musify lint %s --no-config -q -v | FileCheck %s --implicit-check-not='names an architecture'
#include <cuda_runtime.h>
#include <stdio.h>
#include <string>
const char *Options[] = {"--gpu-architecture=compute_80", "-std=c++17"};
// CHECK: cpp:[[#@LINE-1]]:26: warning: string `--gpu-architecture=compute_80` names an architecture of NVIDIA; those of MUSA are mp_21, mp_22 and mp_31 [MUSA0501 string-name]
void build(char *To, int Major, int Minor) {
  snprintf(To, 64, "-arch=sm_%d%d", Major, Minor);
  // CHECK: cpp:[[#@LINE-1]]:20: warning: string `-arch=sm_%d%d` names
  printf("sm_80 or later is needed, this is sm_%d\n", Major);
}
std::string nameOf(int Sm) { return "sm_" + std::to_string(Sm); }
// CHECK: cpp:[[#@LINE-1]]:37: warning: string `sm_` names
bool isHopper(const std::string &Arch) { return Arch == "sm_90a" || Arch == "sm_others" || Arch == "compute_mode"; }
// CHECK: cpp:[[#@LINE-1]]:57: warning: string `sm_90a` names
const char *Format = "sm_{}";
// CHECK: cpp:[[#@LINE-1]]:22: warning: string `sm_{}` names
const char *Other[] = {"sm_80.cubin", "-O3", "-Xcompiler=sm", "%s", "{}"};

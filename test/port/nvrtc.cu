// NVRTC is MTRTC, from SDK 5.2 on. It makes no PTX, and its binary is a fat one.
// RUN: %port %s --musa-version 5.1 | FileCheck %s --match-full-lines
// RUN: %port %s | FileCheck %s --check-prefix=NEWEST-CHECK --implicit-check-not="[MUSA0110 version-gated]"
#include <nvrtc.h> // CHECK: #include <mtrtc.h>
void f(nvrtcProgram P, char *Out) {      // CHECK: void f(mtrtcProgram P, char *Out) {
  nvrtcCompileProgram(P, 0, nullptr);    // CHECK: mtrtcCompileProgram(P, 0, nullptr);
  nvrtcGetPTX(P, Out);                   // CHECK: nvrtcGetPTX(P, Out);
  nvrtcGetCUBIN(P, Out);                 // CHECK: mtrtcGetFatBin(P, Out);
}

// CHECK: === said, exit status 1
// CHECK: nvrtc.cu:6:3: warning: `mtrtcCompileProgram` needs MUSA SDK 5.2 or later, but the port is for 5.1 [MUSA0110 version-gated]
// CHECK: nvrtc.cu:7:3: error: `nvrtcGetPTX` cannot be ported by name; MTRTC makes no PTX; use mtrtcGetFatBin and load it with muModuleLoadData [MUSA0101 unsupported-name]
// CHECK: nvrtc.cu:8:3: warning: `mtrtcGetFatBin` differs from `nvrtcGetCUBIN`; MUSA SDK 5.2 or later; MTRTC returns a fat binary [MUSA0103 partial-name]
// NEWEST-CHECK: === said, exit status 1
// NEWEST-CHECK: 2 findings: 1 error, 1 warning

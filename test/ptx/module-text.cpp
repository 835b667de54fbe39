// Device code of CUDA that the driver is to load is reported: PTX as a string, names of files.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda.h>
static const char Text[] = ".version 7.0\n"
                           ".target sm_80\n.address_size 64\n.visible .entry k() { ret; }\n";
CUresult load(CUmodule *M) { return cuModuleLoadData(M, Text); }
CUresult open(CUmodule *M) { return cuModuleLoad(M, "conv.sm_80.cubin"); }
const char *Help = "the .version and its meaning";
// CHECK: === said, exit status 1
// CHECK: module-text.cpp:4:{{.*}}: error: this text is a module in PTX, {{.*}} [MUSA0401 inline-ptx]
// CHECK: module-text.cpp:7:{{.*}}: warning: `conv.sm_80.cubin` is code for CUDA devices, {{.*}} [MUSA0401 inline-ptx]
// CHECK: 2 findings: 1 error, 1 warning

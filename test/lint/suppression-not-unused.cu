// A suppression is not called unused where its rule had no chance.
// RUN: rm -rf %t && split-file %s %t && cd %t
// RUN: %musify lint a.cu --engine lexer
// RUN: %musify lint a.cu --config off.toml
// RUN: %musify lint b.cu
// RUN: not %musify lint a.cu | FileCheck a.cu

//--- a.cu
int A; // musify: ignore(MUSA0101) used in another branch
// CHECK: [MUSA0001 unused-suppression]
//--- b.cu
#include <missing.h>
int A; // musify: ignore(MUSA0101) used in another branch
int f() { return cudaDeviceSynchronize(); }
//--- off.toml
rules = { MUSA0101 = "off" }

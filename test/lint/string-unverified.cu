// Of a name whose counterpart no source shows, no more is claimed for a string
// than for code.
// RUN: %musify lint %s --no-config -q -v >%t.out
// RUN: FileCheck %s --input-file=%t.out
#include <cufft.h>
const char *Odd = "CUFFT_NVSHMEM_FAILURE";
// CHECK: cu:[[#@LINE-1]]:20: note: string `CUFFT_NVSHMEM_FAILURE` is a CUDA name; on MUSA it may be `MUFFT_NVSHMEM_FAILURE`, for which there is no evidence; 
const char *Known = "CUFFT_SETUP_FAILED";
// CHECK: cu:[[#@LINE-1]]:22: note: string `CUFFT_SETUP_FAILED` is a CUDA name; on MUSA it is `MUFFT_SETUP_FAILED`; 

//===- __musify_nvcc.h - The C++ library before every .cu -------*- C++ -*-===//
//
// What nvcc includes of it, as the includes in CUDA 13's cuda_runtime.h,
// crt/math_functions.h and crt/common_functions.h tell. __musify_libc.h has the
// usual names of these without their cost; a source that uses others is parsed
// again with this.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SDK_NVCC_H
#define MUSIFY_SDK_NVCC_H

#include <assert.h>
#include <cmath>
#include <cstdlib>
#include <ctype.h>
#include <math.h>
#include <new>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <utility>

#endif

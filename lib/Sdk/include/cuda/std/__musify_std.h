//===- __musify_std.h - The C++ library under cuda::std ---------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_STD_H
#define MUSIFY_SDK_CUDA_STD_H

#include "../atomic"

namespace std {}
namespace cuda { namespace std { using namespace ::std; } }

#endif

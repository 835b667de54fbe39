//===- device_histogram.cuh - Forwards ------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_HISTOGRAM_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_HISTOGRAM_CUH

#include "../__musify_cub.cuh"

#endif

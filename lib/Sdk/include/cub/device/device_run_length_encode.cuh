//===- device_run_length_encode.cuh - Forwards ----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_DEVICE_DEVICE_RUN_LENGTH_ENCODE_CUH
#define MUSIFY_SDK_CUB_DEVICE_DEVICE_RUN_LENGTH_ENCODE_CUH

#include "../__musify_cub.cuh"

#endif

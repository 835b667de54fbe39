//===- thread_store.cuh - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_THREAD_THREAD_STORE_CUH
#define MUSIFY_SDK_CUB_THREAD_THREAD_STORE_CUH

#include "../__musify_cub.cuh"

#endif

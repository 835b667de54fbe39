//===- thread_search.cuh - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_THREAD_THREAD_SEARCH_CUH
#define MUSIFY_SDK_CUB_THREAD_THREAD_SEARCH_CUH

#include "../__musify_cub.cuh"

#endif

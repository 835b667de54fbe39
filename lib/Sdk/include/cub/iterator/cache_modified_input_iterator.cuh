//===- cache_modified_input_iterator.cuh - Forwards -----------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_ITERATOR_CACHE_MODIFIED_INPUT_ITERATOR_CUH
#define MUSIFY_SDK_CUB_ITERATOR_CACHE_MODIFIED_INPUT_ITERATOR_CUH

#include "../__musify_cub.cuh"

#endif

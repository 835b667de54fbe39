//===- discard_output_iterator.cuh - Forwards -----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_ITERATOR_DISCARD_OUTPUT_ITERATOR_CUH
#define MUSIFY_SDK_CUB_ITERATOR_DISCARD_OUTPUT_ITERATOR_CUH

#include "../__musify_cub.cuh"

#endif

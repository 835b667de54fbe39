//===- arg_index_input_iterator.cuh - Forwards ----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUB_ITERATOR_ARG_INDEX_INPUT_ITERATOR_CUH
#define MUSIFY_SDK_CUB_ITERATOR_ARG_INDEX_INPUT_ITERATOR_CUH

#include "../__musify_cub.cuh"

#endif

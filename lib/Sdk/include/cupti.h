//===- cupti.h - The profiling API ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_H
#define MUSIFY_SDK_CUPTI_H

#define _CUPTI_H_
#include "cuda_runtime_api.h"
#include "cuda.h"

#define CUPTI_API_VERSION 130001
#define CUPTI_AUTO_BOOST_INVALID_CLIENT_PID 0
#define CUPTI_CORRELATION_ID_UNKNOWN 0
#define CUPTI_DECOMPRESSED_BYTES_UNKNOWN 0LL
#define CUPTI_FUNCTION_INDEX_ID_INVALID 0
#define CUPTI_GRID_ID_UNKNOWN 0LL
#define CUPTI_MAX_GPUS 32
#define CUPTI_MAX_NVLINK_PORTS 32
#define CUPTI_NVLINK_INVALID_PORT -1
#define CUPTI_OLD_SUBSCRIBER_NAME_MIN_LEN 64
#define CUPTI_SOURCE_LOCATOR_ID_UNKNOWN 0
#define CUPTI_SUBSCRIBER_NAME_MAX_LEN 53
#define CUPTI_TIMESTAMP_UNKNOWN 0LL

#define MUSIFY_RESULT CUptiResult
#if __has_include("__musify_gen/cupti.h")
#include "__musify_gen/cupti.h"
#endif


#endif

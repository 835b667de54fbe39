//===- nvToolsExt.h - Profiler marks --------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVTX3_NVTOOLSEXT_H
#define MUSIFY_SDK_NVTX3_NVTOOLSEXT_H

#define NVTX_VERSION 3
#include "../cuda.h"
#include "../cuda_runtime_api.h"

#define NVTX_BUFSIZE 16384
#define NVTX_DECLSPEC NVTX_INLINE_STATIC
#define NVTX_DLLDEFAULT NVTX_NULLPTR
#define NVTX_ERR_INIT_ACCESS_LIBRARY 3
#define NVTX_ERR_INIT_FAILED_LIBRARY_ENTRY_POINT 6
#define NVTX_ERR_INIT_LOAD_LIBRARY 4
#define NVTX_ERR_INIT_LOAD_PROPERTY 2
#define NVTX_ERR_INIT_MISSING_LIBRARY_ENTRY_POINT 5
#define NVTX_ERR_NO_INJECTION_LIBRARY_AVAILABLE 7
#define NVTX_FAIL 1
#define NVTX_INIT_STATE_COMPLETE 2
#define NVTX_INIT_STATE_FRESH 0
#define NVTX_INIT_STATE_STARTED 1
#define NVTX_LINKONCE_DEFINE_FUNCTION NVTX_LINKONCE_HIDDEN NVTX_LINKONCE_WEAK
#define NVTX_LINKONCE_DEFINE_GLOBAL NVTX_LINKONCE_HIDDEN NVTX_LINKONCE_WEAK
#define NVTX_LINKONCE_FWDDECL_FUNCTION NVTX_LINKONCE_DEFINE_FUNCTION
#define NVTX_LOAD_SEQUENCE_VERSION 2
#define NVTX_NULLPTR NULL
#define NVTX_RESOURCE_CLASS_GENERIC 1
#define NVTX_SUCCESS 0
#define NVTX_SUPPORT_ALREADY_INJECTED_LIBRARY 0
#define NVTX_SUPPORT_ANDROID_INJECTION_LIBRARY_IN_PACKAGE 0
#define NVTX_SUPPORT_DYNAMIC_INJECTION_LIBRARY 1
#define NVTX_SUPPORT_ENV_VARS 1
#define NVTX_SUPPORT_STATIC_INJECTION_LIBRARY 1

typedef struct nvtxEventAttributes_v2 nvtxEventAttributes_v2;
typedef union nvtxMessageValue_t nvtxMessageValue_t;
typedef nvtxEventAttributes_v2 nvtxEventAttributes_t;

#define MUSIFY_RESULT int
#if __has_include("../__musify_gen/nvtx.h")
#include "../__musify_gen/nvtx.h"
#endif

union nvtxMessageValue_t {const char *ascii; const wchar_t *unicode; nvtxStringHandle_t registered;};
struct nvtxEventAttributes_v2 {uint16_t version; uint16_t size; uint32_t category;
  int32_t colorType; uint32_t color; int32_t payloadType; int32_t reserved0; union payload_t {
  uint64_t ullValue; int64_t llValue; double dValue; uint32_t uiValue; int32_t iValue;
  float fValue; } payload; int32_t messageType; nvtxMessageValue_t message;};

#endif

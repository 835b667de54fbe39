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
typedef struct nvtxGlobals_t nvtxGlobals_t;
typedef union nvtxMessageValue_t nvtxMessageValue_t;
typedef struct nvtxResourceAttributes_v0 nvtxResourceAttributes_v0;
typedef nvtxEventAttributes_v2 nvtxEventAttributes_t;
typedef nvtxResourceAttributes_v0 nvtxResourceAttributes_t;

#define MUSIFY_RESULT int
#if __has_include("../__musify_gen/nvtx.h")
#include "../__musify_gen/nvtx.h"
#endif

union nvtxMessageValue_t {const char *ascii; const wchar_t *unicode; nvtxStringHandle_t registered;};
struct nvtxEventAttributes_v2 {uint16_t version; uint16_t size; uint32_t category;
  int32_t colorType; uint32_t color; int32_t payloadType; int32_t reserved0; union payload_t {
  uint64_t ullValue; int64_t llValue; double dValue; uint32_t uiValue; int32_t iValue;
  float fValue; } payload; int32_t messageType; nvtxMessageValue_t message;};
struct nvtxGlobals_t {volatile unsigned int initState; NvtxExportTableCallbacks etblCallbacks;
  NvtxExportTableVersionInfo etblVersionInfo; nvtxMarkEx_impl_fntype nvtxMarkEx_impl_fnptr;
  nvtxMarkA_impl_fntype nvtxMarkA_impl_fnptr; nvtxMarkW_impl_fntype nvtxMarkW_impl_fnptr;
  nvtxRangeStartEx_impl_fntype nvtxRangeStartEx_impl_fnptr;
  nvtxRangeStartA_impl_fntype nvtxRangeStartA_impl_fnptr;
  nvtxRangeStartW_impl_fntype nvtxRangeStartW_impl_fnptr;
  nvtxRangeEnd_impl_fntype nvtxRangeEnd_impl_fnptr;
  nvtxRangePushEx_impl_fntype nvtxRangePushEx_impl_fnptr;
  nvtxRangePushA_impl_fntype nvtxRangePushA_impl_fnptr;
  nvtxRangePushW_impl_fntype nvtxRangePushW_impl_fnptr;
  nvtxRangePop_impl_fntype nvtxRangePop_impl_fnptr;
  nvtxNameCategoryA_impl_fntype nvtxNameCategoryA_impl_fnptr;
  nvtxNameCategoryW_impl_fntype nvtxNameCategoryW_impl_fnptr;
  nvtxNameOsThreadA_impl_fntype nvtxNameOsThreadA_impl_fnptr;
  nvtxNameOsThreadW_impl_fntype nvtxNameOsThreadW_impl_fnptr;
  nvtxNameCuDeviceA_fakeimpl_fntype nvtxNameCuDeviceA_impl_fnptr;
  nvtxNameCuDeviceW_fakeimpl_fntype nvtxNameCuDeviceW_impl_fnptr;
  nvtxNameCuContextA_fakeimpl_fntype nvtxNameCuContextA_impl_fnptr;
  nvtxNameCuContextW_fakeimpl_fntype nvtxNameCuContextW_impl_fnptr;
  nvtxNameCuStreamA_fakeimpl_fntype nvtxNameCuStreamA_impl_fnptr;
  nvtxNameCuStreamW_fakeimpl_fntype nvtxNameCuStreamW_impl_fnptr;
  nvtxNameCuEventA_fakeimpl_fntype nvtxNameCuEventA_impl_fnptr;
  nvtxNameCuEventW_fakeimpl_fntype nvtxNameCuEventW_impl_fnptr;
  nvtxNameClDeviceA_fakeimpl_fntype nvtxNameClDeviceA_impl_fnptr;
  nvtxNameClDeviceW_fakeimpl_fntype nvtxNameClDeviceW_impl_fnptr;
  nvtxNameClContextA_fakeimpl_fntype nvtxNameClContextA_impl_fnptr;
  nvtxNameClContextW_fakeimpl_fntype nvtxNameClContextW_impl_fnptr;
  nvtxNameClCommandQueueA_fakeimpl_fntype nvtxNameClCommandQueueA_impl_fnptr;
  nvtxNameClCommandQueueW_fakeimpl_fntype nvtxNameClCommandQueueW_impl_fnptr;
  nvtxNameClMemObjectA_fakeimpl_fntype nvtxNameClMemObjectA_impl_fnptr;
  nvtxNameClMemObjectW_fakeimpl_fntype nvtxNameClMemObjectW_impl_fnptr;
  nvtxNameClSamplerA_fakeimpl_fntype nvtxNameClSamplerA_impl_fnptr;
  nvtxNameClSamplerW_fakeimpl_fntype nvtxNameClSamplerW_impl_fnptr;
  nvtxNameClProgramA_fakeimpl_fntype nvtxNameClProgramA_impl_fnptr;
  nvtxNameClProgramW_fakeimpl_fntype nvtxNameClProgramW_impl_fnptr;
  nvtxNameClEventA_fakeimpl_fntype nvtxNameClEventA_impl_fnptr;
  nvtxNameClEventW_fakeimpl_fntype nvtxNameClEventW_impl_fnptr;
  nvtxNameCudaDeviceA_fakeimpl_fntype nvtxNameCudaDeviceA_impl_fnptr;
  nvtxNameCudaDeviceW_fakeimpl_fntype nvtxNameCudaDeviceW_impl_fnptr;
  nvtxNameCudaStreamA_fakeimpl_fntype nvtxNameCudaStreamA_impl_fnptr;
  nvtxNameCudaStreamW_fakeimpl_fntype nvtxNameCudaStreamW_impl_fnptr;
  nvtxNameCudaEventA_fakeimpl_fntype nvtxNameCudaEventA_impl_fnptr;
  nvtxNameCudaEventW_fakeimpl_fntype nvtxNameCudaEventW_impl_fnptr;
  nvtxDomainMarkEx_impl_fntype nvtxDomainMarkEx_impl_fnptr;
  nvtxDomainRangeStartEx_impl_fntype nvtxDomainRangeStartEx_impl_fnptr;
  nvtxDomainRangeEnd_impl_fntype nvtxDomainRangeEnd_impl_fnptr;
  nvtxDomainRangePushEx_impl_fntype nvtxDomainRangePushEx_impl_fnptr;
  nvtxDomainRangePop_impl_fntype nvtxDomainRangePop_impl_fnptr;
  nvtxDomainResourceCreate_impl_fntype nvtxDomainResourceCreate_impl_fnptr;
  nvtxDomainResourceDestroy_impl_fntype nvtxDomainResourceDestroy_impl_fnptr;
  nvtxDomainNameCategoryA_impl_fntype nvtxDomainNameCategoryA_impl_fnptr;
  nvtxDomainNameCategoryW_impl_fntype nvtxDomainNameCategoryW_impl_fnptr;
  nvtxDomainRegisterStringA_impl_fntype nvtxDomainRegisterStringA_impl_fnptr;
  nvtxDomainRegisterStringW_impl_fntype nvtxDomainRegisterStringW_impl_fnptr;
  nvtxDomainCreateA_impl_fntype nvtxDomainCreateA_impl_fnptr;
  nvtxDomainCreateW_impl_fntype nvtxDomainCreateW_impl_fnptr;
  nvtxDomainDestroy_impl_fntype nvtxDomainDestroy_impl_fnptr;
  nvtxInitialize_impl_fntype nvtxInitialize_impl_fnptr;
  nvtxDomainSyncUserCreate_fakeimpl_fntype nvtxDomainSyncUserCreate_impl_fnptr;
  nvtxDomainSyncUserDestroy_fakeimpl_fntype nvtxDomainSyncUserDestroy_impl_fnptr;
  nvtxDomainSyncUserAcquireStart_fakeimpl_fntype nvtxDomainSyncUserAcquireStart_impl_fnptr;
  nvtxDomainSyncUserAcquireFailed_fakeimpl_fntype nvtxDomainSyncUserAcquireFailed_impl_fnptr;
  nvtxDomainSyncUserAcquireSuccess_fakeimpl_fntype nvtxDomainSyncUserAcquireSuccess_impl_fnptr;
  nvtxDomainSyncUserReleasing_fakeimpl_fntype nvtxDomainSyncUserReleasing_impl_fnptr;
  NvtxFunctionPointer * functionTable_CORE[17]; NvtxFunctionPointer * functionTable_CUDA[10];
  NvtxFunctionPointer * functionTable_OPENCL[16]; NvtxFunctionPointer * functionTable_CUDART[8];
  NvtxFunctionPointer * functionTable_CORE2[17]; NvtxFunctionPointer * functionTable_SYNC[8];};
struct nvtxResourceAttributes_v0 {uint16_t version; uint16_t size; int32_t identifierType;
  union identifier_t { const void *pValue; uint64_t ullValue; } identifier; int32_t messageType;
  nvtxMessageValue_t message;};

#endif

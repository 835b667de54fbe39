//===- nvml.h - The management library ------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NVML_H
#define MUSIFY_SDK_NVML_H

#define __nvml_nvml_h__
#include <stddef.h>

#define NVML_DEVICE_NAME_BUFFER_SIZE 64
#define NVML_DEVICE_NAME_V2_BUFFER_SIZE 96
#define NVML_DEVICE_UUID_BUFFER_SIZE 80
#define NVML_DEVICE_SERIAL_BUFFER_SIZE 30
#define NVML_DEVICE_PCI_BUS_ID_BUFFER_SIZE 32
#define NVML_SYSTEM_DRIVER_VERSION_BUFFER_SIZE 80
#define NVML_SYSTEM_NVML_VERSION_BUFFER_SIZE 80

typedef struct nvmlDevice_st *nvmlDevice_t;
typedef struct nvmlUnit_st *nvmlUnit_t;
typedef struct nvmlEventSet_st *nvmlEventSet_t;
typedef struct nvmlMemory_t { unsigned long long total, free, used; } nvmlMemory_t;
typedef struct nvmlMemory_v2_t { unsigned int version; unsigned long long total, reserved, free, used; } nvmlMemory_v2_t;
typedef struct nvmlUtilization_t { unsigned int gpu, memory; } nvmlUtilization_t;
typedef struct nvmlPciInfo_t { char busIdLegacy[16]; unsigned int domain, bus, device, pciDeviceId, pciSubSystemId; char busId[32]; } nvmlPciInfo_t;
typedef struct nvmlProcessInfo_t { unsigned int pid; unsigned long long usedGpuMemory; unsigned int gpuInstanceId, computeInstanceId; } nvmlProcessInfo_t;

typedef union nvmlValue_t { double dVal; int siVal; unsigned int uiVal; unsigned long ulVal; unsigned long long ullVal; signed long long sllVal; unsigned short usVal; } nvmlValue_t;
typedef struct nvmlSample_t { unsigned long long timeStamp; nvmlValue_t sampleValue; } nvmlSample_t;
typedef struct nvmlBAR1Memory_t { unsigned long long bar1Total, bar1Free, bar1Used; } nvmlBAR1Memory_t;
typedef struct nvmlProcessUtilizationSample_t { unsigned int pid; unsigned long long timeStamp; unsigned int smUtil, memUtil, encUtil, decUtil; } nvmlProcessUtilizationSample_t;
typedef struct nvmlEccErrorCounts_t { unsigned long long l1Cache, l2Cache, deviceMemory, registerFile; } nvmlEccErrorCounts_t;
typedef struct nvmlViolationTime_t { unsigned long long referenceTime, violationTime; } nvmlViolationTime_t;
typedef struct nvmlEventData_t { nvmlDevice_t device; unsigned long long eventType, eventData; unsigned int gpuInstanceId, computeInstanceId; } nvmlEventData_t;
typedef struct nvmlDeviceAttributes_t { unsigned int multiprocessorCount, sharedCopyEngineCount, sharedDecoderCount, sharedEncoderCount, sharedJpegCount, sharedOfaCount, gpuInstanceSliceCount, computeInstanceSliceCount; unsigned long long memorySizeMB; } nvmlDeviceAttributes_t;

#define MUSIFY_RESULT nvmlReturn_t
#if __has_include("__musify_gen/nvml.h")
#include "__musify_gen/nvml.h"
#endif


#endif

//===- nccl.h - Collectives -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NCCL_H
#define MUSIFY_SDK_NCCL_H

#define NCCL_H_
#include "cuda_runtime_api.h"

#define NCCL_COMM_NULL NULL
#define NCCL_CONFIG_UNDEF_INT INT_MIN
#define NCCL_CONFIG_UNDEF_PTR NULL
#define NCCL_CTA_POLICY_DEFAULT 0x00
#define NCCL_CTA_POLICY_EFFICIENCY 0x01
#define NCCL_CTA_POLICY_ZERO 0x02
#define NCCL_MAJOR 2
#define NCCL_MINOR 28
#define NCCL_PATCH 9
#define NCCL_REVOKE_DEFAULT 0x00
#define NCCL_SHRINK_ABORT 0x01
#define NCCL_SHRINK_DEFAULT 0x00
#define NCCL_SPLIT_NOCOLOR -1
#define NCCL_SUFFIX ""
#define NCCL_UNDEF_FLOAT -1.0f
#define NCCL_UNIQUE_ID_BYTES 128
#define NCCL_VERSION_CODE 22809
#define NCCL_WIN_COLL_SYMMETRIC 0x01
#define NCCL_WIN_DEFAULT 0x00
#define NCCL_WIN_REQUIRED_ALIGNMENT 4096

#define NCCL_VERSION(X, Y, Z) (((X) <= 2 && (Y) <= 8) ? (X) * 1000 + (Y) * 100 + (Z) : (X) * 10000 + (Y) * 100 + (Z))
#define NCCL_CONFIG_INITIALIZER {}
typedef struct ncclConfig_v22800 ncclConfig_v22800;
typedef struct ncclSimInfo_v22200 ncclSimInfo_v22200;
typedef struct ncclUniqueId ncclUniqueId;
typedef ncclConfig_v22800 ncclConfig_t;
typedef ncclSimInfo_v22200 ncclSimInfo_t;

#define MUSIFY_RESULT ncclResult_t
#if __has_include("__musify_gen/nccl.h")
#include "__musify_gen/nccl.h"
#endif

struct ncclConfig_v22800 {size_t size; unsigned int magic; unsigned int version; int blocking;
  int cgaClusterSize; int minCTAs; int maxCTAs; const char *netName; int splitShare;
  int trafficClass; const char *commName; int collnetEnable; int CTAPolicy; int shrinkShare;
  int nvlsCTAs; int nChannelsPerNetPeer; int nvlinkCentricSched;};
struct ncclSimInfo_v22200 {size_t size; unsigned int magic; unsigned int version;
  float estimatedTime;};
struct ncclUniqueId {char internal[128];};

#endif

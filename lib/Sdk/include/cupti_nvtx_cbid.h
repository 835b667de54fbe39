//===- cupti_nvtx_cbid.h - Forwards ---------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUPTI_NVTX_CBID_H
#define MUSIFY_SDK_CUPTI_NVTX_CBID_H

#include "cupti.h"

#endif

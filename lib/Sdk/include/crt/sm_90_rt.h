//===- sm_90_rt.h - Forwards ----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CRT_SM_90_RT_H
#define MUSIFY_SDK_CRT_SM_90_RT_H

#include "../cuda_runtime.h"

#endif

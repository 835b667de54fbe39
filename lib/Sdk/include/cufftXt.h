//===- cufftXt.h - Forwards -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUFFTXT_H
#define MUSIFY_SDK_CUFFTXT_H

#include "cufft.h"

#endif

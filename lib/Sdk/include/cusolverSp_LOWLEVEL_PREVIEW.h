//===- cusolverSp_LOWLEVEL_PREVIEW.h - Forwards ---------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUSOLVERSP_LOWLEVEL_PREVIEW_H
#define MUSIFY_SDK_CUSOLVERSP_LOWLEVEL_PREVIEW_H

#include "cusolver_common.h"

#endif

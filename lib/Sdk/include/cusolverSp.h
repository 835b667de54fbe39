//===- cusolverSp.h - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUSOLVERSP_H
#define MUSIFY_SDK_CUSOLVERSP_H

#include "cusolver_common.h"

#endif

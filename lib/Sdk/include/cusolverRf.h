//===- cusolverRf.h - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUSOLVERRF_H
#define MUSIFY_SDK_CUSOLVERRF_H

#include "cusolver_common.h"

#endif

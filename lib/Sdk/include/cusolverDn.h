//===- cusolverDn.h - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUSOLVERDN_H
#define MUSIFY_SDK_CUSOLVERDN_H

#include "cusolver_common.h"

#endif

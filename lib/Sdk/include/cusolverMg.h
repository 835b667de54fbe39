//===- cusolverMg.h - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUSOLVERMG_H
#define MUSIFY_SDK_CUSOLVERMG_H

#include "cusolver_common.h"

#endif

//===- cudalibxt.h - Forwards ---------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDALIBXT_H
#define MUSIFY_SDK_CUDALIBXT_H

#include "cufft.h"

#endif

//===- cufftw.h - Forwards ------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUFFTW_H
#define MUSIFY_SDK_CUFFTW_H

#include "cufft.h"

#endif

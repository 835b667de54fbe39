//===- mma.h - Forwards ---------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CRT_MMA_H
#define MUSIFY_SDK_CRT_MMA_H

#include "../mma.h"

#endif

//===- npps.h - Forwards --------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPS_H
#define MUSIFY_SDK_NPPS_H

#include "nppdefs.h"

#endif

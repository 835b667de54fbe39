//===- npps_initialization.h - Forwards -----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPS_INITIALIZATION_H
#define MUSIFY_SDK_NPPS_INITIALIZATION_H

#include "nppdefs.h"

#endif

//===- npps_filtering_functions.h - Forwards ------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPS_FILTERING_FUNCTIONS_H
#define MUSIFY_SDK_NPPS_FILTERING_FUNCTIONS_H

#include "nppdefs.h"

#endif

//===- nppi_threshold_and_compare_operations.h - Forwards -----*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPI_THRESHOLD_AND_COMPARE_OPERATIONS_H
#define MUSIFY_SDK_NPPI_THRESHOLD_AND_COMPARE_OPERATIONS_H

#include "nppdefs.h"

#endif

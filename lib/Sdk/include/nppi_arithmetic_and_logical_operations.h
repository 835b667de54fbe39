//===- nppi_arithmetic_and_logical_operations.h - Forwards ----*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPI_ARITHMETIC_AND_LOGICAL_OPERATIONS_H
#define MUSIFY_SDK_NPPI_ARITHMETIC_AND_LOGICAL_OPERATIONS_H

#include "nppdefs.h"

#endif

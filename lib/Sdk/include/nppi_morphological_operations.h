//===- nppi_morphological_operations.h - Forwards -------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPI_MORPHOLOGICAL_OPERATIONS_H
#define MUSIFY_SDK_NPPI_MORPHOLOGICAL_OPERATIONS_H

#include "nppdefs.h"

#endif

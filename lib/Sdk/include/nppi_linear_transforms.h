//===- nppi_linear_transforms.h - Forwards --------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPI_LINEAR_TRANSFORMS_H
#define MUSIFY_SDK_NPPI_LINEAR_TRANSFORMS_H

#include "nppdefs.h"

#endif

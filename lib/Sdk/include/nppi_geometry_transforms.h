//===- nppi_geometry_transforms.h - Forwards ------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPI_GEOMETRY_TRANSFORMS_H
#define MUSIFY_SDK_NPPI_GEOMETRY_TRANSFORMS_H

#include "nppdefs.h"

#endif

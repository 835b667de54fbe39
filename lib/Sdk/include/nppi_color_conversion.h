//===- nppi_color_conversion.h - Forwards ---------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPI_COLOR_CONVERSION_H
#define MUSIFY_SDK_NPPI_COLOR_CONVERSION_H

#include "nppdefs.h"

#endif

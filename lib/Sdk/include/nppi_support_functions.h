//===- nppi_support_functions.h - Forwards --------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPI_SUPPORT_FUNCTIONS_H
#define MUSIFY_SDK_NPPI_SUPPORT_FUNCTIONS_H

#include "nppdefs.h"

#endif

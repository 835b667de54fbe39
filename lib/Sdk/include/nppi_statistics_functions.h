//===- nppi_statistics_functions.h - Forwards -----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPI_STATISTICS_FUNCTIONS_H
#define MUSIFY_SDK_NPPI_STATISTICS_FUNCTIONS_H

#include "nppdefs.h"

#endif

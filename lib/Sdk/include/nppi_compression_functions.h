//===- nppi_compression_functions.h - Forwards ----------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPI_COMPRESSION_FUNCTIONS_H
#define MUSIFY_SDK_NPPI_COMPRESSION_FUNCTIONS_H

#include "nppdefs.h"

#endif

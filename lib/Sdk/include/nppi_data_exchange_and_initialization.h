//===- nppi_data_exchange_and_initialization.h - Forwards -----*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPI_DATA_EXCHANGE_AND_INITIALIZATION_H
#define MUSIFY_SDK_NPPI_DATA_EXCHANGE_AND_INITIALIZATION_H

#include "nppdefs.h"

#endif

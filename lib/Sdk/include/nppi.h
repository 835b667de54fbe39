//===- nppi.h - Forwards --------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPI_H
#define MUSIFY_SDK_NPPI_H

#include "nppdefs.h"

#endif

//===- nppi_computer_vision.h - Forwards ----------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPI_COMPUTER_VISION_H
#define MUSIFY_SDK_NPPI_COMPUTER_VISION_H

#include "nppdefs.h"

#endif

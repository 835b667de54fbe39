//===- npp.h - Forwards ---------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPP_H
#define MUSIFY_SDK_NPP_H

#include "nppdefs.h"

#endif

//===- nppcore.h - Forwards -----------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_NPPCORE_H
#define MUSIFY_SDK_NPPCORE_H

#include "nppdefs.h"

#endif

//===- cusparse_v2.h - Forwards -------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUSPARSE_V2_H
#define MUSIFY_SDK_CUSPARSE_V2_H

#include "cusparse.h"

#endif

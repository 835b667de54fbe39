//===- transform_scan.h - Forwards ----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_TRANSFORM_SCAN_H
#define MUSIFY_SDK_THRUST_TRANSFORM_SCAN_H

#include "__musify_thrust.h"

#endif

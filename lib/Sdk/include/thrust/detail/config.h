//===- config.h - Forwards ------------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_DETAIL_CONFIG_H
#define MUSIFY_SDK_THRUST_DETAIL_CONFIG_H

#include "../__musify_thrust.h"

#endif

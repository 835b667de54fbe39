//===- inner_product.h - Forwards -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_THRUST_INNER_PRODUCT_H
#define MUSIFY_SDK_THRUST_INNER_PRODUCT_H

#include "__musify_thrust.h"

#endif

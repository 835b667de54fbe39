//===- partitioning.h - Forwards --------------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_COOPERATIVE_GROUPS_DETAILS_PARTITIONING_H
#define MUSIFY_SDK_COOPERATIVE_GROUPS_DETAILS_PARTITIONING_H

#include "../../cooperative_groups.h"

#endif

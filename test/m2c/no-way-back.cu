// RUN: %port %s --direction m2c | FileCheck %s
// A MUSA name that several CUDA names, or only removed ones, lead to is told.
#include <musa_runtime.h>

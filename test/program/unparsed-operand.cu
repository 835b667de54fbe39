// An undeclared neighbour makes Clang drop an expression; a type from a missing
// header loses the field: what the text declares still binds its uses.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda_runtime.h>
#include "nowhere/limits.h"
int q(int cudaError) { return cudaError + kLimit; } // CHECK: int q(int cudaError) { return cudaError + kLimit; }
int r(int cudaEvent) { int cudaArray = kLimit * cudaEvent; return cudaArray - kLimit; } // CHECK: int r(int cudaEvent) { int cudaArray = kLimit * cudaEvent; return cudaArray - kLimit; }
struct View { Handle cudaArray; int Width; }; // CHECK: struct View { Handle cudaArray; int Width; };
int width(View &V) { V.cudaArray = Handle(); return V.cudaArray ? V.Width : 0; } // CHECK: int width(View &V) { V.cudaArray = Handle(); return V.cudaArray ? V.Width : 0; }

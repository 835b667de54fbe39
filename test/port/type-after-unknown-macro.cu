// A macro from a header that is missing stands before an SDK type. Clang reads
// the type's name as a variable's; it is ported all the same.
// RUN: %port %s | FileCheck %s
#include "not/there.h"
namespace lib {
__host__ LIB_INLINE cudaError_t check(cudaError_t E) { return E; }
// CHECK: __host__ LIB_INLINE musaError_t check(musaError_t E) { return E; }
LIB_EXPORT cudaStream_t stream();
// CHECK: LIB_EXPORT musaStream_t stream();
} // namespace lib

// A namespace `cuda` of the project's alone is no concern, and nothing is said.
// RUN: %port %s | FileCheck %s --implicit-check-not=": warning:"
// RUN: %port %s --engine=lexer | FileCheck %s --implicit-check-not=musa
namespace cuda { int One; int cudaOwn(); }
using namespace cuda;
namespace c = cuda; // CHECK: namespace c = cuda;
int two() { return cuda::One + cuda::cudaOwn() + c::One + cudaOwn(); }

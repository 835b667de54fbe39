// A namespace that nothing of the SDK's is included for is the project's own.
// RUN: %port %s | FileCheck %s --match-full-lines
namespace cutlass { struct Knife {}; } // CHECK: namespace cutlass { struct Knife {}; }
cutlass::Knife Sharp; // CHECK: cutlass::Knife Sharp;
#ifdef _WIN32
cutlass::Knife Blunt; // CHECK: cutlass::Knife Blunt;
#endif

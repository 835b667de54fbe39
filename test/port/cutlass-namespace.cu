// A namespace of a library stays the library's where the project adds to it:
// what it adds is found under the new name.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cutlass/cutlass.h>
namespace cutlass { namespace epilogue { // CHECK: namespace mutlass { namespace epilogue {
template <class T> struct HouseOp { using Element = T; };
}}
namespace cutlass::gemm { struct HouseTile {}; } // CHECK: namespace mutlass::gemm { {{.*}}
template <class S> struct Wrap {
  using E = typename cutlass::epilogue::HouseOp<S>::Element; // CHECK: {{ *}}using E = typename mutlass::epilogue::HouseOp<S>::Element;
};
struct Deep : cutlass::epilogue::HouseOp<float> {}; // CHECK: struct Deep : mutlass::epilogue::HouseOp<float> {};
cutlass::gemm::HouseTile Tile; // CHECK: mutlass::gemm::HouseTile Tile;

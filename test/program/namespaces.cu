// A namespace of the SDK that the project adds to gets one name everywhere; a
// namespace of that name inside of the project's own stays.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cuda/std/type_traits>
#include <cutlass/cutlass.h>
namespace cuda { namespace std { // CHECK: namespace musa { namespace std {
template <class T> struct is_house_number { static constexpr bool value = is_integral<T>::value; };
}}
static_assert(cuda::std::is_house_number<int>::value, ""); // CHECK: static_assert(musa::std::is_house_number<int>::value, "");
namespace cutlass { namespace epilogue { // CHECK: namespace mutlass { namespace epilogue {
template <class T> struct HouseOp { using Element = T; };
}}
template <class S> struct Wrap { using E = typename cutlass::epilogue::HouseOp<S>::Element; }; // CHECK: template <class S> struct Wrap { using E = typename mutlass::epilogue::HouseOp<S>::Element; };
struct Deep : cutlass::epilogue::HouseOp<float> {}; // CHECK: struct Deep : mutlass::epilogue::HouseOp<float> {};
namespace house { namespace cutlass { inline int depth() { return 2; } } } // CHECK: namespace house { namespace cutlass { inline int depth() { return 2; } } }
int f() { return house::cutlass::depth(); } // CHECK: int f() { return house::cutlass::depth(); }

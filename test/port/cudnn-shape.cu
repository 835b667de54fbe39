// muDNN: from SDK 5.1 on a C API, in part of its own shape. What is the same
// is renamed; what has another shape stays and says which calls do the work.
// RUN: %port %s --musa-version 4.3 | FileCheck %s --match-full-lines
#include <cudnn.h> // CHECK: #include <mudnn.h>
void f(cudnnHandle_t H) {  // CHECK: void f(mudnnHandle_t H) {
  cudnnCreate(&H);         // CHECK: mudnnCreate(&H);
  cudnnSoftmaxForward(H, CUDNN_SOFTMAX_FAST, CUDNN_SOFTMAX_MODE_CHANNEL, 0, 0, 0, 0, 0, 0); // CHECK: cudnnSoftmaxForward(H, {{.*}}
  cudnnPoolingForward(H, 0, 0, 0, 0, 0, 0, 0); // CHECK: cudnnPoolingForward(H, 0, 0, 0, 0, 0, 0, 0);
}

// CHECK: === said, exit status 1
// CHECK: cudnn-shape.cu:4:11: warning: `mudnn.h` differs from `cudnn.h`; MUSA SDK 5.1 or later; C API only since SDK 5.1; {{.*}}C++ API musa::dnn{{.*}} [MUSA0103 partial-name]
// CHECK: cudnn-shape.cu:4:11: warning: `mudnn.h` needs MUSA SDK 5.1 or later, but the port is for 4.3 [MUSA0110 version-gated]
// CHECK: cudnn-shape.cu:6:3: warning: `mudnnCreate` needs MUSA SDK 5.1 or later, but the port is for 4.3 [MUSA0110 version-gated]
// CHECK: cudnn-shape.cu:7:3: error: `cudnnSoftmaxForward` cannot be ported by name; muDNN has its own shape: mudnnSetSoftmaxDescriptor, {{.*}} [MUSA0101 unsupported-name]
// CHECK: cudnn-shape.cu:8:3: error: `cudnnPoolingForward` cannot be ported by name; muDNN has its own shape: mudnnSetPoolingNdDescriptorEx, {{.*}} [MUSA0101 unsupported-name]

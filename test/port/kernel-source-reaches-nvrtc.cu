// What reaches NVRTC is source whatever it holds: through a variable of the
// file, a parameter, and as the text of a header.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <nvrtc.h>
#include <string>
static const std::string Whole = "typedef cudaStream_t A;";
void compile(nvrtcProgram *P, const char *Source) {
  const char *Headers[] = {"typedef cudaStream_t B;"}, *Names[] = {"cudaStream_t C;"};
  nvrtcCreateProgram(P, Source, "typedef cudaStream_t D;", 1, Headers, Names);
  nvrtcCreateProgram(P, Whole.c_str(), "a", 0, nullptr, nullptr);
}
void f(nvrtcProgram *P) { compile(P, "typedef " "cudaStream_t E;"); }

// CHECK: === said, exit status 1
// CHECK: kernel-source-reaches-nvrtc.cu:6:43: warning: `cudaStream_t` becomes `musaStream_t` (in {{.*}}
// CHECK: kernel-source-reaches-nvrtc.cu:8:37: warning: `cudaStream_t` becomes `musaStream_t` (in {{.*}}
// CHECK: kernel-source-reaches-nvrtc.cu:12:50: warning: `cudaStream_t` becomes `musaStream_t` (in {{.*}}
// CHECK: 3 findings: 3 warnings

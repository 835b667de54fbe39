// Without the SDK's declaration the definition may be anybody's: it stays, with
// its strings, and both are told.
// RUN: %port %s | FileCheck %s --match-full-lines
extern "C" void *dlsym(void *, const char *);
extern "C" int cuInit(unsigned Flags) {                                  // CHECK: extern "C" int cuInit(unsigned Flags) {
  return ((int (*)(unsigned))dlsym((void *)-1l, "cuInit"))(Flags);       // CHECK: return ((int (*)(unsigned))dlsym((void *)-1l, "cuInit"))(Flags);
}

// CHECK: === said, exit status 1
// CHECK: interposer-without-sdk.cpp:5:16: warning: `cuInit` is a CUDA function, and your code defines it in the SDK's place; the SDK's declaration was not seen or differs, so it keeps its name, and programs call `muInit` on MUSA [MUSA0505 interposer]
// CHECK: interposer-without-sdk.cpp:6:50: warning: string `cuInit` is a CUDA name and reaches `dlsym`; {{.*}} [MUSA0501 string-name]
// CHECK: 2 findings: 2 warnings

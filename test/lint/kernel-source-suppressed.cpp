// Suppressions and exclusions count inside of kernel source and around it.
// RUN: not %musify lint %s --no-config >%t.out 2>%t.err
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not='[MUSA'
// RUN: FileCheck %s --input-file=%t.err --check-prefix=SUM
// SUM: 1 file checked: 0 errors, 2 warnings, 0 notes; 4 suppressed
const char *Raw = R"(
__device__ cudaStream_t A; // musify: ignore(MUSA0504) chosen elsewhere
// musify: ignore-next-line(kernel-source) chosen elsewhere
__device__ cudaStream_t B;
// MUSIFY_EXCL_START
__device__ cudaStream_t C;
// MUSIFY_EXCL_STOP
// musify: ignore(MUSA0504)
// CHECK: cpp:[[#@LINE-1]]:1: warning: {{.*}} [MUSA0003 suppression-without-reason]
)";
const char *Plain =
    "// musify: ignore-next-line(MUSA0504) chosen elsewhere\n"
    "__device__ cudaStream_t D;\n"
    "__device__ cudaStream_t E;\n" // musify: ignore(MUSA0504) from outside
    "__device__ int F; // musify: ignore(MUSA0504) nothing here\n";
// CHECK: cpp:[[#@LINE-1]]:24: warning: {{.*}} [MUSA0001 unused-suppression]
// MUSIFY_EXCL_START
const char *Excluded = "__device__ cudaStream_t G;";
// MUSIFY_EXCL_STOP
#ifdef __MUSA__
const char *Musas = "__device__ cudaStream_t H;";
#endif

// Jitify's sources begin with a line that is the program's name; the rest is
// parsed all the same.
// RUN: not %musify lint %s --no-config -q -v --fail-on=note >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not='cannot be parsed'
const char *Source = "my_program\n"
                     "template <int N, typename T>\n"
                     "__global__\n"
                     "void __launch_bounds__(4096) k(T *Data) { Data[0] *= N; }\n"
                     "__global__ void l(int *P) { k<2, int><<<1, 1>>>(P); }\n";
// CHECK: cpp:{{[89]}}:{{.*}} (in kernel source in a string) [MUSA040

"""many-headers.py DIRECTORY: a project with what makes the parse of one unit
depend on those of others: headers shared between directories, code for the
device in them, headers that no unit includes, kernels in strings."""
import os
import sys

root = sys.argv[1]


def write(path, text):
    os.makedirs(os.path.dirname(f"{root}/{path}"), exist_ok=True)
    open(f"{root}/{path}", "w").write(text)


write("include/common.cuh", """#pragma once
#include <cuda_runtime.h>
template <class T> __device__ T load(const T *P) {
#if __CUDA_ARCH__ >= 800
  return __ldg(P);
#else
  return *P;
#endif
}
inline int last() { return cudaGetLastError(); }
""")
write("include/alone.h", "#pragma once\ninline int alone(void *P) { return cudaFree(P); }\n")
write("include/maybe.h", "#pragma once\ninline int maybe() { return cudaPeekAtLastError(); }\n")
write("include/broken.h", """#pragma once
inline int broken(void *P) { undeclared(P); return cudaFree(P); }
""")
for area in range(4):
    write(f"area{area}/own.h", f"""#pragma once
inline int own{area}(void *P) {{ return cudaFree(P); }}
#ifdef NEVER
#include "maybe.h"
#endif
""")
    for unit in range(3):
        write(f"area{area}/unit{unit}.cu", f"""#include <vector>
{"#define SECOND" if unit == 2 else ""}
#include "common.cuh"
#include "own.h"
{'#include "broken.h"' if area else ""}
__global__ void kernel{area}{unit}(float *P) {{
#if {"__CUDA_ARCH__ >= 700" if unit == 1 else "1"}
  *P = load(P);
#endif
}}
int run{area}{unit}(float *P) {{
  kernel{area}{unit}<<<1, 32>>>(P);
  return own{area}(P) + last() + cudaDeviceSynchronize();
}}
""")
write("area0/nested.cu", """#include <nvrtc.h>
const char *Code = R"(extern "C" __global__ void k(float *P) { P[0] = __shfl_sync(0xffffffffu, P[0], 0); })";
void compile(nvrtcProgram *P) { nvrtcCreateProgram(P, Code, "k.cu", 0, nullptr, nullptr); }
""")

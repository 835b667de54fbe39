"""many-units.py FOLDER COUNT: units that share a header and disagree on whose
function it calls."""
import sys

folder, count = sys.argv[1], int(sys.argv[2])
open(f"{folder}/shared.h", "w").write(
    "#pragma once\n"
    "inline int f(int *P) { return cudaFree(P); }\n"
    "inline int g(TYPE P) { return cudaMallocHost(P, 4); }\n")
for n in range(count):
    own = n % 3 == 1
    open(f"{folder}/unit{n}.cu", "w").write(
        "#include <cuda_runtime.h>\n"
        + ("struct Own {};\nint cudaMallocHost(Own, int);\n#define TYPE Own\n" if own
           else "#define TYPE void **\n")
        + '#include "shared.h"\n'
        + f'const char *Name{n} = "cudaFree";\n'
        + f"int N{n} = f(nullptr) + cudaDeviceSynchronize();\n")

#!/usr/bin/env python3
"""ptx_same_code.py MUSIFY [--nvcc NVCC] [--arch sm_90] [--only OPCODE]: is the C++ of a PTX form the same machine code?

Each form that is emitted, with each of its types, becomes a kernel with inline PTX, as in test/ptx/proof.test. A port
translates them; nvcc compiles both for a CUDA device, which needs no GPU, and the bytes of their code are compared.
`same` means that the compiler takes both for one program; `differs` proves nothing: another order of operands is
enough, and the proof is then the interpreter's. Prints a table of Markdown, by opcode."""
import argparse
import itertools
import json
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "test/ptx/Inputs"))
import proof  # noqa: E402

HEAD = r"""
#include <cuda_bf16.h>
#include <cuda_fp16.h>
typedef unsigned long long u64;
__device__ unsigned char GLOBAL[64];
#define SHARED ((unsigned char *)__cvta_shared_to_generic(0))
template <class To, class From> __device__ To bits(From V) {
  To Out{};
  memcpy(&Out, &V, sizeof(Out) < sizeof(V) ? sizeof(Out) : sizeof(V));
  return Out;
}
#define __mt_bfloat16 __nv_bfloat16
#define __mt_bfloat162 __nv_bfloat162
#define __musa_exit() asm volatile("exit;")
static __device__ unsigned __get_laneid() { unsigned D; asm("mov.u32 %0, %%laneid;" : "=r"(D)); return D; }
"""


def sections(cubin):
    """The code of each kernel of an ELF file."""
    table, = struct.unpack_from("<Q", cubin, 0x28)
    size, count, names = struct.unpack_from("<HHH", cubin, 0x3A)
    headers = [struct.unpack_from("<IIQQQQIIQQ", cubin, table + i * size) for i in range(count)]
    strings = headers[names][4]

    def name(offset):
        start = strings + offset
        return cubin[start:cubin.index(b"\0", start)].decode()

    return {name(h[0])[6:]: cubin[h[4]:h[4] + h[5]] for h in headers if name(h[0]).startswith(".text.")}


def compiled(options, folder, name, bodies):
    """The code by number of a case; without those that do not compile."""
    source, cubin = folder / f"{name}.cu", folder / f"{name}.cubin"
    source.write_text(HEAD + "".join(bodies.values()))
    run = subprocess.run([options.nvcc, f"-arch={options.arch}", "-std=c++17", "-cubin", "-w", "-o", cubin, source],
                         capture_output=True, text=True)
    if run.returncode == 0:
        return {int(k[1:]): v for k, v in sections(cubin.read_bytes()).items() if k[0] == "k"}
    bad = {int(n) for n in re.findall(r"^case(\d+)\(", run.stderr, re.M)}
    if bad:
        return compiled(options, folder, name, {n: b for n, b in bodies.items() if n not in bad})
    if len(bodies) == 1:
        return {}
    numbers = sorted(bodies)  # the assembler names no case
    halves = numbers[::2], numbers[1::2]
    return {k: v for half in halves
            for k, v in compiled(options, folder, name, {n: bodies[n] for n in half}).items()}


def bodies_of(text, cases):
    """The functions of the cases, each with a kernel around it."""
    parts = text.split("__device__ void f")[1:]
    return {case.number: f'#line 1 "case{case.number}"\nstatic __device__ __forceinline__ void f{part}'
                         f'extern "C" __global__ void k{case.number}(const u64 *in, u64 *out) {{ '
                         f"f{case.number}(in, out); }}\n" for part, case in zip(parts, cases)}


def chosen(forms, only):
    """One case for each form and its types: of the constants, some."""
    for _, group in itertools.groupby(proof.make_cases(forms, only), key=lambda c: (id(c.form), tuple(c.types))):
        cases = list(group)
        yield from cases if len(cases) < 5 else cases[1::len(cases) // 3][:4]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("musify")
    parser.add_argument("--nvcc", default="nvcc")
    parser.add_argument("--arch", default="sm_90")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    forms = json.loads((ROOT / "mappings/ptx/forms.json").read_text())["forms"]
    cases = list(chosen(forms, options.only))
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        source, result = folder / "forms.cu", folder / "forms.mu"
        source.write_text("".join(c.code() for c in cases))
        subprocess.run([options.musify, "port", source, "-o", result, "--engine=lexer", "-q"],
                       stdout=subprocess.DEVNULL)
        before = compiled(options, folder, "a", bodies_of(source.read_text(), cases))
        after = compiled(options, folder, "b", bodies_of(result.read_text(), cases))
    rows = defaultdict(lambda: [0, 0, 0, 0])
    for case in cases:
        a, b = before.get(case.number), after.get(case.number)
        kind = 3 if a is None else 2 if b is None else int(a != b)
        rows[case.form["op"].split(".")[0]][kind] += 1
    print("| opcode | same | differs | C++ does not compile | PTX does not compile |\n|---|---:|---:|---:|---:|")
    for opcode, row in sorted(rows.items()):
        print(f"| `{opcode}` | " + " | ".join(map(str, row)) + " |")
    print("| all | " + " | ".join(str(sum(r[i] for r in rows.values())) for i in range(4)) + " |")


if __name__ == "__main__":
    main()

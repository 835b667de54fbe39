#!/usr/bin/env python3
"""Finds names of CUDA, MUSA and PyTorch in string literals of C++.

    names-in-code.py DIR...

They belong in sources/, targets/ and frameworks/, where one line changes them
everywhere. Prints `file:line: "literal"` for each that no exemption below
covers, and for each exemption that covers nothing. Exit status 1 if there is
one."""
import pathlib
import re
import sys

import exemptions

NAME = re.compile(
    r"cuda|nvcc|NVCC|nvrtc|nvml|nvtx|nccl|cupti|\bnpp[is]"
    r"|\bcu[A-Z]|\bCU[A-Z]*_|__CUDA|CUDA_|\bcu(?:blas|dnn|fft|rand|sparse|solver)"
    r"|\bmusa|/musa|__MUSA|MUSA_|\bmu[A-Z]|\bMU_|\bmcc\b|mccl|mtrtc|mtml"
    r"|\bmu(?:blas|dnn|fft|rand|sparse|solver|pti|pp)"
    r"|\btorch|TORCH|ATen|c10|C10_|pytorch|PyTorch|HIP|ROCM"
    r"|\b(?:mp|sm)_\d|\.cuh?\b|\.muh?\b|\.in\.cu"
    r"|warpSize|__shfl|__syncthreads|__ballot|__activemask|tiled_partition"
    r"|threadIdx|blockDim|__global__|__device__|__shared__")

# File, literal, and why the literal may stay.
EXEMPTIONS = [
    ("Build/.*", ".*", "rules of build scripts: mappings/build/ has most"),
    ("Project/.*", ".*", "flags of nvcc: one table is in preparation"),
    ("Platform/.*", r".*warpSize.*|\w+/\w+\.json", "keys and paths of the data"),
    ("Mapping/.*|Audit/Validate.cpp", "cuda|`cuda`.*", "a key of the mapping tables"),
    ("Lint/Config.cpp", "`?musa-version.*", "a key of the configuration"),
    ("Report/Json.cpp", "already-musa", "a word of the report"),
    ("Report/AssessJson.cpp", "cuda|musa", "keys of scan's pattern"),
    ("Beside/Devices.cpp", r".*\btorch\b.*|.*hasattr\(torch, ", "Python that is written"),
    ("Driver/Dump.cpp", "musa(Code)?", "keys of --dump"),
    (".*", r".*--?(no)?cuda(lib|inc)?\b.*|-xcuda", "options of Clang"),
    (".*", r"/cuda_wrappers", "a directory of Clang's resources"),
    (".*", r"/?__musify_\w+\.h|/musify-[\w/.-]+", "files of musify's own"),
]

TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"([^(\s]*)\((?P<raw>.*?)\)\1"
      |(?P<text>"(?:[^"\\\n]|\\.)*")|'(?:[^'\\\n]|\\.)+'
      |^[ \t]*\#[ \t]*include[^\n]*""", re.S | re.X | re.M)


def literals(text):
    for match in TOKEN.finditer(text):
        literal = match["raw"] if match["text"] is None else match["text"][1:-1]
        if literal is not None:
            yield text.count("\n", 0, match.start()) + 1, literal


def find(folders):
    for folder in folders:
        root = pathlib.Path(folder)
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.suffix not in (".h", ".cpp") or name.startswith("Sdk/include/"):
                continue
            for line, literal in literals(path.read_text()):
                if NAME.search(literal):
                    yield name, f"{path}:{line}", literal


if __name__ == "__main__":
    sys.exit(exemptions.report(find(sys.argv[1:]), EXEMPTIONS))

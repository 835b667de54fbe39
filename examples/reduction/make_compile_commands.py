#!/usr/bin/env python3
"""Writes build/compile_commands.json as CMake would with nvcc at hand, so that
`musify port -p` can be tried on a machine without a CUDA SDK."""
import json
import pathlib

root = pathlib.Path(__file__).resolve().parent
build = root / "build"
common = f"-DREDUCE_WITH_NVTX -I{root}/include -O3 -DNDEBUG -std=c++17"
nvcc = ("nvcc -forward-unknown-to-host-compiler --expt-relaxed-constexpr --extended-lambda "
        '"--generate-code=arch=compute_80,code=[compute_80,sm_80]" '
        '"--generate-code=arch=compute_90,code=[compute_90,sm_90]" -Xcompiler=-Wall -x cu')


def entry(source):
    compiler = nvcc if source.endswith(".cu") else "c++"
    output = f"CMakeFiles/reduction.dir/{source}.o"
    return {"directory": str(build), "file": str(root / source),
            "command": f"{compiler} {common} -c {root / source} -o {output}"}


build.mkdir(exist_ok=True)
database = build / "compile_commands.json"
database.write_text(json.dumps([entry(s) for s in ("src/main.cpp", "src/sum.cu", "src/norm.cu")], indent=1) + "\n")
print(database)

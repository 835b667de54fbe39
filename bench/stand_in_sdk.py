#!/usr/bin/env python3
"""Makes a directory that a build takes for the MUSA SDK: CMake modules as documented, the headers that musify carries under
MUSA's names, empty libraries, and `mcc` over Debian's Clang 14.

    bench/stand_in_sdk.py build/release OUT
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
IDENTIFIER = re.compile(r"[A-Za-z_]\w*")
LIBRARIES = "musart musart_static musa mublas mublasLt mufft murand musparse musolver mudnn mccl mtrtc mupti mtml mupp".split()


def entries():
    for path in sorted((ROOT / "mappings").glob("*.json")):
        if path.name != "schema.json":
            yield from json.loads(path.read_text())["entries"]


def new_names():
    """MUSA's names, macros and headers, each with the CUDA one that the carried headers have."""
    names, macros, headers = {}, {}, {}
    for entry in entries():
        old, new = entry["from"], entry.get("to", "")
        if not new or new == old:
            continue
        if entry["kind"] == "header":
            headers.setdefault(new, old)
        elif IDENTIFIER.fullmatch(new) and IDENTIFIER.fullmatch(old) and not new.startswith("__MUSA"):
            (macros if entry["kind"] == "macro" else names).setdefault(new, old)
    return names, macros, headers


def write_headers(build, include):
    shutil.copytree(ROOT / "lib/Sdk/include", include, dirs_exist_ok=True)
    shutil.copytree(build / "lib/Sdk/include", include, dirs_exist_ok=True)
    names, macros, headers = new_names()
    lines = [f"#define {new} {old}\n" for new, old in sorted(names.items())]
    (include / "stand_in_names.h").write_text("#pragma once\n" + "".join(lines))
    # A macro is there once its header is included, and `#ifdef` asks for it.
    lines = [f"#if defined({old}) && !defined({new})\n#define {new} {old}\n#endif\n" for new, old in sorted(macros.items())]
    (include / "stand_in_macros.h").write_text("".join(lines))
    first = ["__musify_cuda.h", "__musify_prelude.h", "stand_in_names.h", "stand_in_macros.h"]
    text = "".join(f'#include "{name}"\n' for name in first) + "#define __MUSA__ 1\n#define __MUSACC__\n"
    (include / "stand_in_musa.h").write_text(text)
    for new, old in headers.items():
        path = include / new
        if (include / old).is_file() and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"#include <{old}>\n#include <stand_in_names.h>\n#include <stand_in_macros.h>\n")


def write_libraries(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name in LIBRARIES:
        command = ["cc", "-shared", "-x", "c", "/dev/null", "-o", str(folder / f"lib{name}.so")]
        subprocess.run(command, check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args()
    shutil.rmtree(options.out, ignore_errors=True)
    shutil.copytree(ROOT / "test/build/Inputs/musa/cmake", options.out / "cmake")
    write_headers(options.build, options.out / "include")
    write_libraries(options.out / "lib")
    (options.out / "bin").mkdir()
    shutil.copy(ROOT / "bench/stand-in/mcc", options.out / "bin/mcc")


if __name__ == "__main__":
    main()

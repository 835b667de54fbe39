#!/usr/bin/env python3
"""Lists what PyTorch's headers declare for CUDA and mappings/pytorch.json does not have.

usage: scripts/torch-names.py INCLUDE [--cuda INCLUDE]...

INCLUDE is the folder `torch/include` of an installed or unpacked wheel. The Python package `libclang` reads the headers; those
that need a CUDA SDK, or Clang's own headers, find them with --cuda. One line a name: the name, its kind, its header. A name is
accounted for if it has an entry, or a namespace around it has one that is no plain renaming. Macros that only the headers
themselves use are left out. The exit status is 1 if there is a name, and 2 if a header was not found.
"""
import argparse
import json
import os
import re
import sys

from clang import cindex
from clang.cindex import CursorKind

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDERS = ["c10/cuda", "ATen/cuda", "torch/csrc/cuda", "torch/csrc/stable", "torch/csrc/inductor/aoti_torch/c",
           "torch/headeronly", "torch/csrc/api/include/torch/cuda.h", "torch/csrc/distributed/c10d"]
PLATFORM = re.compile("cuda|nccl|cublas|cudnn|cusparse|cusolver", re.I)
INTERNAL = re.compile("C10_LIBCUDA_|C10_CUDA_BUILD|THCP|HAS_NCCL|NCCL_(HAS|SUSPEND|UNIQUE|CHECK)|.*_H_?_?$|llvm_jit")
SCOPES = (CursorKind.NAMESPACE, CursorKind.LINKAGE_SPEC, CursorKind.UNEXPOSED_DECL)
KINDS = {
    CursorKind.FUNCTION_DECL: "function", CursorKind.FUNCTION_TEMPLATE: "function", CursorKind.STRUCT_DECL: "type",
    CursorKind.CLASS_DECL: "type", CursorKind.CLASS_TEMPLATE: "type", CursorKind.ENUM_DECL: "type",
    CursorKind.TYPEDEF_DECL: "type", CursorKind.TYPE_ALIAS_DECL: "type", CursorKind.VAR_DECL: "variable",
}


def table():
    with open(os.path.join(ROOT, "mappings", "pytorch.json")) as file:
        return {entry["from"]: entry for entry in json.load(file)["entries"]}


def scopes():
    with open(os.path.join(ROOT, "frameworks", "pytorch.json")) as file:
        return json.load(file)["scopes"]


def is_header(path):
    about = "distributed" not in path or PLATFORM.search(path)
    return path.endswith((".h", ".cuh", ".hpp")) and about and not re.search("Hip|Rocblas", path)


def headers(include):
    for folder in FOLDERS:
        if folder.endswith(".h"):
            yield folder
        for where, _, files in os.walk(os.path.join(include, folder)):
            for name in sorted(files):
                path = os.path.relpath(os.path.join(where, name), include)
                if is_header(path):
                    yield path


def parse(include, cuda):
    flags = ["-xc++", "-std=c++20", "-ferror-limit=0", "-DUSE_CUDA", "-DUSE_C10D_NCCL", "-I" + include,
             "-I" + os.path.join(include, "torch/csrc/api/include"), "-D__device__=", "-D__global__=", "-D__host__=",
             "-D__forceinline__="]
    for folder in cuda:
        flags += ["-isystem" + folder, "-isystem" + os.path.join(folder, "cccl")]
    text = "".join(f"#include <{name}>\n" for name in headers(include))
    options = cindex.TranslationUnit.PARSE_SKIP_FUNCTION_BODIES | cindex.TranslationUnit.PARSE_DETAILED_PROCESSING_RECORD
    return cindex.Index.create().parse("all.cpp", args=flags, unsaved_files=[("all.cpp", text)], options=options)


def header_of(cursor, include):
    file = cursor.location.file and os.path.relpath(cursor.location.file.name, include)
    return file if file and file.startswith(tuple(FOLDERS)) else None


def declared(cursor, include, scope=""):
    """Pairs of a cursor and the namespace around it, of the folders' headers alone."""
    for child in cursor.get_children():
        file = header_of(child, include)
        if not file:
            continue
        if child.kind in SCOPES:
            inner = f"{scope}::{child.spelling}" if scope and child.spelling else child.spelling or scope
            yield from declared(child, include, inner)
        elif child.kind == CursorKind.MACRO_DEFINITION:
            yield child, "", file
        elif child.kind in KINDS and child.spelling.isidentifier() and not child.spelling.startswith("operator"):
            yield child, scope, file


def is_known(name, scope, names, all_scopes):
    short = scope.rsplit("::", 1)[-1]
    around = [scope, short, *all_scopes]
    return name in names or any(f"{outer}::{name}" in names for outer in around) or is_below_odd(scope, names)


def is_below_odd(scope, names):
    """True if a namespace around has an entry that says more than another name."""
    parts = scope.split("::")
    around = ["::".join(parts[:count]) for count in range(1, len(parts) + 1)]
    return any(names[outer]["status"] not in ("supported", "unchanged") for outer in around if outer in names)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("include")
    arguments.add_argument("--cuda", action="append", default=[])
    options = arguments.parse_args()
    names, all_scopes = table(), scopes()
    unit = parse(options.include, options.cuda)
    missing = [d.spelling for d in unit.diagnostics if d.severity == cindex.Diagnostic.Fatal]
    if missing:
        print("\n".join(missing), file=sys.stderr)
        return 2
    unknown = set()
    for cursor, scope, file in declared(unit.cursor, options.include):
        name = cursor.spelling
        whole = f"{scope}::{name}" if scope else name
        about = PLATFORM.search(whole) and not INTERNAL.match(name)
        if about and not is_known(name, scope, names, all_scopes):
            unknown.add((whole, KINDS.get(cursor.kind, "macro"), file))
    for line in sorted(unknown):
        print("\t".join(line))
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())

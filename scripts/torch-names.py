#!/usr/bin/env python3
"""Lists what PyTorch's headers declare for CUDA and mappings/pytorch.json does not have.

usage: scripts/torch-names.py INCLUDE [--cuda INCLUDE]

INCLUDE is the folder `torch/include` of an installed or unpacked wheel. The Python package `libclang` reads the headers; those
that need a CUDA SDK find it with --cuda. One line a name: the name, its kind, its header. The exit status is 1 if there is one.
"""
import argparse
import json
import os
import sys

from clang import cindex
from clang.cindex import CursorKind

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDERS = ["c10/cuda", "ATen/cuda", "torch/csrc/cuda"]
SCOPES = (CursorKind.NAMESPACE, CursorKind.LINKAGE_SPEC, CursorKind.UNEXPOSED_DECL)
KINDS = {
    CursorKind.FUNCTION_DECL: "function", CursorKind.FUNCTION_TEMPLATE: "function", CursorKind.STRUCT_DECL: "type",
    CursorKind.CLASS_DECL: "type", CursorKind.CLASS_TEMPLATE: "type", CursorKind.ENUM_DECL: "type",
    CursorKind.TYPEDEF_DECL: "type", CursorKind.TYPE_ALIAS_DECL: "type", CursorKind.VAR_DECL: "variable",
}


def table():
    with open(os.path.join(ROOT, "mappings", "pytorch.json")) as file:
        return {entry["from"] for entry in json.load(file)["entries"]}


def scopes():
    with open(os.path.join(ROOT, "frameworks", "pytorch.json")) as file:
        return json.load(file)["scopes"]


def headers(include):
    for folder in FOLDERS:
        for where, _, files in os.walk(os.path.join(include, folder)):
            for name in sorted(files):
                if name.endswith((".h", ".cuh", ".hpp")):
                    yield os.path.relpath(os.path.join(where, name), include)


def parse(include, cuda):
    flags = ["-xc++", "-std=c++20", "-ferror-limit=0", "-DUSE_CUDA", "-DUSE_C10D_NCCL", "-I" + include,
             "-I" + os.path.join(include, "torch/csrc/api/include"), "-D__device__=", "-D__global__=", "-D__host__=",
             "-D__forceinline__="]
    for folder in cuda:
        flags += ["-I" + folder, "-I" + os.path.join(folder, "cccl")]
    text = "".join(f"#include <{name}>\n" for name in headers(include))
    options = cindex.TranslationUnit.PARSE_SKIP_FUNCTION_BODIES
    return cindex.Index.create().parse("all.cpp", args=flags, unsaved_files=[("all.cpp", text)], options=options)


def declared(cursor, include, scope=""):
    """Pairs of a cursor and the namespace around it, of the folders' headers alone."""
    for child in cursor.get_children():
        file = child.location.file and os.path.relpath(child.location.file.name, include)
        if not file or not file.startswith(tuple(folder + "/" for folder in FOLDERS)):
            continue
        if child.kind in SCOPES:
            inner = f"{scope}::{child.spelling}" if scope and child.spelling else child.spelling or scope
            yield from declared(child, include, inner)
        elif child.kind in KINDS and child.spelling and not child.spelling.startswith("operator"):
            yield child, scope, file


def is_known(name, scope, names, all_scopes):
    short = scope.rsplit("::", 1)[-1]
    around = [scope, short, *all_scopes]
    return name in names or any(f"{outer}::{name}" in names for outer in around)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("include")
    arguments.add_argument("--cuda", action="append", default=[])
    options = arguments.parse_args()
    names, all_scopes = table(), scopes()
    unknown = set()
    for cursor, scope, file in declared(parse(options.include, options.cuda).cursor, options.include):
        strict = scope in all_scopes or scope.rsplit("::", 1)[-1] in all_scopes
        if strict and not is_known(cursor.spelling, scope, names, all_scopes):
            unknown.add((f"{scope}::{cursor.spelling}", KINDS[cursor.kind], file))
    for line in sorted(unknown):
        print("\t".join(line))
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())

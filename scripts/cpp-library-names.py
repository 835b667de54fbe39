#!/usr/bin/env python3
"""cpp-library-names.py [--LIST FILE]...: what MUSA's ports of CUTLASS, CUB and
Thrust have, from lists of their files and names to mappings/cutlass.json and
mappings/cpp.json. Entries that no list is about stay as they are, and so do
those that a person wrote for a name of a list."""
import argparse
import json
import pathlib
import re

MUTLASS = "header: MooreThreads/mutlass:"
MUALG = "header: MooreThreads/muAlg:"
MUTHRUST = "header: MooreThreads/muThrust:"
NEWER = {
    "cub": "newer than CUB 1.12.1, the version of muAlg",
    "thrust": "newer than Thrust 1.12.1, the version of muThrust",
}
# Version numbers: MUTLASS counts its own releases.
NUMBERS = re.compile(r"CUTLASS_(VERSION|MAJOR|MINOR|PATCH)$")


def lines(path):
    return pathlib.Path(path).read_text().split("\n")[:-1]


def rows(path):
    head, *rest = [line.split("\t") for line in lines(path)]
    return [dict(zip(head, row)) for row in rest]


def entry(name, kind, status, **more):
    return {"from": name, "kind": kind, "status": status, **more}


def mutlass_headers(path):
    """Files that only MUSA has, such as those of an architecture, have no CUDA
    name; what names the platform in CUTLASS names it in MUTLASS."""
    for file in lines(path):
        new = file.removeprefix("include/")
        if "mp22" in new:
            continue
        old = (new.replace("mutlass", "cutlass").replace("mute/", "cute/")
               .replace("mtrtc", "nvrtc").replace("musa_", "cuda_"))
        yield entry(old, "header", "supported", to=new, evidence=MUTLASS + file)


def mutlass_macros(path):
    for row in rows(path):
        new, old, is_cutlass, file = row.values()
        if is_cutlass != "yes" or new == old:
            continue
        numeric = {"numeric": True} if NUMBERS.match(old) else {}
        yield entry(old, "macro", "supported", to=new,
                    evidence=MUTLASS + file, **numeric)


def same_headers(source):
    """Headers that keep their paths, but for Thrust's system `cuda`. Internal
    ones are covered by their directory."""
    def read(path):
        files = [f for f in lines(path) if not f.endswith((".cmake", ".in"))]
        for file in files:
            if "/cmake/" in file or "/musa/" in file and "thrust/" in file:
                continue
            old, is_internal = re.subn(r"(/detail/).*", r"\1", file)
            new = old.replace("thrust/system/cuda/", "thrust/system/musa/")
            if not is_internal and new != old and new not in files:
                continue
            yield entry(old, "header",
                        "unchanged" if new == old else "supported",
                        to=new, evidence=source + new.rstrip("/"))
    return read


def newer_headers(path):
    for file in lines(path):
        if file.endswith((".h", ".cuh", ".hpp")):
            yield entry(file, "header", "unsupported",
                        note=NEWER[file.split("/")[0]])


def newer_names(path):
    """A class stands for its members. Those of older classes are listed if they
    are static: the list also has what a class only inherits in 1.12.1."""
    kinds = {"type": "type", "enum": "type", "alias": "type",
             "function": "function"}
    all_rows = rows(path)
    names = {row["name"] for row in all_rows}
    for row in all_rows:
        name, kind = row["name"], kinds.get(row["kind"])
        scope = name.rsplit("::", 1)[0]
        is_inner = scope in names or (
            "::" in scope and not scope.startswith("cub::Device"))
        if kind and not is_inner and "CUB_" not in name:
            yield entry(name, kind, "unsupported", note=NEWER[row["library"]])


LISTS = {
    "mutlass-headers": ("cutlass", mutlass_headers),
    "mutlass-macros": ("cutlass", mutlass_macros),
    "cub-headers": ("cpp", same_headers(MUALG)),
    "thrust-headers": ("cpp", same_headers(MUTHRUST)),
    "newer-headers": ("cpp", newer_headers),
    "newer-names": ("cpp", newer_names),
}
KEYS = ["from", "to", "kind", "status", "numeric", "evidence", "note"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mappings", type=pathlib.Path, default="mappings")
    for name in LISTS:
        parser.add_argument("--" + name, metavar="FILE")
    args = vars(parser.parse_args())
    for name, (table, read) in LISTS.items():
        path = args[name.replace("-", "_")]
        if not path:
            continue
        file = args["mappings"] / (table + ".json")
        root = json.loads(file.read_text())
        known = {(e["from"], e["kind"] == "header") for e in root["entries"]}
        for e in read(path):
            key = (e["from"], e["kind"] == "header")
            if key not in known:
                known.add(key)
                root["entries"].append({k: e[k] for k in KEYS if k in e})
        root["entries"].sort(key=lambda e: e["from"].encode())
        body = ",\n".join(json.dumps(e, ensure_ascii=False)
                          for e in root["entries"])
        head = json.dumps({k: v for k, v in root.items() if k != "entries"})
        file.write_text(f'{head[:-1]}, "entries": [\n{body}\n]}}\n')


main()

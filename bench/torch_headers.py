#!/usr/bin/env python3
"""What PyTorch's headers add to a port, as a Markdown table.

  bench/torch_headers.py --musify build/release/bin/musify --torch-path DIR [-I DIR]... FOLDER...

Each folder is ported twice, with and without PyTorch's headers; `-I` is for
Python's. A row has the names, headers and launches that change in C, C++ and
CUDA, how many of them the AST or the preprocessor saw, the seconds of the
processor, the units that were not parsed completely, each with and without the
headers, and the places where the two runs differ in an edit; `--differences`
lists these. Inline PTX is left out: a translation is always the lexer's.
"""
import argparse
import json
import pathlib
import sys
import tempfile

from compare import run

CODE = {".c", ".cc", ".cpp", ".cxx", ".cu", ".cuh", ".h", ".hpp", ".inl", ".mu", ".muh"}


def port(musify, folder, options):
    """The edits of code, each with its engine, the units with errors, and the cost."""
    with tempfile.TemporaryDirectory() as scratch:
        report = pathlib.Path(scratch, "report.json")
        cost = run([musify, "port", ".", "-q", "--no-cache", "--report", report, *options], cwd=folder, stderr=None)
        if cost.status > 1:
            sys.exit(f"error: {folder}: exit status {cost.status}")
        read = json.loads(report.read_text())
    edits = {
        (file["path"], edit["line"], edit["column"], edit["old"], edit["new"]): edit["engine"]
        for file in read["files"] if pathlib.Path(file["path"]).suffix in CODE
        for edit in file["edits"] if edit["rule"] != "inline-ptx"
    }
    return edits, len(read["notParsed"]), cost.cpu


def seen(edits):
    return sum(engine != "lexer" for engine in edits.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--musify", required=True, type=pathlib.Path)
    parser.add_argument("--torch-path", required=True)
    parser.add_argument("-I", action="append", default=[], metavar="DIR", dest="include")
    parser.add_argument("--differences", type=pathlib.Path, help="where the edits that differ are listed")
    parser.add_argument("folders", nargs="+", type=pathlib.Path, metavar="FOLDER")
    args = parser.parse_args()
    headers = ["--torch-path", args.torch_path, *(f"-I{folder}" for folder in args.include)]
    print("| extension | edits | seen | without | CPU, s | without | not parsed completely | without | different edits |")
    print("|---|" + "---:|" * 8)
    listed = []
    for folder in args.folders:
        musify, where = args.musify.absolute(), folder.resolve()
        (with_, open_with, cpu), (plain, open_plain, cpu_plain) = (
            port(musify, where, options) for options in (headers, [])
        )
        different = sorted(with_.keys() ^ plain.keys())
        listed += [(folder.name, "with" if edit in with_ else "without", *edit) for edit in different]
        row = [folder.name, len(with_), seen(with_), seen(plain), f"{cpu:.0f}", f"{cpu_plain:.0f}", open_with, open_plain,
               len(different)]
        print("| " + " | ".join(map(str, row)) + " |", flush=True)
    if args.differences:
        args.differences.write_text("".join("\t".join(map(str, row)) + "\n" for row in listed))


if __name__ == "__main__":
    main()

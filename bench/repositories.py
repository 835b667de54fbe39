#!/usr/bin/env python3
"""What it costs to port whole repositories, as a Markdown table.

  bench/repositories.py --musify build/release/bin/musify FOLDER... [-- OPTION...]

Each folder is ported as a whole, with its build scripts, to a diff: by the
lexer alone, with an empty cache, and once more with what that run kept. Seconds
are those of the processor, of the command and its children; `again` is the
share of the first run that a run costs if nothing changed. Lines are those of
the files that were read. Options go to `musify port`, e.g. `-I include`.
"""
import argparse
import json
import os
import pathlib
import sys
import tempfile

from compare import run, split_options


def port(musify, folder, options):
    """(seconds of the processor, peak MiB) of one port."""
    cost = run([musify, "port", ".", "-q", *options], cwd=folder, stderr=None)
    if cost.status not in (0, 1):
        sys.exit(f"error: {folder}: exit status {cost.status}")
    return cost.cpu, cost.peak


def count_lines(report):
    return sum(
        pathlib.Path(file["realPath"]).read_bytes().count(b"\n")
        for file in report["files"]
    )


def measure(musify, folder, options):
    with tempfile.TemporaryDirectory() as scratch:
        report = os.path.join(scratch, "report.json")
        cache = ["--cache", os.path.join(scratch, "cache")]
        lexer, _ = port(musify, folder, ["--engine", "lexer", *options])
        first, peak = port(musify, folder, [*cache, "--report", report, *options])
        again, _ = port(musify, folder, [*cache, *options])
        read = json.loads(pathlib.Path(report).read_text())
    lines = count_lines(read)
    summary = read["summary"]
    name = pathlib.Path(folder).resolve().name
    print(
        f"| {name} | {summary['filesRead']} | {lines} | {summary['edits']} | {lexer:.2f} "
        f"| {first:.1f} | {100000 * first / max(lines, 1):.1f} | {again / first:.1%} | {peak:.0f} |",
        flush=True,
    )


def main():
    arguments, options = split_options(sys.argv[1:])
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--musify", required=True)
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    args = parser.parse_args(arguments)
    musify = str(pathlib.Path(args.musify).absolute())
    print("| repository | files | lines | edits | lexer, s | port, s | s/100k lines | again | peak MiB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for folder in args.folders:
        measure(musify, folder, options)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""How much memory a port with many edits takes, as a Markdown table.

  bench/edits.py --musify build/release/bin/musify [--thousands 250 2500]

Files of 1000 edits each are made in a temporary directory and ported by the
lexer, to a diff and to a tree. Memory is the highest of the process.
"""
import argparse
import pathlib
import sys
import tempfile

from compare import run

LINE = "void f{0}(void **P) {{ cudaStream_t S; cudaMalloc(P, {0}); cudaFree(*P); cudaStreamCreate(&S); }}\n"


def make_files(folder, count):
    text = "".join(LINE.format(i) for i in range(250))
    for number in range(count):
        (folder / f"unit{number}.cu").write_text(text)


def port(musify, folder, *options):
    command = [musify, "port", "src", "--engine=lexer", "-q", *options]
    cost = run(command, cwd=folder, stderr=None)
    if cost.status != 0:
        sys.exit(f"error: exit status {cost.status}")
    return cost


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--musify", required=True, type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--thousands", type=int, nargs="+", default=[250, 2500], help="thousands of edits")
    arguments = parser.parse_args()
    print("| edits | MB | to a diff, s | MiB | to a tree, s | MiB |")
    print("|---:|---:|---:|---:|---:|---:|")
    for count in arguments.thousands:
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            (folder / "src").mkdir()
            make_files(folder / "src", count)
            size = sum(file.stat().st_size for file in (folder / "src").iterdir()) / 1e6
            diff, tree = port(arguments.musify, folder), port(arguments.musify, folder, "-o", "out")
        print(f"| {count * 1000} | {size:.0f} | {diff.cpu:.1f} | {diff.peak:.0f} | {tree.cpu:.1f} | {tree.peak:.0f} |", flush=True)


main()

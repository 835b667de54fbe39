#!/usr/bin/env python3
"""Measures musify beside other tools, all in one run, and prints ratios.

  bench/compare.py --musify build/release/bin/musify PATH... \\
      [--peer NAME='COMMAND {in} {out}'] [--peer-all NAME='COMMAND {dir} {out}']

PATH is a file or a folder of .cu files. musify runs once over all files, once
with `--engine lexer`, once as `musify lint` and, with --cuda-path, once with
that SDK; never with a cache. Ratios and rates are of the processor's seconds, so
that other work on the machine counts for little; `wall s` is what a user waits,
less with `-j`. A `--peer` is a command for one file, a `--peer-all` one for a
copy of all files; peers are not part of this repository, and it runs without
any. Files that a peer fails on are left out of its row: musify runs once more
over those that it can take.
"""
import argparse
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import typing


class Cost(typing.NamedTuple):
    cpu: float = 0  # seconds
    wall: float = 0
    peak: float = 0  # MiB
    status: int = 0

    def __add__(self, other):
        return Cost(self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak), self.status)


def run(command, **options):
    """What one command costs; `options` are those of Popen."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **options}
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, process.returncode)


def split_options(arguments):
    """What stands before `--`, and the options of musify behind it."""
    if "--" not in arguments:
        return arguments, []
    cut = arguments.index("--")
    return arguments[:cut], arguments[cut + 1 :]


def cuda_files(paths):
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*.cu") if p.is_file())
        else:
            yield path


def words_of(template, **places):
    words = shlex.split(template)
    for name, path in places.items():
        words = [w.replace("{" + name + "}", str(path)) for w in words]
    return words


def measure_each(template, files, out):
    """The cost over the files that the command can take, and these."""
    total = Cost()
    done = []
    for number, file in enumerate(files):
        cost = run(words_of(template, **{"in": file, "out": f"{out}/{number}.cu"}))
        if cost.status == 0:
            total += cost
            done.append(file)
    return total, done


def measure_all(template, files, out):
    """The cost over a copy of all files."""
    copy = pathlib.Path(out, "copy")
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for number, file in enumerate(files):
        shutil.copy(file, copy / f"{number}-{file.name}")
    return run(words_of(template, dir=copy, out=f"{out}/all"))


class Musify:
    """musify's own costs; a failure is told."""

    def __init__(self, binary, jobs, out):
        self.binary, self.jobs, self.out = binary, jobs, out

    def _run(self, *arguments):
        cost = run([self.binary, *arguments, "-q", "--no-cache", "-j", self.jobs])
        if cost.status not in (0, 1):
            print(f"musify {arguments[0]}: exit status {cost.status}", file=sys.stderr)
        return cost

    def lint(self, files):
        return self._run("lint", *map(str, files), "--no-config")

    def port(self, files, *options):
        # No peer keeps a ledger; without one, files that are there are in the way.
        tree = f"{self.out}/tree"
        shutil.rmtree(tree, ignore_errors=True)
        return self._run("port", *map(str, files), "-o", tree, "--no-ledger", *options)


def print_row(name, cost, files, lexer, full):
    size = sum(f.stat().st_size for f in files) / 1e6
    print(
        f"| {name} | {len(files)} | {cost.cpu:.2f} | {cost.wall:.2f} | {len(files) / cost.cpu:.1f} "
        f"| {size / cost.cpu:.2f} | {cost.peak:.0f} | {cost.cpu / full.cpu:.1f} | {cost.cpu / lexer.cpu:.1f} |",
        flush=True,
    )


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--musify", required=True)
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=COMMAND")
    parser.add_argument("--peer-all", action="append", default=[], metavar="NAME=COMMAND")
    parser.add_argument("--cuda-path", metavar="DIR", help="a real SDK for musify to read too")
    parser.add_argument("-j", default="1", help="of musify (default 1, as the peers)")
    parser.add_argument("paths", nargs="+")
    args = parser.parse_args()
    files = list(cuda_files(args.paths))
    if not files:
        sys.exit("no .cu file below the paths")
    size = sum(f.stat().st_size for f in files)
    lines = sum(f.read_bytes().count(b"\n") for f in files)
    print(f"{len(files)} files, {lines} lines, {size / 1e6:.2f} MB\n")
    print("| tool | files | CPU s | wall s | files/s | MB/s | peak MiB | × musify's time | × lexer's time |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        musify = Musify(args.musify, args.j, folder)
        full = musify.port(files)
        lexer = musify.port(files, "--engine", "lexer")
        print_row("musify", full, files, lexer, full)
        print_row("musify --engine lexer", lexer, files, lexer, full)
        if args.cuda_path:
            print_row("musify --cuda-path", musify.port(files, "--cuda-path", args.cuda_path), files, lexer, full)
        print_row("musify lint", musify.lint(files), files, lexer, full)
        for spec in args.peer:
            name, template = spec.split("=", 1)
            cost, done = measure_each(template, files, folder)
            if not done:
                print(f"{name}: takes none of the files", file=sys.stderr)
                continue
            ours, ours_lexer = musify.port(done), musify.port(done, "--engine", "lexer")
            if len(done) < len(files):
                print_row("musify, the files below", ours, done, ours_lexer, ours)
            print_row(name, cost, done, ours_lexer, ours)
        for spec in args.peer_all:
            name, template = spec.split("=", 1)
            cost = measure_all(template, files, folder)
            if cost.status != 0:
                print(f"{name}: exit status {cost.status}", file=sys.stderr)
            print_row(name, cost, files, lexer, full)
    print(f"\nmusify: {full.cpu / lines * 100000:.1f} s and {full.peak:.0f} MiB at most for 100,000 lines")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures musify beside other tools, all in one run, and prints ratios.

  bench/compare.py --musify build/release/bin/musify PATH... \\
      [--peer NAME='COMMAND {in} {out}'] [--peer-all NAME='COMMAND {dir} {out}']

PATH is a file or a folder of .cu files. musify runs once over all files, once
with `--engine lexer`, once as `musify lint` and, with --cuda-path, once with
that SDK; never with a cache. Seconds are those of the processor, so that other work on the machine
counts for little. A `--peer` is a command for one file, a `--peer-all`
one for a copy of all files; peers are not part of this repository, and it runs
without any. Files that a peer fails on are left out of its row and counted.
"""
import argparse
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile


def run(command, **options):
    """(seconds of the processor, peak MiB, exit status) of one command; `options`
    are those of Popen."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, **{"stderr": subprocess.DEVNULL, **options}
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode


def cuda_files(paths):
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*.cu") if p.is_file())
        else:
            yield path


def measure_each(name, template, files, out):
    """Sum over the files that the command can take."""
    seconds = peak = 0.0
    done = []
    for number, file in enumerate(files):
        words = [
            w.replace("{in}", str(file)).replace("{out}", f"{out}/{number}.cu")
            for w in shlex.split(template)
        ]
        s, p, status = run(words)
        if status == 0:
            seconds, peak = seconds + s, max(peak, p)
            done.append(file)
    return name, seconds, peak, done


def lint_over(musify, files, *options):
    return run([musify, "lint", *map(str, files), "-q", "--no-config", "--no-cache", *options])


def musify_over(musify, files, out, *options):
    return run([musify, "port", *map(str, files), "-o", f"{out}/tree", "-q", "--no-cache", *options])


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
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        ways = [("musify", []), ("musify --engine lexer", ["--engine", "lexer"])]
        if args.cuda_path:
            ways.append(("musify --cuda-path", ["--cuda-path", args.cuda_path]))
        for name, options in ways:
            s, p, status = musify_over(args.musify, files, folder, "-j", args.j, *options)
            if status not in (0, 1):
                print(f"{name}: exit status {status}", file=sys.stderr)
            rows.append([name, s, p, files, 0, 0])
        s, p, status = lint_over(args.musify, files, "-j", args.j)
        if status not in (0, 1):
            print(f"musify lint: exit status {status}", file=sys.stderr)
        rows.append(["musify lint", s, p, files, 0, 0])
        for row in rows:
            row[4:] = rows[1][1], rows[0][1]
        for spec in args.peer:
            name, template = spec.split("=", 1)
            name, s, p, done = measure_each(name, template, files, folder)
            if not done:
                print(f"{name}: takes none of the files", file=sys.stderr)
                continue
            # Both of musify's ways over the same files.
            full, _, _ = musify_over(args.musify, done, folder, "-j", args.j)
            lexer, _, _ = musify_over(args.musify, done, folder, "-j", args.j, "--engine", "lexer")
            rows.append((name, s, p, done, lexer, full))
        for spec in args.peer_all:
            name, template = spec.split("=", 1)
            copy = pathlib.Path(folder, "copy")
            shutil.rmtree(copy, ignore_errors=True)
            copy.mkdir()
            for number, file in enumerate(files):
                shutil.copy(file, copy / f"{number}-{file.name}")
            words = [w.replace("{dir}", str(copy)).replace("{out}", f"{folder}/all") for w in shlex.split(template)]
            s, p, status = run(words)
            if status != 0:
                print(f"{name}: exit status {status}", file=sys.stderr)
            rows.append((name, s, p, files, rows[1][1], rows[0][1]))
    print("| tool | files | CPU s | files/s | MB/s | peak MiB | × musify's time | × lexer's time |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for name, s, p, done, lexer, full in rows:
        mb = sum(f.stat().st_size for f in done) / 1e6
        print(
            f"| {name} | {len(done)} | {s:.2f} | {len(done) / s:.1f} | {mb / s:.2f} "
            f"| {p:.0f} | {s / full:.1f} | {s / lexer:.1f} |"
        )
    per = rows[0][1] / lines * 100000
    print(f"\nmusify: {per:.1f} s and {rows[0][2]:.0f} MiB at most for 100,000 lines")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Whether two binaries port the same, and what each costs, as a Markdown table.

  bench/same_port.py OLD NEW FOLDER... [--repeat N] [--keep DIR] [-- OPTION...]

Each folder is ported as a whole to a diff by both binaries in turn, without a
cache. The ports are the same if the diffs are equal byte for byte and findings
of the same severity remain at the same places; their wording and their ids may
differ. Seconds are those of the processor,
of the command and its children, and with --repeat the least of the runs.
Options go to `musify port`. The exit status is 1 if any port differs.
"""
import argparse
import collections
import json
import pathlib
import sys
import tempfile
import typing

from compare import run, split_options


class Port(typing.NamedTuple):
    diff: bytes
    findings: collections.Counter
    summary: dict
    lines: int  # of the files that were read
    cpu: float


def findings_of(report):
    return collections.Counter(
        (file["path"], finding["offset"], finding["length"], finding["severity"])
        for file in report["files"]
        for finding in file["findings"]
    )


def count_lines(folder, report):
    return sum(
        (folder / file["path"]).read_bytes().count(b"\n") for file in report["files"]
    )


def port(binary, folder, options, diff):
    with tempfile.TemporaryDirectory() as scratch:
        report = pathlib.Path(scratch, "report.json")
        command = [binary, "port", ".", "-q", "--no-cache", "--report", report, *options]
        with diff.open("wb") as output:
            cost = run(command, cwd=folder, stdout=output, stderr=None)
        if cost.status not in (0, 1):
            sys.exit(f"error: {folder}: {binary}: exit status {cost.status}")
        read = json.loads(report.read_text(encoding="utf-8"))
    return Port(
        diff.read_bytes(), findings_of(read), read["summary"], count_lines(folder, read), cost.cpu
    )


def only_in_one(old, new):
    """How many of what two counters hold is only in one of them."""
    return sum((old - new).values()) + sum((new - old).values())


def verdict(old, new):
    what = []
    if old.diff != new.diff:
        lines = only_in_one(*(collections.Counter(p.diff.splitlines()) for p in (old, new)))
        what.append(f"{lines} lines of the diff" if lines else "order of the diff")
    if findings := only_in_one(old.findings, new.findings):
        what.append(f"{findings} findings")
    return "**different**: " + ", ".join(what) if what else "same"


def compare(binaries, folder, options, repeat, keep):
    """Prints the row of one folder; whether the ports are the same."""
    runs = []
    for _ in range(repeat):
        runs.append([
            port(binary, folder, options, keep / f"{folder.name}.{age}.diff")
            for age, binary in zip(("old", "new"), binaries)
        ])
    old, new = runs[0]
    old_cpu, new_cpu = (min(p.cpu for p in of_one) for of_one in zip(*runs))
    result = verdict(old, new)
    print(
        f"| {folder.name} | {new.summary['filesRead']} | {new.lines} | {new.summary['edits']} "
        f"| {new.findings.total()} | {result} | {old_cpu:.1f} | {new_cpu:.1f} | {new_cpu / old_cpu:.2f} |",
        flush=True,
    )
    return result == "same"


def main():
    arguments, options = split_options(sys.argv[1:])
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old", type=pathlib.Path)
    parser.add_argument("new", type=pathlib.Path)
    parser.add_argument("folders", nargs="+", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--repeat", type=int, default=1, metavar="N", help="runs of each (default 1)")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="where the diffs stay")
    args = parser.parse_args(arguments)
    binaries = [args.old.absolute(), args.new.absolute()]
    print("| repository | files | lines | edits | findings | port | old, s | new, s | new / old |")
    print("|---|---:|---:|---:|---:|---|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as scratch:
        keep = args.keep or pathlib.Path(scratch)
        keep.mkdir(parents=True, exist_ok=True)
        rows = [compare(binaries, f.resolve(), options, args.repeat, keep) for f in args.folders]
    sys.exit(not all(rows))


if __name__ == "__main__":
    main()

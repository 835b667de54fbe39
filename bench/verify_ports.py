#!/usr/bin/env python3
"""What `musify verify` finds in the ports that musify makes, as a Markdown table.

  bench/verify_ports.py --musify build/release/bin/musify [--list] FOLDER... [-- OPTION...]

Each folder is ported to a tree, which is then compared with it. A row has the
lines of the files that were read, the seconds of the processor of both, without
a cache, the edits that are proved of all that the port has, and the findings
other than notes; --list prints these. The options behind `--` go to both
commands. Where a machine has the CUDA SDK in a folder that compilers search,
hide it to see what a user without it sees.
"""
import argparse
import json
import pathlib
import re
import sys
import tempfile

from compare import run, split_options
from repositories import count_lines

PROVED = re.compile(r"^(\d+) edits?: (\d+) proved", re.MULTILINE)


def port(musify, folder, scratch, options):
    """(seconds, lines) of a port into `scratch`/port."""
    report = scratch / "report.json"
    cost = run(
        [musify, "port", ".", "-o", f"{scratch}/port/", "-q", "--cache", "off", "--report", str(report), *options],
        cwd=folder,
        stderr=None,
    )
    if cost.status not in (0, 1):
        sys.exit(f"error: {folder}: exit status {cost.status}")
    return cost.cpu, count_lines(json.loads(report.read_text()))


def verify(musify, folder, scratch, options):
    """(seconds, edits, proved edits, findings) of the comparison."""
    found, said = scratch / "found.json", scratch / "said"
    command = [musify, "verify", ".", f"{scratch}/port", "--format=json", *options]
    with found.open("w") as out, said.open("w") as err:
        cost = run(command, cwd=folder, stdout=out, stderr=err)
    if cost.status not in (0, 1):
        sys.exit(f"error: {folder}: exit status {cost.status}: {said.read_text()}")
    edits, proved = PROVED.search(said.read_text()).groups()
    findings = [f for f in json.loads(found.read_text())["findings"] if f["severity"] != "note"]
    return cost.cpu, edits, proved, findings


def measure(musify, folder, options, lists):
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        ported, lines = port(musify, folder, scratch, options)
        seconds, edits, proved, findings = verify(musify, folder, scratch, options)
    print(
        f"| {pathlib.Path(folder).resolve().name} | {lines} | {ported:.1f} | {seconds:.1f} "
        f"| {seconds / ported:.2f} | {edits} | {proved} | {len(findings)} |",
        flush=True,
    )
    for finding in findings if lists else []:
        print(f"{finding['path']}:{finding['line']}: {finding['rule']}: {finding['message']}", file=sys.stderr)


def main():
    arguments, options = split_options(sys.argv[1:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--musify", required=True)
    parser.add_argument("--list", action="store_true", help="print each finding")
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    args = parser.parse_args(arguments)
    musify = str(pathlib.Path(args.musify).absolute())
    print("| repository | lines | port, s | verify, s | verify / port | edits | proved | findings |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for folder in args.folders:
        measure(musify, folder, options, args.list)


if __name__ == "__main__":
    main()

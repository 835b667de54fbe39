#!/usr/bin/env python3
"""Looks for names that a port renames at some places and keeps at others.

  bench/halves.py --musify build/release/bin/musify [--tsv FILE] FOLDER... [-- OPTION...]

Ports each folder to a tree and looks for old names of macros, namespaces and
source files that moved. A place that keeps the old name counts as reported if
the report has a finding on its line, or a finding that names it; comments,
strings, branches that keep their text and places that the report's edits do not
cover because the project declares the name itself are told apart only by that
finding. Then ports the result once more: nothing may change. Options behind
`--` go to `musify port`. Prints a table, and with --tsv the places.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from compare import split_options

WORD = re.compile(r"[A-Za-z_]\w*")
# Comments, strings and character literals, in C and in scripts alike.
PROSE = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL
)


def port(musify, folder, out, options):
    """Ports `folder` to `out`; the report."""
    report = out / "report.json"
    done = subprocess.run(
        [musify, "port", ".", "-o", out / "tree", "--report", report, "-q", *options],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode > 1 and not report.exists():
        sys.exit(f"halves.py: {folder}: {done.stderr.strip()}")
    return json.loads(report.read_text())


def kinds_of(musify, names):
    """Name -> kind in the mapping table."""
    if not names:
        return {}
    done = subprocess.run(
        [musify, "query", "--json", *names], stdout=subprocess.PIPE, text=True
    )
    return {e["from"]: e["kind"] for e in json.loads(done.stdout) if "from" in e}


def moved_names(musify, report):
    moved = collections.Counter(
        edit["entry"] or edit["old"]
        for file in report["files"]
        for edit in file["edits"]
        if edit["old"] != edit["new"]
    )
    kinds = kinds_of(musify, [n for n in moved if WORD.fullmatch(n)])
    return {n: c for n, c in moved.items() if kinds.get(n) in ("macro", "namespace")}


def blank(match):
    return re.sub(r"[^\n]", " ", match.group())


def places_left(text, names):
    """(line, name) where code still has one of the names."""
    code = PROSE.sub(blank, text)
    for number, line in enumerate(code.split("\n"), 1):
        for word in WORD.findall(line):
            if word in names:
                yield number, word


def check(musify, folder, options):
    with tempfile.TemporaryDirectory() as scratch:
        out = pathlib.Path(scratch)
        report = port(musify, folder, out, options)
        names = moved_names(musify, report)
        told, told_names, files = collections.defaultdict(set), set(), []
        for file in report["files"]:
            for finding in file["findings"]:
                told[file["path"]].add(finding["line"])
                if finding.get("messageId", "").startswith(("HalfRenamed", "Name", "Number")):
                    told_names.add(finding["entry"])
            if "output" in file and file["edits"]:
                files.append(file)
        silent, reported = [], 0
        for file in files:
            text = (folder / file["output"]).read_text(errors="replace")
            for line, name in places_left(text, names):
                if line in told[file["path"]] or name in told_names:
                    reported += 1
                else:
                    silent.append((file["path"], line, name))
        again = subprocess.run(
            [musify, "port", ".", "-q", *options],
            cwd=out / "tree",
            stdout=subprocess.PIPE,
            text=True,
            errors="replace",
        ).stdout
        return names, reported, silent, sum(l.startswith("@@") for l in again.split("\n"))


def main():
    arguments, options = split_options(sys.argv[1:])
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--musify", required=True)
    parser.add_argument("--tsv")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    chosen = parser.parse_args(arguments)
    musify = pathlib.Path(chosen.musify).resolve()
    places = []
    print("| repository | names moved | kept and reported | kept in silence | hunks of a second port |")
    print("|---|---:|---:|---:|---:|")
    for folder in chosen.folders:
        names, reported, silent, hunks = check(musify, folder.resolve(), options)
        print(f"| {folder.name} | {len(names)} | {reported} | {len(silent)} | {hunks} |", flush=True)
        places += [(folder.name, *place) for place in silent]
    if chosen.tsv:
        with open(chosen.tsv, "w") as out:
            for place in places:
                print(*place, sep="\t", file=out)
    return 1 if places else 0


if __name__ == "__main__":
    sys.exit(main())

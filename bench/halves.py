#!/usr/bin/env python3
"""Looks for names that a port renames at some places and keeps at others.

  bench/halves.py --musify build/release/bin/musify [--tsv FILE] FOLDER... [-- OPTION...]

Ports each folder to a tree and looks for old names of macros and namespaces
that moved. A place that keeps the old name counts as reported if the
report has a finding on its line, or on another line of its directive. Comments
and strings are left out, Python files, where `cutlass` is a module, and names
that the project defines and that stay, as `--dump=program` has them. Then ports
the result once more: nothing may change. Options behind `--` go to `musify port`. Prints a table, and with --tsv the
places.
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


def kept_names(musify, folder, options):
    """(path, name) of names that the project defines and that stay."""
    done = subprocess.run(
        [musify, "port", ".", "--dump=program", *options],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    entities = json.loads(done.stdout)["entities"] if done.stdout else []
    return {
        (place["path"], entity["name"])
        for entity in entities
        if entity["fate"] == "stays"
        for place in entity["occurrences"]
    }


def blank(match):
    return re.sub(r"[^\n]", " ", match.group())


def without_edits(text, edits):
    """The text of bytes, with blanks where an edit changes it."""
    code = bytearray(text)
    for edit in edits:
        begin, end = edit["offset"], edit["offset"] + edit["length"]
        code[begin:end] = re.sub(rb"[^\n]", b" ", code[begin:end])
    return code.decode(errors="replace")


def places_left(text, names):
    """(lines of the directive so far, name) where code keeps a name."""
    code = PROSE.sub(blank, text)
    first = 1
    for number, line in enumerate(code.split("\n"), 1):
        if not re.match(r"\s*#\s*(error|warning)\b", line):
            for word in WORD.findall(line):
                if word in names:
                    yield range(first, number + 1), word
        first = first if line.endswith("\\") else number + 1


def check(musify, folder, options):
    with tempfile.TemporaryDirectory() as scratch:
        out = pathlib.Path(scratch)
        report = port(musify, folder, out, options)
        names = moved_names(musify, report)
        kept = kept_names(musify, folder, options)
        told, files = collections.defaultdict(set), []
        for file in report["files"]:
            for finding in file["findings"]:
                told[file["path"]].add(finding["line"])
            if file["edits"] and not file["path"].endswith(".py"):
                files.append(file)
        silent, reported = [], 0
        for file in files:
            text = without_edits(
                pathlib.Path(file["realPath"]).read_bytes(), file["edits"]
            )
            for lines, name in places_left(text, names):
                if (file["path"], name) in kept:
                    continue
                # The finding of a condition may be at its next line.
                if told[file["path"]].intersection([*lines, lines[-1] + 1]):
                    reported += 1
                else:
                    silent.append((file["path"], lines[-1], name))
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

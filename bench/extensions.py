#!/usr/bin/env python3
"""How extensions of PyTorch port by one command, as a Markdown table.

  bench/extensions.py --musify build/release/bin/musify [--tsv FILE] FOLDER... [-- OPTION...]

Each folder is ported to a complete tree, with `--copy-all --python` and the
options behind `--`, such as `--engine=lexer` or `--torch-path DIR`. A row has
the files that changed, the edits by engine, the findings, seconds of the
processor, the hunks that a second port of the result would change, and the
stale names: places of the result, comments and documents aside, that name a
file by its old name although the port renamed it, and that no finding is about.
--tsv lists these places. The exit status is 1 if there is a hunk or a stale
name.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from compare import run, split_options

DOCUMENTS = {".md", ".utf8", ".rst", ".txt", ".ipynb", ".html", ".svg", ".csv", ".patch", ".diff"}
HASH_COMMENTS = {".py", ".pyx", ".sh", ".bash", ".cmake", ".yml", ".yaml", ".toml", ".cfg", ".ini", ".in"}
# Strings first: a `#` or `//` in one begins no comment.
STRING = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
HASH_PROSE = re.compile(rf"(\"\"\".*?\"\"\"|'''.*?'''|#[^\n]*)|{STRING}", re.DOTALL)
C_PROSE = re.compile(rf"(//[^\n]*|/\*.*?\*/)|{STRING}", re.DOTALL)


def blank(match):
    return re.sub(r"[^\n]", " ", match.group()) if match.group(1) else match.group()


def without_comments(path, text):
    hashes = path.suffix in HASH_COMMENTS or path.name in ("CMakeLists.txt", "Makefile", "Dockerfile")
    return (HASH_PROSE if hashes else C_PROSE).sub(blank, text)


def is_text(path):
    return path.is_file() and not path.is_symlink() and b"\0" not in path.read_bytes()[:4096]


def renamed_names(folder, tree):
    """Old names of files that the port renamed, each without its directory."""
    old = {p.name for p in folder.rglob("*.cu*") if p.suffix in (".cu", ".cuh")}
    kept = {p.name for p in tree.rglob("*.cu*")}
    return old - kept


def stale_places(folder, tree, report):
    """(path, line, name) for each place that no finding is about."""
    names = renamed_names(folder, tree)
    told = collections.defaultdict(set)
    for file in report["files"]:
        for finding in file["findings"]:
            told[file["path"]].add(finding["line"])
    for path in sorted(tree.rglob("*")) if names else []:
        relative = path.relative_to(tree)
        is_document = path.suffix in DOCUMENTS and path.name != "CMakeLists.txt"
        if is_document or ".musify" in relative.parts or not is_text(path):
            continue
        text = without_comments(path, path.read_text(errors="replace"))
        for number, line in enumerate(text.split("\n"), 1):
            for word in re.findall(r"[\w.-]+\.cuh?\b", line):
                if word in names and number not in told[str(relative)]:
                    yield relative, number, word


def measure(musify, folder, options):
    """The row of one folder, and its stale places."""
    with tempfile.TemporaryDirectory() as scratch:
        tree, report = pathlib.Path(scratch, "tree"), pathlib.Path(scratch, "report.json")
        command = [musify, "port", ".", "--python", "-q", "--no-cache", *options]
        cost = run([*command, "-o", tree, "--copy-all", "--report", report], cwd=folder, stderr=None)
        if cost.status > 1:
            sys.exit(f"error: {folder}: exit status {cost.status}")
        read = json.loads(report.read_text())
        stale = list(stale_places(folder, tree, read))
        again = subprocess.run(command, cwd=tree, stdout=subprocess.PIPE, text=True, errors="replace").stdout
    hunks = sum(line.startswith("@@") for line in again.split("\n"))
    summary = read["summary"]
    engines, found = summary["editsByEngine"], summary["findingsBySeverity"]
    row = [
        folder.name, summary["filesChanged"], engines["ast"], engines["preprocessor"], engines["lexer"],
        found["error"], found["warning"], found["note"], f"{cost.cpu:.1f}", hunks, len(stale),
    ]
    return row, stale, hunks


def main():
    arguments, options = split_options(sys.argv[1:])
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--musify", required=True, type=pathlib.Path)
    parser.add_argument("--tsv", type=pathlib.Path, help="where the stale names are listed")
    parser.add_argument("folders", nargs="+", type=pathlib.Path, metavar="FOLDER")
    args = parser.parse_args(arguments)
    print("| extension | files changed | edits: AST | preprocessor | lexer | errors | warnings | notes | CPU, s | second port, hunks | stale names |")
    print("|---|" + "---:|" * 10)
    places, failed = [], False
    for folder in args.folders:
        row, stale, hunks = measure(args.musify.absolute(), folder.resolve(), options)
        print("| " + " | ".join(map(str, row)) + " |", flush=True)
        places += [(folder.name, *place) for place in stale]
        failed |= bool(stale or hunks)
    if args.tsv:
        args.tsv.write_text("".join("\t".join(map(str, p)) + "\n" for p in places))
    return failed


if __name__ == "__main__":
    sys.exit(main())

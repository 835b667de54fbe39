#!/usr/bin/env python3
"""ptx_share.py MUSIFY REPOSITORY...: what becomes of the inline PTX of repositories, as a table of Markdown.

Each repository is ported by the lexer alone, into a temporary directory. A statement is translated (an edit), exact advice
(a finding that says why it is not and what to do), of a family that needs another design, or unknown."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from collections import Counter


def plan_of(musify, repository):
    with tempfile.TemporaryDirectory() as out:
        run = subprocess.run([musify, "port", repository, "-o", out, "--engine=lexer", "-q", "--dump=plan"],
                             capture_output=True, text=True)
    return json.loads(run.stdout)["files"]


def classes_of(files):
    counts, families, unknown = Counter(), Counter(), Counter()
    for file in files:
        counts["translated"] += sum(e["rule"] == "inline-ptx" for e in file["edits"])
        for finding in file["findings"]:
            if finding.get("messageId") == "PtxFamily":
                number, opcode = re.search(r"has (\d+) asm .*first with `([^`]*)`", finding["message"]).groups()
                counts["family"] += int(number)
                families[opcode.split(".")[0]] += int(number)
            elif finding.get("messageId") == "InlinePtx" and finding["severity"] != "note":
                parts = re.findall(r"no translation of (.*?) is known", finding["message"])
                opcodes = re.findall(r"`([^`]*)`", " ".join(parts))
                counts["unknown" if opcodes else "advice"] += 1
                unknown.update(opcodes)
    return counts, families, unknown


def share(counts):
    outside = counts["translated"] + counts["advice"] + counts["unknown"]
    good = counts["translated"] + counts["advice"]
    return f"{100 * good / outside:.1f} %" if outside else "-"


def row(name, c):
    print(f"| {name} | {c['translated']} | {c['advice']} | {c['unknown']} | {share(c)} | {c['family']} |")


def main():
    musify, *repositories = sys.argv[1:]
    print("| repository | translated | advice | unknown | translated or advice | families |")
    print("|---|---:|---:|---:|---:|---:|")
    total, families, unknown = Counter(), Counter(), Counter()
    for repository in repositories:
        c, f, u = classes_of(plan_of(musify, repository))
        total, families, unknown = total + c, families + f, unknown + u
        row(pathlib.Path(repository).name, c)
    row("all", total)
    print("\nfamilies by first opcode: " + ", ".join(f"{k} {n}" for k, n in families.most_common()))
    print("unknown: " + ", ".join(f"{k} {n}" for k, n in unknown.most_common(40)))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""How many findings of `musify lint` on real code are right.

  bench/precision.py --musify build/release/bin/musify [--list] NAME=FOLDER...

NAME is a repository of verdicts.tsv, FOLDER a checkout of it. musify runs over
the files that the verdicts name; what it finds there is joined with the
verdicts, and the counts by rule are printed:

  true       the finding was read and is right
  false      it was read and is wrong
  unjudged   nobody has read it yet; --list tells each with its key
  gone       a verdict whose finding did not come up any more

A verdict is a line of bench/verdicts.tsv: repository, path, rule, key, verdict,
reason. The key is the finding's fingerprint (Baseline.h): a hash of rule, path
and line without blanks, so no code of others is kept here. The exit status is 1
if a finding is unjudged.
"""
import argparse
import collections
import csv
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
RULES = re.compile("MUSA0(2|3|5)")


def read_verdicts(path):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        if row["verdict"] not in ("true", "false"):
            sys.exit(f"{path}: verdict `{row['verdict']}` is neither true nor false")
    return rows


def lint(musify, folder, paths):
    command = [musify, "lint", *paths, "--no-config", "-q", "--format=json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"{folder}: {done.stderr}")
    return [f for f in json.loads(done.stdout)["findings"] if RULES.match(f["rule"])]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--musify", required=True)
    parser.add_argument("--verdicts", default=HERE / "verdicts.tsv")
    parser.add_argument("--list", action="store_true", help="tell each unjudged, false and gone one")
    parser.add_argument("corpora", nargs="+", metavar="NAME=FOLDER")
    args = parser.parse_args()
    musify = str(pathlib.Path(args.musify).absolute())
    verdicts = read_verdicts(args.verdicts)
    counts = collections.defaultdict(collections.Counter)
    for corpus in args.corpora:
        name, folder = corpus.split("=", 1)
        known = {v["key"]: v for v in verdicts if v["repository"] == name}
        if not known:
            sys.exit(f"no verdict is about `{name}`")
        for finding in lint(musify, folder, sorted({v["path"] for v in known.values()})):
            verdict = known.pop(finding["fingerprint"], None)
            kind = verdict["verdict"] if verdict else "unjudged"
            counts[finding["rule"]][kind] += 1
            if args.list and kind != "true":
                where = f"{name}: {finding['path']}:{finding['line']}: {finding['rule']}"
                why = verdict["reason"] if verdict else f"{finding['fingerprint']} {finding['message']}"
                print(f"{kind}: {where}: {why}")
        for verdict in known.values():
            counts[verdict["rule"]]["gone"] += 1
            if args.list:
                print(f"gone: {name}: {verdict['path']}: {verdict['rule']}: {verdict['reason']}")
    kinds = ["true", "false", "unjudged", "gone"]
    print("| rule | " + " | ".join(kinds) + " |")
    print("|---|" + "---:|" * len(kinds))
    for rule in sorted(counts):
        print(f"| {rule} | " + " | ".join(str(counts[rule][k]) for k in kinds) + " |")
    total = {k: sum(c[k] for c in counts.values()) for k in kinds}
    print("| all | " + " | ".join(str(total[k]) for k in kinds) + " |")
    return 1 if total["unjudged"] else 0


sys.exit(main())

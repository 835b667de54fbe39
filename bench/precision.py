#!/usr/bin/env python3
"""How many findings of `musify lint` on real code are right.

  bench/precision.py --musify build/release/bin/musify [--list] NAME=FOLDER...

NAME is a repository of verdicts.tsv, FOLDER a checkout of it. musify runs over
the paths that corpora.tsv gives for it, with the flags there (a header is read
as its units see it, so that they must be among the paths), or over the files
that the verdicts name if it has no line there. What it finds in the files that
verdicts name is joined with them, and the counts by rule are printed, of notes
apart:

  true       the finding was read and is right
  false      it was read and is wrong
  unjudged   nobody has read it yet; --list tells each with its key
  gone       a verdict whose finding did not come up; --drop-gone removes it

With --sample N nothing is joined: N findings of each family (warp, conditions,
strings) are drawn at random from all of each folder, and told with the lines
around them, to be judged. bench/sample.tsv holds verdicts of such a draw;
--sampled reads it, and then findings without a verdict do not count.

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
import random
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
RULES = re.compile("MUSA0([2356]|40[234])")


def read_table(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def read_verdicts(path):
    rows = read_table(path)
    for row in rows:
        if row["verdict"] not in ("true", "false"):
            sys.exit(f"{path}: verdict `{row['verdict']}` is neither true nor false")
    return rows


def write_verdicts(path, rows):
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def lint(musify, folder, paths, flags):
    command = [musify, "lint", *paths, *flags, "--no-config", "-q", "--format=json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"{folder}: {done.stderr}")
    return [f for f in json.loads(done.stdout)["findings"] if RULES.match(f["rule"])]


def draw(musify, corpora, flags_of, count, seed):
    """Tells `count` findings of each family, drawn from all corpora."""
    families = collections.defaultdict(list)
    for name, folder in corpora:
        for finding in lint(musify, folder, ["."], flags_of(name)):
            families[finding["rule"][:6]].append((name, folder, finding))
    chance = random.Random(seed)
    for family in ("MUSA02", "MUSA03", "MUSA05"):
        found = sorted(families[family], key=lambda f: (f[0], f[2]["path"], f[2]["fingerprint"]))
        print(f"==== {family}: {len(found)} findings")
        for name, folder, finding in chance.sample(found, min(count, len(found))):
            line = finding["line"]
            print(f"\n== {name}\t{finding['path']}\t{finding['rule']}\t{finding['fingerprint']}")
            print(f"{line}: {finding['severity']}: {finding['message']}")
            text = pathlib.Path(folder, finding["path"]).read_text(errors="replace").splitlines()
            for number in range(max(line - 16, 0), min(line + 10, len(text))):
                print(f"{number + 1:6} {text[number]}")


def row_of(finding):
    note = ", as note" if finding["severity"] == "note" else ""
    return f"{finding['rule']} {finding['name']}{note}"


def print_table(counts):
    kinds = ["true", "false", "unjudged", "gone"]
    total = {k: sum(c[k] for c in counts.values()) for k in kinds}
    print("| rule | " + " | ".join(kinds) + " |")
    print("|---|" + "---:|" * len(kinds))
    for row in sorted(counts):
        print(f"| {row} | " + " | ".join(str(counts[row][k]) for k in kinds) + " |")
    print("| all | " + " | ".join(str(total[k]) for k in kinds) + " |")
    return total


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--musify", required=True)
    parser.add_argument("--sample", type=int, metavar="N", help="draw N findings of each family")
    parser.add_argument("--seed", type=int, default=1, help="of the draw (default 1)")
    parser.add_argument("--sampled", action="store_true", help="the verdicts of bench/sample.tsv")
    parser.add_argument("--list", action="store_true", help="tell each unjudged, false and gone one")
    parser.add_argument("--drop-gone", action="store_true", help="remove verdicts that are gone")
    parser.add_argument("corpora", nargs="+", metavar="NAME=FOLDER")
    args = parser.parse_args()
    musify = str(pathlib.Path(args.musify).absolute())
    runs = {row["repository"]: row for row in read_table(HERE / "corpora.tsv")}
    corpora = [corpus.split("=", 1) for corpus in args.corpora]

    def flags_of(name):
        return runs[name]["flags"].split() if name in runs else []

    if args.sample:
        draw(musify, corpora, flags_of, args.sample, args.seed)
        return 0
    table = HERE / ("sample.tsv" if args.sampled else "verdicts.tsv")
    verdicts = read_verdicts(table)
    counts = collections.defaultdict(collections.Counter)
    gone = []
    for name, folder in corpora:
        known = {v["key"]: v for v in verdicts if v["repository"] == name}
        if not known:
            sys.exit(f"no verdict is about `{name}`")
        read = {v["path"] for v in known.values()}
        paths = runs[name]["paths"].split() if name in runs else sorted(read)
        for finding in lint(musify, folder, ["."] if args.sampled else paths, flags_of(name)):
            if finding["path"] not in read:
                continue
            verdict = known.pop(finding["fingerprint"], None)
            if args.sampled and not verdict:
                continue
            kind = verdict["verdict"] if verdict else "unjudged"
            counts[row_of(finding)][kind] += 1
            if args.list and kind != "true":
                where = f"{name}: {finding['path']}:{finding['line']}: {finding['rule']}"
                why = verdict["reason"] if verdict else f"{finding['fingerprint']} {finding['message']}"
                print(f"{kind}: {where}: {why}")
        for verdict in known.values():
            gone.append(verdict)
            counts[verdict["rule"]]["gone"] += 1
            if args.list:
                print(f"gone: {name}: {verdict['path']}: {verdict['rule']}: {verdict['reason']}")
    if args.drop_gone and gone:
        write_verdicts(table, [v for v in verdicts if v not in gone])
    return 1 if print_table(counts)["unjudged"] else 0


sys.exit(main())

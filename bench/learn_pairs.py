#!/usr/bin/env python3
"""How much of a person's port musify repeats, over all tokens.

  bench/learn_pairs.py --musify MUSIFY --eval DIR --pair NAME ORIGINAL PORT ... [-- OPTION...]

DIR holds pairs.py, ctok.py and pairs.tsv, which say what counts. The files of each pair are divided
in two halves by a hash of their paths. With --learn, rules are learned from one half and scored on
the other, both ways; the whole original is ported each time, since names are decided for a project.
Without it, both halves are scored as `musify port OPTION...` makes them.

`all` and `core` count tokens that have one for one another token in their place. `more` counts the
tokens of all other changes: what the person added, removed or wrote anew, how much of it musify made
alike (recall), and how much of what musify made so is the person's (precision).
"""
import argparse
import collections
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--musify", required=True)
    parser.add_argument("--eval", required=True)
    parser.add_argument("--learn", action="store_true")
    parser.add_argument("--min-sim", type=float, default=0.9)
    parser.add_argument("--top", type=int, default=0, help="list so many disagreements")
    parser.add_argument("--pair", nargs=3, action="append", required=True, metavar=("NAME", "ORIGINAL", "PORT"))
    own = sys.argv[1:]
    rest = own[own.index("--") + 1:] if "--" in own else []
    return parser.parse_args(own[:own.index("--")] if "--" in own else own), rest


def half(path):
    return int(hashlib.sha1(path.encode()).hexdigest(), 16) % 2


def copy(root, paths, to):
    for path in paths:
        os.makedirs(os.path.dirname(os.path.join(to, path)), exist_ok=True)
        shutil.copyfile(os.path.join(root, path), os.path.join(to, path))


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    if done.returncode == 2:
        sys.exit(f"{' '.join(command)}: {done.stderr[-2000:]}")


def ported(musify, original, options):
    """Text of each file of the original after a port, by its path."""
    with tempfile.TemporaryDirectory() as out:
        run(musify, "port", original, "-o", out, "-q", *options)
        ledger = json.load(open(os.path.join(out, ".musify", "ledger.json")))
        return {entry["source"]: open(os.path.join(out, path), errors="replace", newline="").read()
                for path, entry in ledger["files"].items() if os.path.isfile(os.path.join(out, path))}


class Pair:
    def __init__(self, name, original, port, rows, pairs):
        prefixes = [prefix for _, prefix in pairs.PAIRS[name][0]]
        there = pairs.PAIRS[name][1][1]
        self.name, self.original, self.port = name, original, port
        self.files = {}  # path of the original -> path of the port, similarity
        for row in rows:
            if row["pair"] == name:
                old = os.path.relpath(row["op"], prefixes[0] or ".")
                self.files[old] = (os.path.relpath(row["hp"], there or "."), float(row["sim"]))

    def rules(self, musify, which, to, options):
        chosen = [path for path in self.files if half(path) == which]
        with tempfile.TemporaryDirectory() as here:
            copy(self.original, chosen, here + "/original")
            copy(self.port, [self.files[path][0] for path in chosen], here + "/port")
            run(musify, "learn", here + "/original", here + "/port", "-q", "-o", to, *options)


def score(pair, texts, chosen, ctok, pairs, total, disagreements):
    for path in chosen:
        if path not in texts:
            sys.exit(f"{pair.name}: no port of {path}")
        old = ctok.tokenize(ctok.read(os.path.join(pair.original, path)), want_kind=True)
        human = ctok.tokenize(ctok.read(os.path.join(pair.port, pair.files[path][0])))
        counts, different = pairs.score_file(old, human, ctok.tokenize(texts[path]))
        total.update(counts)
        disagreements.update(different)


def line(name, total, pairs):
    def rate(part, whole):
        return f"{100 * part / whole:5.1f}" if whole else "    -"
    figures = {key: sum(total[key, kind] for kind in pairs.CATS) for key in ("h", "t", "ok")}
    core = {key: sum(total[key, kind] for kind in ("api", "include")) for key in ("h", "t", "ok")}
    more = (f"   more: {total['struct']:6} recall {rate(total['struct_same'], total['struct'])} precision "
            f"{rate(total['struct_same'], total['tstruct'])}")
    return (f"{name:10} all: {figures['h']:6} recall {rate(figures['ok'], figures['h'])} precision "
            f"{rate(figures['ok'], figures['t'])}   core: {core['h']:6} recall {rate(core['ok'], core['h'])} "
            f"precision {rate(core['ok'], core['t'])}" + more)


def main():
    options, rest = arguments()
    sys.dont_write_bytecode = True
    sys.path.insert(0, options.eval)
    import ctok
    import pairs
    rows = pairs.load()
    all_total, different = collections.Counter(), collections.Counter()
    for name, original, port in options.pair:
        pair = Pair(name, original, port, rows, pairs)
        total = collections.Counter()
        if not options.learn:
            texts = ported(options.musify, pair.original, rest)
        for which in (0, 1):
            chosen = [path for path, (_, sim) in pair.files.items()
                      if half(path) == which and sim >= options.min_sim]
            if options.learn:
                with tempfile.NamedTemporaryFile(suffix=".json") as file:
                    pair.rules(options.musify, 1 - which, file.name, [o for o in rest if o.startswith("--engine")])
                    texts = ported(options.musify, pair.original, [*rest, "--mapping", file.name])
            score(pair, texts, chosen, ctok, pairs, total, different)
        print(line(name, total, pairs), flush=True)
        all_total.update(total)
    print(line("all", all_total, pairs))
    for (old, human, tool, kind), count in different.most_common(options.top):
        print(f"  {count:5} {kind:8} {old[:60]} -> {human[:60]} | {(tool or '')[:60]}")


if __name__ == "__main__":
    main()

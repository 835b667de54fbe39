#!/usr/bin/env python3
"""Counts the wrong changes of known cases that `musify verify` finds.

  bench/wrong_changes.py --musify build/release/bin/musify CASES

CASES is a folder of cases in the format of musify's own: each has an input `in`
and a `case.toml` whose checks say with `must` and `mustnot` what a port must and
must not write. Each input is ported, and a wrong change is made in the port by
hand: what it must write gets the other platform's words, and what it must not
write takes the place of the same text in the other platform's words. The change
counts as found if there is a finding, other than a note, that the right port does
not have. Texts that the port does not have are left out. The exit status is 1 if
a change is not found.
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

WORDS = [("cuda", "musa"), ("CUDA", "MUSA"), ("Cuda", "Musa"), (".cu", ".mu"), ("nccl", "mccl"), ("cudnn", "mudnn"), ("cu", "mu"), ("CU", "MU")]


def in_other_words(text):
    """The text with the words of one platform as those of the other, both ways."""
    for here, there in WORDS + [(b, a) for a, b in WORDS]:
        if here in text:
            yield text.replace(here, there)


def listed(value):
    return [value] if isinstance(value, str) else value or []


def changes_of(checks):
    """(file, right text, wrong text) for each literal text of the checks."""
    for check in checks:
        yield from changes_of(check.get("any", []) + check.get("all", []))
        if "file" not in check or check.get("regex"):
            continue
        for text in listed(check.get("must")):
            yield from ((check["file"], text, other) for other in list(in_other_words(text))[:1])
        for text in listed(check.get("mustnot")):
            yield from ((check["file"], other, text) for other in in_other_words(text))


def findings(musify, original, port):
    command = [musify, "verify", original, port, "--format=json", "--no-config"]
    out = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if out.returncode not in (0, 1):
        sys.exit(f"error: {original}: {out.stderr}")
    return {
        (f["rule"], f["path"], f["line"], f["message"])
        for f in json.loads(out.stdout)["findings"]
        if f["severity"] != "note"
    }


def changed(text, right, wrong):
    """The text with the wrong text in place of the first right one, or None."""
    at = re.search(r"(?<!\w)" + re.escape(right), text)
    return text[: at.start()] + wrong + text[at.end() :] if at else None


def measure(musify, case, counts):
    checks = tomllib.loads((case / "case.toml").read_text()).get("checks", [])
    changes = sorted({c for c in changes_of(checks) if c[0].startswith("out/")})
    if not changes or not (case / "in").is_dir():
        return
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        shutil.copytree(case / "in", scratch / "in")
        subprocess.run([musify, "port", "in", "-o", "out/", "-q"], cwd=scratch, capture_output=True, timeout=120)
        known = None
        for file, right, wrong in changes:
            path = scratch / file
            text = path.read_text(errors="surrogateescape") if path.is_file() else ""
            mutant = changed(text, right, wrong)
            if mutant is None:
                continue
            known = findings(musify, scratch / "in", scratch / "out") if known is None else known
            path.write_text(mutant, errors="surrogateescape")
            is_found = bool(findings(musify, scratch / "in", scratch / "out") - known)
            path.write_text(text, errors="surrogateescape")
            counts[is_found] += 1
            if not is_found:
                print(f"not found: {case.name}: {file}: {right!r} became {wrong!r}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--musify", required=True)
    parser.add_argument("cases", metavar="CASES")
    args = parser.parse_args()
    counts = {True: 0, False: 0}
    for case in sorted(pathlib.Path(args.cases).iterdir()):
        if (case / "case.toml").is_file():
            measure(str(pathlib.Path(args.musify).absolute()), case, counts)
    print(f"{sum(counts.values())} wrong changes made, {counts[True]} found")
    return 1 if counts[False] else 0


if __name__ == "__main__":
    sys.exit(main())

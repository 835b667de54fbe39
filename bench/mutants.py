#!/usr/bin/env python3
"""Counts the faults in a port that `musify verify` finds.

  bench/mutants.py --musify build/release/bin/musify [--each N] [--seed S] FOLDER... [-- OPTION...]

Ports each folder, then makes wrong ports out of the right one: each mutant has one
fault of one kind in one file. `musify verify` compares the file with its original, or
the whole tree where the fault is between files; the fault counts as found if there is a
finding, other than a note, that the right port does not have. Prints a table by kind, and the mutants that survive. Options
behind `--` go to both commands.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import typing

from compare import split_options

TOKEN = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<string>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*')"
    r"|(?P<name>[A-Za-z_]\w*)|(?P<number>\d[\w.]*)|(?P<space>\s+)|(?P<mark><<<|>>>|==|!=|<=|>=|&&|\|\||.)",
    re.DOTALL,
)
CODE = {".mu", ".muh", ".cpp", ".cc", ".h", ".hpp", ".c", ".inl"}
KINDS = {}


def kind(function):
    """A kind of mutant: yields texts, from the port's and the original's."""
    KINDS[function.__name__.replace("_", " ")] = function
    return function


def between_files(function):
    """The fault shows only beside the other files."""
    function.whole = True
    return function


def without_comments(text):
    """Comments become blanks of the same length."""
    return re.sub(r"//[^\n]*|/\*.*?\*/", lambda m: " " * len(m[0]), text, flags=re.S)


def tokens(text, *groups):
    return [m for m in TOKEN.finditer(text) if m.lastgroup in groups]


def replaced(text, match, new):
    return text[: match.start()] + new + text[match.end() :]


def lines(text):
    return text.splitlines(keepends=True)


def dropped_line(text, wanted):
    """The text without one of the lines that match."""
    all_lines = lines(text)
    for i, line in enumerate(all_lines):
        if re.match(wanted, line) and not all_lines[i].rstrip().endswith("\\"):
            yield "".join(all_lines[:i] + all_lines[i + 1 :])


def old_names(port, original):
    """New name -> old name, of tokens that the port changed."""
    new = collections.Counter(m[0] for m in tokens(port, "name"))
    old = collections.Counter(m[0] for m in tokens(original, "name"))
    gone, come = list((old - new).elements()), list((new - old).elements())
    return {
        n: o
        for n in set(come)
        for o in set(gone)
        if n.lower().replace("mu", "cu", 1).replace("cusa", "cuda") == o.lower() and old[o] and not old[n]
    }


@kind
def use_not_renamed(port, original):
    names = old_names(port, original)
    for m in tokens(port, "name"):
        if m[0] in names:
            yield replaced(port, m, names[m[0]])


@kind
@between_files
def renamed_too_many(port, original):
    for m in tokens(port, "name"):
        if "cu" in m[0].lower() and m[0] in original:
            yield replaced(port, m, m[0].replace("cu", "mu").replace("CU", "MU"))


@kind
def definition_and_use_apart(port, original):
    first = {}
    for m in tokens(port, "name"):
        first.setdefault(m[0], []).append(m)
    for name, places in first.items():
        if len(places) > 1 and len(name) > 3 and name in original:
            yield replaced(port, places[0], name + "_")


@kind
def guard_turned(port, original):
    for old, new in ("ifdef", "ifndef"), ("ifndef", "ifdef"), ("if", "if !"):
        for m in re.finditer(r"^[ \t]*#[ \t]*(%s)\b" % old, port, re.M):
            yield port[: m.start(1)] + new + port[m.end(1) :]


@kind
def edit_one_token_off(port, original):
    names = old_names(port, original)
    all_names = tokens(port, "name")
    for m, after in zip(all_names, all_names[1:]):
        if m[0] in names and after[0] not in names:
            half = replaced(port, after, m[0])
            yield replaced(half, m, names[m[0]])


@kind
def arguments_exchanged(port, original):
    for m in re.finditer(r"\(\s*(\w+)\s*,\s*(\w+)\s*[,)]", without_comments(port)):
        if m[1] != m[2]:
            a, b = m.span(1), m.span(2)
            yield port[: a[0]] + m[2] + port[a[1] : b[0]] + m[1] + port[b[1] :]


@kind
def enumerator_of_another_value(port, original):
    pairs = {
        "musaMemcpyHostToDevice": "musaMemcpyDeviceToHost",
        "musaMemcpyDeviceToHost": "musaMemcpyHostToDevice",
        "musaSuccess": "musaErrorUnknown",
        "MUBLAS_OP_N": "MUBLAS_OP_T",
        "MUBLAS_OP_T": "MUBLAS_OP_N",
    }
    for m in tokens(port, "name"):
        if m[0] in pairs:
            yield replaced(port, m, pairs[m[0]])


@kind
def member_captured(port, original):
    for m in re.finditer(r"^(struct|class)\s+\w+[^;{]*\{", port, re.M):
        yield port[: m.end()] + "\n  int musaFree(void *);" + port[m.end() :]


@kind
def header_left_out(port, original):
    yield from dropped_line(port, r"\s*#\s*include\b")


@kind
def launch_argument_dropped(port, original):
    for m in re.finditer(r"<<<[^<>]*?(,[^,<>]*)>>>", without_comments(port)):
        yield port[: m.start(1)] + port[m.end(1) :]


@kind
def string_changed(port, original):
    for m in tokens(port, "string"):
        if len(m[0]) > 3:
            yield replaced(port, m, m[0][:-2] + "x" + m[0][-1])


@kind
def branch_deleted(port, original):
    for m in re.finditer(r"^#if[^\n]*\n((?:(?!#).*\n)+?)#else", port, re.M):
        yield port[: m.start(1)] + port[m.end(1) :]


@kind
def file_not_ported(port, original):
    if old_names(port, original):
        yield original


@kind
def line_lost(port, original):
    yield from dropped_line(port, r"\s*[\w:]+\s*[\w.>\[\]-]*\s*[=(].*;\s*$")


@kind
def cast_changed(port, original):
    for m in re.finditer(r"\((int|float|double|char)\s*\*?\)|_cast<(\w+)", without_comments(port)):
        which = 1 if m[1] else 2
        yield port[: m.start(which)] + "short" + port[m.end(which) :]


@kind
def undef_lost(port, original):
    yield from dropped_line(port, r"\s*#\s*undef\b")


@kind
def file_cut_short(port, original):
    all_lines = lines(port)
    if len(all_lines) > 20:
        yield "".join(all_lines[: len(all_lines) * 2 // 3])


@kind
def number_changed(port, original):
    for m in tokens(port, "number"):
        yield replaced(port, m, "7" + m[0])


@kind
def operator_changed(port, original):
    other = {"==": "!=", "!=": "==", "&&": "||", "||": "&&", "<=": ">=", ">=": "<="}
    for m in tokens(port, "mark"):
        if m[0] in other:
            yield replaced(port, m, other[m[0]])


@kind
def code_added(port, original):
    for m in re.finditer(r";[ \t]*\n", port):
        yield port[: m.end()] + "musaDeviceSynchronize();\n" + port[m.end() :]


@kind
def default_of_a_macro_changed(port, original):
    for m in re.finditer(r"^#define\s+\w+\s+(\w+)\s*$", port, re.M):
        yield port[: m.start(1)] + m[1] + "0" + port[m.end(1) :]


def script_kind(name, pattern, new):
    def mutate(port, original):
        for m in re.finditer(pattern, port):
            line = port[port.rfind("\n", 0, m.start()) + 1 : m.start()]
            if not line.lstrip().startswith("#"):
                yield port[: m.start()] + new(m) + port[m.end() :]

    mutate.is_script = mutate.whole = True
    KINDS[name] = mutate


script_kind("source name stale", r"(?<=\w)\.muh?\b(?!\.)", lambda m: m[0].replace(".mu", ".cu"))
script_kind("definition lost", r"[ \t]-D\w+(=\w+)?", lambda m: "")
script_kind("flag dropped", r"[ \t]-(?!D)[\w-]+", lambda m: "")


def findings(musify, original, port, options):
    done = subprocess.run(
        [musify, "verify", original, port, "--format", "json", "--no-config", "-q", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode not in (0, 1):
        sys.exit(f"mutants.py: {port}: {done.stderr.strip() or done.returncode}")
    return collections.Counter(
        (f["rule"], f["message"])
        for f in json.loads(done.stdout)["findings"]
        if f["severity"] != "note"
    )


class Pair(typing.NamedTuple):
    original: pathlib.Path
    port: pathlib.Path
    trees: tuple  # the folders of both


def pairs(musify, folder, work, options):
    """All files of a ported folder that differ."""
    tree = work / folder.name
    subprocess.run(
        [musify, "port", ".", "-o", f"{tree.absolute()}/", "-q", *options],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    ledger = json.loads((tree / ".musify/ledger.json").read_text())
    for path, file in ledger["files"].items():
        original, port = folder / file["source"], tree / path
        if original.is_file() and port.is_file() and original.read_bytes() != port.read_bytes():
            yield Pair(original, port, (folder, tree))


def mutants(files, each, dice):
    """(kind, pair, text), up to `each` of a kind."""
    for name, make in KINDS.items():
        made = 0
        for pair in dice.sample(files, len(files)):
            if (pair.port.suffix in CODE) == hasattr(make, "is_script"):
                continue
            right = pair.port.read_text(errors="surrogateescape")
            wrong = list(make(right, pair.original.read_text(errors="surrogateescape")))
            for text in dice.sample(wrong, min(len(wrong), 2)):
                if text != right and made < each:
                    made += 1
                    yield name, pair, text
            if made >= each:
                break


def main():
    arguments, options = split_options(sys.argv[1:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--musify", required=True, type=pathlib.Path)
    parser.add_argument("--each", type=int, default=10, help="mutants of a kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("folders", nargs="+", type=pathlib.Path, metavar="FOLDER")
    args = parser.parse_args(arguments)
    musify, dice = args.musify.absolute(), random.Random(args.seed)
    made, found, survivors = collections.Counter(), collections.Counter(), []
    with tempfile.TemporaryDirectory() as work:
        files = []
        for folder in args.folders:
            files += pairs(musify, folder, pathlib.Path(work), options)
        usual = {}
        for name, pair, text in mutants(files, args.each, dice):
            sides = pair.trees if hasattr(KINDS[name], "whole") else pair[:2]
            if sides not in usual:
                usual[sides] = findings(musify, *sides, options)
            right = pair.port.read_bytes()
            pair.port.write_text(text, errors="surrogateescape")
            more = findings(musify, *sides, options) - usual[sides]
            pair.port.write_bytes(right)
            made[name] += 1
            found[name] += bool(more)
            if not more:
                survivors.append((name, pair.original, right.decode(errors="replace"), text))
    print(f"{'kind':34}{'made':>6}{'found':>7}")
    for name in KINDS:
        print(f"{name:34}{made[name]:6}{found[name]:7}")
    print(f"{'all':34}{sum(made.values()):6}{sum(found.values()):7}")
    for name, original, right, text in survivors:
        for a, b in zip(lines(right), lines(text)):
            if a != b:
                print(f"survives: {name}: {original}: {a.strip()} -> {b.strip()}")
                break


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Breaks the code on purpose and shows which tests notice.

  scripts/mutate.py -n 10 --seed 1 --build 'ninja -C build/release musify musify-unit-tests' \\
      --test build/release/bin/musify-unit-tests \\
      --test 'lit -q build/release/test --filter "{tests}"' --test 'lit -q build/release/test' lib/Lint/*.cpp

Picks N mutants of the files by seed: a comparison, a condition, a constant or a
statement that is changed. For each it writes the file, builds, runs the tests
until one fails, and restores the file. In a test, {tests} stands for a pattern of
lit tests that soon notice a fault in that library. Prints a Markdown table. A mutant that
does not compile is replaced by another one. The exit status is 1 if a mutant
survives, and 2 if the tests fail without any. --list prints all mutants and runs
nothing; --at FILE:LINE takes those of one line, --since REV those of lines that
changed since that revision of git, --skip N those behind the first N
of that list, for a run that was stopped.
"""
import argparse
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
from dataclasses import dataclass

SWAPS = {
    "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">",
    "&&": "||", "||": "&&", "+": "-", "-": "+", "+=": "-=", "|=": "=", "&=": "=",
    "true": "false", "false": "true",
}  # fmt: skip
# An operator between blanks is no template bracket, pointer or sign.
OPERATOR = re.compile(r"(?<= )(==|!=|<=?|>=?|&&|\|\||\+=?|-|\|=|&=)(?= )|\b(?:true|false)\b")
NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.>])")
NEGATION = re.compile(r"!(?=[\w(*])")
CONDITION = re.compile(r"^\s*(?:\} else )?(?:if|while) \((.*)\)(?: \{)?$")
STATEMENT = re.compile(r"^\s*(?:return|continue|break|[\w.>\[\]*-]+ [+|&-]?= .*|(?:[\w.:]|->|\[\w+\])+\(.*\));$")
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|//.*')

# Paths of lit tests by file or directory of the code; another directory is their own name.
TESTS = {
    "Around.cpp": "beside",
    "LeaveToTorchada.cpp": "pytorch",
    "Learn.cpp": "learn",
    "RenameOwn.cpp": "beside|learn|shim",
    "RuleTest.cpp": "mapping|rules/",
    "Shim.cpp": "shim",
    "ShimCheck.cpp": "shim",
    "ShimOutput.cpp": "shim",
    "TorchUse.cpp": "pytorch",
    "Update.cpp": "update",
    "Verify.cpp": "verify",
    "VerifyTrees.cpp": "verify",
    "Audit": "mapping",
    "Beside": "beside|scan/advice",
    "Build": "build/|beside|pytorch",
    "Diag": "cli/|rules/",
    "Driver": "repo/|cli/|update|verify|learn",
    "Edit": "cli/|repo/|update",
    "Facts": "repo/|port/",
    "Mapping": "mapping|rules/|m2c",
    "Parse": "repo/|lint/|rules/|program/|port/|pytorch",
    "Platform": "platform|port/",
    "Project": "repo/|cli/",
    "Rename": "shim|beside|learn",
    "Report": "html|cli/|scan|lint/formats",
    "Rewrite": "port/|pytorch|rules/|program/|lint/",
    "Scan": "port/|scan|shim|cli/untrusted|program/|pytorch",
    "Sdk": "port/",
    "Support": "cli/|repo/",
}


@dataclass
class Mutant:
    path: pathlib.Path
    line: int  # from 0
    kind: str
    old: str  # the whole line
    new: str

    def __str__(self):
        return f"`{(self.old if self.kind == 'dropped' else self.new).strip()}`"


def blanked(line):
    """The line with blanks for its strings and comments."""
    return LITERAL.sub(lambda m: " " * len(m.group()), line)


def mutants_of_line(line, begins):
    """Pairs (kind, new line). `begins`: no statement continues on this line."""
    code = blanked(line)
    if code.lstrip().startswith(("#", "*", "/*")) or "static_assert" in code:
        return
    for m in OPERATOR.finditer(code):
        yield "operator", line[: m.start()] + SWAPS[m.group()] + line[m.end() :]
    for m in NUMBER.finditer(code):
        yield "constant", line[: m.start()] + str(int(m.group()) + 1) + line[m.end() :]
    for m in NEGATION.finditer(code):
        yield "negation", line[: m.start()] + line[m.end() :]
    m = CONDITION.match(code.rstrip())
    if m and ";" not in code and code.count("(") == code.count(")"):
        yield "negation", f"{line[: m.start(1)]}!({line[m.start(1) : m.end(1)]}){line[m.end(1) :]}"
    if begins and STATEMENT.match(code.rstrip()):
        yield "dropped", re.match(r"\s*", line).group() + ";"


def mutants_of(path):
    begins = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        for kind, text in mutants_of_line(line, begins):
            yield Mutant(path, number, kind, line, text)
        code = blanked(line).rstrip()
        begins = code.endswith((";", "{", "}", ":", ")")) if code else begins


def changed_lines(revision, paths):
    """Pairs of path and line, from 0, that the working tree adds."""
    diff = subprocess.run(
        ["git", "diff", "-U0", "--no-ext-diff", "--relative", revision, "--", *map(str, paths)],
        check=True, stdout=subprocess.PIPE, text=True, errors="replace",
    ).stdout  # fmt: skip
    changed, path = set(), None
    for line in diff.splitlines():
        if line.startswith("+++ b/"):
            path = pathlib.Path(line[6:])
        elif m := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line):
            first, count = int(m[1]), int(m[2] or 1)
            changed.update((path, number) for number in range(first - 1, first - 1 + count))
    return changed


def run(command, seconds):
    """Exit status and output; a test that does not end has failed."""
    process = subprocess.Popen(
        command, shell=True, text=True, errors="replace", start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        output, _ = process.communicate(timeout=seconds)
        return process.returncode, output
    except subprocess.TimeoutExpired:
        return 1, f"timeout after {seconds} s"
    finally:
        if process.returncode is None:  # also if the run is stopped
            os.killpg(process.pid, signal.SIGKILL)  # with all that it started
            process.communicate()


def failure_of(status, output):
    """The first failing test, as GoogleTest, lit and others print it."""
    for pattern in (r"\[  FAILED  \] ([\w./]+)", r"^(?:FAIL: )?\s*musify[^:\n]*:: (\S+)", r"(timeout after.*)"):
        if m := re.search(pattern, output, re.M):
            return m.group(1)
    return f"exit status {status}"


def tests_of(path):
    """A pattern of the lit tests that soon notice a fault in this file."""
    return next((TESTS[part] for part in reversed(path.parts) if part in TESTS), path.parent.name.lower())


def stop(*_):
    """Ends the run once: the file is restored on the way out."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(2)


def verdict(mutant, args):
    """Which test fails, "survived", or None if the mutant does not compile."""
    old = mutant.path.read_bytes()
    lines = old.decode().splitlines(keepends=True)
    end = lines[mutant.line][len(lines[mutant.line].rstrip("\r\n")) :]
    lines[mutant.line] = mutant.new + end
    try:
        mutant.path.write_text("".join(lines), encoding="utf-8", newline="")
        if run(args.build, args.timeout)[0]:
            return None
        for test in args.test:
            status, output = run(test.replace("{tests}", tests_of(mutant.path)), args.timeout)
            if status:
                return failure_of(status, output)
        return "survived"
    finally:
        mutant.path.write_bytes(old)


def check_without(args):
    """Builds the files as they are; the tests have to pass, or they kill all."""
    for command in (args.build, *args.test):
        status, output = run(command.replace("{tests}", ""), args.timeout)
        if status:
            print(output, file=sys.stderr)
            raise SystemExit(2)


def row(*cells):
    print("|", " | ".join(c.replace("|", "\\|") for c in cells), "|", flush=True)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("-n", type=int, default=10, help="number of mutants")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--at", metavar="FILE:LINE", help="only mutants of this line")
    parser.add_argument("--since", metavar="REV", help="only mutants of lines that changed since this revision")
    parser.add_argument("--skip", type=int, default=0, metavar="N", help="not the first N of the order")
    parser.add_argument("--build", default="true", metavar="COMMAND")
    parser.add_argument("--test", action="append", default=[], metavar="COMMAND")
    parser.add_argument("--timeout", type=int, default=1800, help="seconds for a command")
    parser.add_argument("--list", action="store_true", help="print the mutants only")
    return parser.parse_args()


def main():
    args = parse_arguments()
    signal.signal(signal.SIGTERM, stop)
    all_mutants = [m for path in sorted(args.files) for m in mutants_of(path)]
    if args.at:
        all_mutants = [m for m in all_mutants if f"{m.path}:{m.line + 1}" == args.at]
    if args.since:
        changed = changed_lines(args.since, args.files)
        all_mutants = [m for m in all_mutants if (m.path, m.line) in changed]
    random.Random(args.seed).shuffle(all_mutants)
    del all_mutants[: args.skip]
    if not args.list:
        check_without(args)
    row("place", "mutant", "new or dropped line", "killed by")
    row(*["---"] * 4)
    count = survivors = 0
    for mutant in all_mutants:
        if count == args.n:
            break
        result = "" if args.list else verdict(mutant, args)
        if result is None:
            continue
        count += 1
        survivors += result == "survived"
        row(f"{mutant.path}:{mutant.line + 1}", mutant.kind, str(mutant), result)
    if not args.list:
        run(args.build, args.timeout)  # the files as they were
    sys.exit(bool(survivors))


if __name__ == "__main__":
    main()

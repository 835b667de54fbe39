#!/usr/bin/env python3
"""Is the build for CUDA what it was after `musify port --beside`?

  bench/beside_same.py BEFORE AFTER [--cxx COMPILER]

Every file of BEFORE has to be in AFTER. Files whose bytes differ are preprocessed, without their
includes, once with no macro and once with each macro that their conditions test, apart from those
that AFTER alone tests; both have to give the same text. Scripts have to keep all their lines in
order; a line may have something inserted. Prints what differs; exit status 1 if something does.
"""
import argparse
import pathlib
import re
import subprocess
import sys

CODE = {".c", ".cc", ".cpp", ".cxx", ".cu", ".cuh", ".h", ".hh", ".hpp", ".hxx", ".inl"}
CONDITION = re.compile(r"^[ \t]*#[ \t]*(?:if|ifdef|ifndef|elif)\b(.*(?:\\\n.*)*)", re.M)
INCLUDE = re.compile(r"^([ \t]*)#([ \t]*(?:include|cmakedefine|pragma|error|warning))", re.M)


def macros(text):
    return {name for line in CONDITION.findall(text) for name in re.findall(r"\b[A-Za-z_]\w*", line)} - {"defined"}


def preprocessed(cxx, text, defines):
    command = [cxx, "-E", "-P", "-x", "c++", "-undef", "-w", *[f"-D{name}=1" for name in defines], "-"]
    done = subprocess.run(command, input=INCLUDE.sub(r"\1@\2", text), capture_output=True, text=True, errors="replace")
    return re.sub(r"\s+", " ", done.stdout)


def keeps(old, new):
    """Is the line the old one, or the old one with something inserted at one place?"""
    more = len(new) - len(old)
    return old == new or more > 0 and old.strip() != "" and any(old[:at] == new[:at] and old[at:] == new[at + more:] for at in range(len(old) + 1))


def keeps_lines(old, new):
    rest = iter(new.splitlines())
    return all(any(keeps(line, other) for other in rest) for line in old.splitlines())


def difference(cxx, path, old, new):
    if pathlib.Path(path.name.removesuffix(".in")).suffix.lower() not in CODE:
        return None if keeps_lines(old, new) else "a line is gone"
    tested = macros(old)
    sets = [[], sorted(name for name in tested if not name.startswith("__has_"))] + [[name] for name in sorted(tested)]
    for defines in sets:
        if preprocessed(cxx, old, defines) != without_definitions(preprocessed(cxx, new, defines), old):
            return "preprocesses to another text with " + (" ".join(defines) or "no macro")
    return None


def without_definitions(text, old):
    """Without lines of #cmakedefine that the original does not have."""
    known = set(re.findall(r"@\s*cmakedefine\S* \w+", INCLUDE.sub(r"\1@\2", old)))
    return re.sub(r"@\s*cmakedefine\S* \w+ ?", lambda m: m.group(0) if m.group(0).strip() in known else "", text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=pathlib.Path)
    parser.add_argument("after", type=pathlib.Path)
    parser.add_argument("--cxx", default="c++")
    options = parser.parse_args()
    same = changed = failed = 0
    for path in sorted(options.before.rglob("*")):
        name = path.relative_to(options.before)
        if not path.is_file() or ".git" in name.parts:
            continue
        there = options.after / name
        if there.is_file() and there.read_bytes() == path.read_bytes():
            same += 1
            continue
        why = "is gone" if not there.is_file() else difference(
            options.cxx, path, path.read_text(errors="replace"), there.read_text(errors="replace"))
        changed += 1
        if why:
            failed += 1
            print(f"{name}: {why}")
    print(f"{same} files keep every byte; of {changed} others {changed - failed} are the same for CUDA")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())

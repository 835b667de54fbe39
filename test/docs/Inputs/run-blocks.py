"""Runs the `sh` blocks of a page, line by line, and its `python` blocks.

run-blocks.py PAGE DIR MUSIFY [--skip WORD]... [--only HEADING]... [--set NAME=VALUE]...

Prints `STATUS: COMMAND` for each line. A `toml` block becomes .musify.toml. A
status above 1 ends the run with the error. `--only` takes the sections with
these headings, `--set` replaces a placeholder of the page.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys


def arguments():
    parser = argparse.ArgumentParser()
    for name in ("page", "folder", "musify"):
        parser.add_argument(name)
    for name in ("skip", "only", "set"):
        parser.add_argument("--" + name, action="append", default=[])
    return parser.parse_args()


def blocks(text, only):
    """The language and the lines of each block of the chosen sections."""
    for section in re.split(r"^(?=#+ )", text, flags=re.M):
        heading = section.splitlines()[0].lstrip("# ") if section else ""
        if only and heading not in only:
            continue
        for indent, language, block in re.findall(
            r"^( *)```(\w+)\n(.*?)^ *```", section, re.S | re.M
        ):
            lines = [line.removeprefix(indent) for line in block.splitlines()]
            yield language, [line for line in lines if line.strip()]


def run(command, folder, environment, **options):
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, **options
    )
    if done.returncode > 1:
        sys.exit(f"{command}: {done.returncode}\n{done.stderr}")
    return done.returncode


def main():
    given = arguments()
    text = pathlib.Path(given.page).read_text()
    for each in given.set:
        name, _, value = each.partition("=")
        text = text.replace(name, value)
    environment = dict(os.environ)
    environment["PATH"] = os.path.dirname(given.musify) + os.pathsep + environment["PATH"]
    for language, lines in blocks(text, given.only):
        if language == "toml":
            pathlib.Path(given.folder, ".musify.toml").write_text("\n".join(lines) + "\n")
        if language == "python":
            status = run(["python3", "-c", "\n".join(lines)], given.folder, environment)
            print(f"{status}: python")
        if language != "sh":
            continue
        for line in lines:
            if not any(word in line.split() for word in given.skip):
                print(f"{run(line, given.folder, environment, shell=True)}: {line.strip()}")


main()

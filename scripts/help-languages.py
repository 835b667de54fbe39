#!/usr/bin/env python3
"""Compares the pages of --help in both languages.

    help-languages.py MUSIFY HELP_CHINESE.def

Prints each line of a Chinese page that has no Chinese although its English
counterpart has words, and each line of the .def that no English page uses.
Exit status 1 if there is one."""
import os
import pathlib
import re
import subprocess
import sys

ENTRY = re.compile(r'^HELP\(((?:\s*"(?:[^"\\\n]|\\.)*")+),', re.M)
PIECE = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
# Two plain words in a row, outside of code and of what stands for a value.
WORDS = re.compile(r"(?<![-\w./$|=:])[a-z]{2,},? [a-z]{2,}(?![-\w./|(=])")


def plain(text):
    """Without the breaks of lines, which depend on the width."""
    return re.sub(r"\s+", "", text)


def page(musify, language, *words):
    env = dict(os.environ, MUSIFY_LANG=language)
    run = subprocess.run([musify, *words, "--help"], capture_output=True,
                         text=True, env=env, check=True)
    return run.stdout


def pages(musify, language):
    """The page of each command, by its words."""
    out = {(): page(musify, language)}
    todo = [()]
    while todo:
        words = todo.pop()
        for name in re.findall(r"^  ([a-z]\S*)(?: |$)", out[words], re.M):
            if name == "musify" or name == "vim.lsp.start({name":
                continue
            below = (*words, name)
            out[below] = page(musify, language, *below)
            if "COMMAND" in out[below].split("\n\n")[1]:
                todo.append(below)
    return out


def main(musify, table):
    failed = False
    english, chinese = pages(musify, "en"), pages(musify, "zh")
    if english.keys() != chinese.keys():
        print("the two languages have other commands")
        failed = True
    for words, text in chinese.items():
        about, rest = re.split(r"\n(?:用法：|Usage: )", text, maxsplit=1)
        # An entry begins at the margin or behind two spaces; the rest of it is
        # further in.
        for entry in [about, *re.split(r"\n(?=\S| {2}\S)", rest)[1:]]:
            is_example = re.match(r"  (musify|vim)", entry)
            if WORDS.search(re.sub(r"`[^`]*`", "", entry)) and not is_example:
                print(f"musify {' '.join(words)} --help: {' '.join(entry.split())}")
                failed = True
            if not CHINESE.search(entry) and re.match(r"  -|[a-z]", entry):
                print(f"musify {' '.join(words)} --help: {' '.join(entry.split())}")
                failed = True
    shown = plain("".join(english.values()))
    for match in ENTRY.finditer(pathlib.Path(table).read_text()):
        text = "".join(PIECE.findall(match[1])).replace("\\n", "\n").replace('\\"', '"')
        if plain(text) not in shown:
            print(f"no page has: {text}")
            failed = True
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

#!/usr/bin/env python3
"""Finds English text for people in string literals of C++.

    sentences-in-code.py ROOT

All that musify says stands in lib/Diag/, in two languages, and the Chinese of
--help in tools/musify/HelpChinese.def. Prints `file:line: "literal"` for each
other literal of lib/ and tools/musify/ that reads like a sentence or a piece of
one and that no exemption below covers, and each exemption that covers nothing.
Exit status 1 if there is one."""
import pathlib
import re
import sys

import exemptions

# Two plain words in a row, or a word that is glued to something.
SENTENCE = re.compile(
    r"(?<![-\w./$#<`\\])[A-Za-z][a-z]+[,;:]? (?:[a-z]{2,}|a|`)(?![-\w./(=])"
    r"|^[;,]? ?[a-z]{2,} (?:`|$)|^[`']?[;,)]? [a-z]{2,}(?: |$)")

# File below ROOT, literal, and why the literal may stay.
EXEMPTIONS = [
    ("lib/Diag/.*", ".*", "the messages themselves"),
    ("lib/Lint/Families.cpp", ".*", "beside its Chinese"),
    ("lib/(Build|Ptx)/Load.cpp|lib/Build/Rule.cpp", ".*",
     "faults of tables in the binary: checked when it is built"),
    ("lib/Mapping/Reverse.cpp", ".*", "notes of entries, as in the tables"),
    ("lib/Patches/Patches.cpp", ".*", "text of commits"),
    ("lib/Shim/(Header|Guard).cpp", ".*", "code and comments of a header"),
    ("lib/Platform/TextPorter.cpp", ".*", "faults of data in the binary"),
    ("lib/Ptx/Table.cpp", " with ", "spelling of a form, for its page"),
    ("lib/Parse/FactsCache.cpp", " (back|follows values|compares|prelude )", "a key"),
    ("lib/Parse/MusaHeaders.cpp", "namespace ", "C++"),
    ("lib/Parse/Rules/.*", r"(class|free|asked) ?\w*| (result|answer)", "keys"),
    ("lib/(Beside|Build)/.*", r"[')}]* ?(not|is|or|and|from|import|as|(el|else )?if"
     r"|class|(async )?def|case|for|in|export|override)( override| export)? ?\(?",
     "Python and make"),
    ("lib/Beside/Devices.cpp", r".*\btorch\b.*", "Python"),
    ("lib/(Rewrite|Ptx|Audit)/.*", r" ?(do|using|const|unsigned|while \(0\)) ?",
     "C++"),
    ("lib/Lint/ChangedLines.cpp", "diff |git ", "a header and a program"),
    ("lib/Mapping/Load.cpp", "column ", "of the reader of JSON"),
    ("lib/Edit/Git.cpp", "by hand|last port|new port", "marks of a conflict"),
    ("lib/Report/(Diff|LintJUnit|LintCheckstyle|LintGitHub).cpp", ".*",
     "words of formats"),
    ("lib/Report/LintSarif.cpp", "the project's root", "a word of SARIF"),
    ("lib/Lint/Baseline.cpp", ".*", "for the reader of JSON"),
    ("tools/musify/Manual.cpp", ".*", "scripts of shells"),
    ("tools/musify/PortOutput.cpp", ".*", "headers of git's diffs"),
    ("tools/musify/Help.cpp", ".*(required|excludes|requires|argument).*",
     "words of the option library"),
    ("lib/Driver/Undo.cpp", "git status", "a program"),
    ("tools/musify/.*", "musify: error: ", "the mark of a line"),
    ("tools/musify/main.cpp", "musify ", "the name"),
    ("tools/musify/Memory.cpp", r"musify: error: out of memory\\n",
     "nothing else can be said then"),
    ("tools/musify/main.cpp", ", tables of ", "the line of --version"),
]

TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|^[ \t]*\#[ \t]*include[^\n]*
      |(?:static_assert|assert|llvm_unreachable)\s*\((?:[^()"]|\([^()]*\)|"(?:[^"\\\n]|\\.)*")*\)
      |R"([^(\s]*)\((?P<raw>.*?)\)\1"
      |(?P<text>"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*)
      |'(?:[^'\\\n]|\\.)+'""", re.S | re.X | re.M)
PIECE = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def joined(text):
    return "".join(PIECE.findall(text))


def literals(text):
    for match in TOKEN.finditer(text):
        literal = match["raw"] if match["text"] is None else joined(match["text"])
        if literal is not None:
            yield text.count("\n", 0, match.start()) + 1, literal


def translated(root):
    path = root / "tools/musify/HelpChinese.def"
    if not path.exists():
        return set()
    return {joined(m[1]) for m in
            re.finditer(r'HELP\(((?:\s*"(?:[^"\\\n]|\\.)*")+),', path.read_text())}


def find(root):
    known = translated(root)
    files = [p for top in ("lib", "tools/musify") for p in (root / top).rglob("*")
             if p.suffix in (".h", ".cpp", ".def")]
    for path in sorted(files):
        name = path.relative_to(root).as_posix()
        if name.startswith("lib/Sdk/include/") or name.endswith("HelpChinese.def"):
            continue
        for line, literal in literals(path.read_text()):
            if SENTENCE.search(literal) and literal not in known:
                yield name, f"{name}:{line}", literal


if __name__ == "__main__":
    sys.exit(exemptions.report(find(pathlib.Path(sys.argv[1])), EXEMPTIONS, re.S))

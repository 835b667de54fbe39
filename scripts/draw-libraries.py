#!/usr/bin/env python3
"""Draws the libraries of lib/ and tools/ and their arrows into docs/architecture.md.

  scripts/draw-libraries.py [--root DIR] [--check]

An arrow is an `#include "..."` of a file of one library that names a file of
another. The CMakeLists.txt files declare the arrows that are allowed: a library
may include what it depends on, directly or through others. It is an error if an
include has no such declaration, if a directory is not declared as a library, or
if the declared arrows form a cycle: without one, all arrows point down. With
--check nothing is written, and a page that differs is an error too.
"""
import argparse
import collections
import graphlib
import pathlib
import re
import sys

BEGIN, END = "<!-- libraries:begin -->\n", "<!-- libraries:end -->"
SOURCES = {".cpp", ".h", ".S"}
DECLARING = "musify_library|musify_room|add_library|add_executable|target_link_libraries"
# Headers for the code that is ported, not for musify.
NOT_OURS = "lib/Sdk/include"
# How much of Clang a library includes, from least to most.
CLANG = ("", "Clang's lexer", "Clang's AST")


def commands(text, name):
    """The arguments of each call of a CMake command that `name` matches."""
    text = re.sub(r"#.*", "", text)
    for call in re.finditer(rf"\b(?:{name})\s*\(([^()]*)\)", text):
        yield call.group(1).split()


def library_of(word):
    """The directory of a target or of a source: `Edit` for `MusifyEdit` and `${X}/lib/Edit/Y.cpp`."""
    if match := re.search(r"/lib/(\w+)/", word):
        return match.group(1)
    return re.sub("^(Musify|musify-)", "", word)


def declared_arrows(root):
    """What the CMakeLists.txt say: library or tool → what it depends on."""
    arrows = {}
    for file in sorted([*root.glob("lib/**/CMakeLists.txt"), *root.glob("tools/**/CMakeLists.txt")]):
        text = file.read_text(encoding="utf-8")
        for name, *words in commands(text, DECLARING):
            arrows.setdefault(library_of(name), set()).update(map(library_of, words))
    return {name: (words & arrows.keys()) - {name} for name, words in arrows.items()}


def sources(root):
    """(library, file) of each source; the library is the directory below lib/ or tools/."""
    for top in ("lib", "tools"):
        for file in sorted(root.glob(f"{top}/*/**/*")):
            path = file.relative_to(root)
            if file.suffix in SOURCES and not path.is_relative_to(NOT_OURS):
                yield path.parts[1], file


def clang_of(header):
    if not header.startswith("clang/"):
        return 0
    return 1 if header.startswith(("clang/Lex/", "clang/Basic/")) else 2


class Includes:
    """What the sources include: (from, to) → places; how much of Clang; which are tools."""

    def __init__(self, root):
        self.arrows = collections.defaultdict(list)
        self.clang = collections.Counter()
        self.tools = {file.name for file in root.glob("tools/*")}
        self.owners = {file.resolve(): library for library, file in sources(root)}
        for library, file in sources(root):
            self.clang[library] += 0
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                if match := re.match(r'\s*#\s*include\s*"([^"]+)"', line):
                    self.add(root, library, file, number, match.group(1))

    def add(self, root, library, file, number, header):
        self.clang[library] = max(self.clang[library], clang_of(header))
        beside, below = (file.parent / header).resolve(), (root / "lib" / header).resolve()
        other = self.owners.get(beside) or self.owners.get(below)
        if other and other != library:
            place = f"{file.relative_to(root)}:{number}"
            self.arrows[library, other].append((place, header))


def closure(arrows):
    """Library → all it depends on; raises CycleError."""
    reached = {}
    for name in graphlib.TopologicalSorter(arrows).static_order():
        reached[name] = set(arrows.get(name, ())).union(*(reached[n] for n in arrows.get(name, ())))
    return reached


def faults(declared, includes):
    try:
        reached = closure(declared)
    except graphlib.CycleError as error:
        yield "error: the libraries form a cycle: " + " → ".join(reversed(error.args[1]))
        return
    for name in includes.clang:
        if name not in declared:
            yield f"error: no CMakeLists.txt declares `{name}` as a library"
    for (library, other), places in sorted(includes.arrows.items()):
        if other not in reached.get(library, ()):
            for place, header in places:
                yield (f"{place}: error: `{library}` includes `{header}`, "
                       f"but does not depend on `{other}`")


def reduced(arrows):
    """Without the arrows that others imply."""
    reached = closure(arrows)
    return {
        name: {o for o in others if not any(o in reached[p] for p in others)}
        for name, others in arrows.items()
    }


def layers(arrows):
    """From the top: each library stands above all it includes, as low as it can."""
    height = {}
    for name in graphlib.TopologicalSorter(arrows).static_order():
        height[name] = 1 + max((height[o] for o in arrows.get(name, ())), default=-1)
    for level in sorted(set(height.values()), reverse=True):
        yield sorted(name for name in height if height[name] == level)


def draw(includes):
    arrows = {name: set() for name in includes.clang}
    for library, other in includes.arrows:
        arrows[library].add(other)
    lines = ["graph TD"]
    for layer in layers(arrows):
        for name in layer:
            uses = CLANG[includes.clang[name]]
            left, right = ("([", "])") if name in includes.tools else ("[", "]")
            lines.append(f'  {name}{left}"{name}{"<br/>" + uses if uses else ""}"{right}')
    kept = reduced(arrows)
    for layer in layers(arrows):
        lines += [f"  {name} --> {' & '.join(sorted(kept[name]))}" for name in layer if kept[name]]
    return "```mermaid\n" + "\n".join(lines) + "\n```\n"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    parser.add_argument("--check", action="store_true", help="write nothing")
    args = parser.parse_args()
    includes = Includes(args.root)
    if found := list(faults(declared_arrows(args.root), includes)):
        sys.exit("\n".join(found))
    page = args.root / "docs" / "architecture.md"
    old = page.read_text(encoding="utf-8")
    before, begin, rest = old.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        sys.exit(f"{page}: error: the markers of the picture are missing")
    new = before + begin + draw(includes) + end + after
    if new == old:
        return
    if args.check:
        sys.exit(f"{page}: error: the picture differs from the includes; run scripts/draw-libraries.py")
    page.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()

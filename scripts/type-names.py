#!/usr/bin/env python3
"""Finds types outside of unnamed namespaces that have the same name in two headers.

  scripts/type-names.py DIR...

The linker keeps one of the functions that the compiler makes for both, which then
reads the other type with a wrong layout. A type that only a source file has, or
that is in a namespace or class of its own, is not looked at. The exit status is 1
if there are any.
"""
import collections
import pathlib
import re
import sys

TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)[^;\n]*\{", re.MULTILINE)
INNER = re.compile(r"^namespace \w+ \{(?:(?!^namespace ).)*?^\} // namespace \w+", re.MULTILINE | re.DOTALL)


def types_of(text):
    """Of the outer namespace: an inner one has its own."""
    outer = text.find("namespace musify {")
    return set(TYPE.findall(INNER.sub("", text[outer + len("namespace musify {"):])))


def main():
    where = collections.defaultdict(list)
    for folder in sys.argv[1:]:
        for path in sorted(pathlib.Path(folder).rglob("*.h")):
            if "Sdk/include" not in path.as_posix():
                for name in types_of(path.read_text()):
                    where[name].append(path)
    twice = {name: paths for name, paths in where.items() if len(paths) > 1}
    for name, paths in sorted(twice.items()):
        print(f"{name}: {', '.join(map(str, paths))}")
    sys.exit(bool(twice))


if __name__ == "__main__":
    main()

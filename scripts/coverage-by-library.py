#!/usr/bin/env python3
"""Sums up `llvm-cov export -summary-only` (standard input) by directory of lib/."""
import collections
import json
import pathlib
import sys

root = pathlib.Path(sys.argv[1])
lines = collections.defaultdict(lambda: [0, 0])
for file in json.load(sys.stdin)["data"][0]["files"]:
    path = pathlib.Path(file["filename"])
    if not path.is_relative_to(root):
        continue
    library = path.relative_to(root).parts[0]
    for key in (library, "all"):
        lines[key][0] += file["summary"]["lines"]["covered"]
        lines[key][1] += file["summary"]["lines"]["count"]
for library, (covered, count) in sorted(lines.items()):
    print(f"{library:10} {covered:6} of {count:6} lines  {100 * covered / max(count, 1):5.1f} %")

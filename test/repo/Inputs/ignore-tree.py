"""ignore-tree.py DIR: a tree of small sources and patterns of every kind."""
import os
import sys

PATTERNS = [
    "# comment", "", "*.tmp.cu", "/top.cu", "d1/x.cu", "**/deep.cu", "d2/**",
    "!d2/a.cu", "d3/**/z.cu", "[ab]?.cu", "!ab.cu", r"\#hash.cu", r"\!bang.cu",
    "folder/", "mid/*/low.cu", "trail.cu   ", "e[!0-9].cu", "q/", "!q/a.cu",
]
NAMES = ["a.cu", "ab.cu", "bx.cu", "x.cu", "z.cu", "deep.cu", "top.cu",
         "n.tmp.cu", "#hash.cu", "!bang.cu", "low.cu", "trail.cu", "e1.cu",
         "ex.cu", "local.cu"]
FOLDERS = ["", "d1", "d1/d2", "d2", "d2/d1", "d3", "d3/k/l", "folder",
           "d1/folder", "mid", "mid/one", "mid/one/two", "q"]

for folder in FOLDERS:
    os.makedirs(os.path.join(sys.argv[1], folder), exist_ok=True)
    for name in NAMES:
        with open(os.path.join(sys.argv[1], folder, name), "w") as out:
            out.write("int N = cudaFree(0);\n")
with open(os.path.join(sys.argv[1], ".musifyignore"), "w") as out:
    out.write("\n".join(PATTERNS) + "\n")
with open(os.path.join(sys.argv[1], "d1", ".musifyignore"), "w") as out:
    out.write("local.cu\n!x.cu\n/d2/ab.cu\n")

"""Usage: same-hunks.py A.diff B.diff: both change the same files alike,
whatever the order of the files."""
import sys


def changes(path):
    found, name = {}, None
    for line in open(path):
        if line.startswith("+++ "):
            name = line.split("/", 1)[1]
        elif line[0] in "+-" and not line.startswith("--- "):
            found.setdefault(name, []).append(line)
    return found


a, b = (changes(path) for path in sys.argv[1:3])
if a != b or not a:
    for name in sorted(set(a) | set(b)):
        if a.get(name) != b.get(name):
            print(name, a.get(name), b.get(name), sep="\n")
    sys.exit(1)

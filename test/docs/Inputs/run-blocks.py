"""run-blocks.py PAGE DIR MUSIFY [--skip WORD]...: runs the `sh` blocks of a page.

Prints `STATUS: COMMAND` for each line. A `toml` block becomes .musify.toml. A
status above 1 ends the run with the error.
"""
import os
import pathlib
import re
import subprocess
import sys

page, folder, musify = sys.argv[1:4]
skipped = sys.argv[5::2]
environment = dict(os.environ)
environment["PATH"] = os.path.dirname(musify) + os.pathsep + environment["PATH"]
text = pathlib.Path(page).read_text()
for language, block in re.findall(r"^ *```(\w+)\n(.*?)^ *```", text, re.S | re.M):
    lines = [line.strip() for line in block.splitlines() if line.strip()]
    if language == "toml":
        pathlib.Path(folder, ".musify.toml").write_text("\n".join(lines) + "\n")
    if language != "sh":
        continue
    for line in lines:
        if any(word in line.split() for word in skipped):
            continue
        done = subprocess.run(
            line, shell=True, cwd=folder, env=environment, capture_output=True, text=True
        )
        print(f"{done.returncode}: {line}")
        if done.returncode > 1:
            sys.exit(done.stderr)

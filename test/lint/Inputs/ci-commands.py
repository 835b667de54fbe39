"""ci-commands.py ROOT: prints the `musify lint` commands of the pieces for CI."""
import pathlib
import re
import sys

import yaml

root = pathlib.Path(sys.argv[1])
for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text()):
    assert {"id", "name", "entry", "language"} <= hook.keys()
    print("hook:", hook["entry"])
for name in ("github-actions.yml", "gitlab-ci.yml"):
    yaml.safe_load((root / "docs/ci" / name).read_text())
for path in sorted((root / "docs/ci").iterdir()):
    for line in path.read_text().splitlines():
        command = re.match(r"\s*(?:- |run: )?(musify lint [^|]*)", line)
        if command:
            print(f"{path.relative_to(root)}: {command[1].strip()}")

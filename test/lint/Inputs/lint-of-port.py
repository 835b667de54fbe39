"""lint-of-port.py MUSIFY ROOT: what lint says of warps, conditions, limits,
strings and traps it says of the port, too, on the same lines; and a port leaves
no name of CUDA's that it could have changed.

Each input of the tests in lint/ and each file of the examples is linted, ported
with --rename, and linted again.
"""
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

musify, root = sys.argv[1], pathlib.Path(sys.argv[2])
# What a port does not touch and MUSA's code has, too. MUSA0302 may be milder:
# in MUSA's code a test may be meant for MUSA's devices.
KEPT = re.compile("MUSA0(2..|302|4..|501|6..|901)")
# A branch for MUSA is not looked at in CUDA's code, but in the port it is. What
# no parse saw is found by CUDA's names alone. In MUSA's code the host's branch,
# `!defined(__MUSA_ARCH__)`, is taken for one that MUSA does not compile.
LEFT_OUT = ["never-musa.cu", "capability-text.cu", "host-branch.cu"]
faults = []


def lint(*paths):
    done = subprocess.run(
        [musify, "lint", *map(str, paths), "--no-config", "-q", "--format=json"],
        capture_output=True,
        text=True,
    )
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    found = collections.defaultdict(list)
    for f in json.loads(done.stdout)["findings"]:
        name = re.sub(r"\.mu(h?)$", r".cu\1", pathlib.Path(f["path"]).name)
        found[f["rule"]].append((name, f["line"]))
    return found


def kept(found):
    return sorted((r, *place) for r, places in found.items() if KEPT.match(r) for place in places)


def check(source):
    with tempfile.TemporaryDirectory() as folder:
        given, out = pathlib.Path(folder, "in"), pathlib.Path(folder, "out")
        if source.is_dir():
            shutil.copytree(source, given)
        else:
            given.mkdir()
            shutil.copy(source, given)
        ported = subprocess.run(
            [musify, "port", str(given), "-o", str(out), "--rename", "-q", "--ptx=report"],
            capture_output=True,
            text=True,
        )
        if ported.returncode > 1:
            raise SystemExit(ported.stderr)
        before, after = lint(given), lint(out)
        was, now = kept(before), kept(after)
        for finding in was:
            if finding not in now:
                faults.append(f"{source.name}: lost by the port: {finding}")
        for finding in now:
            if finding not in was:
                faults.append(f"{source.name}: new after the port: {finding}")
        for rule in ("MUSA0111", "MUSA0701"):
            for place in after[rule]:
                faults.append(f"{source.name}: {rule} after the port: {place}")
        return len(was)


count = files = 0
inputs = sorted(root.glob("test/lint/*.cu")) + sorted(root.glob("examples/*"))
for source in inputs:
    if source.name not in LEFT_OUT:
        count += check(source)
        files += 1
print(f"{files} inputs, {count} findings kept")
if count < 50:
    faults.append(f"only {count} findings to compare")
sys.exit("\n".join(faults) or 0)

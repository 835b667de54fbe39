"""rule-pages.py MUSIFY ROOT: checks the pages of all rules.

Each rule of the catalogue has a page and a line in the index, in order. Each
example marked `wrong` gives the rule's finding, each marked `right` nothing
that counts; it is a `.cu` file unless `file=NAME` says another. With
`port=OPTION` or `shim=OPTION` the example is for that command, with `lint=OPTION`
for `musify lint` with an option. A block `json mapping` is a file for `--mapping`.
With `verify` it is the port of the block `original`.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

musify, root = sys.argv[1], pathlib.Path(sys.argv[2])
pages = root / "docs" / "rules"
# Rules without an example, and why.
NO_EXAMPLE = {
    "MUSA0006": "no known input makes edits conflict",
    "MUSA0806": "needs a port of a tree; see test/build/rename-follows.test",
    "MUSA0807": "needs a whole build; see test/build",
    "MUSA0009": "needs a port with renames; see test/rules/renames.cu",
    "MUSA1104": "right is what it says; see test/verify/renamed.test",
    "MUSA1106": "needs two trees; see test/verify/files.test",
    "MUSA1107": "needs two trees; see test/verify/files.test",
    "MUSA1112": "needs two trees; see test/verify/stale-source.test",
    "MUSA1114": "needs a table of the user's; see test/verify/back.test",
    "MUSA1115": "needs two trees; see test/verify/cmake-names.test",
    "MUSA1116": "needs two ports; see test/verify/against.test",
    "MUSA1117": "needs an SDK; see test/verify/musa-path.test",
    "MUSA0808": "needs a here-document; see test/build",
    "MUSA0809": "about Python; see test/build",
    "MUSA0810": "needs a port for torchada; see test/pytorch/torchada.test",
}
faults = []


def run(*args, **options):
    return subprocess.run([musify, *args], capture_output=True, text=True, **options)


def findings_of(output):
    return re.findall(r": (note|warning|error): .* \[(MUSA\d+) [\w-]+\]$", output, re.M)


def catalogue():
    with tempfile.TemporaryDirectory() as folder:
        empty = pathlib.Path(folder, "empty.cu")
        empty.write_text("")
        out = run("lint", str(empty), "--no-config", "-q", "--format=sarif").stdout
    return json.loads(out)["runs"][0]["tool"]["driver"]["rules"]


def said(code, port, shim, lint, mapping, name):
    """Pairs (rule, severity) of what the tool says about the code."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, name)
        source.write_text(code)
        if port:
            return findings_of(run("port", str(source), port, "-v").stderr)
        if shim is not None:
            args = ["shim", name, "-o", "shim.h", "-v", *shim.split()]
            return findings_of(run(*args, cwd=folder).stderr)
        args = ["--no-config", "-q", "--format=json"]
        if lint:
            args.append(lint)
        if mapping:
            table = pathlib.Path(folder, "table.json")
            table.write_text(mapping[1])
            args.append(f"--mapping={table}")
        done = run("lint", str(source), *args)
        if done.returncode > 1:
            raise SystemExit(done.stderr)
        return [
            (f["severity"], f["rule"]) for f in json.loads(done.stdout)["findings"]
        ]


def said_of_port(original, port):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "a.cu").write_text(original)
        pathlib.Path(folder, "a.mu").write_text(port)
        args = ["verify", "a.cu", "a.mu", "--no-config", "-q", "-v"]
        return findings_of(run(*args, cwd=folder).stdout)


def check_examples(rule, text):
    found = {"wrong": 0, "right": 0}
    original = re.search(r"^```cuda original\n(.*?)^```$", text, re.M | re.S)
    mapping = re.search(r"^```json mapping\n(.*?)^```$", text, re.M | re.S)
    for example in re.finditer(
        r"^```\w+ (wrong|right)( verify)?(?: port=(\S+))?(?: shim=(\S*))?(?: lint=(\S+))?"
        r"(?: file=(\S+))?\n(.*?)^```$",
        text,
        re.M | re.S,
    ):
        kind, verify, port, shim, lint, name, code = example.groups()
        found[kind] += 1
        wanted = rule["id"]
        if verify:
            all_said = said_of_port(original[1], code)
        else:
            all_said = said(code, port, shim, lint, mapping, name or "example.cu")
        if kind == "wrong" and wanted not in [r for _, r in all_said]:
            faults.append(f"{rule['id']}: the wrong example is not found: {all_said}")
        counts = [r for s, r in all_said if s != "note" or r == wanted]
        if kind == "right" and counts:
            faults.append(f"{rule['id']}: the right example gives {counts}")
    if (0 in found.values()) != (rule["id"] in NO_EXAMPLE):
        faults.append(f"{rule['id']}: wrong and right examples: {found}")
    return sum(found.values())


rules = catalogue()
examples = 0
lines = []
for rule in rules:
    page = pages / f"{rule['id']}.md"
    if not page.exists():
        faults.append(f"{rule['id']}: no page {page.name}")
        continue
    text = page.read_text()
    level = rule["defaultConfiguration"]["level"]
    for wanted in (
        f"# {rule['id']}: {rule['name']}\n",
        f"\nSeverity: {level}\n",
        "\n## Why\n",
        "\n## Suppressing\n",
    ):
        if wanted not in text:
            faults.append(f"{page.name}: lacks {wanted.strip()!r}")
    examples += check_examples(rule, text)
    lines.append(f"| [{rule['id']}]({rule['id']}.md) | `{rule['name']}` | {level} |")

index = (pages / "README.md").read_text()
listed = re.findall(r"^\| \[MUSA\d+\]\(MUSA\d+\.md\) \| `[^`]*` \| \w+ \|", index, re.M)
if listed != lines:
    faults.append(f"README.md lists {listed}, not {lines}")
known = {f"{rule['id']}.md" for rule in rules} | {"README.md"}
for page in pages.iterdir():
    if page.name not in known:
        faults.append(f"{page.name}: there is no such rule")

print(*faults, sep="\n")
print(f"{len(rules)} rules, {examples} examples, {len(faults)} faults")
sys.exit(bool(faults))

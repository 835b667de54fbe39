"""rule-translations.py ROOT: compares the English and Chinese pages of the rules.

Each rule of lib/Diag/Rules.def has a page in both languages, with the same
title and severity, the same code blocks and as many headings. Both indexes list
all rules with their titles, and the links of the Chinese pages lead to files.
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
english, chinese = root / "docs" / "rules", root / "docs" / "zh" / "rules"
faults = []

STRING = r'"((?:[^"\\]|\\.)*)"'
RULE = re.compile(
    rf"^RULE\({STRING}, {STRING}, (\w+), \w+, \w+,\s*"  # id, name, severity
    rf"{STRING},\s*{STRING},\s*{STRING},\s*{STRING}\)$",  # title and help, twice
    re.M,
)


def rules():
    text = (root / "lib" / "Diag" / "Rules.def").read_text()
    found = RULE.findall(text)
    if not found or len(found) != len(re.findall(r"^RULE\(", text, re.M)):
        raise SystemExit(f"Rules.def: understood {len(found)} rules only")
    return found


def blocks(text):
    return re.findall(r"^```.*?^```$", text, re.M | re.S)


def headings(text):
    for block in blocks(text):
        text = text.replace(block, "")
    return re.findall(r"^#+(?= )", text, re.M)


def first_line(text):
    return text.partition("\n")[0]


def severity(text):
    return re.search(r"^(?:Severity: |严重程度：)(\w+)$", text, re.M)


def compare(name):
    missing = [d for d in (english, chinese) if not (d / name).exists()]
    if missing:
        faults.extend(f"{d.relative_to(root)}: no page {name}" for d in missing)
        return
    pages = [(d / name).read_text() for d in (english, chinese)]
    for what, of in (
        ("titles", first_line),
        ("severities", lambda text: severity(text) and severity(text)[1]),
        ("code blocks", blocks),
        ("headings", headings),
    ):
        if of(pages[0]) != of(pages[1]):
            faults.append(f"{name}: the {what} differ")


def check_index(pages, wanted):
    listed = re.findall(r"^\| \[MUSA.*$", (pages / "README.md").read_text(), re.M)
    where = (pages / "README.md").relative_to(root)
    faults.extend(f"{where}: lacks {line}" for line in wanted if line not in listed)
    faults.extend(f"{where}: has {line}" for line in listed if line not in wanted)
    if not faults and listed != wanted:
        faults.append(f"{where}: the order differs from Rules.def")


def index_line(rule, name, level, title):
    return f"| [{rule}]({rule}.md) | `{name}` | {level.lower()} | {title} |"


def check_links(page):
    for link in re.findall(r"\]\(([^)#]+)", page.read_text()):
        if not (page.parent / link).exists():
            faults.append(f"{page.relative_to(root)}: no file {link}")


catalogue = rules()
for rule in catalogue:
    compare(f"{rule[0]}.md")
check_index(
    english,
    [index_line(r, n, l, t[0].upper() + t[1:]) for r, n, l, t, *_ in catalogue],
)
check_index(chinese, [index_line(r, n, l, t) for r, n, l, _, _, t, _ in catalogue])
known = {f"{rule[0]}.md" for rule in catalogue} | {"README.md"}
for page in sorted(chinese.iterdir()):
    if page.name in known:
        check_links(page)
    else:
        faults.append(f"{page.relative_to(root)}: there is no such rule")

print(*faults, sep="\n")
print(f"{len(catalogue)} rules, {len(faults)} faults")
sys.exit(bool(faults))

"""links.py ROOT: prints each link of a page to a file or heading that is not there."""
import pathlib
import re
import sys
import unicodedata

root = pathlib.Path(sys.argv[1])


def anchors(page):
    """What GitHub makes of the headings: lower case, no punctuation, dashes."""
    for heading in re.findall(r"^#+ (.*)$", page.read_text(), re.M):
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").lower()
        kept = (c for c in text if c in " -_" or unicodedata.category(c)[0] in "LN")
        yield "".join(kept).replace(" ", "-")


pages = [*root.glob("*.md"), *root.glob("docs/**/*.md")]
for page in sorted(pages):
    text = re.sub(r"^```.*?^```", "", page.read_text(), flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", text)):
        path, _, anchor = target.partition("#")
        if re.match(r"\w+:", target):
            continue
        there = (page.parent / path).resolve() if path else page
        if not there.exists():
            print(f"{page.relative_to(root)}: {target}: no such file")
        elif anchor and there.suffix == ".md" and anchor not in anchors(there):
            print(f"{page.relative_to(root)}: {target}: no such heading")

"""check-tables.py MAPPINGS NEGATIVE: every table fits schema.json (as far as
the jsonschema package is there), is sorted, and a name has one home; nothing
that NEGATIVE lists is a target."""
import glob
import json
import os
import sys

folder, negative = sys.argv[1:3]
load = lambda path: json.load(open(path, encoding="utf-8"))
schema = load(os.path.join(folder, "schema.json"))
try:
    import jsonschema
except ImportError:
    check = lambda table: None
else:
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)

    def check(table):
        # One of each shape will do: the schema looks at keys, at the values of
        # these three, and at whether the others are texts that say something.
        shapes = {}
        for e in table["entries"]:
            shapes[tuple((k, type(v), v if k in ("kind", "status", "shape") else bool(v))
                         for k, v in e.items())] = e
        validator.validate({**table, "entries": list(shapes.values())})

# Looked up apart from identifiers.
SPACES = {"header": 1, "namespace": 2, "library": 3, "envvar": 3}
wrong = {line.strip() for line in open(negative) if line.strip()}
faults, homes = [], {}
for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
    name = os.path.basename(path)
    if name == "schema.json":
        continue
    table = load(path)
    try:
        check(table)
    except Exception as error:
        faults.append(f"{name}: {error.message} at {list(error.absolute_path)}")
    froms = [e["from"] for e in table["entries"]]
    for a, b in zip(froms, froms[1:]):
        if a.encode() > b.encode():
            faults.append(f"{name}: `{b}` stands after `{a}`")
            break
    for e in table["entries"]:
        key = SPACES.get(e["kind"], 0), e["from"]
        if key in homes:
            faults.append(f"{name}: `{e['from']}` is also in {homes[key]}")
        homes[key] = name
        if e.get("to") in wrong and e["status"] in ("supported", "unverified"):
            faults.append(f"{name}: `{e['from']}` becomes `{e['to']}`, which is wrong")
print("\n".join(faults) or f"good: {len(homes) > 1000}")
sys.exit(bool(faults))

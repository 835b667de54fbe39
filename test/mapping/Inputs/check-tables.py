"""check-tables.py MAPPINGS NEGATIVE: every table fits schema.json (as far as
the jsonschema package is there), and nothing that NEGATIVE lists is a target.
Order and homes are looked at by own-tables.test."""
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

wrong = {line.strip() for line in open(negative) if line.strip()}
faults, count = [], 0
for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
    name = os.path.basename(path)
    if name == "schema.json":
        continue
    table = load(path)
    try:
        check(table)
    except Exception as error:
        faults.append(f"{name}: {error.message} at {list(error.absolute_path)}")
    for e in table["entries"]:
        count += 1
        if e.get("to") in wrong and e["status"] in ("supported", "unverified"):
            faults.append(f"{name}: `{e['from']}` becomes `{e['to']}`, which is wrong")
print("\n".join(faults) or f"good: {count > 1000}")
sys.exit(bool(faults))

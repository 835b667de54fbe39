"""The rules for build scripts fit their schema; what is supported has evidence
of a known strength, and no target is a name known to be wrong."""
import json
import pathlib
import sys

import jsonschema

folder = pathlib.Path(sys.argv[1])
wrong = set((pathlib.Path(__file__).parent / "wrong-names.txt").read_text().split())
schema = json.loads((folder / "schema.json").read_text())
for path in sorted(folder.glob("*.json")):
    if path.name == "schema.json":
        continue
    table = json.loads(path.read_text())
    jsonschema.validate(table, schema)
    for rule in table["rules"]:
        where = f"{path.name}: {rule['from']}"
        if rule.get("status") == "supported":
            strength = rule["evidence"].split(":")[0]
            assert strength in ("header", "doc", "used"), where
        assert rule.get("to") not in wrong, where
        if rule.get("do") == "arch":
            assert "{arch}" in rule["to"], where
print("good")

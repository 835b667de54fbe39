"""check-sarif.py FILE SCHEMA: validates FILE, and checks what a schema cannot."""
import json
import pathlib
import sys

import jsonschema

log = json.loads(pathlib.Path(sys.argv[1]).read_text())
schema = pathlib.Path(sys.argv[2])
if schema.exists():
    jsonschema.validate(log, json.loads(schema.read_text()))
    print("schema: fits")
else:
    print("schema: not at hand")

assert log["version"] == "2.1.0" and "sarif-schema-2.1.0" in log["$schema"]
(run,) = log["runs"]
rules = run["tool"]["driver"]["rules"]
assert len({rule["id"] for rule in rules}) == len(rules)
for rule in rules:
    assert rule["name"] and rule["shortDescription"]["text"] and rule["help"]["text"]
    assert rule["defaultConfiguration"]["level"] in ("note", "warning", "error")
assert "%SRCROOT%" in run["originalUriBaseIds"]
assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
for result in run["results"]:
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in ("note", "warning", "error") and result["message"]["text"]
    place = result["locations"][0]["physicalLocation"]
    assert not place["artifactLocation"]["uri"].startswith("/")
    assert place["region"]["startLine"] >= 1 and place["region"]["startColumn"] >= 1
prints = [r["partialFingerprints"]["musifyLine/v1"] for r in run["results"]]
different = "differ" if len(set(prints)) == len(prints) else "do not differ"
print(f"{len(rules)} rules, {len(run['results'])} results, fingerprints {different}")
(invocation,) = run["invocations"]
for note in invocation.get("toolExecutionNotifications", []):
    state = "successful" if invocation["executionSuccessful"] else "not successful"
    print(f"{state}: {note['level']} {note['message']['text']}")

"""check-report.py REPORT SCHEMA: prints a report's facts, one a line, after a
check against the schema (as far as the jsonschema package is there)."""
import json
import sys

report, schema = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
try:
    import jsonschema
except ImportError:
    assert sorted(report) == sorted(schema["required"]), sorted(report)
else:
    jsonschema.validate(report, schema)

summary = report["summary"]
print("schema", report["schema"])
print("summary read", summary["filesRead"], "changed", summary["filesChanged"],
      "failed", summary["filesFailed"], "edits", summary["edits"], "findings",
      summary["findings"])
print("engines", *(f"{k} {v}" for k, v in summary["editsByEngine"].items()))
for file in report["files"]:
    print("file", file["path"], file["status"], f"parsed={file['parsed']}")
    for e in file["edits"]:
        print(f"edit {e['line']}:{e['column']} {e['old']} -> {e['new']} {e['rule']} {e['engine']}")
    for f in file["findings"]:
        print(f"finding {f['line']}:{f['column']} {f['rule']} {f['severity']}")
for file in report["notParsed"]:
    print("not parsed", file["path"], "; ".join(file["reasons"]))
for path in report["skipped"]:
    print("skipped", path["path"], f"error={path['error']}")

# Makes a ledger what musify 0.1 wrote: edits and findings with their texts.
import json
import sys

path = sys.argv[1]
ledger = json.load(open(path))
ledger["format"] = "musify-ledger/1"
for file in ledger["files"].values():
    file["edits"] = [["mapped-name", e, "a line", e, "new"] for e in file.pop("entries")]
    file["findings"] = [[rule, entry, line, "old", ""] for rule, entry, line in file["findings"]]
json.dump(ledger, open(path, "w"))

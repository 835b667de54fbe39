"""check-formats.py DIR SCHEMA: reads each form of one run as its users do."""
import json
import pathlib
import re
import sys
import urllib.parse
import xml.dom.minidom

import jsonschema

folder = pathlib.Path(sys.argv[1])
text = {f.suffix[1:]: f.read_text() for f in folder.glob("o.*")}
places = {}


def tell(form, findings):
    rules = sorted(rule for rule, *_ in findings)
    print(f"{form}: {len(findings)} findings: {' '.join(rules)}")
    places[form] = sorted(findings)


report = json.loads(text["json"])
jsonschema.validate(report, json.loads(pathlib.Path(sys.argv[2]).read_text()))
tell("json", [(f["rule"], f["path"], f["line"]) for f in report["findings"]])

sarif = json.loads(text["sarif"])["runs"][0]
found = []
for result in sarif["results"]:
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    assert sarif["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    uri = place["artifactLocation"]["uri"]
    assert urllib.parse.quote(urllib.parse.unquote(uri), safe="/") == uri, uri
    found.append(
        (result["ruleId"], urllib.parse.unquote(uri), place["region"]["startLine"])
    )
tell("sarif", found)

issues = json.loads(text["gitlab"])
assert len({i["fingerprint"] for i in issues}) == len(issues)
assert {i["severity"] for i in issues} <= {"info", "minor", "major", "critical", "blocker"}
tell(
    "gitlab",
    [
        (i["description"][:8], i["location"]["path"], i["location"]["lines"]["begin"])
        for i in issues
    ],
)

found = []
for line in text["github"].splitlines():
    kind, properties, message = re.fullmatch(
        r"::(error|warning|notice) (.*?)::(.*)", line
    ).groups()
    values = {
        k: urllib.parse.unquote(v)
        for k, v in (p.split("=", 1) for p in properties.split(","))
    }
    found.append((values["title"][:8], values["file"], int(values["line"])))
tell("github", found)

found = []
for line in text["rdjsonl"].splitlines():
    d = json.loads(line)
    assert d["severity"] in ("ERROR", "WARNING", "INFO")
    where = d["location"]
    found.append((d["code"]["value"], where["path"], where["range"]["start"]["line"]))
tell("rdjsonl", found)

found = []
for file in xml.dom.minidom.parseString(text["checkstyle"]).getElementsByTagName("file"):
    for error in file.getElementsByTagName("error"):
        assert error.getAttribute("severity") in ("error", "warning", "info")
        found.append(
            (
                error.getAttribute("source").removeprefix("musify."),
                file.getAttribute("name"),
                int(error.getAttribute("line")),
            )
        )
tell("checkstyle", found)

found = []
junit = xml.dom.minidom.parseString(text["junit"])
suites = junit.getElementsByTagName("testsuite")
failures = outputs = passed = 0
for suite in suites:
    cases = suite.getElementsByTagName("testcase")
    assert int(suite.getAttribute("tests")) == len(cases)
    failed = suite.getElementsByTagName("failure")
    assert int(suite.getAttribute("failures")) == len(failed)
    failures += len(failed)
    outputs += len(suite.getElementsByTagName("system-out"))
    for case in cases:
        rule, *rest = case.getAttribute("name").split()
        if rule.startswith("MUSA"):
            line = int(rest[-1].split(":")[0])
            found.append((rule, case.getAttribute("classname"), line))
        else:
            passed += 1
tell("junit", found)
print(
    f"junit: {len(suites)} files, {failures} failures, "
    f"{outputs} passed with output, {passed} passed"
)

region = [r for r in sarif["results"] if r["ruleId"] == "MUSA0501"][0]["locations"][0][
    "physicalLocation"
]["region"]
print(f"sarif: columns {region['startColumn']} to {region['endColumn']}")
assert all(p == places["json"] for p in places.values()), places
print(f"all agree on {len(places['json'])} places")

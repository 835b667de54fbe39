#!/usr/bin/env python3
"""count-results.py FOLDER: sums up what the runners of test.sh left there.

A runner that ended badly but tells of no failed test counts as one failure, so
does a run in which nothing passed. The exit status is 1 if anything failed."""
import json
import pathlib
import sys

PASSED = {"PASS", "FLAKYPASS", "XFAIL"}
IGNORED = {"UNSUPPORTED", "SKIPPED", "EXCLUDED"}


def gtest(report):
    ran = [case for suite in report["testsuites"] for case in suite["testsuite"]
           if case["result"] == "COMPLETED"]
    failed = sum(1 for case in ran if case.get("failures"))
    return len(ran) - failed, failed


def lit(report):
    codes = [test["code"] for test in report["tests"]]
    passed = sum(code in PASSED for code in codes)
    return passed, len(codes) - passed - sum(code in IGNORED for code in codes)


def count(runner):
    """Of one runner: its JSON, if it wrote any, and how it ended."""
    ended_badly = runner.with_suffix(".failed").exists()
    good, bad = int(runner.with_suffix(".passed").exists()), 0
    report = runner.with_suffix(".json")
    if report.exists():
        tests = json.loads(report.read_text(encoding="utf-8"))
        good, bad = gtest(tests) if "testsuites" in tests else lit(tests)
    return good, bad or int(ended_badly)


passed = failed = 0
for runner in sorted({path.with_suffix("") for path in pathlib.Path(sys.argv[1]).iterdir()}):
    good, bad = count(runner)
    print(f"{runner.name}: {good} passed, {bad} failed")
    passed, failed = passed + good, failed + bad
if not passed:
    failed = max(failed, 1)
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)

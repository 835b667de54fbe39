#!/usr/bin/env python3
"""Ports projects and builds the result with a stand-in for the MUSA SDK: does it configure, and which sources compile?

    bench/stand_in_sdk.py build/release /tmp/sdk
    bench/configure_projects.py --musify build/release/bin/musify --sdk /tmp/sdk PROJECT... [-- OPTIONS OF musify port]

PROJECT is DIRECTORY, DIRECTORY:BELOW with the directory of its build below it, or DIRECTORY:BELOW:NAME=VALUE,... with variables for
the build, where SDK stands for the stand-in. CMake, make or pip, which needs the
packages setuptools and wheel, is chosen by what is there. The table goes to standard output, the logs to --out.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def run(command, log, seconds, **options):
    with open(log, "a") as out:
        out.write("$ " + " ".join(map(str, command)) + "\n")
        out.flush()
        try:
            return subprocess.run(command, stdout=out, stderr=out, timeout=seconds, **options).returncode
        except subprocess.TimeoutExpired:
            out.write("out of time\n")
            return "out of time"


def named(out, suffix):
    return out.with_name(out.name + suffix)


def port(options, source, out):
    report = named(out, ".json")
    command = [options.musify, "port", source, "-o", f"{out}/", "--copy-all", "--no-ledger", "-q", "--report", report]
    subprocess.run([*command, *options.port], capture_output=True)
    point_to(options.sdk, out)
    levels = {"error": 0, "warning": 0}
    if report.exists():
        text = report.read_text()
        files = json.loads(text).get("files", [])
        findings = [f for file in files for f in file.get("findings", [])]
        for level in levels:
            levels[level] = sum(f.get("severity") == level and "build" in f.get("rule", "") for f in findings)
    return levels


def point_to(sdk, out):
    """The stand-in is not where the SDK is installed."""
    for pattern in ("CMakeLists.txt", "*.cmake", "Makefile*", "*.mk"):
        for path in out.rglob(pattern):
            text = path.read_bytes()
            path.write_bytes(text.replace(b"/usr/local/musa", str(sdk).encode()))


def kind_of(folder):
    setup = folder / "setup.py"
    if setup.exists() and "MUSAExtension" in setup.read_text():
        return "pip install"
    for kind, name in (("CMake", "CMakeLists.txt"), ("make", "Makefile"), ("pip install", "setup.py")):
        if (folder / name).exists():
            return kind
    sys.exit(f"{folder}: nothing to build with")


def build(kind, folder, options, environment, log, variables):
    """Returns whether it configures, or what is in the way."""
    if kind == "CMake":
        below = folder / "musify-build"
        command = ["cmake", "-S", folder, "-B", below, "-G", "Ninja", f"-DCMAKE_MODULE_PATH={options.sdk}/cmake"]
        command += [f"-D{variable}" for variable in variables]
        status = run(command, log, options.seconds, env=environment)
        if status:
            return first_error(log)
        run(["ninja", "-k", "0", "-j", "2", "-C", below], log, options.seconds, env=environment)
    elif kind == "make":
        command = ["make", "-k", "-B", "-C", folder, f"MUSA_HOME={options.sdk}", f"MUSA_PATH={options.sdk}", *variables]
        run(command, log, options.seconds, env=environment)
    else:
        pip = [sys.executable, "-m", "pip", "install", "--no-build-isolation", "--no-deps", "-v", "."]
        status = run([*pip, "--target", folder / "musify-build"], log, options.seconds, env=environment, cwd=folder)
        if status:
            return first_error(log)
    return "yes"


def first_error(log):
    text = log.read_text(errors="replace")
    found = re.search(r"CMake Error[^\n]*\n+\s*([^\n]+)|^(\w*Error: [^\n]+)", text, re.M)
    return "no: " + ((found.group(1) or found.group(2)).strip() if found else "see the log")


def main():
    arguments = sys.argv[1:]
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--musify", required=True, type=pathlib.Path)
    parser.add_argument("--sdk", required=True, type=pathlib.Path)
    parser.add_argument("--out", default="/tmp/musify-configure", type=pathlib.Path)
    parser.add_argument("--seconds", default=300, type=int, help="for each step of a build")
    parser.add_argument("projects", nargs="+")
    options = parser.parse_args(arguments[:split])
    options.port = arguments[split + 1 :]
    options.out.mkdir(parents=True, exist_ok=True)
    print("| project | build | configures | calls of mcc | compiled | errors | warnings |\n|---|---|---|---:|---:|---:|---:|")
    for project in options.projects:
        source, below, given = (project.split(":", 2) + ["", ""])[:3]
        variables = [v.replace("SDK", str(options.sdk)) for v in given.split(",") if v]
        name = pathlib.Path(source).name + (f"/{below}" if below else "")
        out = options.out / name.replace("/", "-")
        log, status = named(out, ".log"), named(out, ".status")
        for old in (log, status):
            old.unlink(missing_ok=True)
        shutil.rmtree(out, ignore_errors=True)
        levels = port(options, source, out)
        environment = os.environ | {
            "PATH": f"{options.sdk}/bin:{os.environ['PATH']}",
            "MUSA_HOME": str(options.sdk),
            "MUSA_PATH": str(options.sdk),
            "MCC_STATUS": str(status),
            "LDFLAGS": "-Wl,--unresolved-symbols=ignore-all",
            "PYTHONPATH": str(HERE / "stand-in/python"),
        }
        kind = kind_of(out / below)
        configures = build(kind, out / below, options, environment, log, variables)
        calls = status.read_text().split() if status.exists() else []
        row = [name, kind, configures, len(calls), calls.count("0"), levels["error"], levels["warning"]]
        print("| " + " | ".join(map(str, row)) + " |", flush=True)


if __name__ == "__main__":
    main()

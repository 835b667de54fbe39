#!/usr/bin/env python3
"""Makes each call that needs the system fail, or ends the process there.

  scripts/faults.py --musify build/release/bin/musify --fault build/release/test/libmusify-fault.so

For a port in place (with and without back-ups), a port into a tree, an update,
lint with a baseline and a port with a cache: the N-th call of each function of
the C library that writes, maps a file, or starts a process or a thread fails with
an I/O error, finds the disk full from then on, or ends the process; so does the
N-th allocation, alone or with all later ones. Afterwards nothing may be lost: each
file that was there has its old text or the one of a complete run. A run without
the fault then has to end as if there had been none. --at most N calls of each
function (default all; of the allocations, always a sample over the whole run).
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

FUNCTIONS = ("open", "write", "fchmod", "fsync", "syncfs", "mkdir", "rename", "remove", "symlink", "fork",
             "mmap", "posix_spawn", "pthread_create", "malloc")  # fmt: skip
ACTIONS = ("kill", "5", "28+")  # EIO, ENOSPC
ALLOCATION_ACTIONS = ("kill", "12", "12+")  # ENOMEM
#: As LLVM's pool of threads does, and the C++ library before `main`.
MAY_ABORT = ("pthread_create", "malloc")
ALLOCATIONS = 50  # of the hundred thousands of a run
SOURCES = {
    "src/a.cu": '#include "sub/h.cuh"\nint A = cudaFree(0);\n',
    "src/sub/h.cuh": "inline int h() { return cudaDeviceSynchronize(); }\n",
    "src/c.cu": "const char *C = \"cudaMalloc\";\nint D = cudaFree(0);\n",
    "src/notes.txt": "plain\n",
}
GIT = ["git", "-c", "user.name=a", "-c", "user.email=a", "-C", "tree"]


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def commit(folder):
    for args in (["init", "-q", "."], ["add", "-A"], ["commit", "-qm", "port"]):
        subprocess.run([*GIT, *args], cwd=folder, check=True)


def prepare_update(folder, musify):
    subprocess.run([musify, "port", "src", "-o", "tree", "-q", "--copy-all", *LEXER], cwd=folder, check=False)
    (folder / "tree/a.mu").write_text((folder / "tree/a.mu").read_text() + "// by hand\n")
    commit(folder)
    write(folder, {"src/a.cu": "// new\n" + SOURCES["src/a.cu"], "src/d.cu": "int E = cudaFree(0);\n"})
    (folder / "src/c.cu").unlink()


LEXER = ["--engine=lexer", "--no-cache"]
#: name: (preparation, arguments, arguments of the run afterwards, path of what is written)
SCENARIOS = {
    "in-place": (None, ["port", "src", "--in-place", "--force", "-q", *LEXER], None),
    "backup": (None, ["port", "src", "--in-place", "--backup", "-q", *LEXER], None),
    "tree": (None, ["port", "src", "-o", "tree", "-q", "--copy-all", *LEXER], None),
    "update": (
        prepare_update,
        ["update", "src", "-o", "tree", "-q", "--copy-all", *LEXER],
        ["update", "src", "-o", "tree", "-q", "--copy-all", "--force", *LEXER],
    ),
    "baseline": (None, ["lint", "src", "--baseline", "base.json", "--update-baseline", "-q", *LEXER], None),
    "cache": (None, ["port", "src", "-o", "tree", "-q", "--cache", "facts"], None),
}


def snapshot(folder):
    """Text by path, without git's folder, the cache and temporary files."""
    out = {}
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        if ".git" in below.parts or below.parts[0] == "facts" or path.name.startswith(".musify-"):
            continue
        if path.is_file():
            out[str(below)] = path.read_bytes()
    return out


class Scenario:
    def __init__(self, name, args, work):
        self.prepare, self.command, again = SCENARIOS[name]
        self.again = again or self.command
        self.args, self.work, self.name = args, work, name
        self.start = work / f"{name}-start"
        write(self.start, SOURCES)
        if self.prepare:
            self.prepare(self.start, args.musify)
        self.before = snapshot(self.start)
        whole = self.copy("whole")
        self.run(whole, self.command)
        self.after = snapshot(whole)

    def copy(self, name):
        folder = self.work / f"{self.name}-{name}"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.start, folder, symlinks=True)
        return folder

    def run(self, folder, command, **environment):
        return subprocess.run(
            [self.args.musify, *command], cwd=folder, env={**os.environ, **environment},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace", timeout=120,
        )  # fmt: skip

    def calls_of(self, function):
        """The numbers of the calls to try."""
        if function != "malloc":
            return range(1, self.args.at + 1)
        count = self.work / "count"
        count.unlink(missing_ok=True)
        self.run(
            self.copy("run"), self.command,
            FAULT_AT=f"{function}:0:count", FAULT_COUNT=str(count), LD_PRELOAD=self.args.fault,
        )  # fmt: skip
        last = max(map(int, count.read_text().split()))
        wanted = min(ALLOCATIONS, self.args.at)
        return [1 + (last - 1) * i // wanted for i in range(wanted)] + [last]

    def attempt(self, where):
        """None if the call does not exist, else what went wrong."""
        folder, hit = self.copy("run"), self.work / "hit"
        hit.unlink(missing_ok=True)
        try:
            done = self.run(folder, self.command, FAULT_AT=where, FAULT_HIT=str(hit), LD_PRELOAD=self.args.fault)
        except subprocess.TimeoutExpired:
            return ["does not end"]
        if not hit.exists():
            return None
        problems = []
        allowed = (0, 1, 2, -9, *([-6] if where.startswith(MAY_ABORT) else []))
        if done.returncode not in allowed:
            problems.append(f"status {done.returncode}: {done.stderr[-300:]}")
        now = snapshot(folder)
        for path, text in self.before.items():
            if now.get(path) not in (text, self.after.get(path)):
                problems.append(f"{path} is neither as before nor as after")
        second = self.run(folder, self.again)
        if second.returncode == 2:
            problems.append(f"the next run fails: {second.stderr[-300:]}")
        now = snapshot(folder)
        for path in sorted(now.keys() | self.after.keys()):
            if now.get(path) != self.after.get(path):
                problems.append(f"{path} differs after the next run")
        return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--musify", required=True, type=os.path.abspath)
    parser.add_argument("--fault", required=True, type=os.path.abspath, help="the library that is preloaded")
    parser.add_argument("--at", type=int, default=10**6, help="calls of each function")
    parser.add_argument("--only", action="append", choices=SCENARIOS)
    parser.add_argument("--function", action="append", choices=FUNCTIONS)
    args = parser.parse_args()
    os.environ.pop("LD_PRELOAD", None)
    count = failed = 0
    with tempfile.TemporaryDirectory() as work:
        for name in args.only or SCENARIOS:
            scenario = Scenario(name, args, pathlib.Path(work))
            for function in args.function or FUNCTIONS:
                calls = scenario.calls_of(function)
                for action in ALLOCATION_ACTIONS if function == "malloc" else ACTIONS:
                    for number in calls:
                        where = f"{function}:{number}:{action}"
                        problems = scenario.attempt(where)
                        if problems is None:
                            break
                        count += 1
                        failed += bool(problems)
                        for problem in problems:
                            print(f"{name}: {where}: {problem}")
    print(f"{count} faults, {failed} with problems")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()

"""Ports CUDA code to MUSA: a thin API over the program `musify`.

Each function runs the program once and returns its JSON report. A run that
could not do its work (exit status 2) raises `MusifyError`; findings do not.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterable, Mapping, Sequence, Union

__all__ = ["Finding", "MusifyError", "Report", "lint", "port", "program", "run"]

PathLike = Union[str, "os.PathLike[str]"]


class MusifyError(RuntimeError):
    """musify could not do its work; the text is what it printed."""


@dataclass(frozen=True)
class Finding:
    """One place that needs manual work."""

    path: str
    line: int
    column: int
    severity: str
    rule: str
    message: str


@dataclass(frozen=True)
class Report:
    """What a run found. `data` is the whole JSON report."""

    findings: Sequence[Finding]
    data: Mapping[str, Any]

    @property
    def ok(self) -> bool:
        """Whether nothing but notes is left."""
        return all(f.severity == "note" for f in self.findings)


def program() -> str:
    """The path of the program that this package brought, else of PATH."""
    beside = Path(sysconfig.get_path("scripts")) / "musify"
    found = str(beside) if beside.is_file() else shutil.which("musify")
    if not found:
        raise MusifyError("there is no program `musify`")
    return found


def run(arguments: Iterable[PathLike]) -> subprocess.CompletedProcess[str]:
    """Runs the program; raises `MusifyError` on exit status 2."""
    done = subprocess.run(
        [program(), *map(os.fspath, arguments)], capture_output=True, text=True
    )
    if done.returncode not in (0, 1):
        raise MusifyError(done.stderr.strip())
    return done


def _finding(path: str, each: Mapping[str, Any]) -> Finding:
    return Finding(
        path, each["line"], each["column"], each["severity"], each["rule"], each["message"]
    )


def port(
    paths: Iterable[PathLike],
    *,
    output: PathLike | None = None,
    in_place: bool = False,
    options: Iterable[str] = (),
) -> Report:
    """Ports files or directories. Without `output` and `in_place`, writes nothing."""
    arguments = ["port", *map(os.fspath, paths), "--report", "-", "-q", *options]
    if output is not None:
        arguments += ["-o", os.fspath(output)]
    if in_place:
        arguments.append("--in-place")
    data = json.loads(run(arguments).stdout)
    found = [_finding(f["path"], x) for f in data["files"] for x in f["findings"]]
    return Report(found, data)


def lint(paths: Iterable[PathLike], *, options: Iterable[str] = ()) -> Report:
    """Reports what keeps the code from working on MUSA."""
    arguments = ["lint", *map(os.fspath, paths), "--format", "json", "-q", *options]
    data = json.loads(run(arguments).stdout)
    return Report([_finding(x["path"], x) for x in data["findings"]], data)


def _run_text() -> None:
    """The official text tool's name: the program looks at how it is called."""
    os.execv(program(), ["musify-text", *sys.argv[1:]])

"""Ports a project with the workers of a Dask cluster.

Each task parses a part of the project and keeps the results in a cache; the
last step runs here, finds them there and decides on all edits at once. The
result is that of `musify.port`. The workers need this package and the sources.
"""

from __future__ import annotations

import os
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Dict, Iterable, List, Optional, Sequence

from . import PathLike, Report, run
from . import port as _port

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["port"]


def _jobs(options: Sequence[str]) -> List[str]:
    """The share of this machine's cores that a task of the worker has."""
    from distributed import get_worker

    if any(option.startswith(("-j", "--jobs")) for option in options):
        return []
    return ["-j", str(max(1, (os.cpu_count() or 1) // get_worker().state.nthreads))]


def _fill(shard: str, paths: Sequence[str], cache: str, options: Sequence[str]) -> None:
    run(
        ["port", *paths, "-q", "--facts-only", "--shard", shard, "--cache", cache]
        + [*_jobs(options), *options]
    )


def _collect(shard: str, paths: Sequence[str], options: Sequence[str]) -> Dict[str, bytes]:
    """The new entries of the cache, where no directory is shared."""
    with tempfile.TemporaryDirectory() as cache:
        _fill(shard, paths, cache, options)
        return {entry.name: entry.read_bytes() for entry in Path(cache).glob("llvmcache-*")}


def port(
    paths: Iterable[PathLike],
    client: Client,
    *,
    cache: Optional[PathLike] = None,
    shards: Optional[int] = None,
    output: Optional[PathLike] = None,
    in_place: bool = False,
    options: Iterable[str] = (),
    retries: int = 2,
) -> Report:
    """Ports files or directories, as `musify.port` does.

    `paths` and `options` mean the same to all workers and here. `cache` is a
    directory that all share; without it, workers send what they found. `shards`
    is the number of tasks, by default two for each thread of a worker. A task
    whose worker is lost runs again on another one; what is missing in the end
    is parsed here.
    """
    from distributed import as_completed

    names = [os.fspath(path) for path in paths]
    options = list(options)
    count = shards or 2 * max(1, sum(client.nthreads().values()))
    parts = [f"{number}/{count}" for number in range(1, count + 1)]
    with tempfile.TemporaryDirectory() as own:
        where = os.fspath(own if cache is None else cache)
        given = {"paths": names, "options": options}
        if cache is not None:
            given["cache"] = where
        task_of = _collect if cache is None else _fill
        tasks = client.map(task_of, parts, pure=False, retries=retries, **given)
        shard_of = dict(zip(tasks, parts))
        for task in as_completed(tasks):
            if task.status != "finished":
                failed = f"shard {shard_of[task]} failed and is parsed here"
                warnings.warn(f"{failed}: {task.exception()}")
                continue
            for name, entry in (task.result() or {}).items():
                (Path(where) / name).write_bytes(entry)
            task.release()
        options += ["--cache", where]
        return _port(names, output=output, in_place=in_place, options=options)

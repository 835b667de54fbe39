"""dask_port.py PATH OUTPUT [CACHE]: ports with a cluster of two workers and the
program in `bin`."""
import os
import sys

import dask
from distributed import Client, LocalCluster

import musify.distributed

if __name__ == "__main__":
    path, output, *cache = sys.argv[1:]
    os.environ["PATH"] = os.path.abspath("bin") + ":" + os.environ["PATH"]
    dask.config.set({"distributed.worker.daemon": False})
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        report = musify.distributed.port(
            [path], client, cache=cache[0] if cache else None, output=output, options=["-j", "1"])
    assert report.findings and not report.ok, report

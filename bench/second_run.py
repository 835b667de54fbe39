#!/usr/bin/env python3
"""second_run.py MUSIFY PATH... [OPTION...]: what a run costs if nothing changed.

Ports the paths into the same output three times: without a cache, with an empty
one, and with what the run before kept. Prints the seconds of the processor that each took, and the last
as a share of the first. Options go to `musify port`, e.g. `-p build`."""
import os
import subprocess
import sys
import tempfile


def seconds(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"error: exit status {process.returncode}: "
                 f"{' '.join(command)}")
    return usage.ru_utime + usage.ru_stime


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        cache = ["--cache", os.path.join(folder, "cache")]
        port = [sys.argv[1], "port", *sys.argv[2:],
                "-o", os.path.join(folder, "out")]
        plain = seconds(port + ["--no-cache"])
        first = seconds(port + cache)
        second = seconds(port + cache)
        size = sum(entry.stat().st_size
                   for entry in os.scandir(os.path.join(folder, "cache")))
    print(f"without a cache  {plain:8.2f} s")
    print(f"first run        {first:8.2f} s")
    print(f"second run       {second:8.2f} s  {second / first:.1%} of the first")
    print(f"cache            {size / 1e6:8.2f} MB")


if __name__ == "__main__":
    main()

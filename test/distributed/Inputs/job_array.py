"""job_array.py FIRST-LAST SCRIPT DIRECTORY...: runs the tasks of a Slurm job
array, two at a time, each in one of the checkouts."""
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

first, last = map(int, sys.argv[1].split("-"))
script, checkouts = sys.argv[2], sys.argv[3:]


def task(number):
    # https://slurm.schedmd.com/job_array.html, "Job ID and Environment Variables"
    variables = dict(
        os.environ,
        PATH=os.path.abspath("bin") + ":" + os.environ["PATH"],
        MUSIFY_CACHE=os.path.abspath("cache"),
        SLURM_ARRAY_JOB_ID="36",
        SLURM_ARRAY_TASK_ID=str(number),
        SLURM_ARRAY_TASK_COUNT=str(last - first + 1),
        SLURM_ARRAY_TASK_MIN=str(first),
        SLURM_ARRAY_TASK_MAX=str(last),
        SLURM_CPUS_PER_TASK="1",
    )
    checkout = checkouts[number % len(checkouts)]
    subprocess.run(["sh", script, "."], cwd=checkout, env=variables, check=True)


with ThreadPoolExecutor(2) as nodes:
    list(nodes.map(task, range(first, last + 1)))

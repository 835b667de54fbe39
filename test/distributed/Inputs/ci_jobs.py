"""ci_jobs.py github|gitlab FILE CHECKOUT: runs the jobs of a CI configuration
one after the other, each in a copy of the checkout: SYSTEM/JOB, or SYSTEM/JOB-N
of the N-th of several. Knows what the examples use, and nothing else."""
import os
import shutil
import subprocess
import sys

import yaml

system, path, checkout = sys.argv[1:]
artifacts = f"{system}/artifacts"
path_variable = os.path.abspath("bin") + ":" + os.environ["PATH"]


def start(name):
    shutil.copytree(checkout, f"{system}/{name}")
    return f"{system}/{name}"


def shell(command, directory, **variables):
    subprocess.run(["sh", "-ec", command], cwd=directory, check=True,
                   env={**os.environ, "PATH": path_variable, **variables})


def merge(source, target):
    shutil.copytree(source, target, dirs_exist_ok=True)


def gitlab(jobs):
    for name, job in jobs.items():
        count = job.get("parallel", 1)
        for index in range(1, count + 1):
            here = start(f"{name}-{index}" if count > 1 else name)
            for needed in job.get("needs", []):
                merge(f"{artifacts}/{needed}", here)
            for line in job["script"]:
                shell(line, here, CI_NODE_INDEX=str(index), CI_NODE_TOTAL=str(count))
            for kept in job["artifacts"]["paths"]:
                merge(f"{here}/{kept}", f"{artifacts}/{name}/{kept}")


def github_step(step, here, part):
    fill = lambda text: text.replace("${{ matrix.part }}", str(part))
    given = {key: fill(value) if isinstance(value, str) else value
             for key, value in step.get("with", {}).items()}
    if "run" in step:
        shell(fill(step["run"]), here)
    elif step["uses"].startswith("actions/upload-artifact@"):
        merge(f"{here}/{given['path']}", f"{artifacts}/{given['name']}")
    elif step["uses"].startswith("actions/download-artifact@"):
        assert given["merge-multiple"]
        for name in sorted(os.listdir(artifacts)):
            if name.startswith(given["pattern"].rstrip("*")):
                merge(f"{artifacts}/{name}", f"{here}/{given['path']}")
    else:
        assert step["uses"].startswith("actions/checkout@"), step


def github(workflow):
    for name, job in workflow["jobs"].items():
        parts = job.get("strategy", {}).get("matrix", {}).get("part", [None])
        for part in parts:
            here = start(f"{name}-{part}" if part else name)
            for step in job["steps"]:
                github_step(step, here, part)


{"github": github, "gitlab": gitlab}[system](yaml.safe_load(open(path)))

# The lit suite: each test is one behaviour. Tests under port/ run twice where
# the machine has a CUDA SDK: with the declarations that musify carries, and
# with the real headers (`--param sdk=DIR`).
import os
import shutil
import subprocess
import lit.formats

config.name = "musify"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cu", ".cuh", ".cpp", ".h", ".c", ".test"]
config.excludes = ["Inputs", "fuzz", "shim", "unit"]
config.test_source_root = os.path.dirname(__file__)

sdk = lit_config.params.get("sdk", "")
config.test_exec_root = os.path.join(
    config.musify_build, "test", "real-sdk" if sdk else "built-in"
)
if sdk:
    config.name += " (real SDK)"
    config.available_features.add("real-sdk")
    # What does not port anything says the same in both modes.
    config.excludes += ["build", "cli", "distributed", "docs", "html", "lint", "lsp", "mapping", "platform", "repo", "scan", "scripts", "text", "update"]
else:
    config.available_features.add("built-in-sdk")

musify = os.path.join(config.musify_build, "bin", "musify")
port = musify + " port" + (" --cuda-path=" + sdk if sdk else "")
config.environment["NO_COLOR"] = "1"
# Nothing comes from an earlier run, unless a test names a folder.
config.environment["XDG_CACHE_HOME"] = "/dev/null"
# A test's project is what it makes itself, not the repository around it.
config.environment["GIT_CEILING_DIRECTORIES"] = os.pathsep.join(
    [config.test_source_root, config.test_exec_root]
)
if config.musify_sanitize:
    config.available_features.add("sanitizers")
for tool in ("git", "cmake", "nvim"):
    if shutil.which(tool):
        config.available_features.add(tool)
config.environment["PATH"] = os.pathsep.join(
    [config.llvm_tools, os.environ["PATH"]]
)
if shutil.which("clang-apply-replacements", path=config.environment["PATH"]):
    config.available_features.add("clang-apply-replacements")
# Python with Dask; it may be that of a virtual environment.
dask_python = os.environ.get("MUSIFY_DASK_PYTHON", "python3")


def has_module(python, name):
    look = f"import importlib.util as u, sys; sys.exit(u.find_spec('{name}') is None)"
    return subprocess.run([python, "-c", look]).returncode == 0


if has_module(dask_python, "distributed"):
    config.available_features.add("dask")
if has_module("python3", "yaml"):
    config.available_features.add("yaml")
namespaces = shutil.which("unshare") and subprocess.run(
    ["unshare", "--map-root-user", "--net", "true"], stderr=subprocess.DEVNULL
).returncode == 0
if shutil.which("parallel") and namespaces:
    config.available_features.add("gnu-parallel")
# The page of --html is looked at with Debian's Chromium.
if os.path.exists("/usr/bin/chromedriver"):
    config.available_features.add("browser")
# %port FILE: the ported text goes to standard output, what the tool says to
# standard error; the exit status is not looked at.
config.substitutions += [
    ("%port", os.path.join(config.test_source_root, "port.sh") + " '" + port + "'"),
    # %build DIR: ports a tree and prints its build scripts and what was said.
    ("%build", os.path.join(config.test_source_root, "build.sh") + " '" + port + "'"),
    # The command alone, in the mode of the run.
    ("%cmd-port", port),
    ("%interrupt", os.path.join(config.musify_build, "test", "libmusify-interrupt.so")),
    ("%fault", os.path.join(config.musify_build, "test", "libmusify-fault.so")),
    ("%mapping-gen", musify + "-mapping-gen"),
    # %browser PAGE COMMAND...: what a person would do with a page.
    ("%browser", "/usr/bin/python3 " + os.path.join(config.test_source_root, "html", "Inputs", "drive.py")),
    ("%dask-python", dask_python),
    ("%python", "python3"),
    ("%text", musify + "-text"),
    ("%musify", musify),
    ("%cmake-build", config.musify_build),
    ("%llvm-include", config.llvm_include),
    ("%sarif-schema", os.path.join(config.musify_build, "sarif-2.1.0.json")),
]

"""Builds extensions as torch_musa does: `.mu` with mcc, all else with the host's compiler."""
import os
import subprocess

from setuptools import Extension
from setuptools.command.build_ext import build_ext

MUSA_HOME = os.environ["MUSA_HOME"]


def MUSAExtension(name, sources, **options):
    return Extension(name, sources, language="c++", **options)


class BuildExtension(build_ext):
    @classmethod
    def with_options(cls, **options):
        return cls

    def build_extension(self, extension):
        flags = extension.extra_compile_args or {}
        common = [f"-I{path}" for path in extension.include_dirs]
        common += [f"-D{name}" if value is None else f"-D{name}={value}" for name, value in extension.define_macros]
        forced = isinstance(flags, dict) and "force_mcc" in flags.get("cxx", [])
        for source in extension.sources:
            if not (forced or source.endswith(".mu")):
                continue
            mine = flags.get("mcc", []) if isinstance(flags, dict) else flags
            language = ["-x", "musa"] if forced else []
            output = os.path.join(self.build_temp, os.path.basename(source) + ".o")
            os.makedirs(self.build_temp, exist_ok=True)
            subprocess.run([f"{MUSA_HOME}/bin/mcc", *language, *common, *mine, "-c", source, "-o", output])


def load(*arguments, **options):
    raise RuntimeError("the stand-in compiles no extension at run time")


load_inline = load

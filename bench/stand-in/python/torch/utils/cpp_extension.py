from setuptools import Extension
from torch_musa.utils.musa_extension import BuildExtension  # noqa: F401

HIP_HOME = None


def CppExtension(name, sources, **options):
    options.pop("extra_compile_args", None)
    return Extension(name, sources, **options)

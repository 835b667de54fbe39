"""The wheel contains a static program, so it needs no version of glibc."""

import platform

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class StaticProgram(BuildHookInterface):
    def initialize(self, version, build_data):
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-manylinux2014_{platform.machine()}"

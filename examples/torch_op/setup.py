from setuptools import setup
from torch.utils.cpp_extension import BuildExtension, CUDAExtension

setup(
    name="rms_norm",
    ext_modules=[
        CUDAExtension("rms_norm", ["rms_norm.cpp", "rms_norm_kernel.cu"],
                      extra_compile_args={"nvcc": ["-O3", "--expt-relaxed-constexpr"]}),
    ],
    cmdclass={"build_ext": BuildExtension},
)

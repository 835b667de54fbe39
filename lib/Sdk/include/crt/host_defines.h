//===- host_defines.h - CUDA's attributes as macros -------------*- C++ -*-===//
//
// Outside a CUDA compile the attributes vanish, so that plain C and C++ files
// may include the API headers.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SDK_HOST_DEFINES_H
#define MUSIFY_SDK_HOST_DEFINES_H

#ifdef __CUDA__
#ifndef __CUDACC__
#define __CUDACC__ 1
#endif
#ifndef __NVCC__
#define __NVCC__ 1
#endif
#ifndef __CUDACC_VER_MAJOR__
#define __CUDACC_VER_MAJOR__ 13
#define __CUDACC_VER_MINOR__ 0
#define __CUDACC_VER_BUILD__ 48
#endif
#ifndef __CUDACC_EXTENDED_LAMBDA__
#define __CUDACC_EXTENDED_LAMBDA__ 1
#endif
#ifndef __CUDACC_RELAXED_CONSTEXPR__
#define __CUDACC_RELAXED_CONSTEXPR__ 1
#endif
#define __host__ __attribute__((host))
#define __device__ __attribute__((device))
#define __global__ __attribute__((global))
#define __shared__ __attribute__((shared))
#define __constant__ __attribute__((constant))
#define __managed__ __attribute__((managed))
#define __grid_constant__ __attribute__((grid_constant))
#define __launch_bounds__(...) __attribute__((launch_bounds(__VA_ARGS__)))
#else
#define __host__
#define __device__
#define __global__
#define __shared__
#define __constant__
#define __managed__
#define __grid_constant__
#define __launch_bounds__(...)
#endif
#define __maxnreg__(...)
#define __cluster_dims__(...)
#define __block_size__(...)
#define __local_maxnreg__(...)
#define __tile_global__ __global__
#define __device_builtin__
#define __device_builtin_texture_type__
#define __device_builtin_surface_type__
#define __cudart_builtin__
#define __nv_pure__
#define __specialization_static
/* To Clang `__noinline__` is a word of CUDA; a macro would break the C++
   library's `__attribute__((__noinline__))`. */
#ifndef __forceinline__
#define __forceinline__ __inline__ __attribute__((always_inline))
#endif
#define __no_sanitize__(...)
#ifndef __no_return__
#define __no_return__ __attribute__((noreturn))
#endif
#ifndef __align__
#define __align__(...) __attribute__((aligned(__VA_ARGS__)))
#endif
#define __builtin_align__(...) __align__(__VA_ARGS__)
#define __location__(X) __annotate__(X)
#define __annotate__(X) __attribute__((X))
#ifndef __thread__
#define __thread__ __thread
#endif
#ifndef __import__
#define __import__
#define __export__
#endif
#define __cdecl__
#ifndef CUDARTAPI
#define CUDARTAPI
#endif

#endif

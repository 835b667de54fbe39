//===- __musify_runtime_templates.h - C++ side of the runtime ---*- C++ -*-===//
//
// Overloads that the runtime offers to C++ beside its C functions: typed
// pointers, symbols, kernels by name, and the shapes of older CUDA versions.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SDK_RUNTIME_TEMPLATES_H
#define MUSIFY_SDK_RUNTIME_TEMPLATES_H

#include "cuda_runtime_api.h"

// Memory.
template <class _T> cudaError_t cudaMalloc(_T **, size_t);
template <class _T> cudaError_t cudaMallocHost(_T **, size_t, unsigned int = 0);
template <class _T> cudaError_t cudaHostAlloc(_T **, size_t, unsigned int);
template <class _T> cudaError_t cudaHostGetDevicePointer(_T **, void *, unsigned int);
template <class _T> cudaError_t cudaMallocManaged(_T **, size_t, unsigned int = cudaMemAttachGlobal);
template <class _T> cudaError_t cudaMallocPitch(_T **, size_t *, size_t, size_t);
template <class _T> cudaError_t cudaMallocAsync(_T **, size_t, cudaStream_t);
template <class _T> cudaError_t cudaMallocAsync(_T **, size_t, cudaMemPool_t, cudaStream_t);
template <class _T> cudaError_t cudaMallocFromPoolAsync(_T **, size_t, cudaMemPool_t, cudaStream_t);
cudaError_t cudaMallocAsync(void **, size_t, cudaMemPool_t, cudaStream_t);
cudaError_t cudaMallocHost(void **, size_t, unsigned int);
template <class _T> cudaError_t cudaStreamAttachMemAsync(cudaStream_t, _T *, size_t = 0, unsigned int = cudaMemAttachSingle);
cudaError_t cudaMemAdvise(const void *, size_t, cudaMemoryAdvise, int);
cudaError_t cudaMemPrefetchAsync(const void *, size_t, int, cudaStream_t = 0);

// Symbols.
template <class _T> cudaError_t cudaGetSymbolAddress(void **, const _T &);
template <class _T> cudaError_t cudaGetSymbolSize(size_t *, const _T &);
template <class _T> cudaError_t cudaMemcpyToSymbol(const _T &, const void *, size_t, size_t = 0, cudaMemcpyKind = cudaMemcpyHostToDevice);
template <class _T> cudaError_t cudaMemcpyToSymbolAsync(const _T &, const void *, size_t, size_t = 0, cudaMemcpyKind = cudaMemcpyHostToDevice, cudaStream_t = 0);
template <class _T> cudaError_t cudaMemcpyFromSymbol(void *, const _T &, size_t, size_t = 0, cudaMemcpyKind = cudaMemcpyDeviceToHost);
template <class _T> cudaError_t cudaMemcpyFromSymbolAsync(void *, const _T &, size_t, size_t = 0, cudaMemcpyKind = cudaMemcpyDeviceToHost, cudaStream_t = 0);
template <class _T> cudaError_t cudaGraphAddMemcpyNodeToSymbol(cudaGraphNode_t *, cudaGraph_t, const cudaGraphNode_t *, size_t, const _T &, const void *, size_t, size_t, cudaMemcpyKind);
template <class _T> cudaError_t cudaGraphAddMemcpyNodeFromSymbol(cudaGraphNode_t *, cudaGraph_t, const cudaGraphNode_t *, size_t, void *, const _T &, size_t, size_t, cudaMemcpyKind);
template <class _T> cudaError_t cudaGraphMemcpyNodeSetParamsToSymbol(cudaGraphNode_t, const _T &, const void *, size_t, size_t, cudaMemcpyKind);
template <class _T> cudaError_t cudaGraphMemcpyNodeSetParamsFromSymbol(cudaGraphNode_t, void *, const _T &, size_t, size_t, cudaMemcpyKind);
template <class _T> cudaError_t cudaGraphExecMemcpyNodeSetParamsToSymbol(cudaGraphExec_t, cudaGraphNode_t, const _T &, const void *, size_t, size_t, cudaMemcpyKind);
template <class _T> cudaError_t cudaGraphExecMemcpyNodeSetParamsFromSymbol(cudaGraphExec_t, cudaGraphNode_t, void *, const _T &, size_t, size_t, cudaMemcpyKind);

// Kernels by name.
template <class _T> cudaError_t cudaFuncSetAttribute(_T *, cudaFuncAttribute, int);
template <class _T> cudaError_t cudaFuncSetCacheConfig(_T *, cudaFuncCache);
template <class _T> cudaError_t cudaFuncSetSharedMemConfig(_T *, cudaSharedMemConfig);
template <class _T> cudaError_t cudaFuncGetAttributes(cudaFuncAttributes *, _T *);
template <class _T> cudaError_t cudaFuncGetName(const char **, _T *);
template <class _T> cudaError_t cudaGetFuncBySymbol(cudaFunction_t *, _T *);
template <class _T> cudaError_t cudaGetKernel(cudaKernel_t *, _T *);
template <class _T> cudaError_t cudaLaunch(_T *);
template <class _T> cudaError_t cudaSetupArgument(_T, size_t);
template <class _T> cudaError_t cudaLaunchKernel(_T *, dim3, dim3, void **, size_t = 0, cudaStream_t = 0);
template <class _T> cudaError_t cudaLaunchCooperativeKernel(_T *, dim3, dim3, void **, size_t = 0, cudaStream_t = 0);
template <class... _P, class... _A> cudaError_t cudaLaunchKernelEx(const cudaLaunchConfig_t *, void (*)(_P...), _A &&...);
template <class... _A> cudaError_t cudaLaunchKernelEx(const cudaLaunchConfig_t *, cudaKernel_t, _A &&...);
template <class _T> __host__ __device__ cudaError_t cudaOccupancyMaxActiveBlocksPerMultiprocessor(int *, _T, int, size_t);
template <class _T> __host__ __device__ cudaError_t cudaOccupancyMaxActiveBlocksPerMultiprocessorWithFlags(int *, _T, int, size_t, unsigned int);
template <class _T> cudaError_t cudaOccupancyAvailableDynamicSMemPerBlock(size_t *, _T *, int, int);
template <class _T> cudaError_t cudaOccupancyMaxPotentialBlockSize(int *, int *, _T, size_t = 0, int = 0);
template <class _T> cudaError_t cudaOccupancyMaxPotentialBlockSizeWithFlags(int *, int *, _T, size_t = 0, int = 0, unsigned int = 0);
template <class _F, class _T> cudaError_t cudaOccupancyMaxPotentialBlockSizeVariableSMem(int *, int *, _T, _F, int = 0);
template <class _F, class _T> cudaError_t cudaOccupancyMaxPotentialBlockSizeVariableSMemWithFlags(int *, int *, _T, _F, int = 0, unsigned int = 0);
template <class _T> cudaError_t cudaOccupancyMaxPotentialClusterSize(int *, _T *, const cudaLaunchConfig_t *);
template <class _T> cudaError_t cudaOccupancyMaxActiveClusters(int *, _T *, const cudaLaunchConfig_t *);
template <class _T> cudaError_t cudaLibraryGetGlobal(_T **, size_t *, cudaLibrary_t, const char *);
template <class _T> cudaError_t cudaLibraryGetManaged(_T **, size_t *, cudaLibrary_t, const char *);
template <class _T> cudaError_t cudaLibraryGetUnifiedFunction(_T **, cudaLibrary_t, const char *);

// Events, streams and graphs, also as CUDA 12 and older had them.
cudaError_t cudaEventCreate(cudaEvent_t *, unsigned int);
cudaError_t cudaGraphInstantiate(cudaGraphExec_t *, cudaGraph_t, cudaGraphNode_t *, char *, size_t);
cudaError_t cudaGraphExecUpdate(cudaGraphExec_t, cudaGraph_t, cudaGraphNode_t *, cudaGraphExecUpdateResult *);
cudaError_t cudaGraphAddDependencies(cudaGraph_t, const cudaGraphNode_t *, const cudaGraphNode_t *, size_t);
cudaError_t cudaGraphRemoveDependencies(cudaGraph_t, const cudaGraphNode_t *, const cudaGraphNode_t *, size_t);
cudaError_t cudaGraphGetEdges(cudaGraph_t, cudaGraphNode_t *, cudaGraphNode_t *, size_t *);
cudaError_t cudaGraphNodeGetDependencies(cudaGraphNode_t, cudaGraphNode_t *, size_t *);
cudaError_t cudaGraphNodeGetDependentNodes(cudaGraphNode_t, cudaGraphNode_t *, size_t *);
cudaError_t cudaGraphAddNode(cudaGraphNode_t *, cudaGraph_t, const cudaGraphNode_t *, size_t, cudaGraphNodeParams *);
cudaError_t cudaGraphAddNode_v2(cudaGraphNode_t *, cudaGraph_t, const cudaGraphNode_t *, const cudaGraphEdgeData *, size_t, cudaGraphNodeParams *);
cudaError_t cudaStreamUpdateCaptureDependencies(cudaStream_t, cudaGraphNode_t *, size_t, unsigned int = 0);
cudaError_t cudaStreamGetCaptureInfo(cudaStream_t, cudaStreamCaptureStatus *, unsigned long long *, cudaGraph_t *, const cudaGraphNode_t **, size_t *);

// Descriptors.
template <class _T> __host__ cudaChannelFormatDesc cudaCreateChannelDesc();
__host__ cudaChannelFormatDesc cudaCreateChannelDescHalf();
__host__ cudaChannelFormatDesc cudaCreateChannelDescHalf1();
__host__ cudaChannelFormatDesc cudaCreateChannelDescHalf2();
__host__ cudaChannelFormatDesc cudaCreateChannelDescHalf4();

// Texture and surface references, gone since CUDA 12.
template <class _T, int _Dim = cudaTextureType1D, cudaTextureReadMode _Mode = cudaReadModeElementType>
struct
#ifdef __CUDA__
    __attribute__((device_builtin_texture_type))
#endif
    texture : public textureReference {
  texture(int = 0, cudaTextureFilterMode = cudaFilterModePoint, cudaTextureAddressMode = cudaAddressModeClamp);
  texture(int, cudaTextureFilterMode, cudaTextureAddressMode, cudaChannelFormatDesc);
};
template <class _T, int _Dim = 1>
struct
#ifdef __CUDA__
    __attribute__((device_builtin_surface_type))
#endif
    surface : public surfaceReference {
  surface();
};
template <int _Dim>
struct
#ifdef __CUDA__
    __attribute__((device_builtin_surface_type))
#endif
    surface<void, _Dim> : public surfaceReference {
  surface();
};
template <class _T, int _D, cudaTextureReadMode _M> cudaError_t cudaBindTexture(size_t *, const texture<_T, _D, _M> &, const void *, const cudaChannelFormatDesc &, size_t = 0xffffffff);
template <class _T, int _D, cudaTextureReadMode _M> cudaError_t cudaBindTexture(size_t *, const texture<_T, _D, _M> &, const void *, size_t = 0xffffffff);
template <class _T, int _D, cudaTextureReadMode _M> cudaError_t cudaBindTexture2D(size_t *, const texture<_T, _D, _M> &, const void *, const cudaChannelFormatDesc &, size_t, size_t, size_t);
template <class _T, int _D, cudaTextureReadMode _M> cudaError_t cudaBindTexture2D(size_t *, const texture<_T, _D, _M> &, const void *, size_t, size_t, size_t);
template <class _T, int _D, cudaTextureReadMode _M> cudaError_t cudaBindTextureToArray(const texture<_T, _D, _M> &, cudaArray_const_t, const cudaChannelFormatDesc &);
template <class _T, int _D, cudaTextureReadMode _M> cudaError_t cudaBindTextureToArray(const texture<_T, _D, _M> &, cudaArray_const_t);
template <class _T, int _D, cudaTextureReadMode _M> cudaError_t cudaBindTextureToMipmappedArray(const texture<_T, _D, _M> &, cudaMipmappedArray_const_t, const cudaChannelFormatDesc &);
template <class _T, int _D, cudaTextureReadMode _M> cudaError_t cudaBindTextureToMipmappedArray(const texture<_T, _D, _M> &, cudaMipmappedArray_const_t);
template <class _T, int _D, cudaTextureReadMode _M> cudaError_t cudaUnbindTexture(const texture<_T, _D, _M> &);
template <class _T, int _D, cudaTextureReadMode _M> cudaError_t cudaGetTextureAlignmentOffset(size_t *, const texture<_T, _D, _M> &);
template <class _T, int _D> cudaError_t cudaBindSurfaceToArray(const surface<_T, _D> &, cudaArray_const_t, const cudaChannelFormatDesc &);
template <class _T, int _D> cudaError_t cudaBindSurfaceToArray(const surface<_T, _D> &, cudaArray_const_t);

#endif

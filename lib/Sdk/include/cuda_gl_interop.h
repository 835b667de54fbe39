//===- cuda_gl_interop.h - OpenGL -----------------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDA_GL_INTEROP_H
#define MUSIFY_SDK_CUDA_GL_INTEROP_H

#include "cuda_runtime_api.h"

typedef unsigned int GLuint;
typedef unsigned int GLenum;
typedef enum cudaGLDeviceList {cudaGLDeviceListAll = 1, cudaGLDeviceListCurrentFrame, cudaGLDeviceListNextFrame} cudaGLDeviceList;
typedef enum cudaGLMapFlags {cudaGLMapFlagsNone, cudaGLMapFlagsReadOnly, cudaGLMapFlagsWriteDiscard} cudaGLMapFlags;
#ifdef __cplusplus
extern "C" {
#endif
cudaError_t cudaGLGetDevices(unsigned int *, int *, unsigned int, cudaGLDeviceList);
cudaError_t cudaGLMapBufferObject(void **, unsigned int);
cudaError_t cudaGLMapBufferObjectAsync(void **, unsigned int, cudaStream_t);
cudaError_t cudaGLRegisterBufferObject(unsigned int);
cudaError_t cudaGLSetBufferObjectMapFlags(unsigned int, unsigned int);
cudaError_t cudaGLSetGLDevice(int);
cudaError_t cudaGLUnmapBufferObject(unsigned int);
cudaError_t cudaGLUnmapBufferObjectAsync(unsigned int, cudaStream_t);
cudaError_t cudaGLUnregisterBufferObject(unsigned int);
cudaError_t cudaGraphicsGLRegisterBuffer(cudaGraphicsResource_t *, unsigned int, unsigned int);
cudaError_t cudaGraphicsGLRegisterImage(cudaGraphicsResource_t *, unsigned int, unsigned int, unsigned int);
#ifdef __cplusplus
}
#endif

#endif

//===- cudaGL.h - OpenGL in the driver API --------------------*- C++ -*-===//
#ifndef MUSIFY_SDK_CUDAGL_H
#define MUSIFY_SDK_CUDAGL_H

#include "cuda.h"

typedef unsigned int GLuint;
typedef unsigned int GLenum;
typedef enum CUGLDeviceList {CU_GL_DEVICE_LIST_ALL = 1, CU_GL_DEVICE_LIST_CURRENT_FRAME, CU_GL_DEVICE_LIST_NEXT_FRAME} CUGLDeviceList;
typedef enum CUGLmap_flags {CU_GL_MAP_RESOURCE_FLAGS_NONE, CU_GL_MAP_RESOURCE_FLAGS_READ_ONLY, CU_GL_MAP_RESOURCE_FLAGS_WRITE_DISCARD} CUGLmap_flags;
#ifdef __cplusplus
extern "C" {
#endif
CUresult cuGLCtxCreate(CUcontext *, unsigned int, CUdevice);
CUresult cuGLGetDevices(unsigned int *, CUdevice *, unsigned int, CUGLDeviceList);
CUresult cuGLInit(void);
CUresult cuGLMapBufferObject(CUdeviceptr *, size_t *, unsigned int);
CUresult cuGLMapBufferObjectAsync(CUdeviceptr *, size_t *, unsigned int, CUstream);
CUresult cuGLRegisterBufferObject(unsigned int);
CUresult cuGLSetBufferObjectMapFlags(unsigned int, unsigned int);
CUresult cuGLUnmapBufferObject(unsigned int);
CUresult cuGLUnmapBufferObjectAsync(unsigned int, CUstream);
CUresult cuGLUnregisterBufferObject(unsigned int);
CUresult cuGraphicsGLRegisterBuffer(CUgraphicsResource *, unsigned int, unsigned int);
CUresult cuGraphicsGLRegisterImage(CUgraphicsResource *, unsigned int, unsigned int, unsigned int);
#ifdef __cplusplus
}
#endif

#endif

// Shaped like a header of the MUSA SDK; written for the tests, with faults.
#ifndef MUSA_RUNTIME_H
#define MUSA_RUNTIME_H
#include <stddef.h>
#define MUSART_VERSION 50200
typedef enum musaError { musaSuccess = 0, musaErrorInvalidValue = 1, musaErrorUnknown = 999 } musaError_t;
typedef struct MUstream_st *musaStream_t;
#ifdef __cplusplus
extern "C" {
#endif
musaError_t musaMalloc(void **Pointer, size_t Size);
musaError_t musaFree(void *Pointer);
musaError_t musaDeviceSynchronize(void);
// Fault: the CUDA function has one parameter less.
musaError_t musaStreamCreate(musaStream_t *Stream, int Extra);
// Fault: a function that should be a type.
int musaStreamCaptureMode(void);
#ifdef __cplusplus
}
#endif
#endif

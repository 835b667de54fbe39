// The little of MUSA that the tests compile against; written for them.
#pragma once
#include <stddef.h>
typedef enum { musaSuccess, musaErrorUnknown = 999 } musaError_t;
typedef enum {
  musaMemcpyHostToDevice = 1,
  musaMemcpyDeviceToHost = 2
} musaMemcpyKind;
typedef struct musaStream *musaStream_t;
#ifdef __cplusplus
extern "C" {
#endif
musaError_t musaMalloc(void **, size_t);
musaError_t musaFree(void *);
musaError_t musaMemcpy(void *, const void *, size_t, musaMemcpyKind);
musaError_t musaStreamCreate(musaStream_t *);
#ifdef __cplusplus
}
#endif

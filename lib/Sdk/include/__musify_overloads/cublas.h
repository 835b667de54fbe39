//===- cublas.h - Overloads of cuBLAS ---------------------------*- C++ -*-===//
//
// For code that gives the type to compute in as a type of data.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SDK_OVERLOADS_CUBLAS_H
#define MUSIFY_SDK_OVERLOADS_CUBLAS_H

cublasStatus_t cublasGemmEx(cublasHandle_t, cublasOperation_t, cublasOperation_t, int, int, int, const void *, const void *, cudaDataType, int, const void *, cudaDataType, int, const void *, void *, cudaDataType, int, cudaDataType, cublasGemmAlgo_t);
cublasStatus_t cublasGemmBatchedEx(cublasHandle_t, cublasOperation_t, cublasOperation_t, int, int, int, const void *, const void *const[], cudaDataType, int, const void *const[], cudaDataType, int, const void *, void *const[], cudaDataType, int, int, cudaDataType, cublasGemmAlgo_t);
cublasStatus_t cublasGemmStridedBatchedEx(cublasHandle_t, cublasOperation_t, cublasOperation_t, int, int, int, const void *, const void *, cudaDataType, int, long long int, const void *, cudaDataType, int, long long int, const void *, void *, cudaDataType, int, long long int, int, cudaDataType, cublasGemmAlgo_t);

#endif

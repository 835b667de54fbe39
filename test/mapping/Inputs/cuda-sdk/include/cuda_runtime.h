// Shaped like a header of the CUDA SDK; written for the tests.
#pragma once
enum cudaError { cudaSuccess = 0, cudaErrorInvalidValue = 1, cudaErrorUnknown = 30 };

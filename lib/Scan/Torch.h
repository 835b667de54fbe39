//===- Torch.h - What belongs to PyTorch ------------------------*- C++ -*-===//
//
// The names of PyTorch's table are short (`CUDAStream`, `kCUDA`), and some mean
// nothing without their neighbour (`CUDA` of `DeviceType`, `is_cuda` of a
// tensor). They are looked at only in code that uses PyTorch.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SCAN_TORCH_H
#define MUSIFY_SCAN_TORCH_H

#include "Mapping/Table.h"

namespace musify {

bool isTorchEntry(const Entry *E);

/// True for a path of PyTorch's headers, as written in an `#include`.
bool isTorchHeader(llvm::StringRef Path);

/// True for those that declare the stable ABI and nothing else of PyTorch.
bool isTorchStableHeader(llvm::StringRef Path);

/// True if this argument of the macro is a dispatch key.
bool isDispatchArgument(llvm::StringRef Macro, unsigned Index);

/// True for the namespaces of PyTorch: `at`, `c10`, `torch`.
bool isTorchNamespace(llvm::StringRef Name);

/// The entry of PyTorch's table for `Name` in the last component of `Scope`:
/// `CUDA` in `c10::DeviceType`.
const Entry *findTorchMember(const Table &T, llvm::StringRef Scope,
                             llvm::StringRef Name);

/// The entry of PyTorch's table for the method `Name` of some class.
const Entry *findTorchMethod(const Table &T, llvm::StringRef Name);

/// True if `Name` is in PyTorch's table below some scope.
bool isTorchMemberName(const Table &T, llvm::StringRef Name);

} // namespace musify

#endif // MUSIFY_SCAN_TORCH_H

//===- HostCalls.h - Device code that calls the host's ----------*- C++ -*-===//
#ifndef MUSIFY_PARSE_HOSTCALLS_H
#define MUSIFY_PARSE_HOSTCALLS_H

#include "Parse/AstEngine.h"

namespace musify {

/// Notes calls of the project's host functions in functions for both sides that
/// device code reaches. nvcc only warns of them; each Clang rejects them as it
/// compiles for the device (CUDA support in Clang: `__host__ __device__`
/// functions may call what is wrong for a side as long as that side does not
/// need them). The parse for the host shows them where no branch asks for a
/// device; elsewhere Clang itself gives errors in the one for the device.
std::unique_ptr<AstConcern> makeHostCalls(Recorder &Out);

} // namespace musify

#endif // MUSIFY_PARSE_HOSTCALLS_H

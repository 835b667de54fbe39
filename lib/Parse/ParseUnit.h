//===- ParseUnit.h - One translation unit through Clang ---------*- C++ -*-===//
#ifndef MUSIFY_PARSE_PARSEUNIT_H
#define MUSIFY_PARSE_PARSEUNIT_H

#include "Facts/Facts.h"
#include "Parse/RunClang.h"
#include "Parse/Session.h"
#include "Project/CompileCommand.h"

namespace musify {

/// Parses the unit as code of the host and records what both engines see.
/// Errors in the code, a missing header and even a crash of the parser are told
/// in `Problems`, and so is a parse stopped by `Run.Timeout` or
/// `Run.MaxMemory`; what was seen until then is kept. A CUDA unit with errors
/// is parsed once more with what nvcc includes of the C++ library before it
/// (__musify_nvcc.h), and the parse with fewer errors counts. What was read is
/// noted in `Log`, if it is not null. Safe to call from several threads, after
/// `isolateCrashes`.
ParseOutcome parseUnit(const CompileCommand &Command, const Session &Run,
                       ReadLog *Log = nullptr);

/// A CUDA unit as code of the device, for `parseUnit`. Errors in the code are
/// not told then: the parse for the host has told them.
CompileCommand forDevice(CompileCommand Unit);

/// For `operator new`: `Bytes` are about to be allocated on this thread. Ends
/// the parse there, if it expands a macro and a limit is reached: nothing else
/// can stop an expansion. No allocation that was asked for with `nothrow` may
/// end in this way: files are read so.
void noteAllocation(size_t Bytes);

/// From now on a crash of a parse, also for want of stack, ends that parse and
/// not the process.
void isolateCrashes();

} // namespace musify

#endif // MUSIFY_PARSE_PARSEUNIT_H

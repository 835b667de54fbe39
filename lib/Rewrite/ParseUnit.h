//===- ParseUnit.h - One translation unit through Clang ---------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_PARSEUNIT_H
#define MUSIFY_REWRITE_PARSEUNIT_H

#include "Project/CompileCommand.h"
#include "Rewrite/Facts.h"
#include "Rewrite/Session.h"

namespace musify {

/// Parses the unit and records what both engines see. Errors in the code, a
/// missing header and even a crash of the parser are told in `Problems`; what
/// was seen until then is kept. Safe to call from several threads.
ParseOutcome parseUnit(const CompileCommand &Command, const Session &Run);

} // namespace musify

#endif // MUSIFY_REWRITE_PARSEUNIT_H

//===- Captures.h - Where a new name would mean the project's ---*- C++ -*-===//
#ifndef MUSIFY_PARSE_CAPTURES_H
#define MUSIFY_PARSE_CAPTURES_H

#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"

namespace musify {

/// Notes unqualified references to the SDK whose new name a class or namespace
/// around them has for something else, in whatever file that is declared.
std::unique_ptr<AstConcern> makeCaptures(Recorder &Out);

} // namespace musify

#endif // MUSIFY_PARSE_CAPTURES_H

//===- Meanings.h - Hashes of statements and declarations -------*- C++ -*-===//
#ifndef MUSIFY_PARSE_MEANINGS_H
#define MUSIFY_PARSE_MEANINGS_H

#include "Parse/AstEngine.h"

namespace musify {

/// Notes a hash of each statement in a body, and of each function, variable,
/// member and alias: of all its nodes, their types, values and what they refer
/// to. Names of the SDK count as a port writes them, so that the hashes of an
/// original and its port are the same if both mean the same.
std::unique_ptr<AstConcern> makeMeanings(Recorder &Out);

} // namespace musify

#endif // MUSIFY_PARSE_MEANINGS_H

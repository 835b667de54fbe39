//===- SplitLaunch.h - Launches spelled `<< <1, 2>> >` ----------*- C++ -*-===//
//
// nvcc puts the brackets of a launch together from `<<` and `<`, whatever
// blanks, comments and line breaks stand between them. Clang, and with it
// MUSA's compiler, takes `<<<` and `>>>` only.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SCAN_SPLITLAUNCH_H
#define MUSIFY_SCAN_SPLITLAUNCH_H

#include "Scan/LexerEngine.h"
#include "Scan/TokenStream.h"
#include <map>
#include <string>

namespace musify {

/// Makes one lexeme, `<<<` or `>>>`, of each divided bracket, and returns the
/// launches by the offset of their `<<<`. Shifts, comparisons and the ends of
/// template arguments are none.
std::map<unsigned, SplitLaunch> joinSplitLaunches(TokenStream &Tokens);

/// The text for Clang: the parts of each bracket are moved together, so that
/// all other offsets and all line numbers stay.
std::string withJoinedLaunches(const ScannedFile &Scan);

} // namespace musify

#endif // MUSIFY_SCAN_SPLITLAUNCH_H

//===- SplitLaunch.h - Launches that nvcc reads and Clang does not -*- C++ -*-//
//
// nvcc puts the brackets of a launch together from `<<` and `<`, whatever
// blanks, comments and line breaks stand between them, and takes lists in
// braces between them, `k<<<1, {8, 8}>>>()`. Clang, and with it MUSA's
// compiler, takes `<<<` and `>>>` only, and expressions between them.
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

/// The arguments of a launch that are lists in braces.
std::vector<BracedArgument> bracedArguments(const TokenStream &Tokens,
                                            const place::Launch &P);

/// True if Clang needs another text than the file's.
bool hasLaunchesOfNvcc(const ScannedFile &Scan);

/// The text for Clang: the parts of each bracket are moved together, and braces
/// become parentheses, so that all other offsets and all line numbers stay.
std::string withClangLaunches(const ScannedFile &Scan);

} // namespace musify

#endif // MUSIFY_SCAN_SPLITLAUNCH_H

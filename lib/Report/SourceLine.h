//===- SourceLine.h - A line of code on a terminal --------------*- C++ -*-===//
#ifndef MUSIFY_REPORT_SOURCELINE_H
#define MUSIFY_REPORT_SOURCELINE_H

#include "Report/Palette.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace musify {

/// `Text` with `?` for control and formatting characters and for bytes that
/// are not UTF-8: they must not reach a terminal.
std::string printable(llvm::StringRef Text);

/// Prints `Line` and a caret line that marks `Length` bytes at byte `At`. Of
/// very long lines only the surroundings of the place are shown.
void printSourceLine(llvm::raw_ostream &OS, llvm::StringRef Line, size_t At,
                     size_t Length, const Palette &P);

} // namespace musify

#endif // MUSIFY_REPORT_SOURCELINE_H

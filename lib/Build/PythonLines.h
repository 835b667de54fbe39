//===- PythonLines.h - The lines of Python code -----------------*- C++ -*-===//
#ifndef MUSIFY_BUILD_PYTHONLINES_H
#define MUSIFY_BUILD_PYTHONLINES_H

#include "llvm/ADT/StringRef.h"
#include <vector>

namespace musify {

/// A logical line of Python, up to the line break that ends it: what brackets
/// and backslashes join is one.
struct PythonLine {
  unsigned Begin = 0, End = 0;
  size_t Indent = 0;
  llvm::StringRef Text; ///< without indentation and trailing blanks
};

/// Empty lines and comments belong to no line.
std::vector<PythonLine> pythonLines(llvm::StringRef Text);

/// Behind the string that begins at `At`.
size_t endOfPythonString(llvm::StringRef Text, size_t At);

} // namespace musify

#endif // MUSIFY_BUILD_PYTHONLINES_H

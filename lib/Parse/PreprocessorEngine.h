//===- PreprocessorEngine.h - Includes, macros, conditions ------*- C++ -*-===//
#ifndef MUSIFY_PARSE_PREPROCESSORENGINE_H
#define MUSIFY_PARSE_PREPROCESSORENGINE_H

#include "clang/Lex/PPCallbacks.h"
#include <memory>
#include <string>
#include <vector>

namespace musify {

class Recorder;

/// Callbacks that record through `Out`; a header that is not found is written
/// to `Missing` and never stops the parse.
std::unique_ptr<clang::PPCallbacks>
makePreprocessorEngine(Recorder &Out, std::vector<std::string> &Missing);

} // namespace musify

#endif // MUSIFY_PARSE_PREPROCESSORENGINE_H

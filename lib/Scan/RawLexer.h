//===- RawLexer.h - Code as tokens, without a preprocessor ------*- C++ -*-===//
#ifndef MUSIFY_SCAN_RAWLEXER_H
#define MUSIFY_SCAN_RAWLEXER_H

#include "clang/Basic/LangOptions.h"

namespace musify {

/// For Clang's raw lexer: any C++ up to C++20, and CUDA's launches. All that
/// read tokens take these, so that they agree where a token ends.
clang::LangOptions rawLangOptions();

} // namespace musify

#endif // MUSIFY_SCAN_RAWLEXER_H

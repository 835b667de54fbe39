//===- Language.h - The language of a run -----------------------*- C++ -*-===//
//
// What is wrong with a command line, and its help, have a language too: it is
// chosen before the command line is read.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_TOOLS_LANGUAGE_H
#define MUSIFY_TOOLS_LANGUAGE_H

#include "Diag/Message.h"
#include "llvm/ADT/ArrayRef.h"
#include <CLI/CLI.hpp>
#include <string>

namespace musify {

/// The last `--lang` of `Words`, else `MUSIFY_LANG`, else English. Another word
/// counts as none: reading the command line rejects it.
void chooseLanguage(llvm::ArrayRef<const char *> Words);
Language chosenLanguage();

/// `What` in that language.
std::string told(const Message &What);

/// A text of --help in that language: the Chinese of HelpChinese.def, or the
/// text itself.
std::string helpText(llvm::StringRef English);

/// For wrong usage: thrown while the command line is read.
CLI::ValidationError usageError(const Message &What);

/// Prints a line of its own to standard error: `musify: ...`.
void printSummaryLine(const Message &What);

} // namespace musify

#endif // MUSIFY_TOOLS_LANGUAGE_H

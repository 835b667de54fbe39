//===- Help.h - Pages of --help and usage errors ----------------*- C++ -*-===//
//
// One look at the commands and their options: the pages of --help, the manual
// page, the completions and the messages about wrong usage all read it.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_TOOLS_HELP_H
#define MUSIFY_TOOLS_HELP_H

#include "Diag/Message.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace musify {

/// The headings of a page. Help.cpp has an example for each.
namespace group {
inline constexpr const char *Input = "Input";
inline constexpr const char *Parsing = "Parsing";
inline constexpr const char *Result = "Result";
inline constexpr const char *Changes = "What is changed";
inline constexpr const char *Target = "Target";
inline constexpr const char *Findings = "Findings";
inline constexpr const char *Output = "Output";
} // namespace group

/// Options of `Command` that are added from here on stand below this heading.
void beginGroup(CLI::App &Command, const char *Group);

/// The option takes one of `Words`.
CLI::Option *oneOf(CLI::Option *Option, std::vector<std::string> Words);

/// `did you mean `X`?`, or nothing if no word of `Known` is near.
Message didYouMean(llvm::StringRef Word, llvm::ArrayRef<llvm::StringRef> Known);

/// How an option is spelled, and what it does in the language of the run.
struct OptionText {
  std::vector<std::string> Names; ///< `-o`, `--output`; none: an argument
  std::string Value;              ///< `PATH`, `=SUFFIX` or empty
  std::string Help;
  std::string spelled() const; ///< `-o, --output PATH`
};
OptionText textOf(const CLI::Option &Option);

/// The options of one heading of a command, which is in that language too.
struct OptionGroup {
  std::string Name, Example;
  std::vector<const CLI::Option *> Options;
};
std::vector<OptionGroup> groupsOf(const CLI::App &Command);

/// Commands that people see, in the order of their groups.
std::vector<const CLI::App *> commandsOf(const CLI::App &App);

/// What a command does, and the first sentence of it, in the language of the
/// run.
std::string descriptionOf(const CLI::App &Command);
std::string summaryOf(const CLI::App &Command);

/// `musify port [OPTION...] PATH...`
std::string usageOf(const CLI::App &Command, llvm::StringRef Name);

/// What `--help` prints.
class HelpPage : public CLI::FormatterBase {
public:
  std::string make_help(const CLI::App *Command, std::string Name,
                        CLI::AppFormatMode Mode) const override;
};

/// The command that `Words` name below `App`; prints what was meant and returns
/// null if there is none. `Name` gets the names of the commands above it.
const CLI::App *findCommand(const CLI::App &App,
                            const std::vector<std::string> &Words,
                            std::string &Name);

/// Prints what is wrong with the command line, and where its help is.
void printUsageError(const CLI::ParseError &E, const CLI::App &App);

/// All commands and options for `man`.
void printManual(llvm::raw_ostream &OS, const CLI::App &App,
                 llvm::StringRef Version);

/// A completion script for `bash`, `zsh` or `fish`.
void printCompletion(llvm::raw_ostream &OS, const CLI::App &App,
                     llvm::StringRef Shell);

} // namespace musify

#endif // MUSIFY_TOOLS_HELP_H

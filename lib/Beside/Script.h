//===- Script.h - What a shared build script needs --------------*- C++ -*-===//
#ifndef MUSIFY_BESIDE_SCRIPT_H
#define MUSIFY_BESIDE_SCRIPT_H

#include "Beside/Code.h"
#include "Beside/Share.h"
#include "Build/Scanner.h"

namespace musify {

/// A build script that both backends share.
struct SharedScript {
  SharedText In;
  ScriptSyntax Syntax;
  const ScannedScript &Scan;
};

/// The plan for the script: additions alone, and what is left to a person.
FilePlan shareScript(const SharedScript &S, llvm::ArrayRef<RenameRule> Rules);

/// Adds to a plan for a script.
class ScriptAdder {
public:
  ScriptAdder(const SharedText &In, llvm::ArrayRef<RenameRule> Rules)
      : In(In), Rules(Rules) {}

  /// The text with the words of names and paths changed.
  std::string words(llvm::StringRef Text) const;
  /// The range as a port has it, with the words of the rest changed as
  /// `Rename` does.
  std::string renamed(TextRange R,
                      llvm::function_ref<std::string(TextRange)> Rename) const;
  std::string renamed(TextRange R) const;
  /// True if a port changes a name of the SDK in the range.
  bool hasSdkEdit(TextRange R) const;
  bool isDone(unsigned Offset) const;
  /// `Text` goes behind `Of`, which needs nothing else then. Nothing happens if
  /// it is there already.
  void add(TextRange Of, unsigned At, std::string Text, llvm::StringRef Beside);
  /// `Text` goes to `At`, within the lines of `Of`, which needs nothing else.
  void insert(TextRange Of, unsigned At, std::string Text,
              llvm::StringRef Beside);
  /// A person has to decide about the place.
  void report(TextRange Where, Message What);
  /// The range has its counterpart.
  void skip(TextRange Of);
  /// Reports what a port changes elsewhere.
  FilePlan finish();

  const SharedText &In;

private:
  /// The edits that begin in the range.
  llvm::ArrayRef<Finding> editsIn(TextRange R) const;

  void insertAt(unsigned At, std::string Text, llvm::StringRef Beside);

  llvm::ArrayRef<RenameRule> Rules;
  std::vector<TextRange> Done;
  FilePlan Out;
};

void shareCMake(const SharedScript &S, ScriptAdder &To);
void sharePython(const SharedScript &S, ScriptAdder &To);
/// Lists of devices, in Python and files of configuration.
void shareDevices(const SharedScript &S, ScriptAdder &To);

} // namespace musify

#endif // MUSIFY_BESIDE_SCRIPT_H

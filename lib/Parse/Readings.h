//===- Readings.h - How a unit reads the input files ------------*- C++ -*-===//
//
// A header that many units include is mostly the same code in all of them. To
// know where it is not, each unit notes a hash of what its parser gets of the
// header; where two are the same, one of them needs the bodies of functions.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_READINGS_H
#define MUSIFY_PARSE_READINGS_H

#include "Facts/Facts.h"
#include "Parse/Recorder.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Token.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <memory>
#include <vector>

namespace musify {

/// Follows one parse of a unit.
class ReadingLog {
public:
  ReadingLog(Recorder &Out, const Session &Run, const CompileCommand &Unit);

  /// The callbacks by which the preprocessor feeds the log. It must outlive the
  /// preprocessor.
  std::unique_ptr<clang::PPCallbacks> callbacks();

  /// The next token that the parser gets, macros expanded.
  void see(const clang::Token &Tok);

  /// False if a body at the location is of no use to the unit.
  bool wantsBody(clang::SourceLocation Loc);

  /// The unit is complete; `Scope` are the declarations of the input files.
  void noteDeclarations(llvm::ArrayRef<clang::Decl *> Scope);

  /// What was read; in the files of `Broken` there are errors.
  std::vector<Reading> finish(const llvm::DenseSet<clang::FileID> &Broken);

private:
  friend class ReadingCallbacks;
  struct File {
    const InputFile *Input;
    uint64_t Hash;
    llvm::SmallPtrSet<const clang::IdentifierInfo *, 0> Names;
  };
  void enter(clang::FileID Id);
  void skip(clang::SourceRange Branch);
  bool hasBodies(llvm::StringRef Path) const;
  void noteDeclaration(const clang::NamedDecl &D);

  Recorder &Out;
  const llvm::StringSet<> &Telling;
  const CompileCommand &Unit;
  uint64_t Start;
  llvm::MapVector<clang::FileID, File> Files; ///< of `Telling`
  File *Now = nullptr; ///< what the preprocessor is in, if it is one of them
};

} // namespace musify

#endif // MUSIFY_PARSE_READINGS_H

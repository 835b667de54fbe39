//===- Finding.h - What the engines say about a place -----------*- C++ -*-===//
//
// A finding is either an edit (it carries `NewText`) or something a person
// must look at. No AST and no options here: plain values.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_EDIT_FINDING_H
#define MUSIFY_EDIT_FINDING_H

#include "Diag/Message.h"
#include "Support/InternedText.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace musify {

/// Who saw the place. The order is the order of trust.
enum class Engine { Ast, Preprocessor, Lexer };

/// A byte range of one file as it is on disk (BOM included).
struct SourceSpan {
  InternedText File; ///< real, absolute path
  unsigned Offset = 0;
  unsigned Length = 0;

  auto key() const { return std::tie(File, Offset, Length); }
};

struct Provenance {
  Engine From = Engine::Lexer;
  InternedText Unit;  ///< main file of the translation unit; empty: no parse
  InternedText Entry; ///< `From` of the mapping entry; empty: a rule alone
};

/// A byte range of a file, and what to write there.
struct Replacement {
  unsigned Offset = 0, Length = 0;
  std::string Text;

  auto key() const { return std::tie(Offset, Length, Text); }
  bool operator<(const Replacement &Other) const { return key() < Other.key(); }
};

struct Finding {
  InternedText Rule; ///< stable id in kebab case, e.g. `mapped-name`
  SourceSpan Where;
  std::optional<std::string> NewText; ///< absent: tell, don't touch
  Severity Level = Severity::Note;
  Message What; ///< of an edit: why, see `reasonOf`
  Provenance From;
  /// Of what a person is told: the change that would settle it, in the same
  /// file. Empty: musify knows none.
  std::vector<Replacement> Fix = {};
};

/// A finding that says `What`. Its rule is that of the message, and so is its
/// severity if none is given.
Finding makeFinding(SourceSpan Where, Message What, Provenance From,
                    std::optional<Severity> Level = std::nullopt);

/// Removes the reasons of edits of `Text` that only say which name becomes
/// which: a large port has millions of them, and `reasonOf` makes them again.
void dropPlainReasons(std::vector<Finding> &All, llvm::StringRef Text);
/// Why an edit is made that takes the place of the text `Old`.
Message reasonOf(const Finding &Edit, llvm::StringRef Old);

/// Spelling used in reports: `ast`, `preprocessor`, `lexer`.
llvm::StringRef engineName(Engine E);

} // namespace musify

#endif // MUSIFY_EDIT_FINDING_H

//===- Branches.h - Whose code an `#if` holds -------------------*- C++ -*-===//
//
// Follows the conditional directives of one file, as they are written, and
// knows of the place reached: is it compiled for MUSA alone, for a CPU of the
// host alone, in which branch is it.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SCAN_BRANCHES_H
#define MUSIFY_SCAN_BRANCHES_H

#include "Scan/TokenStream.h"

namespace musify {

class Branches {
public:
  /// Whose code the file is, and where a port goes to.
  struct Sides {
    bool IsMusa = false; ///< branches for MUSA are like the rest of it
    bool ToCuda = false; ///< what is CUDA's own is told instead of MUSA's
  };
  /// `Tokens` and `Out`, which gets `Untouched` and `NeverMusa`, outlive this.
  Branches(const TokenStream &Tokens, Sides S, ScannedFile &Out)
      : Tokens(Tokens), S(S), Out(Out) {}

  /// Follows the directive whose name, like `ifdef`, is token `Name`. `Scopes`
  /// are the open braces here; where a branch takes the place of another they
  /// become those that were open before the first.
  void follow(size_t Name, size_t End, std::vector<llvm::StringRef> &Scopes);
  /// Behind the directive: the candidates from `First` on stand in it.
  void noteAsked(size_t Name, size_t First);
  /// Ends what the file left open.
  void finish();

  size_t depth() const { return Open.size(); }
  /// Of the innermost branch, counted from 1; 0: none is open.
  unsigned id() const { return Open.empty() ? 0 : Open.back().Id; }
  bool isMusas() const;
  bool isForHostCpu() const;

private:
  /// One open `#if`.
  struct Branch {
    bool Musa = false;          ///< the current branch is for MUSA alone
    bool ElseMusa = false;      ///< what `#else` would be
    bool NeverMusa = false;     ///< MUSA does not compile the current branch
    bool RestNeverMusa = false; ///< nor any that follows
    bool ForHostCpu = false;    ///< of the current branch
    bool AsksMusa = false;      ///< one of its conditions names MUSA
    unsigned Begin = 0;         ///< of the current branch
    unsigned Id = 0;
    std::vector<llvm::StringRef> Scopes; ///< where it begins
    std::vector<size_t> Asked;           ///< candidates in its conditions
  };
  /// What one condition says.
  struct Condition {
    bool Musa = false;    ///< it names MUSA
    bool Alone = false;   ///< and nobody else
    bool Negated = false; ///< as what is not there
    bool ForHostCpu = false;
  };
  Condition read(size_t Name, size_t End) const;
  bool namesTarget(llvm::StringRef Macro) const;
  bool isMusaAlone(size_t Name, size_t End) const;
  bool needsNoMusa(size_t Name, size_t End) const;
  void endBranch(unsigned At);

  const TokenStream &Tokens;
  Sides S;
  ScannedFile &Out;
  std::vector<Branch> Open;
  unsigned LastId = 0;
};

} // namespace musify

#endif // MUSIFY_SCAN_BRANCHES_H

//===- Value.h - A C++ expression for a PTX operand -------------*- C++ -*-===//
#ifndef MUSIFY_PTX_VALUE_H
#define MUSIFY_PTX_VALUE_H

#include "Ptx/Table.h"

namespace musify {

struct PtxValue {
  std::string Text;
  const PtxType *Type = nullptr; ///< null: a constant of any integer type
  bool IsExact = false;          ///< its type in C++ is that of `Type`
  bool IsLvalue = false;
};

/// True if no operator around the text can tear it apart; with `Unary`, unary
/// operators before it do not count.
bool isPrimary(llvm::StringRef Text, bool Unary = false);
/// With parentheses, if an operator could tear it apart.
std::string wrapped(llvm::StringRef Text);
/// True if evaluating it again costs nothing and changes nothing.
bool isSimple(llvm::StringRef Text);
bool isIdentifier(llvm::StringRef Text);

std::string castTo(llvm::StringRef Type, llvm::StringRef Text);
/// `Pattern` with `$` replaced.
std::string substitute(llvm::StringRef Pattern, llvm::StringRef Value);
/// A number of PTX as C++ writes it for the type.
std::optional<std::string> literal(const PtxOperand &O, const PtxType &As);

/// The value read as `As`; with `Raw` only its bits matter. None if PTX does
/// not allow it.
std::optional<std::string> convert(const PtxValue &V, const PtxType &As,
                                   bool Raw);
/// `Text`, a value of type `From`, as what a register of type `Storage` takes.
std::optional<std::string> stored(llvm::StringRef Text, const PtxType &From,
                                  const PtxType &Storage);

} // namespace musify

#endif // MUSIFY_PTX_VALUE_H

//===- TorchScan.h - PyTorch's names in one file ----------------*- C++ -*-===//
//
// Most of PyTorch's names mean something only beside their neighbours: an enum
// or a namespace before them, a macro around them. What the files of a project
// say of its own macros and aliases is joined in Driver/TorchUse.cpp.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SCAN_TORCHSCAN_H
#define MUSIFY_SCAN_TORCHSCAN_H

#include "Scan/TokenStream.h"
#include "Scan/Torch.h"

namespace musify {

class TorchScan {
public:
  /// `Tokens`, `T`, `Scopes`, the braces open so far, and `Out` outlive this.
  TorchScan(const TokenStream &Tokens, const Table &T,
            const std::vector<OpenBrace> &Scopes, ScannedFile &Out)
      : Tokens(Tokens), T(T), Scopes(Scopes), Out(Out) {}

  /// A namespace of PyTorch is used, gets another name, or is opened.
  void noteScope(size_t I, size_t Begin, size_t End);
  /// A name in code: the file's own, if it adds to a namespace of PyTorch.
  void noteOwn(size_t I);
  /// A name in code: a method of a class of the file that is called as one of
  /// PyTorch's.
  void noteNamesake(size_t I);
  /// What the macro `Name`, with its parameters before `Body`, does with them.
  void noteMacro(size_t Name, size_t Body, size_t End);

  /// The entry of a name that its neighbours make PyTorch's:
  /// `DeviceType::CUDA`, `x.is_cuda()`, `at::hasCUDA`, and a dispatch key.
  const Entry *member(size_t I, size_t Begin, size_t End) const;
  /// The entry of a namespace that stands without what is around it: `cuda::`
  /// and `namespace cuda` inside of `namespace at`, `CUDACachingAllocator::`.
  const Entry *namespaceEntry(size_t I, size_t Begin, size_t End) const;
  /// The name as an argument of a macro, with its key if the macro may make a
  /// dispatch key or a device of it.
  place::Paste keyArgument(size_t I, size_t Begin, size_t End) const;
  /// The names behind the namespace at `I`, which is `Scope` in the table, that
  /// no other look-up finds.
  std::vector<Candidate> qualified(size_t I, size_t End,
                                   llvm::StringRef Scope) const;

private:
  llvm::StringRef classAround() const;
  struct Argument {
    llvm::StringRef Callee;
    unsigned Index;
  };
  std::optional<Argument> argumentAt(size_t I, size_t Begin, size_t End) const;
  llvm::StringRef qualifierOf(size_t I, size_t Begin) const;
  bool isScope(llvm::StringRef Outermost) const;
  const Entry *inScope(llvm::StringRef Scope, llvm::StringRef Name) const;

  const TokenStream &Tokens;
  const Table &T;
  const std::vector<OpenBrace> &Scopes;
  ScannedFile &Out;
};

} // namespace musify

#endif // MUSIFY_SCAN_TORCHSCAN_H

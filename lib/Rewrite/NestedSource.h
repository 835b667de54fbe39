//===- NestedSource.h - Kernels in string literals --------------*- C++ -*-===//
//
// What is compiled at run time stands in string literals. It is a file of its
// own to the engines, one that lies nowhere, and what they find is told at the
// literal.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REWRITE_NESTEDSOURCE_H
#define MUSIFY_REWRITE_NESTEDSOURCE_H

#include "Edit/LiteralText.h"
#include "Project/CompileCommand.h"
#include "Rewrite/Rule.h"
#include "llvm/ADT/DenseSet.h"

namespace musify {

/// Kernel source in adjacent string literals of an input file.
struct NestedSource {
  LiteralText Code;
  InputFile File;      ///< its path is made up from that of the input
  ScannedFile Scan;    ///< of the code
  CompileCommand Unit; ///< reads the code as CUDA
  /// Why no parse tells about the code: what was wrong with it. Empty: one
  /// does, or none was asked for.
  Message Problem;
};

/// The kernel sources in the literals of a file: those that define or declare
/// something for the device, and those that `Compiled` says are compiled at run
/// time, by the offset of a literal of theirs. In the order of the file.
std::vector<LiteralText>
findKernelSources(llvm::StringRef Text,
                  const llvm::DenseSet<unsigned> &Compiled);

/// Makes a file of its own of the code in `Host`, the `Number`th there. `Host`
/// gives its folder, `HostFlags` the folders of its includes.
std::unique_ptr<NestedSource>
makeNestedSource(LiteralText Code, const InputFile &Host, unsigned Number,
                 llvm::ArrayRef<std::string> HostFlags,
                 const Workspace &Project, bool WithComments);

/// Makes a warning of an edit that cannot be made: it says what the text would
/// be and has the rule of its message. The caller adds the reason.
void leaveUnchanged(Finding &Edit);

/// What the rules say of the code, at its places in `Host`. Edits are made with
/// `--strings`, and only if all those of one source can be; else they are told.
std::vector<Finding> decideNested(const NestedSource &Source,
                                  const InputFile &Host,
                                  const ScannedFile &HostScan,
                                  const Facts &Known, const Workspace &Project,
                                  const PortOptions &Options);

} // namespace musify

#endif // MUSIFY_REWRITE_NESTEDSOURCE_H

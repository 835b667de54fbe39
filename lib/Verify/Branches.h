//===- Branches.h - Whether the preprocessor goes the same way --*- C++ -*-===//
#ifndef MUSIFY_VERIFY_BRANCHES_H
#define MUSIFY_VERIFY_BRANCHES_H

#include "Verify/Judge.h"
#include "llvm/ADT/StringSet.h"

namespace musify {

struct Directive {
  llvm::StringRef Name; ///< such as `ifdef`
  llvm::StringRef Rest; ///< all that follows it: a condition, for example
};

/// The directive at `Offset`, which is that of its `#`; empty if there is none.
Directive directiveAt(llvm::StringRef Text, unsigned Offset);

/// Reports in `F.Port` each condition that is true for all CUDA devices in the
/// original, and false on MUSA in the port, or the other way round; not what
/// the port of the original reports itself. `Own` are macros that the code of
/// either side defines: of versions among them nothing is known.
void judgeConditions(ComparedFile &F, const llvm::StringSet<> &Own);

/// Names that `#define` gives a meaning in code, or that stand in a script.
void addDefinedNames(llvm::StringRef Text, TextKind Kind,
                     llvm::StringSet<> &Names);

/// Reports in `F.Port` each macro in a condition that nothing in the port
/// defines, while the original defines the one in its place.
void judgeDefinitions(ComparedFile &F, const llvm::StringSet<> &DefinedBefore,
                      const llvm::StringSet<> &DefinedAfter);

} // namespace musify

#endif // MUSIFY_VERIFY_BRANCHES_H

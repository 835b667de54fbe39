//===- Renames.h - Names of the project that a port changes -----*- C++ -*-===//
//
// A person who ports renames the project's own names, too. One that became
// another everywhere is one decision; one that became another at some places
// alone is most often a mistake.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_VERIFY_RENAMES_H
#define MUSIFY_VERIFY_RENAMES_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>

namespace musify {

class Renames {
public:
  /// `Old` became `New` at one place.
  void add(llvm::StringRef Old, llvm::StringRef New) {
    ++Became[Old][New.str()];
  }
  /// `Name` stays at one place.
  void keep(llvm::StringRef Name) { ++Kept[Name]; }

  enum class Verdict {
    Whole, ///< all places, at least two, have the one new name
    Part,  ///< some places keep the name, or have another new one
    Single ///< the name stands at one place alone
  };
  Verdict verdict(llvm::StringRef Old) const;
  /// How often the name became this one.
  unsigned count(llvm::StringRef Old, llvm::StringRef New) const;
  unsigned kept(llvm::StringRef Old) const { return Kept.lookup(Old); }
  /// The new name of most places.
  std::string mostlyTo(llvm::StringRef Old) const;

private:
  llvm::StringMap<std::map<std::string, unsigned>> Became;
  llvm::StringMap<unsigned> Kept;
};

} // namespace musify

#endif // MUSIFY_VERIFY_RENAMES_H

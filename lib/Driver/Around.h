//===- Around.h - The project outside of the inputs -------------*- C++ -*-===//
//
// A port of a part has the same edits as a port of the whole: headers outside
// of the inputs are read like those within, and a header is parsed through the
// same sources. They get no output, and none is read that no input needs.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_DRIVER_AROUND_H
#define MUSIFY_DRIVER_AROUND_H

#include "Driver/Stages.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include <vector>

namespace musify {

/// Hands out each file around the inputs at most once.
class Around {
public:
  Around(const InputSet &Inputs, llvm::vfs::FileSystem &Disk);

  /// What the files may include.
  std::vector<const InputFile *> includedBy(llvm::ArrayRef<LoadedFile> Files);

  /// What may include a header of the inputs, over any number of others. Of
  /// very many sources the first by path, among which those to parse are
  /// chosen.
  std::vector<const InputFile *> includersOf(llvm::ArrayRef<InputFile> Inputs);

private:
  static constexpr size_t MostIncluders = 64;
  static void take(const InputFile *&F, std::vector<const InputFile *> &Out);
  llvm::StringMap<std::vector<const InputFile **>> readIncludes();

  llvm::vfs::FileSystem &Disk;
  /// By the last part of the path; null where it was handed out.
  llvm::StringMap<std::vector<const InputFile *>> Left;
};

} // namespace musify

#endif // MUSIFY_DRIVER_AROUND_H

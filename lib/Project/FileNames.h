//===- FileNames.h - What the suffix of a source says -----------*- C++ -*-===//
#ifndef MUSIFY_PROJECT_FILENAMES_H
#define MUSIFY_PROJECT_FILENAMES_H

#include "Mapping/Direction.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace musify {

/// Sources with one suffix. FileNames.cpp has the table.
struct FileType {
  llvm::StringLiteral Suffix;
  llvm::StringLiteral Musa;     ///< the suffix after a port; empty: the same
  llvm::StringLiteral Language; ///< what `-x` calls it
  bool IsHeader = false;
};

llvm::ArrayRef<FileType> fileTypes();

/// The type of a CUDA or C++ file, or of a template of one; null if its suffix
/// is not one of a source.
const FileType *fileTypeOf(llvm::StringRef Path);

/// True for `a.cu.in` and `a.cuh.jinja`, which a build fills in: no compiler
/// reads it as it is.
bool isTemplateName(llvm::StringRef Path);
/// True for text that people read, and data: it may name CUDA and is no code.
bool isDocumentName(llvm::StringRef Path);

/// True for the suffix of a source or header, also before `.in`.
bool isSourceExtension(llvm::StringRef Path);
/// True for the header-like ones of these, and for `.muh`.
bool isHeaderExtension(llvm::StringRef Path);
/// True for `.mu` and `.muh`: already MUSA, changed on the way back alone.
bool isMusaExtension(llvm::StringRef Path);

/// `Path` with `.cu` and `.cuh` replaced by `.mu` and `.muh`, or the other way
/// round; any other path as it is.
std::string portedFileName(llvm::StringRef Path, Direction Way);

} // namespace musify

#endif // MUSIFY_PROJECT_FILENAMES_H

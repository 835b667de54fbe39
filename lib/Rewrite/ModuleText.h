//===- ModuleText.h - Device code of CUDA for the driver --------*- C++ -*-===//
#ifndef MUSIFY_REWRITE_MODULETEXT_H
#define MUSIFY_REWRITE_MODULETEXT_H

#include "Rewrite/Rule.h"

namespace musify {

/// Reports PTX modules in string literals and, in files that load modules, the
/// names of files with device code.
void reportModuleTexts(const ScannedFile &Scan, FileContext &Context);

} // namespace musify

#endif // MUSIFY_REWRITE_MODULETEXT_H

//===- Sources.h - Whether scripts name files that are there ----*- C++ -*-===//
#ifndef MUSIFY_VERIFY_SOURCES_H
#define MUSIFY_VERIFY_SOURCES_H

#include "Project/FileList.h"
#include "Report/Result.h"

namespace musify {

/// Reports in the port of a script each source that it names and the port
/// lacks, while the original has one of that name, or of the name before a
/// port; not what the port of the original reports itself.
void judgeSources(const FileResult &Original, FileResult &Port,
                  const FileList &Before, const FileList &After);

} // namespace musify

#endif // MUSIFY_VERIFY_SOURCES_H

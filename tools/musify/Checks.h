//===- Checks.h - What is wrong with a path, before the work ----*- C++ -*-===//
//
// Each returns what is wrong, or nothing: as `CLI::Option::check` wants it.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_TOOLS_CHECKS_H
#define MUSIFY_TOOLS_CHECKS_H

#include <string>

namespace musify {

std::string existingPath(const std::string &Path);
std::string existingFile(const std::string &Path);
std::string existingDirectory(const std::string &Path);
/// Fails for what is there and no file. A missing one is right.
std::string plainName(const std::string &Path);
std::string notEmpty(const std::string &Path);

/// A file that can be written; its directory exists. `-` is standard output.
std::string writableFile(const std::string &Path);
/// A file or a directory that can be written, or made with those above it.
std::string writableOutput(const std::string &Path);

} // namespace musify

#endif // MUSIFY_TOOLS_CHECKS_H

//===- RunClang.h - Clang over one unit, in memory --------------*- C++ -*-===//
#ifndef MUSIFY_PARSE_RUNCLANG_H
#define MUSIFY_PARSE_RUNCLANG_H

#include "Parse/RespelledFiles.h"
#include "Project/CompileCommand.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace clang {
class DiagnosticConsumer;
class FrontendAction;
} // namespace clang

namespace musify {

/// What a parse asked the real file system for, with absolute paths. Nothing
/// is noted before `IsOn`: how the driver finds its compiler does not matter.
struct ReadLog {
  bool IsOn = false;
  /// With the hash of the bytes that Clang got; none if it read no byte.
  std::map<std::string, std::optional<uint64_t>> Found;
  std::set<std::string> Missing;

  /// Several parses read a file, between which it was changed.
  bool HasTwoTexts = false;

  void noteFound(const std::string &Path, std::optional<uint64_t> Hash = {}) {
    auto &Known = Found[Path];
    HasTwoTexts |= Known && Hash && *Known != *Hash;
    if (!Known)
      Known = Hash;
  }

  /// Adds what the parse of something that the unit begins with read.
  void add(const ReadLog &Before) {
    for (const auto &[Path, Hash] : Before.Found)
      noteFound(Path, Hash);
    Missing.insert(Before.Missing.begin(), Before.Missing.end());
  }
};

/// Where the declarations of the CUDA world come from.
struct SdkDeclarations {
  std::string CudaPath = {}; ///< of a real SDK; empty: the embedded ones
  /// What the unit begins with, precompiled; may be empty. For a CUDA unit it
  /// has what each begins with: the embedded declarations, or Clang's header
  /// that reads those of the real SDK.
  llvm::StringRef Prelude = {};
  /// For a unit of MUSA's code: the embedded ones under MUSA's names.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Musa = nullptr;
  unsigned MusaArch = 0;    ///< `__MUSA_ARCH__` on the device
  bool HasCudaArch = false; ///< `__CUDA_ARCH__` is defined there, too
};

/// Of the device that a CUDA unit is parsed for: a tenth of `__CUDA_ARCH__`.
constexpr unsigned ParsedCudaArch = 80;

/// Of a CUDA unit that is parsed for the device. No command of a database keeps
/// it: which side is parsed is ours to say.
constexpr llvm::StringLiteral DeviceFlag = "--cuda-device-only";

/// The file of a unit that lies nowhere.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
textAsFile(const CompileCommand &Command);

/// Runs the action over the unit. Nothing is written to disk. Errors go to
/// `Diagnostics`, and what is read is noted in `Log`, if it is not null. Clang
/// reads `Respelled` in place of the files that it names.
void runClang(const CompileCommand &Command, const SdkDeclarations &Sdk,
              std::unique_ptr<clang::FrontendAction> Action,
              clang::DiagnosticConsumer &Diagnostics, ReadLog *Log = nullptr,
              const RespelledFiles &Respelled = {});

} // namespace musify

#endif // MUSIFY_PARSE_RUNCLANG_H

//===- Flags.h - A command line as flags ------------------------*- C++ -*-===//
//
//   words ─ readFlags (FlagTable.cpp) ─ Flags ─┬ translateCommand
//                                              └ macroFlags, languageFlags, …
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PROJECT_FLAGS_H
#define MUSIFY_PROJECT_FLAGS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace musify {

struct FlagRule; // see FlagTable.h

/// Whose flags they are. clang and gcc read theirs alike; what Clang gets from
/// `translateCommand` is in this dialect too.
enum class Dialect : uint8_t { Nvcc, Gnu };

/// What a flag is about.
enum class FlagKind : uint8_t {
  Define,
  Undefine,
  IncludeDir, ///< `-I`
  SystemDir,  ///< `-isystem`
  QuoteDir,   ///< `-iquote`
  AfterDir,   ///< `-idirafter`
  SysRoot,
  ForcedInclude, ///< `-include`
  ForcedMacros,  ///< `-imacros`
  Language,
  Standard,
  Semantics, ///< changes what the source means in another way
  Host,      ///< hands flags on to the host compiler
  Arch,
  Optimization,
  CodeGen,
  Output,
  Step,
  Messages,
  OtherTool,
  Linker,
  Loads, ///< code or modules
  Toolchain,
  Unknown,
  Input, ///< no flag
};

struct Flag {
  FlagKind Kind;
  llvm::StringRef Value;
  llvm::ArrayRef<std::string>
      Words;                      ///< as written: the value may be the second
  const FlagRule *Rule = nullptr; ///< null: unknown, or an input
  bool LacksValue = false;
};

/// Reads a command line without its compiler, up to `--`: what follows that is
/// an input. The result points into `Words`.
std::vector<Flag> readFlags(llvm::ArrayRef<std::string> Words,
                            Dialect Of = Dialect::Gnu);

/// The flags that define or undefine macros, as `-DA=1`, in their order.
std::vector<std::string> macroFlags(llvm::ArrayRef<std::string> Flags);

/// The macros that flags define, as `A=1`.
std::vector<std::string> definedMacros(llvm::ArrayRef<std::string> Flags);

/// The flags that name directories of includes.
std::vector<std::string> includeDirFlags(llvm::ArrayRef<std::string> Flags);

/// What is left without macros, include directories and forced includes.
std::vector<std::string> languageFlags(llvm::ArrayRef<std::string> Flags);

/// The language that `-x` names; the last one wins.
std::optional<llvm::StringRef> languageFlag(llvm::ArrayRef<std::string> Flags);

} // namespace musify

#endif // MUSIFY_PROJECT_FLAGS_H

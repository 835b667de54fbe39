//===- Entry.h - One line of the mapping table ------------------*- C++ -*-===//
//
// The values of the mapping table. No Clang headers here: the table is data
// that every room may read.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_MAPPING_ENTRY_H
#define MUSIFY_MAPPING_ENTRY_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>

namespace musify {

/// What a CUDA name is. The spelling in JSON is given by `kindName`.
enum class Kind : uint8_t {
  Function,   ///< host API function
  Type,       ///< struct, enum, typedef or handle
  Enumerator, ///< enumerator of an SDK enum
  Macro,      ///< preprocessor macro, object- or function-like
  Member,     ///< member of an SDK struct; `From` is `Struct::member`
  Intrinsic,  ///< device function
  Variable,   ///< built-in variable such as `threadIdx`
  Header,     ///< path in an `#include`; a trailing `/` matches a prefix
  Namespace,  ///< namespace such as `cuda::std`; matched as qualified name
  Library,    ///< library file name or stem in a string, e.g. `libcudart.so`
  EnvVar,     ///< environment variable in a string
  Device,     ///< device name of a framework in a string, e.g. `cuda`
  Attribute,  ///< declaration attribute such as `__global__`
};

/// What is known about the MUSA side.
enum class Status : uint8_t {
  Supported,       ///< the MUSA name has evidence
  Unverified,      ///< a regular renaming without evidence
  Partial,         ///< exists, with a difference told in `Note`
  Unsupported,     ///< known to be absent; `Note` says what to use instead
  Unchanged,       ///< stays as it is on MUSA
  RemovedFromCuda, ///< gone from CUDA 12/13; `Note` says what replaced it
};

/// What a port does with names whose status is `Unverified`.
enum class UnverifiedPolicy { Port, Keep, Error };

/// The library of entries in the flat form, which names none.
inline constexpr llvm::StringLiteral FlatLibrary = "user";

/// One mapping. All strings point into the table that owns the entry.
struct Entry {
  llvm::StringRef From;    ///< CUDA name, unique among its table
  llvm::StringRef To;      ///< MUSA name; empty where there is none
  llvm::StringRef Library; ///< stem of the file it came from
  llvm::StringRef Since;   ///< first MUSA SDK that has it, e.g. `4.3`; or ""
  llvm::StringRef Arch; ///< first architecture that has it, e.g. `mp_22`; or ""
  llvm::StringRef Cuda; ///< CUDA versions that have it, e.g. `12.0-`; or ""
  llvm::StringRef In;   ///< enum of an enumerator, struct of a member
  llvm::StringRef Evidence;  ///< where the MUSA name is known from
  llvm::StringRef Note;      ///< what a porter must know
  llvm::StringRef Type;      ///< C type of a function or alias; or ""
  llvm::StringRef Shape;     ///< of a type: enum, struct, handle, alias; or ""
  llvm::StringRef Value;     ///< MUSA's number where it is not CUDA's; or ""
  llvm::StringRef FromValue; ///< CUDA's number of an enumerator; or ""
  Kind K = Kind::Function;
  Status S = Status::Unverified;
  /// A macro whose value is a version or architecture number: `#ifdef` uses
  /// are renamed, comparisons with a number are not.
  bool Numeric = false;
  /// A macro that configures the SDK, or identifies its compiler: the SDK's
  /// even where a project defines it.
  bool Config = false;
  /// Whether `To` goes back to `From`. Of several entries with one `To`, at
  /// most one does.
  bool Reverse = true;
  bool IsUsers = false; ///< of a table laid over the built-in one

  /// True if a port replaces `From` by another text.
  bool renames() const {
    return !To.empty() && To != From && S != Status::Unsupported &&
           S != Status::Unchanged;
  }
};

/// `c` of `a::b::c`, or the whole name.
llvm::StringRef lastPart(llvm::StringRef Name);

llvm::StringRef kindName(Kind K);
llvm::StringRef statusName(Status S);
std::optional<Kind> parseKind(llvm::StringRef Name);
std::optional<Status> parseStatus(llvm::StringRef Name);

} // namespace musify

#endif // MUSIFY_MAPPING_ENTRY_H

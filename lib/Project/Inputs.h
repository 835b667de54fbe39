//===- Inputs.h - The files a run works on ----------------------*- C++ -*-===//
#ifndef MUSIFY_PROJECT_INPUTS_H
#define MUSIFY_PROJECT_INPUTS_H

#include "Diag/Message.h"
#include "Project/FileNames.h"
#include "Project/ScriptSyntax.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"
#include <functional>
#include <string>
#include <vector>

namespace musify {

/// One file to port.
struct InputFile {
  std::string Path;  ///< real, absolute path: symbolic links resolved
  std::string Shown; ///< as the user would write it, for messages
  /// Below the named folder, or the name of a named file: where `-o DIR` puts
  /// the result.
  std::string Relative;
  bool IsHeader = false;
  std::optional<ScriptSyntax> Script; ///< set: a build script
};

/// A path that was left out or could not be read, with the reason.
struct SkippedPath {
  std::string Path;
  Message Reason;
  bool IsError = false; ///< the user named it, or it could not be read
  /// A link that leads nowhere, called like an input: no failure, but what the
  /// project means to be there is missing.
  bool IsBrokenLink = false;
};

/// A file or a link below a named folder that is no input.
struct OtherFile {
  std::string Path;     ///< absolute; of a link itself, not of what it leads to
  std::string Shown;    ///< as the user would write it, for messages
  std::string Relative; ///< as an input's
  bool IsLink = false;
};

struct InputSet {
  std::vector<InputFile> Files;  ///< sorted by `Path`, without duplicates
  std::vector<OtherFile> Others; ///< sorted by `Path`, if they were asked for
  std::vector<SkippedPath> Skipped;
  std::string Root; ///< deepest folder that holds all files; "" for none
};

struct InputOptions {
  bool BuildScripts = true; ///< a folder gives its build scripts
  bool Others = false;      ///< list what is no input, hidden files included
  /// Real path of the project: what lies outside is no input. Empty: no limit.
  std::string Root = {};
  std::vector<std::string> Exclude = {}; ///< patterns, see Ignore.h
  /// Files (real paths) that the configuration leaves out. May be null.
  std::function<bool(llvm::StringRef Path)> Excludes = {};
  std::string BuildDir =
      {}; ///< real path of a folder of generated files; or empty
  /// Real paths of files that are sources whatever their extension.
  llvm::StringSet<> Sources = {};
  /// Back from MUSA, `.mu` and `.muh` are inputs like `.cu` and `.cuh`, which
  /// may hold MUSA's code under their old names.
  Direction Way = Direction::CudaToMusa;
  bool TakesMusa = false; ///< named `.mu` and `.muh` are inputs either way
};

/// A folder with code of others: a submodule, or one named as such folders are.
struct VendoredFolder {
  std::string Path;  ///< real, absolute
  std::string Shown; ///< as the user would write it
  bool IsSubmodule = false;
};

/// The outermost folders below `Set.Root` that hold inputs and are vendored:
/// `third_party`, `vendor`, `external` and the like, and git's submodules.
/// Sorted by `Path`.
std::vector<VendoredFolder> vendoredFolders(const InputSet &Set);

/// Collects the files below `Paths` (files or folders; `-` is not accepted).
/// A named file is taken whatever its extension; a folder gives its source
/// files, and its build scripts if `WithScripts`, in sorted order, without
/// hidden folders and hidden files (`.git`, Emacs locks). Links to folders are
/// followed once: a loop ends with a `SkippedPath`. MUSA files are `Skipped`,
/// not as an error. A path that does not exist, cannot be read, or is neither
/// file nor folder becomes an error in `Skipped`, and the rest goes on; so does
/// a broken link that was named, while one that a folder holds is no error. The
/// result does not depend on the order of `Paths`. If two files would get the
/// same `Relative`, all are told below `Root` instead. What is excluded, lies
/// in the build folder or, through a link, outside of the project is `Skipped`;
/// a named path outside of the project is an error. Files `.musifyignore` count
/// in the folders that are read, and in those above up to the project's.
InputSet collectInputs(llvm::ArrayRef<std::string> Paths,
                       const InputOptions &Options = {});

} // namespace musify

#endif // MUSIFY_PROJECT_INPUTS_H

//===- Inputs.h - The files a run works on ----------------------*- C++ -*-===//
#ifndef MUSIFY_PROJECT_INPUTS_H
#define MUSIFY_PROJECT_INPUTS_H

#include "Diag/Message.h"
#include "Project/FileNames.h"
#include "Project/ScriptSyntax.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
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
  std::optional<ScriptSyntax> Script = {}; ///< set: a build script
  /// `k.cu.in`: no compiler reads it as it is, so that no parse does either.
  bool IsTemplate = false;
  /// Of the project, but outside of the inputs: read, and never written.
  bool IsAround = false;
  /// No disk has it: an editor holds its text.
  bool IsUnsaved = false;
};

/// A path that was left out or could not be read, with the reason.
struct SkippedPath {
  std::string Path;
  Message Reason;
  bool IsError = false; ///< the user named it, or it could not be read
  /// No failure, but always reported: a link that leads nowhere, called like an
  /// input, or code for which a person has to decide.
  bool IsTold = false;
};

/// A file or a link below a named folder that is no input.
struct OtherFile {
  std::string Path;     ///< absolute; of a link itself, not of what it leads to
  std::string Shown;    ///< as the user would write it, for messages
  std::string Relative; ///< as an input's
  bool IsLink = false;
};

/// A file below a named folder whose suffix is not one of a source.
struct UnknownFile {
  std::string Path, Shown, Relative; ///< as those of an input
};

/// A symbolic link to an input that has another name in the tree.
struct LinkToInput {
  std::string Shown; ///< as the user would write it
  std::string Path;  ///< real path of the input
};

struct InputSet {
  std::vector<InputFile> Files; ///< sorted by `Path`, without duplicates
  std::vector<LinkToInput> Links;
  std::vector<OtherFile> Others; ///< sorted by `Path`, if they were asked for
  std::vector<SkippedPath> Skipped;
  /// Neither sources nor scripts nor documents, by `Path`.
  std::vector<UnknownFile> Unknown;
  size_t Documents = 0; ///< how many files were passed over as documents
  std::vector<UnknownFile> Pages; ///< documents with lists for people
  /// On the way to MUSA: real paths of files that are called `.mu` or `.muh`,
  /// in order. They are no inputs, but their includes connect others.
  std::vector<std::string> Ported;
  std::string Root; ///< deepest folder that holds all files; "" for none
  /// The project's sources and headers that are no inputs, sorted by `Path`.
  std::vector<InputFile> Around;
  /// As `Root`, of `Around` too: it does not depend on what of the project is
  /// an input.
  std::string ProjectRoot;
};

struct InputOptions {
  bool BuildScripts = true; ///< a folder gives its build scripts
  bool Others = false;      ///< list what is no input, hidden files included
  /// Real path of the project: what lies outside is no input. Empty: no limit.
  std::string Root = {};
  /// Real path of the project whose `.musifyignore` files count; no limit.
  /// Empty: those of `Root`.
  std::string Project = {};
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
  /// What a link leads to, out of the named folder, is no input: it is not to
  /// be changed.
  bool StaysInside = false;
  bool TakesMusa = false; ///< named `.mu` and `.muh` are inputs either way
  /// Real paths of files that are inputs although they may be missing.
  llvm::StringSet<> Unsaved = {};
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

/// Takes from `Set.Unknown` the build scripts whose names do not show that:
/// Python modules and shell scripts that `IsScript` knows by their text.
std::vector<InputFile> takeScripts(
    InputSet &Set, llvm::vfs::FileSystem &FS,
    llvm::function_ref<bool(ScriptSyntax S, llvm::StringRef Text)> IsScript);

/// Takes those of `Set.Unknown` as headers that a file of the set includes.
void takeIncluded(InputSet &Set, llvm::vfs::FileSystem &FS);

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

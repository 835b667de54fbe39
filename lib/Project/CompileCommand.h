//===- CompileCommand.h - Flags of a real build for Clang -------*- C++ -*-===//
#ifndef MUSIFY_PROJECT_COMPILECOMMAND_H
#define MUSIFY_PROJECT_COMPILECOMMAND_H

#include "Diag/Message.h"
#include "Project/Flags.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace musify {

/// One translation unit of a compile database.
struct CompileCommand {
  std::string File;      ///< real, absolute path of the main file
  std::string Directory; ///< absolute
  /// Flags for Clang, without compiler, input and output: macros, include
  /// folders, `-std`, `-include`, warnings dropped. Relative paths stay
  /// relative to `Directory`.
  std::vector<std::string> Flags;
  /// Flags that were left out, each with the reason, for the report.
  std::vector<Message> Dropped;
  /// What reports call the unit: `File`, with ` #2` for the second of several
  /// commands of one file.
  std::string Name;
  bool Inferred = false; ///< no command of a database
  /// What `File` holds, if it lies nowhere.
  std::optional<std::string> Text;
  bool IsMusa = false; ///< its code is MUSA's: other names, other macros
  /// Real paths of the headers in which bodies of functions are parsed; absent:
  /// those of all inputs. In the main file they always are.
  std::optional<std::set<std::string>> BodiesOf = std::nullopt;
};

/// Translates the arguments of nvcc, clang or gcc (`Args[0]` is the compiler)
/// into what Clang's front end needs to parse the file. `@rsp` and
/// `--options-file` are read through `FS`, relative to `Directory`. Flags that
/// load or write something (`-fplugin`, `-Xclang -load`, `-o`, `-MF`, ...) and
/// flags that choose an architecture or an optimisation are dropped. nvcc flags
/// that only define a macro (`--extended-lambda`, `-rdc=true`) become it. The
/// values of `-Xcompiler` and `-Xclang` are translated like flags. Unknown
/// nvcc flags are dropped with their value and listed in `Dropped`. Never
/// fails: what cannot be read is listed in `Dropped`.
CompileCommand translateCommand(llvm::ArrayRef<std::string> Args,
                                llvm::StringRef Directory, llvm::StringRef File,
                                llvm::vfs::FileSystem &FS);

/// Reads `BuildDir/compile_commands.json` (or the file itself when `BuildDir`
/// names one). Commands whose file does not exist are kept; the caller decides.
/// A relative or missing `directory` means the database's folder. Errors are
/// whole lines, `compile_commands.json:41:13: error: ...`.
llvm::Expected<std::vector<CompileCommand>>
loadCompileDatabase(llvm::StringRef BuildDir, llvm::vfs::FileSystem &FS);

/// What Clang takes the unit for, as `-x` calls it. Without `-x` the suffix of
/// its file decides; empty if that is not a source's.
llvm::StringRef languageOf(const CompileCommand &Command);
bool isCudaUnit(const CompileCommand &Command);

/// Flags for a file that no command covers: language by extension, C++17 as
/// nvcc takes it by default, or C++20 (whose headers cost twice as much), `-I`
/// for its folder, for `include`/`inc` folders on the way up to `Root`, and for
/// `Root` itself.
CompileCommand inferCommand(llvm::StringRef File, llvm::StringRef Root,
                            llvm::vfs::FileSystem &FS, bool NeedsCxx20 = false);

} // namespace musify

#endif // MUSIFY_PROJECT_COMPILECOMMAND_H

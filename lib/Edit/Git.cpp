#include "Edit/Git.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

/// A file that is gone with its scope.
class TemporaryFile {
public:
  static Expected<std::unique_ptr<TemporaryFile>> create(StringRef Text = "") {
    SmallString<128> Path;
    int Descriptor;
    if (std::error_code EC =
            sys::fs::createTemporaryFile("musify", "git", Descriptor, Path))
      return createStringError(EC, "cannot create a temporary file: " +
                                       EC.message());
    auto File = std::make_unique<TemporaryFile>(Path.str());
    raw_fd_ostream OS(Descriptor, /*shouldClose=*/true);
    OS << Text;
    OS.flush();
    if (std::error_code EC = OS.error()) {
      OS.clear_error();
      return createStringError(EC, "cannot write a temporary file: " +
                                       EC.message());
    }
    return std::move(File);
  }
  explicit TemporaryFile(StringRef Path) : Path(Path), Remover(Path) {}

  StringRef path() const { return Path; }
  std::string read() const {
    auto Buffer = MemoryBuffer::getFile(Path);
    return Buffer ? (*Buffer)->getBuffer().str() : std::string();
  }

private:
  std::string Path;
  FileRemover Remover;
};

} // namespace

static Expected<GitOutput> execute(StringRef Root, ArrayRef<StringRef> Settings,
                                   ArrayRef<StringRef> Args) {
  auto Git = sys::findProgramByName("git");
  if (!Git)
    return createStringError(Git.getError(), "git is not in PATH");
  auto Out = TemporaryFile::create(), Err = TemporaryFile::create();
  if (!Out || !Err)
    return joinErrors(Out.takeError(), Err.takeError());
  SmallVector<StringRef, 16> All = {*Git, "-C", Root};
  for (StringRef Setting : Settings)
    llvm::append_range(All, ArrayRef<StringRef>{"-c", Setting});
  llvm::append_range(All, Args);
  std::optional<StringRef> Redirects[] = {StringRef(""), (*Out)->path(),
                                          (*Err)->path()};
  std::string Problem;
  GitOutput Result;
  Result.Status =
      sys::ExecuteAndWait(*Git, All, std::nullopt, Redirects, 0, 0, &Problem);
  if (Result.Status < 0)
    return createStringError(inconvertibleErrorCode(),
                             "git cannot be run: " + Problem);
  Result.Text = (*Out)->read();
  Result.Said = (*Err)->read();
  return std::move(Result);
}

/// What makes git run a program that the repository's own configuration names:
/// it may have come with the code.
static Expected<std::vector<std::string>> harmlessSettings(StringRef Root) {
  std::vector<std::string> Out = {"core.quotePath=off", "core.fsmonitor=false",
                                  "core.hooksPath=/dev/null", "diff.external="};
  auto Filters = execute(Root, {},
                         {"config", "--name-only", "--get-regexp",
                          "^filter\\..*\\.(clean|smudge|process)$"});
  if (!Filters)
    return Filters.takeError();
  for (StringRef Name : llvm::split(Filters->Text, '\n'))
    if (!Name.empty()) {
      Out.push_back((Name + "=").str());
      StringRef Filter = Name.rsplit('.').first;
      Out.push_back((Filter + ".required=false").str());
    }
  return Out;
}

Expected<GitOutput> runGit(StringRef Root, ArrayRef<StringRef> Args) {
  auto Settings = harmlessSettings(Root);
  if (!Settings)
    return Settings.takeError();
  SmallVector<StringRef, 16> All(Settings->begin(), Settings->end());
  return execute(Root, All, Args);
}

Expected<MergedText> mergeThreeWays(StringRef Base, StringRef Mine,
                                    StringRef Theirs) {
  auto BaseFile = TemporaryFile::create(Base),
       MyFile = TemporaryFile::create(Mine),
       TheirFile = TemporaryFile::create(Theirs);
  if (!BaseFile || !MyFile || !TheirFile)
    return joinErrors(BaseFile.takeError(),
                      joinErrors(MyFile.takeError(), TheirFile.takeError()));
  // Of files of our own: no setting of a repository matters.
  auto Out = execute(".", {},
                     {"merge-file", "-p", "--diff3", "-L", "by hand", "-L",
                      "last port", "-L", "new port", (*MyFile)->path(),
                      (*BaseFile)->path(), (*TheirFile)->path()});
  if (!Out)
    return Out.takeError();
  // Up to 127 conflicts are counted by the status; more than that is a fault.
  if (Out->Status > 127)
    return createStringError(inconvertibleErrorCode(),
                             "git merge-file: " + StringRef(Out->Said).trim());
  return MergedText{std::move(Out->Text), unsigned(Out->Status)};
}

} // namespace musify

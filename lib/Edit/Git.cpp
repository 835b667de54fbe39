#include "Edit/Git.h"
#include "Diag/MessageError.h"
#include "Support/RealPath.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"
#include <unistd.h>

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
      return errorOf(say(msg::NoTemporaryFile, systemMessage(EC)));
    auto File = std::make_unique<TemporaryFile>(Path.str());
    raw_fd_ostream OS(Descriptor, /*shouldClose=*/true);
    OS << Text;
    OS.flush();
    if (std::error_code EC = OS.error()) {
      OS.clear_error();
      return errorOf(say(msg::NoTemporaryFile, systemMessage(EC)));
    }
    return std::move(File);
  }
  explicit TemporaryFile(StringRef Path) : Path(Path), Remover(Path) {}

  StringRef path() const { return Path; }
  Expected<std::string> read() const {
    auto Buffer = readCopy(Path);
    if (!Buffer)
      return errorOf(say(msg::CannotReadGit, systemMessage(Buffer.getError())));
    return (*Buffer)->getBuffer().str();
  }

private:
  std::string Path;
  FileRemover Remover;
};

} // namespace

/// The name of a variable that is empty.
static constexpr StringLiteral Nothing = "MUSIFY_NOTHING";

/// Our environment, with which git fetches nothing that a partial clone lacks,
/// whatever its remote names to be run, and does not write its index, which may
/// be elsewhere.
static std::vector<std::string> environmentOfGit() {
  std::vector<std::string> Out = {
      (Nothing + "=").str(), "GIT_ALLOW_PROTOCOL=none", "GIT_NO_LAZY_FETCH=1",
      "GIT_OPTIONAL_LOCKS=0"};
  auto IsOurs = [&](StringRef Entry) {
    return llvm::any_of(Out, [&](StringRef Mine) {
      return Entry.split('=').first == Mine.split('=').first;
    });
  };
  std::vector<std::string> Others;
  for (char **Entry = ::environ; Entry && *Entry; ++Entry)
    if (!IsOurs(*Entry))
      Others.emplace_back(*Entry);
  llvm::append_range(Out, Others);
  return Out;
}

static Expected<GitOutput> execute(StringRef Root,
                                   ArrayRef<std::string> Settings,
                                   ArrayRef<StringRef> Args,
                                   unsigned Seconds = SecondsOfGit) {
  auto Git = sys::findProgramByName("git");
  if (!Git)
    return errorOf(say(msg::NoGit));
  auto Out = TemporaryFile::create(), Err = TemporaryFile::create();
  if (!Out || !Err)
    return joinErrors(Out.takeError(), Err.takeError());
  SmallVector<StringRef, 16> All = {*Git, "-C", Root};
  llvm::append_range(All, Settings);
  llvm::append_range(All, Args);
  std::optional<StringRef> Redirects[] = {StringRef(""), (*Out)->path(),
                                          (*Err)->path()};
  std::vector<std::string> Texts = environmentOfGit();
  std::vector<StringRef> Environment(Texts.begin(), Texts.end());
  std::string Problem;
  int Status =
      sys::ExecuteAndWait(*Git, All, ArrayRef<StringRef>(Environment),
                          Redirects, Seconds, MebibytesOfGit, &Problem);
  if (Status < 0)
    return errorOf(say(msg::CannotRunGit, Problem));
  auto Text = (*Out)->read(), Said = (*Err)->read();
  if (!Text || !Said)
    return joinErrors(Text.takeError(), Said.takeError());
  return GitOutput{std::move(*Text), std::move(*Said), Status};
}

/// Options of git against what makes it run a program that the repository's own
/// configuration names: it may have come with the code.
static Expected<std::vector<std::string>> harmlessSettings(StringRef Root,
                                                           unsigned Seconds) {
  std::vector<std::string> Out = {
      "-c", "core.quotePath=off",       "-c", "core.fsmonitor=false",
      "-c", "core.hooksPath=/dev/null", "-c", "diff.external=",
      "-c", "diff.orderFile=/dev/null"};
  auto Filters = execute(Root, {},
                         {"config", "--name-only", "--get-regexp",
                          "^filter\\..*\\.(clean|smudge|process|required)$"},
                         Seconds);
  if (!Filters)
    return Filters.takeError();
  // `-c` ends a name at its first `=`, and a filter may have one in its name.
  for (StringRef Name : llvm::split(Filters->Text, '\n'))
    if (!Name.empty())
      Out.push_back(("--config-env=" + Name + "=" + Nothing).str());
  return Out;
}

Expected<GitOutput> runGit(StringRef Root, ArrayRef<StringRef> Args,
                           unsigned Seconds) {
  auto Settings = harmlessSettings(Root, Seconds);
  if (!Settings)
    return Settings.takeError();
  return execute(Root, *Settings, Args, Seconds);
}

namespace {

/// What the index has besides plain files.
struct IndexEntries {
  std::vector<std::string> Submodules;
  /// Files that `git status` leaves out, and their hashes.
  std::vector<std::string> Unwatched, Hashes;
};

} // namespace

/// The index below `Path`. Those that were told to be unchanged count if they
/// are there: a sparse checkout lacks them.
static Expected<IndexEntries> readIndex(StringRef Root, StringRef Path) {
  auto Files = runGit(Root, {"ls-files", "--stage", "-v", "-z", "--", Path});
  if (!Files)
    return Files.takeError();
  IndexEntries Out;
  for (StringRef Entry : llvm::split(Files->Text, '\0')) {
    auto [Facts, Name] = Entry.split('\t');
    SmallVector<StringRef, 4> Fields; // tag, mode, hash, stage
    Facts.split(Fields, ' ');
    if (Fields.size() != 4)
      continue;
    SmallString<128> There = Root;
    sys::path::append(There, Name);
    if (Fields[1] == "160000") {
      Out.Submodules.push_back(Name.str());
    } else if ((Fields[0] == "S" || isLower(Fields[0].front())) &&
               sys::fs::exists(There)) {
      Out.Unwatched.push_back(Name.str());
      Out.Hashes.push_back(Fields[2].str());
    }
  }
  return Out;
}

/// Those that are not as in the index.
static Expected<std::vector<std::string>>
changedUnwatched(StringRef Root, const IndexEntries &Index) {
  std::vector<std::string> Out;
  if (Index.Unwatched.empty())
    return Out;
  std::vector<StringRef> Args = {"hash-object", "--"};
  llvm::append_range(Args, Index.Unwatched);
  auto Now = runGit(Root, Args);
  if (!Now)
    return Now.takeError();
  SmallVector<StringRef, 8> Hashes;
  StringRef(Now->Text).rtrim('\n').split(Hashes, '\n');
  for (size_t I = 0; I < Index.Unwatched.size(); ++I)
    if (I >= Hashes.size() || Hashes[I] != Index.Hashes[I])
      Out.push_back(Index.Unwatched[I]);
  return Out;
}

Expected<std::vector<std::string>> hiddenChanges(StringRef Root) {
  auto Index = readIndex(Root, ".");
  if (!Index)
    return Index.takeError();
  return changedUnwatched(Root, *Index);
}

/// `Seen`: the real paths of what was asked; links may lead back to it.
static Expected<GitOutput> changesOf(StringRef Root, StringRef Path,
                                     StringSet<> &Seen) {
  // In a submodule, git would obey that one's own configuration.
  StringRef Ignored = Path == "." ? "--ignored=no" : "--ignored=traditional";
  auto Out = runGit(Root, {"status", "--porcelain", "--untracked-files=normal",
                           "--ignore-submodules=dirty", Ignored, "--", Path});
  if (!Out || Out->Status)
    return Out;
  auto Index = readIndex(Root, Path);
  if (!Index)
    return Index.takeError();
  auto Unwatched = changedUnwatched(Root, *Index);
  if (!Unwatched)
    return Unwatched.takeError();
  for (const std::string &Name : *Unwatched)
    Out->Text += " M " + Name + "\n";
  for (const std::string &Name : Index->Submodules) {
    SmallString<128> Module = Root, Repository;
    sys::path::append(Module, Name);
    sys::path::append(Repository, Module, ".git");
    if (!sys::fs::exists(Repository) || !Seen.insert(realTarget(Module)).second)
      continue;
    auto Inside = changesOf(Module, ".", Seen);
    if (!Inside)
      return Inside;
    if (Inside->Status) // not known
      Inside->Text = "?? \n";
    for (StringRef Line :
         llvm::split(StringRef(Inside->Text).rtrim('\n'), '\n'))
      if (!Line.empty())
        Out->Text +=
            (Line.take_front(3) + Name + "/" + Line.drop_front(3) + "\n").str();
  }
  return Out;
}

Expected<GitOutput> uncommittedChanges(StringRef Root, StringRef Path) {
  StringSet<> Seen;
  Seen.insert(realTarget(Root));
  return changesOf(Root, Path, Seen);
}

static Error addIgnored(StringRef Root, StringSet<> &Seen,
                        std::vector<std::string> &Out) {
  std::string Real = realTarget(Root);
  if (!Seen.insert(Real).second)
    return Error::success();
  auto Listed = runGit(Root, {"ls-files", "--others", "--ignored",
                              "--exclude-standard", "--directory", "-z"});
  if (!Listed)
    return Listed.takeError();
  if (Listed->Status)
    return Error::success();
  for (StringRef Name : llvm::split(Listed->Text, '\0'))
    if (!Name.empty())
      Out.push_back(Real + "/" + (Name == "./" ? "" : Name.str()));
  auto Index = readIndex(Root, ".");
  if (!Index)
    return Index.takeError();
  for (const std::string &Name : Index->Submodules) {
    SmallString<128> Module(Root), Repository;
    sys::path::append(Module, Name);
    sys::path::append(Repository, Module, ".git");
    if (!sys::fs::exists(Repository))
      continue;
    if (Error E = addIgnored(Module, Seen, Out))
      return E;
  }
  return Error::success();
}

Expected<std::vector<std::string>> ignoredPaths(StringRef Root) {
  StringSet<> Seen;
  std::vector<std::string> Out;
  if (Error E = addIgnored(Root, Seen, Out))
    return std::move(E);
  return Out;
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
    return errorOf(say(msg::ProblemOf, "git merge-file",
                       say(msg::SystemError, StringRef(Out->Said).trim())));
  return MergedText{std::move(Out->Text), unsigned(Out->Status)};
}

} // namespace musify

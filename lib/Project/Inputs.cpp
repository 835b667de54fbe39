//===- Inputs.cpp - The files a run works on ------------------------------===//
//
//   paths ─ Collector (walk, one folder after the other) ─ candidates
//         ─ sort, keep one per real path ─ InputSet
//
//===----------------------------------------------------------------------===//
#include "Project/Inputs.h"
#include "Diag/MessageError.h"
#include "Project/Ignore.h"
#include "Project/Paths.h"
#include "Support/RealPath.h"
#include "Support/TemporaryName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <deque>
#include <map>
#include <tuple>

using namespace llvm;

namespace musify {
namespace {

constexpr StringLiteral LedgerFolder = ".musify"; // see Update/Ledger.h

struct Candidate {
  InputFile File;
  bool ThroughLink; ///< the real path differs from where it was found
  bool IsLink;      ///< itself, and not a folder above it
};

struct Folder {
  std::string Real;
  std::string Shown;
  std::string Relative; ///< below the named folder, empty for itself
  bool ThroughLink = false;
  bool IsHidden = false; ///< or below a hidden one: it has no inputs
};

std::string joined(StringRef Folder, StringRef Name) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, Name);
  return std::string(Path);
}

std::string withoutDotSlash(StringRef Path) {
  Path = sys::path::remove_leading_dotslash(Path);
  return Path == "." || Path == "./" ? "" : Path.str();
}

/// Hidden folders whose files build the project or name its files.
constexpr StringLiteral ToolFolders[] = {
    ".github",  ".vscode", ".devcontainer", ".circleci", ".buildkite",
    ".jenkins", ".gitlab", ".ci",           ".docker",   ".azure-pipelines"};

/// A document that names no file of the project. JSON may.
bool isMereDocument(StringRef Path) {
  return isDocumentName(Path) && sys::path::extension(Path) != ".json";
}

bool isHidden(StringRef Name) {
  return Name.starts_with(".") && !is_contained(ToolFolders, Name) &&
         !scriptSyntaxOf(Name);
}

/// Opening tells the truth where mode bits do not (root, ACLs, network).
std::error_code tryToRead(StringRef Path) {
  Expected<sys::fs::file_t> File = sys::fs::openNativeFileForRead(Path);
  if (!File)
    return errorToErrorCode(File.takeError());
  return sys::fs::closeFile(*File);
}

/// Why a path has no real path.
Message whyMissing(StringRef Path, std::error_code EC) {
  if (!sys::fs::is_symlink_file(Path))
    return systemMessage(EC);
  return EC == std::errc::too_many_symbolic_link_levels ? say(msg::LinkToItself)
                                                        : say(msg::BrokenLink);
}

class Collector {
public:
  explicit Collector(const InputOptions &Options) : Options(Options) {}

  void addNamed(StringRef Path) {
    if (Path == "-")
      return skip(Path, say(msg::NoStandardInput), /*IsError=*/true);
    SmallString<256> Real;
    std::error_code EC = sys::fs::real_path(Path, Real);
    bool IsUnsaved = EC && Options.Unsaved.contains(realTarget(Path));
    if (IsUnsaved)
      Real = realTarget(Path);
    else if (EC)
      return skip(Path, whyMissing(Path, EC), /*IsError=*/true);
    if (isOutside(Real))
      return skip(Path, say(msg::OutsideProject, Options.Root),
                  /*IsError=*/true);
    if (sys::fs::is_directory(Real)) {
      Top = std::string(Real);
      readIgnoreFilesAbove(Real);
      addPatterns(Real);
      return walk({std::string(Real), withoutDotSlash(Path), ""});
    }
    StringRef Above = sys::path::parent_path(Path);
    std::string Parent = realTarget(Above.empty() ? "." : Above);
    readIgnoreFilesAbove(Real);
    addPatterns(Parent);
    StringRef Name = sys::path::filename(Path);
    if (Message Why = whyExcluded(Real, /*IsFolder=*/false))
      return skip(Path, Why);
    if (!IsUnsaved && !sys::fs::is_regular_file(Real))
      return skip(withoutDotSlash(Path), say(msg::NotAFile), /*IsError=*/true);
    addFile(Real, withoutDotSlash(Path), Name, joined(Parent, Name));
  }

  std::vector<Candidate> Found;
  std::vector<SkippedPath> Skipped;
  std::vector<OtherFile> Others; ///< inputs too
  std::vector<UnknownFile> Unknown, Pages;
  size_t Documents = 0;
  std::vector<std::string> Ported;

private:
  const InputOptions &Options;

  IgnoreRules Ignored;
  std::string Top; ///< the named folder that is read, real

  bool isOurs(StringRef Path) const {
    return isSourceExtension(Path) || isMusaExtension(Path) ||
           (Options.BuildScripts && scriptSyntaxOf(Path)) ||
           Options.Sources.contains(Path);
  }

  bool isOutside(StringRef Real) const {
    return !Options.Root.empty() && Real != Options.Root &&
           !isBelow(Real, Options.Root);
  }

  /// With a project the patterns are meant from its folder, else from `Base`.
  void addPatterns(StringRef Base) {
    for (const std::string &Pattern : Options.Exclude)
      Ignored.add(Pattern, Options.Root.empty() ? Base : Options.Root,
                  "--exclude " + Pattern);
  }

  void readIgnoreFilesAbove(StringRef Real) {
    StringRef Top = Options.Root.empty() ? Options.Project : Options.Root;
    if (Top.empty() || Real == Top)
      return;
    SmallVector<StringRef, 8> Above;
    for (StringRef Up = sys::path::parent_path(Real);
         Up == Top || isBelow(Up, Top); Up = sys::path::parent_path(Up))
      Above.push_back(Up);
    for (StringRef Folder : reverse(Above))
      Ignored.addFileOf(Folder, Folder);
  }

  /// Why a file or folder is no input though it could be; nothing if it is one.
  Message whyExcluded(StringRef Path, bool IsFolder) const {
    if (isOutside(Path))
      return say(msg::OutsideProject, Options.Root);
    if (IsFolder && Path == Options.BuildDir)
      return say(msg::GeneratedDirectory);
    if (auto Source = Ignored.excluder(Path, IsFolder))
      return say(msg::ExcludedBy, *Source);
    if (!IsFolder && Options.Excludes && Options.Excludes(Path))
      return say(msg::ExcludedByConfiguration);
    return {};
  }

  /// Folders behind links come last: a file keeps the name it has in the tree
  /// proper, whatever the links are called.
  void walk(Folder Top) {
    StringSet<> Visited;
    std::deque<Folder> Real = {std::move(Top)}, Linked;
    while (!Real.empty() || !Linked.empty()) {
      std::deque<Folder> &Queue = Real.empty() ? Linked : Real;
      Folder Next = std::move(Queue.front());
      Queue.pop_front();
      if (Visited.insert(Next.Real).second)
        readFolder(Next, Real, Linked);
      else
        skip(Next.Shown, say(msg::LinkToRead, Next.Real));
    }
  }

  void readFolder(const Folder &In, std::deque<Folder> &Real,
                  std::deque<Folder> &Linked) {
    std::error_code EC;
    std::vector<std::pair<std::string, sys::fs::file_type>> Names;
    if (!In.IsHidden)
      Ignored.addFileOf(In.Real, In.Shown);
    for (sys::fs::directory_iterator I(In.Real, EC), End; !EC && I != End;
         I.increment(EC)) {
      bool IsPassedOver = I->type() == sys::fs::file_type::regular_file &&
                          !Options.Others && isMereDocument(I->path()) &&
                          !isOurs(I->path());
      Documents += IsPassedOver;
      if (!IsPassedOver || isPage(I->path()))
        Names.emplace_back(sys::path::filename(I->path()), I->type());
    }
    if (EC)
      skip(In.Shown.empty() ? "." : In.Shown, systemMessage(EC),
           /*IsError=*/true);
    sort(Names);
    for (const auto &[Name, Type] : Names)
      addEntry(In, Name, Type, Real, Linked);
  }

  /// What is neither file nor folder by its `Type` is a link, or not known yet.
  void addEntry(const Folder &In, StringRef Name, sys::fs::file_type Type,
                std::deque<Folder> &Real, std::deque<Folder> &Linked) {
    std::string Path = joined(In.Real, Name);
    std::string Shown = joined(In.Shown, Name);
    if (Options.Others && !In.ThroughLink && !listOther(In, Name, Path, Shown))
      return;
    bool IsFile = Type == sys::fs::file_type::regular_file;
    bool IsFolder = Type == sys::fs::file_type::directory_file;
    SmallString<256> Target(Path);
    std::error_code EC;
    if (!IsFile && !IsFolder) {
      EC = sys::fs::real_path(Path, Target);
      IsFolder = !EC && sys::fs::is_directory(Target);
    }
    if (IsFile && !isOurs(Path))
      return addUnknown(In, Name, Path, Shown);
    if (!IsFolder && !isOurs(Path) && (!EC || isHidden(Name)))
      return;
    if (Name == ".git") // nobody expects it to be ported
      return;
    if (isHidden(Name))
      return skip(Shown,
                  IsFolder ? say(msg::HiddenDirectory) : say(msg::HiddenFile));
    // A broken link with another name may have been a folder: tell it.
    if (EC) {
      bool IsLink = sys::fs::is_symlink_file(Path);
      skip(Shown, whyMissing(Path, EC), /*IsError=*/!IsLink && isOurs(Name));
      Skipped.back().IsTold = IsLink && isOurs(Name);
      return;
    }
    if (Message Why = whyExcluded(Target, IsFolder)) {
      if (IsFolder)
        listAll({Path, Shown, joined(In.Relative, Name), In.ThroughLink});
      return skip(Shown, Why);
    }
    if (Options.StaysInside && Target != Path && !isBelow(Target, Top)) {
      skip(Shown, say(msg::OutsideNamed));
      Skipped.back().IsTold = true;
      return;
    }
    if (IsFolder && !Options.Others &&
        sys::fs::is_directory(joined(Target, LedgerFolder)))
      return skip(Shown, say(msg::PortedTree));
    if (!IsFolder && !IsFile && !sys::fs::is_regular_file(Target))
      return skip(Shown, say(msg::NotAFile), /*IsError=*/true);
    std::string Relative = joined(In.Relative, Name);
    if (!IsFolder)
      return addFile(Target, Shown, Relative, Path);
    bool IsLinked = Target != Path;
    (IsLinked ? Linked : Real)
        .push_back({std::string(Target), Shown, Relative,
                    In.ThroughLink || IsLinked, false});
  }

  /// A document with text for people.
  static bool isPage(StringRef Path) {
    StringRef Suffix = sys::path::extension(Path);
    return Suffix == ".md" || Suffix == ".rst";
  }

  /// What includes tell to be a header, and what holds CUDA, is not left out
  /// without a word.
  void addUnknown(const Folder &In, StringRef Name, const std::string &Path,
                  const std::string &Shown) {
    if (In.IsHidden || whyExcluded(Path, /*IsFolder=*/false))
      return;
    if (isPage(Name))
      Pages.push_back({Path, Shown, joined(In.Relative, Name)});
    if (isMereDocument(Name))
      return;
    Unknown.push_back({Path, Shown, joined(In.Relative, Name)});
  }

  /// A complete tree has what is excluded too, as it is.
  void listAll(const Folder &In) {
    if (!Options.Others || In.ThroughLink || In.Real == Options.BuildDir ||
        sys::fs::is_symlink_file(In.Real))
      return;
    std::deque<Folder> Below, None;
    readFolder({In.Real, In.Shown, In.Relative, false, /*IsHidden=*/true},
               Below, None);
  }

  /// Notes a file or link. A hidden folder is read for this alone. False if no
  /// input can be behind the name.
  bool listOther(const Folder &In, StringRef Name, const std::string &Path,
                 const std::string &Shown) {
    sys::fs::file_status Status;
    if (sys::fs::status(Path, Status, /*follow=*/false))
      return true; // told where it is read
    // A copy of `.git`, be it a folder or a file, would be the same repository
    // under two names; what a port of the source remembers is not of this one.
    if (Name == ".git" || Name == LedgerFolder) {
      skip(Shown,
           Name == ".git" ? say(msg::GitNotCopied) : say(msg::LedgerNotCopied));
      return false;
    }
    std::string Relative = joined(In.Relative, Name);
    using Type = sys::fs::file_type;
    if (Status.type() == Type::regular_file && !ownerOfTemporary(Name).empty())
      return false;
    if (Status.type() == Type::regular_file ||
        Status.type() == Type::symlink_file)
      Others.push_back(
          {Path, Shown, Relative, Status.type() == Type::symlink_file});
    bool Hides = In.IsHidden || isHidden(Name);
    if (Hides && Status.type() == Type::directory_file) {
      std::deque<Folder> Below, None;
      readFolder({Path, Shown, Relative, false, true}, Below, None);
    }
    return !In.IsHidden;
  }

  /// `Real` is a regular file: a pipe must not be opened, that waits for a
  /// writer. `FoundAt` is the path with all links resolved but the last one.
  void addFile(StringRef Real, StringRef Shown, StringRef Relative,
               StringRef FoundAt) {
    if (Options.Way == Direction::CudaToMusa && !Options.TakesMusa &&
        (isMusaExtension(Shown) || isMusaExtension(Real))) {
      Ported.push_back(Real.str());
      return skip(Shown, say(msg::IsMusaAlready));
    }
    std::error_code EC = tryToRead(Real);
    bool IsUnsaved = EC && Options.Unsaved.contains(Real);
    if (EC && !IsUnsaved)
      return skip(Shown, systemMessage(EC), /*IsError=*/true);
    InputFile File{Real.str(),
                   Shown.str(),
                   Relative.str(),
                   isHeaderExtension(Shown),
                   scriptSyntaxOf(Shown),
                   isTemplateName(Shown)};
    File.IsUnsaved = IsUnsaved;
    if (!File.Script && !isSourceExtension(Shown))
      File.Script = guessedSyntaxOf(Shown, "");
    if (File.Script && !Options.BuildScripts)
      return skip(Shown, say(msg::ScriptNotPorted));
    // Below a linked folder `FoundAt` is real, but the name is not `Real`'s.
    bool ThroughLink = Real != FoundAt || !Real.ends_with(Relative);
    Found.push_back({std::move(File), ThroughLink, Real != FoundAt});
  }

  void skip(StringRef Path, Message Reason, bool IsError = false) {
    Skipped.push_back({Path.str(), std::move(Reason), IsError});
  }
};

/// One file may be named twice or be reached through links. The name it has in
/// the tree proper is kept, then the one below the outermost folder; the order
/// of the arguments has no say.
std::vector<InputFile> withoutDuplicates(std::vector<Candidate> Found,
                                         std::vector<LinkToInput> &Links) {
  auto Key = [](const Candidate &C) {
    return std::tuple(StringRef(C.File.Path), C.ThroughLink,
                      -static_cast<ptrdiff_t>(C.File.Relative.size()),
                      StringRef(C.File.Shown), StringRef(C.File.Relative));
  };
  sort(Found,
       [&](const Candidate &A, const Candidate &B) { return Key(A) < Key(B); });
  std::vector<InputFile> Files;
  for (Candidate &C : Found)
    if (Files.empty() || Files.back().Path != C.File.Path)
      Files.push_back(std::move(C.File));
    else if (C.IsLink && C.File.Shown != Files.back().Shown)
      Links.push_back({std::move(C.File.Shown), std::move(C.File.Path)});
  return Files;
}

template <typename File>
std::string commonFolder(StringRef Root, ArrayRef<File> Files) {
  if (Files.empty())
    return Root.str();
  if (Root.empty())
    Root = sys::path::parent_path(Files.front().Path);
  for (const File &Each : Files)
    while (!isBelow(Each.Path, Root))
      Root = sys::path::parent_path(Root);
  return Root.str();
}

/// Two inputs with the same place below their roots would overwrite each other.
void separateNames(InputSet &Set) {
  StringSet<> Names;
  auto IsNew = [&](const auto &File) {
    return Names.insert(File.Relative).second;
  };
  if (all_of(Set.Files, IsNew) && all_of(Set.Others, IsNew))
    return;
  auto Separate = [&](auto &File) {
    StringRef Rest = File.Path;
    Rest.consume_front(Set.Root);
    File.Relative = Rest.ltrim('/').str();
  };
  for_each(Set.Files, Separate);
  for_each(Set.Others, Separate);
}

/// What was listed, without the inputs and without what was listed twice.
std::vector<OtherFile> withoutInputs(std::vector<OtherFile> Listed,
                                     ArrayRef<InputFile> Inputs) {
  StringSet<> Seen;
  for (const InputFile &File : Inputs)
    Seen.insert(File.Path);
  sort(Listed, [](const OtherFile &A, const OtherFile &B) {
    return std::pair(StringRef(A.Path), B.Relative.size()) <
           std::pair(StringRef(B.Path), A.Relative.size());
  });
  erase_if(Listed, [&](const OtherFile &File) {
    return !Seen.insert(File.Path).second;
  });
  return Listed;
}

/// How folders with other people's code are called.
constexpr StringLiteral VendoredNames[] = {
    "third_party", "third-party", "3rdparty", "3rd_party", "thirdparty",
    "external",    "extern",      "vendor",   "deps",      "submodules"};

} // namespace

std::vector<VendoredFolder> vendoredFolders(const InputSet &Set) {
  std::map<StringRef, VendoredFolder> Found;
  StringMap<bool> IsSubmodule; ///< each folder is asked once
  for (const InputFile &File : Set.Files) {
    // From the outside inwards; `Shown` ends as `Path` does.
    StringRef Path = File.Path, Shown = File.Shown;
    if (!isBelow(Path, Set.Root))
      continue;
    for (size_t End = Path.find('/', Set.Root.size() + 1);
         End != StringRef::npos; End = Path.find('/', End + 1)) {
      StringRef Folder = Path.take_front(End), Rest = Path.drop_front(End);
      auto [It, IsNew] = IsSubmodule.try_emplace(Folder, false);
      if (IsNew)
        It->second = sys::fs::exists(Folder + "/.git");
      if (!It->second &&
          !is_contained(VendoredNames, sys::path::filename(Folder)))
        continue;
      StringRef Name = Shown;
      Found.try_emplace(
          Folder,
          VendoredFolder{Folder.str(),
                         Name.consume_back(Rest) ? Name.str() : Folder.str(),
                         It->second});
      break;
    }
  }
  std::vector<VendoredFolder> Out;
  for (auto &[Folder, Each] : Found)
    Out.push_back(std::move(Each));
  return Out;
}

InputSet collectInputs(ArrayRef<std::string> Paths,
                       const InputOptions &Options) {
  Collector All(Options);
  for (const std::string &Path : Paths)
    All.addNamed(Path);
  InputSet Set;
  Set.Files = withoutDuplicates(std::move(All.Found), Set.Links);
  Set.Skipped = std::move(All.Skipped);
  Set.Unknown = std::move(All.Unknown);
  Set.Documents = All.Documents;
  Set.Pages = std::move(All.Pages);
  Set.Ported = std::move(All.Ported);
  sort(Set.Ported);
  sort(Set.Unknown, [](const UnknownFile &A, const UnknownFile &B) {
    return A.Path < B.Path;
  });
  sort(Set.Skipped, [](const SkippedPath &A, const SkippedPath &B) {
    return std::tie(A.Path, A.Reason) < std::tie(B.Path, B.Reason);
  });
  Set.Others = withoutInputs(std::move(All.Others), Set.Files);
  Set.Root =
      commonFolder(commonFolder("", ArrayRef(Set.Files)), ArrayRef(Set.Others));
  separateNames(Set);
  return Set;
}

} // namespace musify

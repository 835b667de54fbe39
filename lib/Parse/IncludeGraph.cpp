#include "Parse/IncludeGraph.h"
#include "Project/Workspace.h"
#include "Scan/FileHead.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

/// <cassert> and <assert.h> are not among them: they read NDEBUG each time.
constexpr StringLiteral OfC[] = {
    "complex.h", "ctype.h",   "errno.h",  "fenv.h",   "float.h",  "inttypes.h",
    "limits.h",  "locale.h",  "math.h",   "setjmp.h", "signal.h", "stdarg.h",
    "stdbool.h", "stddef.h",  "stdint.h", "stdio.h",  "stdlib.h", "string.h",
    "time.h",    "wchar.h",   "wctype.h", "cctype",   "cerrno",   "cfenv",
    "cfloat",    "cinttypes", "climits",  "clocale",  "cmath",    "csetjmp",
    "csignal",   "cstdarg",   "cstddef",  "cstdint",  "cstdio",   "cstdlib",
    "cstring",   "ctime",     "cwchar",   "cwctype"};
constexpr StringLiteral OfCxx[] = {"algorithm",
                                   "any",
                                   "array",
                                   "atomic",
                                   "barrier",
                                   "bit",
                                   "bitset",
                                   "charconv",
                                   "chrono",
                                   "compare",
                                   "complex",
                                   "concepts",
                                   "condition_variable",
                                   "coroutine",
                                   "deque",
                                   "exception",
                                   "execution",
                                   "filesystem",
                                   "format",
                                   "forward_list",
                                   "fstream",
                                   "functional",
                                   "future",
                                   "initializer_list",
                                   "iomanip",
                                   "ios",
                                   "iosfwd",
                                   "iostream",
                                   "istream",
                                   "iterator",
                                   "latch",
                                   "limits",
                                   "list",
                                   "locale",
                                   "map",
                                   "memory",
                                   "memory_resource",
                                   "mutex",
                                   "new",
                                   "numbers",
                                   "numeric",
                                   "optional",
                                   "ostream",
                                   "queue",
                                   "random",
                                   "ranges",
                                   "ratio",
                                   "regex",
                                   "scoped_allocator",
                                   "semaphore",
                                   "set",
                                   "shared_mutex",
                                   "source_location",
                                   "span",
                                   "sstream",
                                   "stack",
                                   "stdexcept",
                                   "stop_token",
                                   "streambuf",
                                   "string",
                                   "string_view",
                                   "syncstream",
                                   "system_error",
                                   "thread",
                                   "tuple",
                                   "type_traits",
                                   "typeindex",
                                   "typeinfo",
                                   "unordered_map",
                                   "unordered_set",
                                   "utility",
                                   "valarray",
                                   "variant",
                                   "vector"};
constexpr size_t Count = std::size(OfC) + std::size(OfCxx);
static_assert(Count <= StandardHeaders().size());

/// C's come first.
StringRef nameAt(size_t Index) {
  return Index < std::size(OfC) ? OfC[Index] : OfCxx[Index - std::size(OfC)];
}

std::optional<size_t> indexOf(StringRef Name) {
  static const StringMap<size_t> Index = [] {
    StringMap<size_t> All;
    for (size_t I = 0; I < Count; ++I)
      All[nameAt(I)] = I;
    return All;
  }();
  auto It = Index.find(Name);
  return It == Index.end() ? std::nullopt : std::optional(It->second);
}

bool isC(const CompileCommand &Unit) {
  StringRef Language = languageOf(Unit);
  return Language == "c" || Language == "c++-module";
}

/// True for an include that the SDK may have to find: the table has its name,
/// or its folder and it is no `"cuda/mine.h"`, which may be the project's own.
bool mayBeSdks(const Candidate &C, const ScannedFile &File) {
  bool IsQuoted = File.Text[C.Offset - 1] == '"';
  return C.E && !(IsQuoted && StringRef(C.E->From).ends_with("/"));
}

/// How many folders from the root on two paths have in common.
size_t commonFolders(StringRef A, StringRef B) {
  size_t Common = 0;
  for (auto I = sys::path::begin(A), J = sys::path::begin(B);
       I != sys::path::end(A) && J != sys::path::end(B) && *I == *J; ++I, ++J)
    ++Common;
  return Common;
}

} // namespace

std::vector<std::string> namesOf(const StandardHeaders &Set) {
  std::vector<std::string> Out;
  for (size_t I = 0; I < Count; ++I)
    if (Set[I])
      Out.push_back(nameAt(I).str());
  return Out;
}

unsigned weight(const StandardHeaders &Set) {
  static const StandardHeaders C =
      ~StandardHeaders() >> (StandardHeaders().size() - std::size(OfC));
  return (Set & C).count() + 8 * (Set & ~C).count();
}

std::optional<IncludeGraph::Search>
IncludeGraph::searchOf(const CompileCommand &Unit) {
  Search Out;
  auto Add = [&](std::vector<std::string> &To, StringRef Folder) {
    SmallString<256> Path(Folder); // relative ones are below the unit's folder
    sys::path::make_absolute(Unit.Directory, Path);
    To.push_back(std::string(Path));
  };
  for (const Flag &F : readFlags(Unit.Flags)) {
    switch (F.Kind) {
    case FlagKind::SysRoot: // they may change where headers are found
    case FlagKind::Toolchain:
    case FlagKind::Loads:
    case FlagKind::Unknown:
      return std::nullopt;
    case FlagKind::IncludeDir:
    case FlagKind::SystemDir:
    case FlagKind::QuoteDir:
      Add(Out.Before, F.Value);
      break;
    case FlagKind::AfterDir:
      Add(Out.After, F.Value);
      break;
    default:
      break;
    }
  }
  Out.Key = join(Out.Before, "\n") + "\n\n" + join(Out.After, "\n") + "\n";
  return Out;
}

/// The real path of the file in the folder; empty if there is none.
StringRef IncludeGraph::find(StringRef Name, StringRef Folder) {
  SmallString<256> Path(Folder), Real;
  sys::path::append(Path, Name);
  auto [It, IsNew] = RealPaths.try_emplace(Path);
  if (IsNew && !sys::fs::real_path(Path, Real))
    It->second = Real.str();
  return It->second;
}

/// The same in the first of the folders that has it.
StringRef IncludeGraph::findIn(StringRef Name, ArrayRef<std::string> Folders) {
  for (const std::string &Folder : Folders)
    if (StringRef Found = find(Name, Folder); !Found.empty())
      return Found;
  return "";
}

const IncludeGraph::Node &IncludeGraph::nodeOf(StringRef Path,
                                               const Search &In) {
  auto [It, IsNew] = Nodes.try_emplace((In.Key + Path).str());
  Node &Out = It->second;
  const ScannedFile *File = IsNew ? Scan(Path) : nullptr;
  if (!File)
    return Out;
  for (const Candidate &C : File->Candidates) {
    const auto *Include = C.as<place::Include>();
    if (!Include || Include->IsMacro || C.MusaCode)
      continue;
    StringRef Found = find(C.Text, sys::path::parent_path(Path));
    if (Found.empty())
      Found = findIn(C.Text, In.Before);
    if (auto Index = indexOf(C.Text); Found.empty() && Index) {
      if (!Include->Conditional)
        Out.Direct.set(*Index);
      continue;
    }
    if (Found.empty())
      Found = findIn(C.Text, In.After);
    if (!Found.empty())
      (Include->Conditional ? Out.MayBe : Out.Files).push_back(Found.str());
    else if (!mayBeSdks(C, *File))
      Out.Unfound.push_back(C.Text);
  }
  return Out;
}

void IncludeGraph::visitIncluded(const CompileCommand &Unit, const Search &In,
                                 VisitFn Visit) {
  StringSet<> Seen;
  std::vector<std::string> Next = {Unit.File};
  while (!Next.empty()) {
    std::string Path = std::move(Next.back());
    Next.pop_back();
    if (Seen.insert(Path).second)
      llvm::append_range(Next, Visit(Path, nodeOf(Path, In)));
  }
}

StandardHeaders IncludeGraph::standardHeaders(const CompileCommand &Unit) {
  StandardHeaders Out;
  auto In = searchOf(Unit);
  if (!In || isC(Unit))
    return Out;
  visitIncluded(Unit, *In, [&](StringRef, const Node &Here) {
    Out |= Here.Direct;
    return Here.Files;
  });
  return Out;
}

bool IncludeGraph::takeHead(StringRef Path, HeadWalk &Walk) {
  const ScannedFile *File = Scan(Path);
  if (!File)
    return false;
  if (!Walk.Seen.insert(Path).second)
    return true; // it had nothing but includes
  FileHead Head = readHead(File->Text, [&](StringRef Macro) {
    if (Walk.Defined.contains(Macro))
      return std::optional(true);
    // A compiler, or a header, may define it.
    bool IsKnown = !Macro.starts_with("_") && Walk.Out.Headers.empty() &&
                   !is_contained(Walk.Pending, Macro);
    return IsKnown ? std::optional(false) : std::nullopt;
  });
  llvm::append_range(Walk.Pending, Head.Macros);
  for (const std::string &Name : Head.Includes) {
    StringRef Beside = find(Name, sys::path::parent_path(Path));
    StringRef Found = Beside.empty() ? findIn(Name, Walk.In.Before) : Beside;
    if (Found.empty() && !indexOf(Name))
      Found = findIn(Name, Walk.In.After);
    if (Found.empty()) // the library's, the SDK's, or missing
      continue;
    if (Scan(Found)) {
      if (!takeHead(Found, Walk))
        return false;
      continue;
    }
    auto Text = readPlainFile(Found);
    auto Unknown = [](StringRef) { return std::optional<bool>(); };
    if (!Beside.empty() || !Text ||
        !readHead((*Text)->getBuffer(), Unknown).IsGuarded)
      return false;
    Walk.Out.Headers.push_back(Name);
    llvm::append_range(Walk.Out.Macros, Walk.Pending);
    Walk.Pending.clear();
  }
  return Head.IsWhole;
}

IncludeGraph::Beginning IncludeGraph::beginningOf(const CompileCommand &Unit) {
  bool IsForced = llvm::any_of(readFlags(Unit.Flags), [](const Flag &F) {
    return F.Kind == FlagKind::ForcedInclude ||
           F.Kind == FlagKind::ForcedMacros;
  });
  auto In = searchOf(Unit);
  if (!In || IsForced || isC(Unit))
    return {};
  HeadWalk Walk{*In, {}};
  for (const std::string &Macro : definedMacros(Unit.Flags))
    Walk.Defined.insert(StringRef(Macro).split('=').first);
  takeHead(Unit.File, Walk);
  return std::move(Walk.Out);
}

bool IncludeGraph::areHeavy(ArrayRef<std::string> Headers,
                            const CompileCommand &Unit) {
  constexpr size_t Many = 64;
  auto In = searchOf(Unit);
  if (!In)
    return false;
  std::vector<std::string> Next;
  StringSet<> Seen;
  auto Add = [&](StringRef Name, StringRef Folder) {
    StringRef Found = find(Name, Folder);
    if (Found.empty())
      Found = findIn(Name, In->Before);
    if (!Found.empty() && Seen.insert(Found).second)
      Next.push_back(Found.str());
  };
  for (const std::string &Name : Headers)
    Add(Name, Unit.Directory);
  for (size_t I = 0; I < Next.size() && Next.size() < Many; ++I) {
    std::string Folder = sys::path::parent_path(Next[I]).str();
    if (auto Text = readPlainFile(Next[I]))
      for (const std::string &Name : includeLines((*Text)->getBuffer()))
        Add(Name, Folder);
  }
  return Next.size() >= Many;
}

std::vector<std::string> IncludeGraph::mayInclude(const CompileCommand &Unit) {
  auto In = searchOf(Unit);
  if (!In)
    return {};
  std::vector<std::string> Out;
  visitIncluded(Unit, *In, [&](StringRef Path, const Node &Here) {
    if (Path != Unit.File)
      Out.push_back(Path.str());
    std::vector<std::string> Next = Here.Files;
    llvm::append_range(Next, Here.MayBe);
    return Next;
  });
  return Out;
}

const InputFile *IncludeGraph::nearest(StringRef Name, StringRef From) const {
  const InputFile *Best = nullptr;
  size_t Most = 0;
  bool IsSure = false;
  auto Namesakes = ByName.find(sys::path::filename(Name));
  if (Namesakes == ByName.end())
    return nullptr;
  for (const InputFile *F : Namesakes->second) {
    if (!endsWithPath(F->Path, Name) || F->Path == From)
      continue;
    size_t Common = commonFolders(F->Path, From);
    IsSure = !Best || Common != Most;
    if (Best && Common <= Most)
      continue;
    Best = F;
    Most = Common;
  }
  return IsSure ? Best : nullptr;
}

std::vector<std::string>
IncludeGraph::missingFolders(const CompileCommand &Unit) {
  std::vector<std::string> Out;
  auto In = searchOf(Unit);
  if (!In)
    return Out;
  StringSet<> Seen;
  std::vector<std::string> Next = {Unit.File};
  for (size_t I = 0; I < Next.size(); ++I) {
    if (!Seen.insert(Next[I]).second)
      continue;
    std::string Path = Next[I];
    const Node &Here = nodeOf(Path, *In);
    llvm::append_range(Next, Here.Files);
    llvm::append_range(Next, Here.MayBe);
    for (StringRef Name : Here.Unfound) {
      const InputFile *Found = nearest(Name, Path);
      if (!Found)
        continue;
      StringRef Folder = StringRef(Found->Path).drop_back(Name.size() + 1);
      if (!llvm::is_contained(Out, Folder))
        Out.push_back(Folder.str());
      Next.push_back(Found->Path);
    }
  }
  return Out;
}

namespace {

/// Who includes whom, by the last part of the path alone.
class Includers {
public:
  explicit Includers(ArrayRef<IncludingFile> Files) : Files(Files) {
    for (size_t I = 0; I < Files.size(); ++I)
      for (const Candidate &C : Files[I].Scan->Candidates)
        if (C.at() == Candidate::Place::Include)
          ByName[sys::path::filename(C.Text)].push_back(I);
  }
  /// The files whose includes may lead to the file, over any number of others.
  BitVector of(size_t File) const {
    BitVector Found(Files.size());
    std::vector<size_t> Next = {File};
    while (!Next.empty()) {
      auto By = ByName.find(sys::path::filename(Files[Next.back()].Path));
      Next.pop_back();
      if (By == ByName.end())
        continue;
      for (size_t I : By->second)
        if (!Found.test(I)) {
          Found.set(I);
          Next.push_back(I);
        }
    }
    return Found;
  }

private:
  ArrayRef<IncludingFile> Files;
  StringMap<std::vector<size_t>> ByName;
};

} // namespace

StringSet<> filesLeadingTo(ArrayRef<IncludingFile> Files,
                           function_ref<bool(const ScannedFile &)> Holds) {
  StringSet<> Out;
  if (llvm::none_of(Files, [&](const auto &F) { return Holds(*F.Scan); }))
    return Out;
  Includers By(Files);
  for (const auto &[I, F] : enumerate(Files)) {
    if (!Holds(*F.Scan))
      continue;
    Out.insert(F.Path);
    BitVector Found = By.of(I);
    for (unsigned Other : Found.set_bits())
      Out.insert(Files[Other].Path);
  }
  return Out;
}

StringSet<> filesInCxx20(ArrayRef<IncludingFile> Files) {
  return filesLeadingTo(Files,
                        [](const ScannedFile &S) { return S.NeedsCxx20; });
}

StringSet<> filesWorthParsing(ArrayRef<IncludingFile> Files) {
  Includers By(Files);
  StringSet<> Out;
  for (const IncludingFile &F : Files)
    if (F.Matters && !F.IsAround)
      Out.insert(F.Path);
  for (size_t Header = 0; Header < Files.size(); ++Header) {
    if (!Files[Header].IsHeader || !Files[Header].Matters ||
        Files[Header].IsAround)
      continue;
    std::vector<const IncludingFile *> Sources;
    BitVector Found = By.of(Header); // the range refers to it
    for (unsigned I : Found.set_bits())
      if (!Files[I].IsHeader)
        Sources.push_back(&Files[I]);
    llvm::sort(Sources, [](const IncludingFile *A, const IncludingFile *B) {
      return std::tuple(!A->Matters, A->Path) <
             std::tuple(!B->Matters, B->Path);
    });
    StringMap<unsigned> Times;
    for (const IncludingFile *F : Sources)
      if (Times[F->Kind]++ < UnitsPerHeader)
        Out.insert(F->Path);
  }
  return Out;
}

} // namespace musify

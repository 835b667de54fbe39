#include "Rewrite/SharedHeaders.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

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

/// Folders that are searched before the system's; nothing if something else
/// than folders decides.
std::optional<SmallVector<StringRef, 16>>
includeFolders(const CompileCommand &Unit) {
  SmallVector<StringRef, 16> Folders;
  for (size_t I = 0; I < Unit.Flags.size(); ++I) {
    StringRef Flag = Unit.Flags[I];
    if (Flag.starts_with("-nostd") || Flag.starts_with("-stdlib") ||
        Flag.contains("sysroot") || Flag == "-idirafter" || Flag == "-F" ||
        Flag == "-include-pch")
      return std::nullopt;
    bool Separate = Flag == "-I" || Flag == "-isystem" || Flag == "-iquote";
    if (Separate && I + 1 < Unit.Flags.size())
      Folders.push_back(Unit.Flags[++I]);
    else if (Flag.consume_front("-I"))
      Folders.push_back(Flag);
  }
  return Folders;
}

bool isC(const CompileCommand &Unit) {
  for (size_t I = 0; I + 1 < Unit.Flags.size(); ++I)
    if (Unit.Flags[I] == "-x")
      return Unit.Flags[I + 1] == "c" || Unit.Flags[I + 1] == "c++-module";
  return StringRef(Unit.File).ends_with(".c");
}

/// About what it costs to parse them.
unsigned weight(const StandardHeaders &Set) {
  static const StandardHeaders C =
      ~StandardHeaders() >> (StandardHeaders().size() - std::size(OfC));
  return (Set & C).count() + 8 * (Set & ~C).count();
}

/// Fewer units are parsed faster without.
constexpr size_t FewestUnits = 3;
constexpr unsigned LeastWeight = 8;

struct Earlier {
  bool operator()(const StandardHeaders &A, const StandardHeaders &B) const {
    return A.to_string() < B.to_string();
  }
};

/// Units that get the same headers.
struct Cluster {
  StandardHeaders Shared;
  size_t Units = 0;

  /// To precompile costs half as much again as to parse.
  unsigned cost() const { return weight(Shared) + weight(Shared) / 2; }
};

/// What is saved if two clusters share what they have in common: the units
/// parse the rest, but less is precompiled.
long gain(const Cluster &A, const Cluster &B) {
  Cluster Both{A.Shared & B.Shared, A.Units + B.Units};
  long Weight = weight(Both.Shared);
  return long(A.cost()) + B.cost() - Both.cost() -
         long(A.Units) * (weight(A.Shared) - Weight) -
         long(B.Units) * (weight(B.Shared) - Weight);
}

/// Joins the two clusters that save most by it. False if none do.
bool joinBest(std::vector<Cluster> &Clusters) {
  long Best = 0;
  size_t First = 0, Second = 0;
  for (size_t I = 0; I < Clusters.size(); ++I)
    for (size_t J = I + 1; J < Clusters.size(); ++J)
      if (long Gain = gain(Clusters[I], Clusters[J]); Gain > Best)
        std::tie(Best, First, Second) = std::tuple(Gain, I, J);
  if (!Best)
    return false;
  Clusters[First].Shared &= Clusters[Second].Shared;
  Clusters[First].Units += Clusters[Second].Units;
  Clusters.erase(Clusters.begin() + Second);
  return true;
}

} // namespace

std::vector<std::string> namesOf(const StandardHeaders &Set) {
  std::vector<std::string> Out;
  for (size_t I = 0; I < Count; ++I)
    if (Set[I])
      Out.push_back(nameAt(I).str());
  return Out;
}

bool IncludeGraph::exists(StringRef Path) {
  auto [It, IsNew] = Known.try_emplace(Path, false);
  if (IsNew)
    It->second = sys::fs::exists(Path);
  return It->second;
}

const IncludeGraph::Node &IncludeGraph::nodeOf(StringRef Path,
                                               ArrayRef<StringRef> Folders,
                                               StringRef Key) {
  auto [It, IsNew] = Nodes.try_emplace((Key + Path).str());
  Node &Out = It->second;
  const ScannedFile *File = IsNew ? Scan(Path) : nullptr;
  if (!File)
    return Out;
  SmallVector<StringRef, 16> All = {sys::path::parent_path(Path)};
  llvm::append_range(All, Folders);
  for (const Candidate &C : File->Candidates) {
    if (C.At != Candidate::Place::Include || C.ComputedInclude ||
        C.Conditional || C.MusaCode)
      continue;
    SmallString<256> Found;
    for (StringRef Folder : All) {
      Found = Folder;
      sys::path::append(Found, C.Text);
      if (exists(Found))
        break;
      Found.clear();
    }
    SmallString<256> Real;
    if (Found.empty()) {
      if (auto Index = indexOf(C.Text))
        Out.Direct.set(*Index);
    } else if (!sys::fs::real_path(Found, Real)) {
      Out.Files.push_back(std::string(Real));
    }
  }
  return Out;
}

StandardHeaders IncludeGraph::standardHeaders(const CompileCommand &Unit) {
  StandardHeaders Out;
  auto Folders = includeFolders(Unit);
  if (!Folders || isC(Unit))
    return Out;
  std::vector<std::string> Whole; // relative ones are below the unit's folder
  for (StringRef Folder : *Folders) {
    SmallString<256> Path(Folder);
    sys::path::make_absolute(Unit.Directory, Path);
    Whole.push_back(std::string(Path));
  }
  SmallVector<StringRef, 16> Search(Whole.begin(), Whole.end());
  std::string Key = join(Whole, "\n") + "\n";
  StringSet<> Seen;
  std::vector<std::string> Next = {Unit.File};
  while (!Next.empty()) {
    std::string Path = std::move(Next.back());
    Next.pop_back();
    if (!Seen.insert(Path).second)
      continue;
    const Node &Here = nodeOf(Path, Search, Key);
    Out |= Here.Direct;
    llvm::append_range(Next, Here.Files);
  }
  return Out;
}

std::vector<StandardHeaders> chooseShared(ArrayRef<StandardHeaders> Units) {
  std::map<StandardHeaders, size_t, Earlier> Counts;
  for (const StandardHeaders &Set : Units)
    ++Counts[Set];
  std::vector<Cluster> Clusters;
  for (const auto &[Set, Count] : Counts)
    Clusters.push_back({Set, Count});
  // Of very many different sets the commonest decide.
  constexpr size_t Most = 100;
  llvm::sort(Clusters, [](const Cluster &A, const Cluster &B) {
    return A.Units != B.Units ? A.Units > B.Units
                              : Earlier()(A.Shared, B.Shared);
  });
  if (Clusters.size() > Most)
    Clusters.resize(Most);
  while (joinBest(Clusters))
    ;
  llvm::erase_if(Clusters, [](const Cluster &C) {
    return C.Units < FewestUnits || weight(C.Shared) < LeastWeight;
  });
  std::vector<StandardHeaders> Out;
  for (const StandardHeaders &Set : Units) {
    StandardHeaders Best;
    for (const Cluster &C : Clusters)
      if ((Set & C.Shared) == C.Shared && weight(C.Shared) > weight(Best))
        Best = C.Shared;
    Out.push_back(Best);
  }
  return Out;
}

} // namespace musify

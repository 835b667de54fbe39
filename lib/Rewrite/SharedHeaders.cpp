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
  unsigned Sum = 0;
  for (size_t I = 0; I < Count; ++I)
    Sum += Set[I] ? (I < std::size(OfC) ? 1 : 8) : 0;
  return Sum;
}

/// Fewer units are parsed faster without.
constexpr size_t FewestUnits = 3;
constexpr unsigned LeastWeight = 8;

struct Earlier {
  bool operator()(const StandardHeaders &A, const StandardHeaders &B) const {
    return A.to_string() < B.to_string();
  }
};
/// Sets, and how many units have just this one.
using Counted = std::map<StandardHeaders, size_t, Earlier>;

size_t unitsWith(const Counted &Sets, const StandardHeaders &Part) {
  size_t Sum = 0;
  for (const auto &[Set, Units] : Sets)
    if ((Set & Part) == Part)
      Sum += Units;
  return Sum;
}

/// The set that saves most: one that a unit has, or what two have in common.
StandardHeaders bestOf(const Counted &Sets) {
  // Beyond so many different ones the commonest decide.
  constexpr size_t Most = 64;
  std::vector<std::pair<size_t, StandardHeaders>> Common;
  for (const auto &[Set, Units] : Sets)
    Common.emplace_back(Units, Set);
  llvm::sort(Common, [](const auto &A, const auto &B) {
    return A.first != B.first ? A.first > B.first
                              : Earlier()(A.second, B.second);
  });
  if (Common.size() > Most)
    Common.resize(Most);
  StandardHeaders Best;
  size_t BestGain = 0;
  for (const auto &[CountA, A] : Common)
    for (const auto &[CountB, B] : Common) {
      StandardHeaders Both = A & B;
      unsigned Weight = weight(Both);
      size_t Units = Weight < LeastWeight ? 0 : unitsWith(Sets, Both);
      size_t Gain = Units < FewestUnits ? 0 : Weight * (Units - 2);
      if (Gain > BestGain)
        std::tie(Best, BestGain) = std::pair(Both, Gain);
    }
  return Best;
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
  std::map<StandardHeaders, StandardHeaders, Earlier> Choice;
  Counted Left;
  for (const StandardHeaders &Set : Units)
    ++Left[Set];
  while (true) {
    StandardHeaders Best = bestOf(Left);
    if (Best.none())
      break;
    for (auto It = Left.begin(); It != Left.end();)
      if ((It->first & Best) == Best) {
        Choice[It->first] = Best;
        It = Left.erase(It);
      } else {
        ++It;
      }
  }
  std::vector<StandardHeaders> Out;
  for (const StandardHeaders &Set : Units)
    Out.push_back(Choice[Set]);
  return Out;
}

} // namespace musify

// The names of a port beside, as the layout of the project suggests them.
#include "Beside/Advice.h"
#include "Beside/Code.h"
#include "Platform/Platform.h"
#include "Project/ScriptSyntax.h"
#include "Rename/BesideWords.h"
#include "Rename/OwnNames.h"
#include "Rename/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <map>
#include <set>

using namespace llvm;

namespace musify {
namespace {

using Is = BesideName::Is;

/// Rules that put a mark in place of words: equal for the names of two sides.
std::vector<RenameRule> marks(ArrayRef<std::string> Words) {
  std::vector<RenameRule> Out;
  for (const std::string &Word : Words) {
    std::string Capital = Word;
    Capital[0] = toUpper(Capital[0]);
    for (const std::string &From : {Word, Capital, StringRef(Word).upper()})
      Out.push_back({RenameRule::Match::Word, From, "@"});
  }
  return Out;
}

std::string neutralForVendors(StringRef Name, RenameRule::Domain In) {
  static const std::vector<RenameRule> Rules = marks(otherVendors());
  return renameWords(Name, Rules, In);
}

std::string neutralForCuda(StringRef Name, RenameRule::Domain In) {
  static const std::vector<RenameRule> Rules = [] {
    std::vector<std::string> Words;
    for (const RenameRule &R : besideRenames())
      if (R.What == RenameRule::Match::Word)
        Words.push_back(StringRef(R.From).lower());
    return marks(Words);
  }();
  return renameWords(Name, Rules, In);
}

StringRef stemOf(StringRef File) { return File.split('.').first; }

bool hasCuda(const FileResult &F) {
  return llvm::any_of(F.Plan.Edits,
                      [](const Finding &E) { return !E.From.Entry.empty(); });
}

class PatternReader {
public:
  PatternReader(const RunResult &Result, const Table &Names)
      : Result(Result), Names(Names) {}
  std::vector<BesideName> run();

private:
  void readPath(const FileResult &F);
  void readCode(const FileResult &F);
  void readOptions(StringRef Text);
  bool addVendorName(StringRef Name);
  bool hasCounterpart(StringRef Vendors) const;
  std::optional<std::pair<std::string, WordChange>>
  vendorsBeside(StringRef Mine) const;
  void addDirectories();
  void addFiles();
  void addNamed(Is What, const std::map<std::string, unsigned> &All);
  void add(BesideName N, const std::string &Key);

  const RunResult &Result;
  const Table &Names;
  /// Paths of directories, without a `/`: all, with CUDA, and those whose copy
  /// needs an option.
  std::set<std::string> Directories, WithCuda, NeedOption;
  std::map<std::string, std::string> VendorFiles; ///< neutral stem → name
  std::map<std::string, unsigned> Macros, Options, Declared; ///< → files
  std::map<std::string, std::string> VendorNames; ///< neutral → as spelled
  std::map<std::pair<Is, std::string>, BesideName> Found;
};

/// Those of one key are named alike; the first is shown.
void PatternReader::add(BesideName N, const std::string &Key) {
  auto [It, IsNew] = Found.try_emplace({N.What, Key}, N);
  if (IsNew)
    return;
  It->second.Count += N.Count;
  if (It->second.Sibling.empty() && !N.Sibling.empty()) {
    N.Count = It->second.Count;
    It->second = std::move(N);
  }
}

void PatternReader::readPath(const FileResult &F) {
  StringRef Path = F.Relative;
  bool IsVendors = namesOtherVendor(Path);
  if (StringRef Name = sys::path::filename(Path); IsVendors)
    VendorFiles.try_emplace(neutralForVendors(stemOf(Name), RenameRule::Files),
                            Name.str());
  for (Path = sys::path::parent_path(Path); !Path.empty();
       Path = sys::path::parent_path(Path)) {
    Directories.insert(Path.str());
    if (!IsVendors && hasCuda(F))
      WithCuda.insert(Path.str());
  }
}

/// True if the name has a word of another vendor.
bool PatternReader::addVendorName(StringRef Name) {
  std::string Neutral = neutralForVendors(Name, RenameRule::Names);
  if (Neutral == Name)
    return false;
  VendorNames.try_emplace(Neutral, Name);
  return true;
}

void PatternReader::readOptions(StringRef Text) {
  for (size_t At = Text.find_insensitive("option("); At != StringRef::npos;
       At = Text.find_insensitive("option(", At + 1)) {
    if (At && (isAlnum(Text[At - 1]) || Text[At - 1] == '_'))
      continue;
    StringRef Name = Text.substr(At + 7).ltrim().take_while(
        [](char C) { return isAlnum(C) || C == '_'; });
    if (!addVendorName(Name))
      ++Options[Name.str()];
  }
}

void PatternReader::readCode(const FileResult &F) {
  if (auto Syntax = scriptSyntaxOf(F.Relative)) {
    if (*Syntax == ScriptSyntax::CMake)
      readOptions(F.OldText);
    return;
  }
  std::set<StringRef> Mine;
  auto IsSwitch = [&](StringRef Name) {
    addVendorName(Name);
    return !Names.findName(Name);
  };
  for (const Guard &G : findGuards(F.OldText, IsSwitch))
    Mine.insert(G.Macro);
  for (StringRef Macro : Mine)
    ++Macros[Macro.str()];
  NamesInCode Code;
  addNames(F.OldText, Code);
  for (const auto &Item : Code.Declared) {
    StringRef Name = Item.getKey();
    if (!addVendorName(Name) && !Names.findName(Name))
      ++Declared[Name.str()];
  }
}

/// True if a directory whose name has a word for CUDA stands beside that of
/// another vendor: `cuda/` beside `hip/`.
bool PatternReader::hasCounterpart(StringRef Vendors) const {
  std::string Neutral =
      neutralForVendors(sys::path::filename(Vendors), RenameRule::Files);
  return llvm::any_of(Directories, [&](StringRef Other) {
    StringRef Name = sys::path::filename(Other);
    return sys::path::parent_path(Other) == sys::path::parent_path(Vendors) &&
           Other != Vendors &&
           neutralForCuda(Name, RenameRule::Files) == Neutral;
  });
}

/// The directory of another vendor beside `Mine`, and the word that differs.
std::optional<std::pair<std::string, WordChange>>
PatternReader::vendorsBeside(StringRef Mine) const {
  for (StringRef Other : Directories) {
    StringRef Theirs = sys::path::filename(Other);
    if (sys::path::parent_path(Other) != sys::path::parent_path(Mine) ||
        !namesOtherVendor(Theirs))
      continue;
    if (auto Change = wordChange(sys::path::filename(Mine), Theirs))
      return std::pair(Other.str() + "/", *Change);
  }
  return std::nullopt;
}

/// Directories whose names have a word for CUDA, or stand beside another
/// vendor's.
void PatternReader::addDirectories() {
  std::string Word = targetPlatform().Prefixes.Lower.front();
  for (const std::string &Mine : WithCuda) {
    StringRef Name = sys::path::filename(Mine);
    if (namesTarget(Name))
      continue;
    auto Vendors = vendorsBeside(Mine);
    std::string New = renameWords(Name, besideRenames(), RenameRule::Files);
    bool IsKnown = New != Name;
    std::string From = Name.str();
    if (auto Change = wordChange(Name, New); IsKnown && Change) {
      From = Change->From;
    } else if (!IsKnown) {
      if (!Vendors || !is_contained(otherVendors(), Vendors->second.To) ||
          hasCounterpart(StringRef(Vendors->first).drop_back()))
        continue;
      From = Vendors->second.From;
      RenameRule Rule{RenameRule::Match::Word, From, Word};
      New = renameWords(Name, Rule, RenameRule::Files);
      NeedOption.insert(Mine);
    }
    StringRef Above = StringRef(Mine).drop_back(Name.size());
    add({Is::Directory, Mine + "/", Above.str() + New + "/",
         Vendors ? Vendors->first : "",
         "--beside=" + From + "=" + (IsKnown ? "NAME" : Word), !IsKnown},
        From);
  }
}

/// How a person sets another name for the copy of a file.
std::string settingOf(StringRef Path, StringRef New) {
  StringRef Name = sys::path::filename(Path),
            Suffix = sys::path::extension(Name);
  if (auto Change = wordChange(stemOf(Name), stemOf(New)))
    return "--beside=" + Change->From + "=NAME";
  if (stemOf(Name) == stemOf(New))
    return ("{\"file\": \"*" + Suffix + "\", \"to\": \"*SUFFIX\"}").str();
  return ("{\"file\": \"" + Path + "\", \"to\": \"PATH\"}").str();
}

void PatternReader::addFiles() {
  for (const FileResult &F : Result.Files) {
    StringRef Name = sys::path::filename(F.Relative);
    if (!hasCuda(F) || namesOtherVendor(F.Relative) ||
        namesTarget(F.Relative) || scriptSyntaxOf(F.Relative))
      continue;
    std::string Whole = siblingPath(F.Relative, besideRenames());
    StringRef New = sys::path::filename(Whole);
    bool IsOfOption = // the directory's
        NeedOption.count(sys::path::parent_path(F.Relative).str());
    if (New == Name || IsOfOption)
      continue;
    auto Theirs =
        VendorFiles.find(neutralForCuda(stemOf(Name), RenameRule::Files));
    std::string Set = settingOf(F.Relative, New);
    std::string Key = StringRef(Set).starts_with("{\"file\": \"*") ||
                              StringRef(Set).starts_with("--")
                          ? Set
                          : "";
    add({Is::File, Name.str(), New.str(),
         Theirs == VendorFiles.end() ? "" : Theirs->second, Set},
        Key + sys::path::extension(Name).str());
  }
}

/// Macros and options each; other names by the word that changes in them.
void PatternReader::addNamed(Is What,
                             const std::map<std::string, unsigned> &All) {
  for (const auto &[Name, Count] : All) {
    std::string New = renameWords(Name, besideRenames(), RenameRule::Names);
    if (New == Name || namesTarget(Name))
      continue;
    auto Theirs = VendorNames.find(neutralForCuda(Name, RenameRule::Names));
    auto Change = wordChange(Name, New);
    bool ByWord = What == Is::Name && Change;
    std::string Set =
        ByWord ? "{\"word\": \"" + Change->From + "\", \"to\": \"NAME\"}"
               : "{\"name\": \"" + Name + "\", \"to\": \"NAME\"}";
    add({What, Name, New, Theirs == VendorNames.end() ? "" : Theirs->second,
         Set, false, ByWord ? 1 : Count},
        ByWord ? Change->From : Name);
  }
}

std::vector<BesideName> PatternReader::run() {
  for (const FileResult &F : Result.Files) {
    readPath(F);
    readCode(F);
  }
  addDirectories();
  addFiles();
  addNamed(Is::Macro, Macros);
  addNamed(Is::Option, Options);
  addNamed(Is::Name, Declared);
  std::vector<BesideName> Out;
  for (auto &[Key, Name] : Found)
    Out.push_back(std::move(Name));
  llvm::sort(Out, [](const BesideName &A, const BesideName &B) {
    return std::tuple(A.What, B.Count, A.Cuda) <
           std::tuple(B.What, A.Count, B.Cuda);
  });
  return Out;
}

} // namespace

std::vector<BesideName> besidePattern(const RunResult &Result,
                                      const Table &Names) {
  return PatternReader(Result, Names).run();
}

} // namespace musify

#include "Project/Ignore.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <fnmatch.h>

using namespace llvm;

namespace musify {
namespace {

/// `Path` below `Folder`; "" if it is not.
StringRef below(StringRef Path, StringRef Folder) {
  Folder = Folder.rtrim('/');
  return Path.consume_front(Folder) && Path.consume_front("/") ? Path : "";
}

/// Each pair of a glob and a name is looked at once: many `**` cost no more.
bool matchesParts(ArrayRef<std::string> Globs, ArrayRef<std::string> Names) {
  // Matches[N]: the globs from here on match the names from N on.
  std::vector<char> Matches(Names.size() + 1, false);
  Matches[Names.size()] = true;
  for (size_t G = Globs.size(); G-- > 0;) {
    std::vector<char> Here(Names.size() + 1, false);
    bool IsLast = G + 1 == Globs.size();
    for (size_t N = Names.size(); N-- > 0;)
      if (Globs[G] != "**")
        Here[N] = Matches[N + 1] &&
                  fnmatch(Globs[G].c_str(), Names[N].c_str(), 0) == 0;
      else // `a/**` is all in the folder, but not the folder
        Here[N] = IsLast || Matches[N] || Here[N + 1];
    Matches = std::move(Here);
  }
  return Matches[0];
}

std::vector<std::string> splitPath(StringRef Path) {
  SmallVector<StringRef, 16> Parts;
  Path.split(Parts, '/');
  return std::vector<std::string>(Parts.begin(), Parts.end());
}

/// Where the bracket expression behind the `[` at `Open` ends; npos: nowhere.
size_t bracketEnd(StringRef Glob, size_t Open) {
  size_t I = Open + 1;
  I += Glob.substr(I, 1) == "!" || Glob.substr(I, 1) == "^";
  for (size_t First = I; I < Glob.size(); ++I) {
    if (Glob[I] == ']' && I != First)
      return I;
    if (Glob[I] == '\\')
      ++I;
    else if (Glob.substr(I).starts_with("[:"))
      I = std::min(Glob.find(":]", I + 2), Glob.size() - 1) + 1;
  }
  return StringRef::npos;
}

/// To fnmatch a bracket that is never closed is a character like others, to git
/// a pattern that matches nothing.
bool hasOpenBracket(StringRef Glob) {
  for (size_t I = 0; I < Glob.size(); ++I) {
    if (Glob[I] == '\\')
      ++I;
    else if (Glob[I] == '[' && (I = bracketEnd(Glob, I)) == StringRef::npos)
      return true;
  }
  return false;
}

/// Without the blanks at its end, but for those behind a backslash.
StringRef withoutBlanks(StringRef Line) {
  while (Line.ends_with(" ")) {
    StringRef Before = Line.drop_back();
    if ((Before.size() - Before.rtrim('\\').size()) % 2)
      break;
    Line = Before;
  }
  return Line;
}

} // namespace

void IgnoreRules::add(StringRef Line, StringRef Base, std::string Source) {
  Line.consume_back("\r");
  Line = withoutBlanks(Line);
  if (Line.empty() || Line.starts_with("#"))
    return;
  Rule R;
  R.Base = Base.str();
  R.Source = std::move(Source);
  R.TakesIn = Line.consume_front("!");
  R.FoldersOnly = Line.consume_back("/");
  // A slash at the front or inside binds the pattern to its folder.
  if (!Line.contains('/'))
    R.Parts.emplace_back("**");
  Line.consume_front("/");
  llvm::append_range(R.Parts, splitPath(Line));
  if (!Line.empty() && none_of(R.Parts, hasOpenBracket))
    Rules.push_back(std::move(R));
}

void IgnoreRules::addFileOf(StringRef Folder, StringRef Shown) {
  SmallString<256> Path(Folder), Name(Shown);
  sys::path::append(Path, IgnoreFileName);
  sys::path::append(Name, IgnoreFileName);
  auto Buffer = readPlainFile(Path);
  if (!Buffer)
    return;
  SmallVector<StringRef, 32> Lines;
  StringRef Text = (*Buffer)->getBuffer();
  Text.consume_front("\xef\xbb\xbf");
  Text.split(Lines, '\n');
  for (const auto &[Number, Line] : enumerate(Lines))
    add(Line, Folder, (Name + ":" + Twine(Number + 1)).str());
}

const IgnoreRules::Rule *IgnoreRules::lastMatch(StringRef Path,
                                                bool IsFolder) const {
  for (const Rule &R : reverse(Rules)) {
    if (R.FoldersOnly && !IsFolder)
      continue;
    StringRef Rest = below(Path, R.Base);
    if (!Rest.empty() && matchesParts(R.Parts, splitPath(Rest)))
      return &R;
  }
  return nullptr;
}

std::optional<std::string> IgnoreRules::excluder(StringRef Path,
                                                 bool IsFolder) const {
  if (Rules.empty())
    return std::nullopt;
  SmallVector<std::pair<StringRef, bool>, 16> Chain = {{Path, IsFolder}};
  for (StringRef Up = sys::path::parent_path(Path); !Up.empty();
       Up = sys::path::parent_path(Up))
    Chain.push_back({Up, true});
  for (auto [At, Folder] : reverse(Chain))
    if (const Rule *R = lastMatch(At, Folder); R && !R->TakesIn)
      return R->Source;
  return std::nullopt;
}

} // namespace musify

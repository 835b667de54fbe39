#include "Verify/Sources.h"
#include "Project/FileNames.h"
#include "Project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

FileList::FileList(ArrayRef<std::string> Paths) {
  for (const std::string &Path : Paths)
    ByName[sys::path::filename(Path).str()].push_back("/" + Path);
}

bool FileList::has(StringRef Name) const {
  auto It = ByName.find(sys::path::filename(Name).str());
  return It != ByName.end() &&
         llvm::any_of(It->second, [&](const std::string &Path) {
           return endsWithPath(Path, Name);
         });
}

static bool isPathChar(char C) {
  return isAlnum(C) || StringRef("_-+./").contains(C);
}

/// A finding of the original's port is about this word.
static bool isTold(const FileResult &Original, StringRef Word) {
  return llvm::any_of(Original.Plan.Findings, [&](const Finding &Each) {
    StringRef Place = StringRef(Original.OldText)
                          .substr(Each.Where.Offset, Each.Where.Length);
    return Each.Level != Severity::Note &&
           (Place.contains(Word) || Each.What.mentions(Word));
  });
}

/// Something was found at the place before.
static bool isReported(const FileResult &Port, unsigned Offset, size_t Length) {
  return llvm::any_of(Port.Plan.Findings, [&](const Finding &Each) {
    return Each.Where.Offset < Offset + Length &&
           Offset < Each.Where.Offset + Each.Where.Length;
  });
}

void judgeSources(const FileResult &Original, FileResult &Port,
                  const FileList &Before, const FileList &After) {
  StringRef Text = Port.OldText;
  for (size_t At = 0; At < Text.size(); ++At) {
    StringRef Word = Text.substr(At).take_while(isPathChar);
    if (Word.empty())
      continue;
    unsigned Offset = At;
    At += Word.size();
    // `${DIR}/a.cu` and `./a.cu` are known by what follows.
    StringRef Path = Word.ltrim("./");
    std::string Old = portedFileName(Path, Direction::MusaToCuda);
    bool IsRenamed = Old != portedFileName(Path, Direction::CudaToMusa);
    if (!IsRenamed || sys::path::stem(Path).empty() || After.has(Path) ||
        isTold(Original, Path) || isReported(Port, Offset, Word.size()))
      continue;
    StringRef Was = Before.has(Path) ? Path : StringRef(Old);
    if (Before.has(Was))
      Port.Plan.Findings.push_back(makeFinding(
          {Port.Path, Offset, unsigned(Word.size())},
          say(msg::VerifyStaleSource, Path, Was), {Engine::Lexer, "", ""}));
  }
}

} // namespace musify

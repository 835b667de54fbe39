#include "Lint/ChangedLines.h"
#include "Diag/MessageError.h"
#include "Edit/Git.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

void ChangedLines::add(StringRef Path, unsigned First, unsigned Last) {
  Ranges[Path].emplace_back(First, Last);
}

bool ChangedLines::contains(StringRef Path, unsigned First,
                            unsigned Last) const {
  auto It = Ranges.find(Path);
  return It != Ranges.end() && llvm::any_of(It->second, [&](const auto &R) {
           return R.first <= Last && First <= R.second;
         });
}

namespace {

/// `-12,3` or `+12`: the first line and how many there are.
bool consumeRange(StringRef &Text, char Sign, unsigned &First,
                  unsigned &Count) {
  Count = 1;
  if (!Text.consume_front(StringRef(&Sign, 1)) ||
      Text.consumeInteger(10, First))
    return false;
  return !Text.consume_front(",") || !Text.consumeInteger(10, Count);
}

/// A name as git quotes it: `"b/a\303\244.cu"`.
std::string unquoted(StringRef Name) {
  if (!Name.consume_front("\""))
    return Name.split('\t').first.str();
  std::string Out;
  while (!Name.empty() && Name[0] != '"') {
    if (!Name.consume_front("\\")) {
      Out += Name[0];
      Name = Name.drop_front();
      continue;
    }
    StringRef Octal = Name.take_front(3).take_while(
        [](char C) { return C >= '0' && C <= '7'; });
    unsigned Code = 0;
    if (!Octal.getAsInteger(8, Code)) {
      Out += char(Code);
      Name = Name.drop_front(Octal.size());
    } else if (!Name.empty()) {
      size_t At = StringRef("abtnvfr").find(Name[0]);
      Out += At == StringRef::npos ? Name[0] : "\a\b\t\n\v\f\r"[At];
      Name = Name.drop_front();
    }
  }
  return Out;
}

class DiffReader {
public:
  explicit DiffReader(StringRef Diff) : Rest(Diff) {}
  Expected<ChangedLines> read();

private:
  StringRef nextLine() {
    auto [First, Second] = Rest.split('\n');
    Rest = Second;
    ++LineNo;
    return First;
  }
  Error readHunk(StringRef Header);
  Error bad(Message Why) const {
    return errorOf(say(msg::InDiff, LineNo, std::move(Why)));
  }

  StringRef Rest;
  unsigned LineNo = 0;
  std::string Path;
  ChangedLines Out;
};

// The header's counts say where the hunk ends, so that a line of code that
// looks like a header is none.
Error DiffReader::readHunk(StringRef Header) {
  unsigned OldFirst, OldCount, First, Count;
  Header.consume_front("@@ ");
  if (!consumeRange(Header, '-', OldFirst, OldCount) ||
      !Header.consume_front(" ") || !consumeRange(Header, '+', First, Count))
    return bad(say(msg::NotHunkHeader));
  if (Path.empty())
    return bad(say(msg::HunkWithoutFile));
  unsigned At = First;
  while (OldCount || Count) {
    if (Rest.empty())
      return bad(say(msg::HunkTooShort));
    StringRef Line = nextLine();
    char Mark = Line.empty() ? ' ' : Line[0];
    if (Mark == '\\')
      continue;
    bool InOld = Mark == '-' || Mark == ' ', InNew = Mark == '+' || Mark == ' ';
    if ((!InOld && !InNew) || (InOld && !OldCount) || (InNew && !Count))
      return bad(say(msg::HunkMiscounted));
    if (Mark == '+')
      Out.add(Path, At, At);
    OldCount -= InOld;
    Count -= InNew;
    At += InNew;
  }
  return Error::success();
}

Expected<ChangedLines> DiffReader::read() {
  bool Seen = Rest.trim().empty();
  while (!Rest.empty()) {
    StringRef Line = nextLine().rtrim('\r');
    if (Line.starts_with("diff ") || Line.starts_with("--- "))
      Seen = true;
    if (Line.consume_front("+++ ")) {
      Path = unquoted(Line);
      if (StringRef(Path).starts_with("b/"))
        Path.erase(0, 2);
    } else if (Line.starts_with("@@ ")) {
      if (Error E = readHunk(Line))
        return std::move(E);
    }
  }
  if (!Seen)
    return bad(say(msg::NotDiff));
  return std::move(Out);
}

/// What `git ARGS...` prints.
Expected<std::string> askGit(StringRef Root, ArrayRef<StringRef> Args) {
  auto Out = runGit(Root, Args);
  if (!Out)
    return joinErrors(errorOf(say(msg::ChangedSinceNeedsGit)), Out.takeError());
  if (Out->Status == 0)
    return std::move(Out->Text);
  StringRef Said = StringRef(Out->Said).trim();
  // It says nothing for merge-base in a shallow clone.
  Message Problem =
      Said.empty() ? say(msg::NoCommonAncestor) : say(msg::SystemError, Said);
  return errorOf(say(msg::ProblemOf, ("git " + Args[0]).str(), Problem));
}

bool isShallow(StringRef Root) {
  auto Out = runGit(Root, {"rev-parse", "--is-shallow-repository"});
  if (Out)
    return StringRef(Out->Text).trim() == "true";
  consumeError(Out.takeError());
  return false;
}

} // namespace

Expected<ChangedLines> parseDiff(StringRef Diff) {
  return DiffReader(Diff).read();
}

Expected<ChangedLines> changedSince(StringRef Rev, StringRef Root) {
  if (Rev.empty() || Rev.starts_with("-"))
    return errorOf(say(msg::NotRevision, Rev));
  auto Base = askGit(Root, {"merge-base", Rev, "HEAD"});
  if (!Base && isShallow(Root))
    return joinErrors(Base.takeError(), errorOf(say(msg::ShallowClone)));
  if (!Base)
    return Base.takeError();
  auto Diff = askGit(Root, {"diff", "-U0", "--text", "--no-color",
                            "--no-ext-diff", "--no-textconv", "--no-relative",
                            "--ignore-submodules=dirty", "--src-prefix=a/",
                            "--dst-prefix=b/", StringRef(*Base).trim(), "--"});
  if (!Diff)
    return Diff.takeError();
  auto Changed = parseDiff(*Diff);
  if (!Changed)
    return Changed.takeError();
  auto Untracked =
      askGit(Root, {"ls-files", "-z", "--others", "--exclude-standard"});
  if (!Untracked)
    return Untracked.takeError();
  for (StringRef Path : llvm::split(*Untracked, '\0'))
    if (!Path.empty())
      Changed->addWhole(Path);
  // The diff shows nothing of these.
  auto Hidden = hiddenChanges(Root);
  if (!Hidden)
    return Hidden.takeError();
  for (const std::string &Path : *Hidden)
    Changed->addWhole(Path);
  return Changed;
}

} // namespace musify

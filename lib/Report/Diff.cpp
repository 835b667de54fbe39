//===- Diff.cpp - A file's edits as unified diff --------------------------===//
//
//   edits ─ blocks of whole lines ─ changes (common lines cut off) ─ hunks
//
// The edits say which lines changed, so nothing has to be searched. Only `\n`
// ends a line here, as `patch` sees it; a `\r` before it belongs to the line.
//
//===----------------------------------------------------------------------===//
#include "Report/Diff.h"

#include "Report/Palette.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <cassert>

using namespace musify;
using llvm::StringRef;

namespace {

constexpr size_t Context = 3;

/// Lines [Begin, End) of the old text become `New`.
struct Change {
  size_t Begin, End;
  std::vector<std::string> New;
};

/// Lines of the old text, from 0, with their ends.
class OldLines {
public:
  explicit OldLines(StringRef Text) : Text(Text) {
    for (size_t At = 0; At < Text.size();) {
      Starts.push_back(At);
      size_t End = Text.find('\n', At);
      At = End == StringRef::npos ? Text.size() : End + 1;
    }
    Count = Starts.size();
    // Text put behind a final `\n` begins a line of its own.
    if (Text.empty() || Text.back() == '\n')
      Starts.push_back(Text.size());
  }

  size_t size() const { return Count; }
  StringRef operator[](size_t Line) const {
    return Text.slice(begin(Line), begin(Line + 1));
  }
  StringRef slice(size_t From, size_t To) const { return Text.slice(From, To); }
  size_t begin(size_t Line) const {
    return Line < Starts.size() ? Starts[Line] : Text.size();
  }
  size_t lineAt(size_t Offset) const {
    return llvm::upper_bound(Starts, Offset) - Starts.begin() - 1;
  }

private:
  StringRef Text;
  std::vector<size_t> Starts;
  size_t Count;
};

} // namespace

static std::vector<std::string> splitLines(StringRef Text) {
  std::vector<std::string> Lines;
  while (!Text.empty()) {
    size_t End = Text.find('\n');
    size_t Length = End == StringRef::npos ? Text.size() : End + 1;
    Lines.push_back(Text.take_front(Length).str());
    Text = Text.drop_front(Length);
  }
  return Lines;
}

static void cutCommonLines(Change &C, const OldLines &Old) {
  size_t Same = 0;
  while (C.Begin < C.End && Same < C.New.size() && Old[C.Begin] == C.New[Same])
    ++C.Begin, ++Same;
  C.New.erase(C.New.begin(), C.New.begin() + Same);
  while (C.Begin < C.End && !C.New.empty() && Old[C.End - 1] == C.New.back())
    --C.End, C.New.pop_back();
}

static size_t endOf(const Finding &F) {
  return size_t(F.Where.Offset) + F.Where.Length;
}

/// The whole lines that hold `Edits`, which share lines.
static Change makeChange(llvm::ArrayRef<Finding> Edits, const OldLines &Old) {
  size_t First = Old.lineAt(Edits.front().Where.Offset);
  size_t Last = Old.lineAt(endOf(Edits.back()));
  size_t Done = Old.begin(First);
  std::string New;
  for (const Finding &Edit : Edits) {
    New += Old.slice(Done, Edit.Where.Offset);
    New += *Edit.NewText;
    Done = endOf(Edit);
  }
  New += Old.slice(Done, Old.begin(Last + 1));
  Change C{First, std::min(Last + 1, Old.size()), splitLines(New)};
  cutCommonLines(C, Old);
  return C;
}

/// Changes in order, with at least one common line between any two.
static std::vector<Change> collectChanges(llvm::ArrayRef<Finding> Edits,
                                          const OldLines &Old) {
  std::vector<Change> Changes;
  while (!Edits.empty()) {
    size_t N = 1;
    while (N < Edits.size() &&
           Old.lineAt(Edits[N].Where.Offset) <= Old.lineAt(endOf(Edits[N - 1])))
      ++N;
    Change C = makeChange(Edits.take_front(N), Old);
    Edits = Edits.drop_front(N);
    if (C.Begin == C.End && C.New.empty())
      continue;
    if (Changes.empty() || Changes.back().End != C.Begin) {
      Changes.push_back(std::move(C));
      continue;
    }
    Changes.back().End = C.End;
    llvm::append_range(Changes.back().New, C.New);
  }
  return Changes;
}

/// A name as git writes it: quoted if it holds special characters.
static std::string quotedName(StringRef Name) {
  auto IsSpecial = [](unsigned char C) {
    return C < ' ' || C == 0x7f || C == '"' || C == '\\';
  };
  if (llvm::none_of(Name, IsSpecial))
    return Name.str();
  std::string Out = "\"";
  for (unsigned char C : Name) {
    if (C == '"' || C == '\\')
      (Out += '\\') += C;
    else if (IsSpecial(C))
      for (char Digit : {'\\', char('0' + (C >> 6)), char('0' + (C >> 3 & 7)),
                         char('0' + (C & 7))})
        Out += Digit;
    else
      Out += C;
  }
  return Out + '"';
}

/// In the lines `---` and `+++` a tab ends a plain name with spaces.
static void printName(llvm::raw_ostream &OS, StringRef Name) {
  std::string Quoted = quotedName(Name);
  OS << Quoted << (Quoted == Name && Name.contains(' ') ? "\t" : "");
}

static void printRange(llvm::raw_ostream &OS, size_t Begin, size_t Count) {
  OS << (Count ? Begin + 1 : Begin);
  if (Count != 1)
    OS << ',' << Count;
}

static void printLine(llvm::raw_ostream &OS, char Mark, StringRef Line,
                      const Palette &P) {
  StringRef Paint = Mark == '-' ? P.Red : Mark == '+' ? P.Green : StringRef();
  StringRef Body = Line.rtrim("\r\n");
  if (Paint.empty())
    OS << Mark << Line;
  else
    OS << Paint << Mark << Body << P.Reset << Line.drop_front(Body.size());
  if (!Line.ends_with("\n"))
    OS << "\n\\ No newline at end of file\n";
}

/// Prints one hunk and returns by how many lines it makes the text longer.
static ptrdiff_t printHunk(llvm::raw_ostream &OS, llvm::ArrayRef<Change> Hunk,
                           const OldLines &Old, ptrdiff_t Shift,
                           const Palette &P) {
  size_t Begin = Hunk.front().Begin - std::min(Context, Hunk.front().Begin);
  size_t End = std::min(Hunk.back().End + Context, Old.size());
  ptrdiff_t Growth = 0;
  for (const Change &C : Hunk)
    Growth += ptrdiff_t(C.New.size()) - ptrdiff_t(C.End - C.Begin);

  OS << P.Cyan << "@@ -";
  printRange(OS, Begin, End - Begin);
  OS << " +";
  printRange(OS, Begin + Shift, End - Begin + Growth);
  OS << " @@" << P.Reset << '\n';

  size_t Line = Begin;
  for (const Change &C : Hunk) {
    while (Line < C.Begin)
      printLine(OS, ' ', Old[Line++], P);
    while (Line < C.End)
      printLine(OS, '-', Old[Line++], P);
    for (const std::string &New : C.New)
      printLine(OS, '+', New, P);
  }
  while (Line < End)
    printLine(OS, ' ', Old[Line++], P);
  return Growth;
}

std::string musify::renameHeader(StringRef OldName, StringRef NewName,
                                 bool Colour) {
  if (OldName == NewName)
    return "";
  Palette P = Palette::of(Colour);
  std::string Out;
  llvm::raw_string_ostream OS(Out);
  OS << P.Bold << "diff --git " << quotedName(("a/" + OldName).str()) << ' '
     << quotedName(("b/" + NewName).str()) << P.Reset << '\n';
  OS << P.Bold << "rename from " << quotedName(OldName) << P.Reset << '\n';
  OS << P.Bold << "rename to " << quotedName(NewName) << P.Reset << '\n';
  return Out;
}

std::string musify::unifiedDiff(StringRef OldName, StringRef NewName,
                                StringRef OldText, const FilePlan &File,
                                bool Colour) {
  OldLines Old(OldText);
  std::vector<Change> All = collectChanges(File.Edits, Old);
  llvm::ArrayRef<Change> Changes = All;
  if (Changes.empty())
    return "";

  Palette P = Palette::of(Colour);
  std::string Out;
  llvm::raw_string_ostream OS(Out);
  OS << P.Bold << "--- ";
  printName(OS, OldName);
  OS << P.Reset << '\n' << P.Bold << "+++ ";
  printName(OS, NewName);
  OS << P.Reset << '\n';

  ptrdiff_t Shift = 0;
  while (!Changes.empty()) {
    size_t N = 1;
    while (N < Changes.size() &&
           Changes[N].Begin - Changes[N - 1].End <= 2 * Context)
      ++N;
    Shift += printHunk(OS, Changes.take_front(N), Old, Shift, P);
    Changes = Changes.drop_front(N);
  }
  return Out;
}

#include "Shim/Guard.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include <optional>

using namespace llvm;

namespace musify {
namespace {

/// Lines [First, Last] that get two texts.
struct Hunk {
  size_t First, Last;
  bool IsInclude;
};

unsigned endOf(const Finding &F) { return F.Where.Offset + F.Where.Length; }

size_t lastLine(const SourceLines &Lines, const Finding &F) {
  return Lines.lineAt(std::max(F.Where.Offset + 1, endOf(F)) - 1);
}

/// Whole lines around [First, Last] that can be set apart; none if there is a
/// directive among them.
std::optional<Hunk> hunkAround(size_t First, size_t Last, bool IsInclude,
                               const SourceLines &Lines) {
  while (First > 0 && Lines[First].Joined)
    --First;
  while (Last + 1 < Lines.size() && Lines[Last + 1].Joined)
    ++Last;
  bool Alone = IsInclude && First == Last;
  for (size_t I = First; I <= Last && !Alone; ++I)
    if (!Lines[I].Directive.empty())
      return std::nullopt;
  return Hunk{First, Last, IsInclude};
}

std::vector<Hunk> merged(std::vector<Hunk> All) {
  llvm::sort(All, [](const Hunk &A, const Hunk &B) {
    return std::tie(A.First, A.Last) < std::tie(B.First, B.Last);
  });
  std::vector<Hunk> Out;
  for (const Hunk &H : All) {
    if (!Out.empty() && Out.back().IsInclude == H.IsInclude &&
        H.First <= Out.back().Last + 1)
      Out.back().Last = std::max(Out.back().Last, H.Last);
    else
      Out.push_back(H);
  }
  return Out;
}

/// The old text between the offsets with the edits inside of them.
std::string newText(const GuardInput &In, unsigned Begin, unsigned End) {
  std::string Out;
  for (const Finding &F : In.Edits) {
    if (F.Where.Offset < Begin || endOf(F) > End)
      continue;
    Out += In.Text.slice(Begin, F.Where.Offset);
    Out += *F.NewText;
    Begin = endOf(F);
  }
  Out += In.Text.slice(Begin, End);
  return Out;
}

/// Two hunks may touch: one insertion for one place.
void insert(std::vector<Finding> &Edits, unsigned Offset, std::string Text,
            const GuardInput &In) {
  if (!Edits.empty() && Edits.back().Where.Offset == Offset) {
    *Edits.back().NewText += Text;
    return;
  }
  Finding F;
  F.Rule = "guard";
  F.Where = {In.Edits.empty() ? "" : In.Edits.front().Where.File, Offset, 0};
  F.NewText = std::move(Text);
  F.What = say(msg::ShimGuard);
  Edits.push_back(std::move(F));
}

void guard(const Hunk &H, const GuardInput &In, Guarded &Out) {
  unsigned Begin = In.Lines[H.First].Begin, End = In.Lines.endOf(H.Last);
  if (Begin == 0 && In.Text.starts_with("\xef\xbb\xbf"))
    Begin = 3; // a byte order mark stays first
  StringRef Eol = In.Text.slice(Begin, End).ends_with("\r\n") ? "\r\n" : "\n";
  std::string New = H.IsInclude ? "#include \"" + In.Include + "\"" + Eol.str()
                                : newText(In, Begin, End);
  bool Unended = !In.Text.slice(Begin, End).ends_with("\n");
  if (!New.empty() && !StringRef(New).ends_with("\n"))
    New += Eol;
  insert(Out.Edits, Begin,
         ("#if defined(" + In.Macro + ")" + Eol + New + "#else" + Eol).str(),
         In);
  insert(Out.Edits, End, ((Unended ? Eol : "") + "#endif" + Eol).str(), In);
  Out.Ranges.emplace_back(Begin, End);
}

} // namespace

Guarded guardTexts(const GuardInput &In) {
  Guarded Out;
  std::vector<Hunk> Hunks;
  for (const Finding *F : In.TwoTexts) {
    if (auto H = hunkAround(In.Lines.lineAt(F->Where.Offset),
                            lastLine(In.Lines, *F), false, In.Lines))
      Hunks.push_back(*H);
    else
      Out.Refused.emplace_back(F->Where.Offset, F->Where.Length);
  }
  for (size_t Line : In.IncludeLines) {
    if (auto H = hunkAround(Line, Line, true, In.Lines))
      Hunks.push_back(*H);
    else
      Out.Refused.emplace_back(In.Lines[Line].Begin,
                               In.Lines.text(Line).rtrim().size());
  }
  for (const Hunk &H : merged(std::move(Hunks)))
    guard(H, In, Out);
  return Out;
}

bool isGuardedInclude(StringRef Macro, StringRef Include,
                      const SourceLines &Lines, size_t Line) {
  while (Line > 0 && Lines[Line].Directive == "include")
    --Line;
  if (Line < 2 || Lines[Line].Directive != "else" ||
      Lines[Line - 1].Directive != "include" ||
      Lines[Line - 2].Directive != "if")
    return false;
  StringRef Path = Lines.text(Line - 1).split('"').second.split('"').first;
  return sys::path::filename(Path) == sys::path::filename(Include) &&
         Lines.text(Line - 2).trim() == ("#if defined(" + Macro + ")").str();
}

} // namespace musify

#include "Beside/Code.h"
#include "Beside/Pieces.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// What `#ifdef X`, `#if X`, `#if defined(X)` and `#if defined X` ask for; ""
/// if it is anything else.
StringRef macroOf(ArrayRef<Piece> All, size_t I) {
  auto At = [&](size_t J) {
    return J < All.size() && !All[J].BeginsLine ? All[J].Text : StringRef();
  };
  StringRef Directive = At(I + 1), Name = At(I + 2), Next = At(I + 3);
  if (Directive == "ifdef")
    return Next.empty() ? Name : "";
  if (Directive != "if")
    return "";
  if (Name != "defined")
    return Next.empty() && All[I + 2].IsName ? Name : "";
  if (Next == "(")
    return At(I + 5) == ")" && At(I + 6).empty() ? At(I + 4) : "";
  return At(I + 4).empty() ? Next : "";
}

class GuardFinder {
public:
  GuardFinder(StringRef Text, function_ref<bool(StringRef)> IsSwitch)
      : Text(Text), IsSwitch(IsSwitch) {}

  std::vector<Guard> run() {
    std::vector<Piece> All = piecesOf(Text);
    for (size_t I = 0; I + 1 < All.size(); ++I)
      if (All[I].BeginsLine && All[I].Text == "#")
        visit(All, I);
    return std::move(Out);
  }

private:
  void visit(ArrayRef<Piece> All, size_t I);

  StringRef Text;
  function_ref<bool(StringRef)> IsSwitch;
  std::vector<Guard> Out;
  unsigned Depth = 0;
  unsigned OpenAt = 0; ///< depth of the guard that is open; 0: none
  bool BodyEnds = false;
};

void GuardFinder::visit(ArrayRef<Piece> All, size_t I) {
  StringRef Name = All[I + 1].Text;
  unsigned Begin = lineBegin(Text, All[I].Offset);
  if (Name.starts_with("if")) {
    ++Depth;
    StringRef Macro = macroOf(All, I);
    if (OpenAt || Macro.empty() || !IsSwitch(Macro))
      return;
    OpenAt = Depth;
    BodyEnds = false;
    unsigned Body = lineEnd(Text, All[I].Offset);
    bool ByValue = Name == "if" && All[I + 2].Text == Macro;
    Out.push_back({Macro, {Begin, Begin}, {Body, Body}, false, ByValue});
    return;
  }
  bool IsEnd = Name == "endif", IsElse = Name.starts_with("el");
  if (OpenAt && OpenAt == Depth && (IsEnd || IsElse)) {
    if (!BodyEnds)
      Out.back().Body.End = Begin;
    BodyEnds = true;
    Out.back().HasElse |= IsElse;
    if (IsEnd) {
      Out.back().Whole.End = lineEnd(Text, All[I].Offset);
      OpenAt = 0;
    }
  }
  if (IsEnd && Depth)
    --Depth;
}

} // namespace

std::vector<Guard> findGuards(StringRef Text,
                              function_ref<bool(StringRef)> IsSwitch) {
  std::vector<Guard> Out = GuardFinder(Text, IsSwitch).run();
  llvm::erase_if(Out, [](const Guard &G) { return !G.Whole.End; });
  return Out;
}

std::vector<CaseRange> findCases(StringRef Text) {
  std::vector<Piece> All = piecesOf(Text);
  std::vector<CaseRange> Out;
  for (size_t I = 0; I < All.size(); ++I) {
    if (All[I].Text != "case")
      continue;
    size_t Colon = I + 1;
    while (Colon < All.size() && All[Colon].Text != ":" &&
           All[Colon].Text != ";")
      ++Colon;
    if (Colon >= All.size() || All[Colon].Text != ":" || !All[Colon - 1].IsName)
      continue;
    int Depth = 0;
    size_t J = Colon + 1;
    for (; J < All.size() && Depth >= 0; ++J) {
      StringRef T = All[J].Text;
      Depth += T == "{" ? 1 : T == "}" ? -1 : 0;
      if (Depth < 0 || (!Depth && (T == "case" || T == "default")))
        break;
    }
    if (J == All.size())
      continue;
    unsigned End = lineBegin(Text, All[J].Offset);
    unsigned Begin = lineBegin(Text, All[I].Offset);
    bool IsAlone = All[J - 1].end() <= End; // nothing else stands on its lines
    if (IsAlone && (!I || All[I - 1].end() <= Begin))
      Out.push_back({All[Colon - 1].Text, {Begin, End}});
  }
  return Out;
}

} // namespace musify

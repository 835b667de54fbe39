#include "Beside/Code.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

struct Piece {
  StringRef Text;
  unsigned Offset;
  bool IsName, BeginsLine;
  unsigned end() const { return Offset + Text.size(); }
};

std::vector<Piece> piecesOf(StringRef Text) {
  std::vector<Piece> Out;
  forEachRawToken(Text, [&](const clang::Token &Tok, unsigned Offset) {
    Out.push_back({Text.substr(Offset, Tok.getLength()), Offset,
                   Tok.is(clang::tok::raw_identifier), Tok.isAtStartOfLine()});
  });
  return Out;
}

unsigned lineBegin(StringRef Text, unsigned Offset) {
  return Text.take_front(Offset).rfind('\n') + 1;
}
unsigned lineEnd(StringRef Text, unsigned Offset) {
  size_t End = Text.find('\n', Offset);
  return End == StringRef::npos ? Text.size() : End + 1;
}

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
    Out.push_back({Macro, {Begin, Begin}, {Body, Body}, false});
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

std::vector<Enumeration> findEnumerations(StringRef Text) {
  std::vector<Piece> All = piecesOf(Text);
  std::vector<Enumeration> Out;
  for (size_t I = 0; I < All.size(); ++I) {
    if (All[I].Text != "enum")
      continue;
    while (I < All.size() && All[I].Text != "{" && All[I].Text != ";" &&
           All[I].Text != ")")
      ++I;
    if (I == All.size() || All[I].Text != "{")
      continue;
    Enumeration E;
    for (++I; I < All.size() && All[I].Text != "}"; ++I) {
      bool Begins = All[I - 1].Text == "{" || All[I - 1].Text == ",";
      if (Begins && All[I].IsName)
        E.Names.push_back(All[I].Text);
      if (All[I].Text != ",")
        E.End = All[I].end();
    }
    if (E.Names.empty() || I == All.size())
      continue;
    std::string Last = E.Names.back().lower();
    for (StringRef Word : {"count", "num", "max", "end", "last", "size"})
      E.IsNumbered |= StringRef(Last).contains(Word);
    Out.push_back(std::move(E));
  }
  return Out;
}

namespace {

/// Walks through the scopes of a text.
class FunctionFinder {
public:
  explicit FunctionFinder(StringRef Text) : All(piecesOf(Text)) {}
  std::vector<DefinedFunction> run();

private:
  enum class Scope { Namespace, Other };
  void open(size_t I);
  bool isInner() const {
    return llvm::is_contained(Scopes, std::pair(Scope::Other, StringRef()));
  }
  size_t nameBefore(size_t I) const;

  std::vector<Piece> All;
  std::vector<std::pair<Scope, StringRef>> Scopes;
  size_t Statement = 0; ///< first token of the one that is read
  std::vector<DefinedFunction> Out;
};

/// The function's name, if `{` at `I` begins its body; else 0.
size_t FunctionFinder::nameBefore(size_t I) const {
  int Depth = 0;
  for (size_t J = Statement; J < I; ++J) {
    StringRef T = All[J].Text;
    bool IsLocal = T == "static" || T == "template" || T == "inline" ||
                   T == "operator" || T == "class" || T == "struct" ||
                   T == "union" || T == "enum" || T == "=" || T == "constexpr";
    if (!Depth && IsLocal)
      return 0;
    bool Calls = T == "(" && J > Statement + 1 && All[J - 1].IsName;
    if (Calls && !Depth && !All[J - 1].Text.starts_with("__"))
      return All[J - 2].Text == "::" ? 0 : J - 1;
    Depth += T == "(" ? 1 : T == ")" ? -1 : 0;
  }
  return 0;
}

void FunctionFinder::open(size_t I) {
  bool IsLinkage = I > 1 && All[I - 2].Text == "extern";
  size_t At = I;
  while (At > Statement && All[At].Text != "namespace")
    --At;
  if (At < I && All[At].Text == "namespace") {
    StringRef Name = At + 1 < I ? All[I - 1].Text : "";
    Scopes.emplace_back(Scope::Namespace, Name);
    return;
  }
  if (IsLinkage) {
    Scopes.emplace_back(Scope::Namespace, "\"C\"");
    return;
  }
  size_t Name = isInner() ? 0 : nameBefore(I);
  bool IsHidden =
      llvm::is_contained(Scopes, std::pair(Scope::Namespace, StringRef()));
  if (Name && !IsHidden) {
    DefinedFunction F{All[Name].Text, All[Name].Offset, {}};
    for (const auto &[Kind, Space] : Scopes)
      F.Namespaces.push_back(Space);
    Out.push_back(std::move(F));
  }
  Scopes.emplace_back(Scope::Other, "");
}

std::vector<DefinedFunction> FunctionFinder::run() {
  bool InDirective = false;
  for (size_t I = 0; I < All.size(); ++I) {
    if (All[I].BeginsLine)
      InDirective = All[I].Text == "#";
    if (InDirective) {
      Statement = I + 1;
      continue;
    }
    StringRef T = All[I].Text;
    if (T == "{")
      open(I);
    else if (T == "}" && !Scopes.empty())
      Scopes.pop_back();
    if (T == "{" || T == "}" || T == ";")
      Statement = I + 1;
  }
  return std::move(Out);
}

} // namespace

std::vector<DefinedFunction> findFunctions(StringRef Text) {
  return FunctionFinder(Text).run();
}

} // namespace musify

#include "Learn/Calls.h"
#include "Scan/Declared.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace musify {
namespace {

constexpr size_t Nowhere = AlignedFile::Nowhere;
/// Longer calls are not changed by a rule; most contain lambdas.
constexpr size_t MaxCall = 96;

/// Token indexes of a call.
struct CallRange {
  size_t Name, Open, Close; ///< template arguments lie between the first two
  std::vector<std::pair<size_t, size_t>> Args;
};

bool opens(StringRef T) { return T == "(" || T == "[" || T == "{"; }
bool closes(StringRef T) { return T == ")" || T == "]" || T == "}"; }

/// Words before a parenthesis that are no callees.
bool isKeyword(StringRef Name) {
  return StringSwitch<bool>(Name)
      .Cases({"if", "while", "for", "switch", "return", "sizeof", "catch"},
             true)
      .Cases({"alignof", "alignas", "decltype", "noexcept", "typeof"}, true)
      .Cases({"asm", "__asm__", "__attribute__", "__declspec"}, true)
      .Cases({"defined", "static_assert", "throw", "new", "delete"}, true)
      .Cases({"static_cast", "const_cast", "reinterpret_cast"}, true)
      .Cases({"dynamic_cast", "typeid"}, true)
      .Cases({"and", "or", "not", "operator", "void", "int", "float"}, true)
      .Cases({"double", "char", "bool", "unsigned", "volatile"}, true)
      .Default(false);
}

class CallReader {
public:
  explicit CallReader(ArrayRef<TextToken> All) : All(All) {}

  /// The call that begins with the token, if there is one.
  std::optional<CallRange> read(size_t Name) const;

private:
  size_t templateEnd(size_t Open) const;
  bool readArgs(CallRange &C) const;
  StringRef text(size_t I) const {
    return I < All.size() ? All[I].Text : StringRef();
  }

  ArrayRef<TextToken> All;
};

/// Behind the `>`; `Open` if no template arguments begin there.
size_t CallReader::templateEnd(size_t Open) const {
  int Depth = 0;
  for (size_t I = Open; I < All.size() && I < Open + MaxCall; ++I) {
    StringRef T = text(I);
    if (T == "<")
      ++Depth;
    else if (T == ">" || T == ">>")
      Depth -= T.size();
    else if (!All[I].IsName && T != "::" && T != "," && T != "*" && T != "&" &&
             !(isAlnum(T.empty() ? ' ' : T.front())))
      return Open;
    if (Depth <= 0)
      return Depth < 0 ? Open : I + 1;
  }
  return Open;
}

bool CallReader::readArgs(CallRange &C) const {
  int Depth = 0;
  size_t First = C.Open + 1;
  for (size_t I = C.Open; I < All.size() && I < C.Open + MaxCall; ++I) {
    StringRef T = text(I);
    if (T.empty() || T == ";")
      return false;
    Depth += opens(T);
    Depth -= closes(T);
    if (Depth == 1 && T == "<" && I > C.Open + 1 && All[I - 1].IsName) {
      if (size_t End = templateEnd(I); End > I && End < All.size())
        I = End - 1;
      continue;
    }
    if (Depth && !(Depth == 1 && T == ","))
      continue;
    if (I > First)
      C.Args.emplace_back(First, I);
    First = I + 1;
    if (!Depth) {
      C.Close = I;
      return true;
    }
  }
  return false;
}

std::optional<CallRange> CallReader::read(size_t Name) const {
  if (!All[Name].IsName || isKeyword(text(Name)))
    return std::nullopt;
  CallRange C{Name, Name + 1, 0, {}};
  if (text(C.Open) == "<")
    C.Open = templateEnd(C.Open);
  if (text(C.Open) != "(" || !readArgs(C))
    return std::nullopt;
  return C;
}

/// Looks at the calls of one file, the inner ones first.
class CallObserver {
public:
  CallObserver(AlignedFile &F, Observations &Out)
      : F(F), Out(Out), Reader(F.Old), NowReader(F.Now) {
    for (size_t I = 1; I < F.Old.size(); ++I)
      if (F.Old[I - 1].Text == "class" || F.Old[I - 1].Text == "struct")
        Classes.insert(F.Old[I].Text);
  }
  void run();

private:
  bool isCall(const CallRange &C);
  bool isInPlace(const CallRange &C, std::pair<size_t, size_t> R) const;
  bool touches(const CallRange &C) const;
  bool hasWholeHunks(const CallRange &C) const;
  bool isExchange(const Hunk &H, const CallRange &C) const;
  size_t beginOf(const CallRange &C) const;
  size_t endOf(const CallRange &C) const;
  std::optional<std::pair<size_t, size_t>> regionOf(const CallRange &C) const;
  std::optional<std::pair<size_t, size_t>>
  wrapped(const CallRange &C, std::pair<size_t, size_t> R) const;
  bool isExpression(size_t Begin, size_t End) const;
  SiteToken tokenAt(size_t I) const;
  std::vector<SiteToken> tokens(size_t Begin, size_t End) const;
  CallSite siteOf(const CallRange &C, std::pair<size_t, size_t> R) const;
  void markExchanges(const CallRange &C);
  bool isAlike(const CallRange &C, const CallSite &S) const;
  void explain(const CallRange &C, std::pair<size_t, size_t> R);
  void takeUnclear(const CallRange &C);
  void take(const CallRange &C);

  AlignedFile &F;
  Observations &Out;
  StringSet<> Classes; ///< declared or named in the file
  CallReader Reader, NowReader;
  /// Calls that changed: first token → behind the last, and their new ranges.
  std::map<size_t, std::pair<size_t, std::pair<size_t, size_t>>> Changed;
};

/// False for declarations, of constructors too, and in text that an edit of the
/// port writes.
bool CallObserver::isCall(const CallRange &C) {
  if (!isWord(F.Was[C.Name]))
    return false;
  bool IsConstructor = Classes.contains(F.Old[C.Name].Text);
  if (IsConstructor || (C.Name && F.Old[C.Name - 1].Text == "define"))
    return false;
  size_t End = F.Old[C.Close].Offset + F.Old[C.Close].Text.size();
  if (!looksDeclared(F.Expected, F.Old[C.Name].Offset, End))
    return true;
  Out.Functions.insert(F.Was[C.Name]);
  return false;
}

/// Where an operand may begin and end, whatever its neighbors are.
StringRef edgeOf(StringRef T) {
  return StringSwitch<StringRef>(T)
      .Cases({")", "]", ","}, "operand's end")
      .Cases({";", "{", "}", ""}, "statement")
      .Case("(", "operand's begin")
      .Default(T);
}

/// True if what stands around the call stands around the region as well.
bool CallObserver::isInPlace(const CallRange &C,
                             std::pair<size_t, size_t> R) const {
  auto IsSame = [&](size_t Old, size_t New) {
    if (Old >= F.Old.size() || New >= F.Now.size())
      return Old >= F.Old.size() && New >= F.Now.size();
    StringRef Was = F.Old[Old].Text, Is = F.Now[New].Text;
    bool BeginsOperand = (Was == "(" && Is == ",") || (Was == "," && Is == "(");
    return edgeOf(Was) == edgeOf(Is) || BeginsOperand ||
           (F.NewOf[Old] == New && F.Old[Old].IsName);
  };
  if (!IsSame(C.Close + 1, R.second))
    return false;
  size_t Old = C.Name, New = R.first;
  do {
    if (!Old || !New)
      return Old == New;
    if (!IsSame(--Old, --New))
      return false;
  } while (F.Old[Old].Text == "::" || F.Old[Old].Text == "." ||
           F.Old[Old].Text == "->");
  // `a::f(x)`: what qualifies the name as well.
  bool IsQualified = Old + 1 < C.Name;
  return !IsQualified || IsSame(Old, New);
}

/// True if the names of the hunk are names of the call in another order.
bool CallObserver::isExchange(const Hunk &H, const CallRange &C) const {
  for (size_t I = 0; I < H.OldEnd - H.OldBegin; ++I) {
    StringRef New = F.Now[H.NewBegin + I].Text;
    size_t At = H.OldBegin + I;
    if (At <= C.Open || At >= C.Close || F.Old[At].Text == New)
      continue;
    for (size_t J = C.Open + 1; J < C.Close; ++J)
      if (J != At && F.Old[J].Text == New)
        return true;
  }
  return false;
}

/// True if the call has a hunk of its own that is more than a renaming.
bool CallObserver::touches(const CallRange &C) const {
  for (size_t I = F.hunkFrom(C.Name); I < F.Hunks.size(); ++I) {
    const Hunk &H = F.Hunks[I];
    if (H.OldBegin > C.Close + 1)
      break;
    bool IsInside = H.OldBegin == H.OldEnd
                        ? H.OldBegin >= C.Name && H.OldBegin <= C.Close + 1
                        : H.OldEnd > C.Name && H.OldBegin <= C.Close;
    if (IsInside && !F.Explained[I] && (!F.isRenaming(H) || isExchange(H, C)))
      return true;
  }
  return false;
}

/// Where the call begins in the port.
size_t CallObserver::beginOf(const CallRange &C) const {
  if (F.NewOf[C.Name] != Nowhere)
    return F.NewOf[C.Name];
  for (size_t I = F.hunkFrom(C.Name); I < F.Hunks.size(); ++I)
    if (F.Hunks[I].OldEnd > C.Name)
      return F.Hunks[I].OldBegin == C.Name ? F.Hunks[I].NewBegin : Nowhere;
  return Nowhere;
}

/// Behind its last token in the port.
size_t CallObserver::endOf(const CallRange &C) const {
  if (F.NewOf[C.Close] != Nowhere)
    return F.NewOf[C.Close] + 1;
  for (size_t I = F.hunkFrom(C.Close); I < F.Hunks.size(); ++I)
    if (F.Hunks[I].OldEnd > C.Close)
      return F.Hunks[I].OldEnd == C.Close + 1 ? F.Hunks[I].NewEnd : Nowhere;
  return Nowhere;
}

bool CallObserver::isExpression(size_t Begin, size_t End) const {
  if (Begin >= End || End - Begin > MaxCall)
    return false;
  int Depth = 0;
  for (const TextToken &T : ArrayRef(F.Now).slice(Begin, End - Begin)) {
    Depth += opens(T.Text) - closes(T.Text);
    bool EndsIt = T.Text.empty() || T.Text == ";" ||
                  (!Depth && (T.Text == "," || T.Text == "=")) || Depth < 0;
    if (EndsIt)
      return false;
  }
  return Depth == 0;
}

/// The region with a call around it that the port alone has.
std::optional<std::pair<size_t, size_t>>
CallObserver::wrapped(const CallRange &C, std::pair<size_t, size_t> R) const {
  for (size_t I = F.hunkFrom(C.Name); I < F.Hunks.size(); ++I) {
    const Hunk &H = F.Hunks[I];
    if (H.OldBegin > C.Name)
      break;
    if (H.OldEnd != C.Name || H.NewEnd != R.first || F.Explained[I])
      continue;
    // The last call of what was inserted that reaches behind the old one.
    for (size_t At = H.NewEnd; At-- > H.NewBegin;) {
      auto Outer = NowReader.read(At);
      if (Outer && Outer->Close >= R.second && H.OldBegin == H.OldEnd)
        return std::pair(At, Outer->Close + 1);
    }
  }
  return std::nullopt;
}

std::optional<std::pair<size_t, size_t>>
CallObserver::regionOf(const CallRange &C) const {
  size_t Begin = beginOf(C), End = endOf(C);
  if (Begin == Nowhere || End == Nowhere || Begin >= F.Now.size())
    return std::nullopt;
  std::pair<size_t, size_t> R(Begin, std::max(Begin, End));
  // Which of several parentheses was added, no alignment knows.
  auto Whole = NowReader.read(Begin);
  auto FollowsAlike = [&](size_t At) {
    StringRef Old = C.Close + 1 < F.Old.size() ? F.Old[C.Close + 1].Text : "";
    return At < F.Now.size() && F.Now[At].Text == Old;
  };
  bool EndsElsewhere =
      Whole && (!isExpression(R.first, R.second) ||
                (FollowsAlike(Whole->Close + 1) && !FollowsAlike(R.second)));
  if (EndsElsewhere)
    R.second = Whole->Close + 1;
  if (auto Outer = wrapped(C, R))
    R = *Outer;
  if (!isExpression(R.first, R.second))
    return std::nullopt;
  return R;
}

SiteToken CallObserver::tokenAt(size_t I) const {
  size_t New = F.IsMoved[I] ? Nowhere : F.NewOf[I];
  return {F.Was[I], F.Old[I].Text,
          New == Nowhere ? StringRef() : F.Now[New].Text};
}

/// What a rule for an inner call makes of it is what the port has there.
std::vector<SiteToken> CallObserver::tokens(size_t Begin, size_t End) const {
  std::vector<SiteToken> Out;
  for (size_t I = Begin; I < End;) {
    auto It = Changed.find(I);
    if (It == Changed.end() || It->second.first > End) {
      Out.push_back(tokenAt(I++));
      continue;
    }
    auto [First, Last] = It->second.second;
    for (size_t J = First; J < Last; ++J)
      Out.push_back({F.Now[J].Text, F.Now[J].Text, F.Now[J].Text});
    I = It->second.first;
  }
  return Out;
}

CallSite CallObserver::siteOf(const CallRange &C,
                              std::pair<size_t, size_t> R) const {
  CallSite S;
  S.Callee = {F.Was[C.Name], F.Old[C.Name].Text, ""};
  S.TemplateArgs = tokens(C.Name + 1, C.Open);
  for (auto [Begin, End] : C.Args)
    S.Args.push_back(tokens(Begin, End));
  for (size_t I = R.first; I < R.second; ++I) {
    const TextToken &T = F.Now[I];
    bool IsApart = I > R.first &&
                   T.Offset != F.Now[I - 1].Offset + F.Now[I - 1].Text.size();
    S.Now.push_back({T.Text, IsApart});
  }
  return S;
}

/// Marks what belongs to the changed call.
void CallObserver::explain(const CallRange &C, std::pair<size_t, size_t> R) {
  Changed[C.Name] = {C.Close + 1, R};
  for (size_t I = F.hunkFrom(C.Name); I < F.Hunks.size(); ++I) {
    const Hunk &H = F.Hunks[I];
    if (H.OldBegin > C.Close + 1)
      break;
    bool IsInside = H.OldBegin >= C.Name && H.OldEnd <= C.Close + 1 &&
                    H.NewBegin >= R.first && H.NewEnd <= R.second;
    bool IsAround =
        H.OldBegin == H.OldEnd && H.NewBegin < R.second && H.NewEnd > R.first;
    if (!IsInside && !IsAround)
      continue;
    if (!F.isRenaming(H) || isExchange(H, C))
      F.Explained[I] = true;
    if (H.OldBegin <= C.Name && H.OldEnd > C.Name)
      F.IsMoved[C.Name] = true;
  }
}

/// True if all hunks that touch the call lie in it, or around it.
bool CallObserver::hasWholeHunks(const CallRange &C) const {
  for (size_t I = F.hunkFrom(C.Name); I < F.Hunks.size(); ++I) {
    const Hunk &H = F.Hunks[I];
    if (H.OldBegin > C.Close)
      break;
    bool Crosses = (H.OldBegin < C.Name && H.OldEnd > C.Name) ||
                   (H.OldBegin <= C.Close && H.OldEnd > C.Close + 1);
    if (Crosses && !F.isRenaming(H))
      return false;
  }
  return true;
}

/// Names in another order have no counterparts.
void CallObserver::markExchanges(const CallRange &C) {
  for (size_t I = F.hunkFrom(C.Name);
       I < F.Hunks.size() && F.Hunks[I].OldBegin <= C.Close; ++I)
    if (F.isRenaming(F.Hunks[I]) && isExchange(F.Hunks[I], C))
      for (size_t At = F.Hunks[I].OldBegin; At < F.Hunks[I].OldEnd; ++At)
        F.IsMoved[At] = true;
}

/// True if the port has the call with other names at most.
bool CallObserver::isAlike(const CallRange &C, const CallSite &S) const {
  auto Old = tokens(C.Name, C.Close + 1);
  return llvm::equal(Old, S.Now, [](const SiteToken &A, const PortToken &B) {
    return A.Expected == B.Text || A.Actual == B.Text;
  });
}

/// A call that went, or that no one can tell from what is around it: no rule
/// makes this.
void CallObserver::takeUnclear(const CallRange &C) {
  CallSite S = siteOf(C, {0, 0});
  S.Now.emplace_back();
  Out.Calls[S.Callee.Was.str()].push_back(std::move(S));
}

void CallObserver::take(const CallRange &C) {
  bool IsTouched = touches(C);
  auto R = IsTouched && !hasWholeHunks(C) ? std::nullopt : regionOf(C);
  if (!R || (IsTouched && !isInPlace(C, *R)))
    return takeUnclear(C);
  if (IsTouched)
    markExchanges(C);
  CallSite S = siteOf(C, *R);
  S.IsChanged = IsTouched && !isAlike(C, S);
  if (S.IsChanged) {
    explain(C, *R);
    S.Where = lineOf(F, C.Name);
  }
  if (S.Now.front().Text != S.Callee.Expected) {
    F.IsLostCallee[C.Name] = true;
    S.Where = lineOf(F, C.Name);
  }
  Out.Calls[S.Callee.Was.str()].push_back(std::move(S));
}

void CallObserver::run() {
  std::vector<CallRange> All;
  for (size_t I = 0; I < F.Old.size(); ++I)
    if (auto C = Reader.read(I); C && isCall(*C))
      All.push_back(std::move(*C));
  llvm::sort(All, [](const CallRange &A, const CallRange &B) {
    return A.Close < B.Close;
  });
  for (const CallRange &C : All)
    take(C);
}

} // namespace

std::optional<size_t> callEnd(ArrayRef<TextToken> All, size_t Name) {
  auto C = CallReader(All).read(Name);
  return C ? std::optional(C->Close) : std::nullopt;
}

LineOf lineOf(const AlignedFile &F, size_t OldIndex) {
  if (F.Old.empty())
    return {F.File->OldPath, 1};
  size_t I = std::min(OldIndex, F.Old.size() - 1);
  while (I && F.Was[I].empty()) // begins or ends a directive
    --I;
  size_t Offset =
      F.Was[I].empty() ? 0 : F.Was[I].data() - F.File->Original.data();
  return {F.File->OldPath,
          unsigned(F.File->Original.take_front(Offset).count('\n') + 1)};
}

void observeCalls(AlignedFile &F, Observations &Out) {
  CallObserver(F, Out).run();
}

} // namespace musify

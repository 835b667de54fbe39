#include "Beside/Pieces.h"
#include "Beside/Sharer.h"
#include "Diag/Message.h"
#include "Rename/BesideWords.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

using namespace llvm;

namespace musify {

std::string portedText(StringRef Text, TextRange Range, const FilePlan &Plan) {
  std::string Out;
  unsigned At = Range.Begin;
  for (const Finding &F : Plan.Edits) {
    if (F.Where.Offset < At || F.Where.Offset + F.Where.Length > Range.End)
      continue;
    Out += Text.slice(At, F.Where.Offset).str() + *F.NewText;
    At = F.Where.Offset + F.Where.Length;
  }
  return Out + Text.slice(At, Range.End).str();
}

static StringRef directiveLine(StringRef Text, unsigned Offset) {
  StringRef Line = Text.substr(Text.take_front(Offset).rfind('\n') + 1)
                       .take_until([](char C) { return C == '\n'; });
  StringRef Bare = Line.ltrim();
  return Bare.consume_front("#") ? Bare.ltrim() : "";
}

bool isCondition(StringRef Text, unsigned Offset) {
  StringRef Line = directiveLine(Text, Offset);
  return Line.starts_with("if") || Line.starts_with("elif");
}

bool hasEdit(const FilePlan &Plan, TextRange In) {
  return llvm::any_of(
      Plan.Edits, [&](const Finding &F) { return In.holds(F.Where.Offset); });
}

/// Two additions at one place; guards that ask for the same become one.
static std::string joined(std::string First, StringRef Second) {
  auto [Opens, Rest] = Second.split('\n');
  StringRef End = Second.contains("#endif\r\n") ? "#endif\r\n" : "#endif\n";
  bool IsOne = StringRef(First).count("#if") == 1 &&
               StringRef(First).starts_with((Opens + "\n").str()) &&
               StringRef(First).ends_with(End) && Opens.starts_with("#if");
  if (!IsOne)
    return First + Second.str();
  First.resize(First.size() - End.size());
  return First + Rest.str();
}

void Sharer::insert(unsigned At, std::string Text, StringRef Beside) {
  if (followsAlready(In.Text, At, Text))
    return;
  for (Finding &F : Out.Edits) // a plan has one insertion at a place
    if (F.Where.Offset == At && !F.Where.Length) {
      F.NewText = joined(std::move(*F.NewText), Text);
      return;
    }
  Out.Edits.push_back({"beside",
                       {In.Path.str(), At, 0},
                       std::move(Text),
                       Severity::Note,
                       say(msg::SharedAdded, Beside),
                       {}});
}

/// What the guard asks for in a build for MUSA; "" if that is the same.
std::string Sharer::newMacro(const Guard &G) const {
  if (auto It = Decided.Names.find(G.Macro.str()); It != Decided.Names.end())
    return It->second;
  for (const Finding &F : In.Ported.Edits) // a macro of the SDK
    if (F.Where.Offset == G.Macro.data() - In.Text.data())
      return *F.NewText;
  return "";
}

void Sharer::collectGuards() {
  auto IsOwn = [&](StringRef Name) {
    return Decided.Names.count(Name.str()) != 0;
  };
  // Around code that a port does not change, a wider condition does.
  std::set<unsigned> Sdks;
  auto IsSdks = [&](StringRef Name) {
    return llvm::any_of(In.Ported.Edits, [&](const Finding &F) {
      return F.Where.Offset == Name.data() - In.Text.data();
    });
  };
  for (const Guard &G : findGuards(In.Text, IsSdks))
    if (!IsOwn(G.Macro) && !G.HasElse && hasEdit(In.Ported, G.Body))
      Sdks.insert(G.Macro.data() - In.Text.data());
  auto IsOurs = [&](StringRef Name) {
    return IsOwn(Name) || Sdks.count(Name.data() - In.Text.data()) != 0;
  };
  Guards = findGuards(In.Text, IsOurs);
  StringSet<> News;
  for (const Guard &G : Guards)
    News.insert(newMacro(G));
  Rows = findGuards(In.Text, [&](StringRef Name) {
    return IsOurs(Name) || News.contains(Name) || namesOtherVendor(Name);
  });
}

/// The range as a port has it, without guards that would ask for the same as
/// the one around it.
std::string Sharer::portedBody(TextRange Range) const {
  std::string Out;
  unsigned At = Range.Begin;
  for (const Guard &G : Guards)
    if (Range.holds(G.Whole) && G.Macro == Switch.Macro) {
      Out += portedText(In.Text, {At, G.Whole.Begin}, In.Ported);
      Out += portedText(In.Text, G.Body, In.Ported);
      At = G.Whole.End;
    }
  return Out + portedText(In.Text, {At, Range.End}, In.Ported);
}

/// Lines that only a build for MUSA sees.
std::string Sharer::guarded(const std::string &Text) const {
  const std::string &New = Decided.Names.at(Switch.Macro);
  return ((Switch.ByValue ? "#if " : "#ifdef ") + New + Break + Text +
          "#endif" + Break)
      .str();
}

/// True if the use of a macro says another thing for MUSA: of the names that
/// it is given, which may be those of what it defines, one changes; or it is
/// given none.
bool Sharer::registersAnother(const CodeDeclaration &D) const {
  bool HasNames = false, Changes = false;
  for (const TextRange &Name : D.GivenNames) {
    HasNames = true;
    Changes |= hasEdit(In.Ported, Name);
  }
  return HasNames ? Changes : hasEdit(In.Ported, D.Arguments);
}

/// Functions and macros that have a name of their own for MUSA, and uses of
/// macros that register another thing.
void Sharer::addDeclared() {
  using Is = CodeDeclaration::Is;
  std::vector<CodeDeclaration> All = findDeclared(In.Text);
  auto IsDefined = [&](StringRef Name) {
    return llvm::any_of(All, [&](const CodeDeclaration &D) {
      return D.What == Is::Macro && D.Name == Name;
    });
  };
  for (const CodeDeclaration &D : All) {
    bool Changes = D.What == Is::Use ? registersAnother(D)
                                     : Decided.Names.count(D.Name.str()) != 0;
    if (!Changes || isGuarded(D.Whole.Begin) || isDone(D.Whole.Begin) ||
        (Switch.Macro.empty() && D.What != Is::Macro))
      continue;
    Done.push_back(D.Whole);
    if (D.What == Is::Macro && IsDefined(Decided.Names.at(D.Name.str())))
      continue;
    std::string Text = D.What == Is::Macro
                           ? portedText(In.Text, D.Whole, In.Ported)
                           : portedBody(D.Whole);
    if (Text == In.Text.slice(D.Whole.Begin, D.Whole.End))
      continue; // it stays CUDA's
    insert(D.Whole.End, D.What == Is::Macro ? std::move(Text) : guarded(Text),
           D.Name);
  }
}

/// `if (x.is_cuda()) { ... }` gets a branch for MUSA.
void Sharer::addBranches() {
  if (Switch.Macro.empty())
    return;
  for (const Branch &B : findBranches(In.Text)) {
    StringRef Old = In.Text.slice(B.Condition.Begin, B.Condition.End);
    if (!hasEdit(In.Ported, B.Condition) || isGuarded(B.Whole.Begin) ||
        isDone(B.Whole.Begin) || Old.contains('!'))
      continue;
    Done.push_back(B.Whole);
    if (!B.IsBlock) {
      insert(B.Whole.End, guarded(portedText(In.Text, B.Whole, In.Ported)),
             Old);
      continue;
    }
    std::string Text = B.Indent.str() + "} else if (" +
                       portedText(In.Text, B.Condition, In.Ported) + ") {" +
                       Break.str() + portedBody(B.Body);
    insert(B.Whole.End, guarded(Text), Old);
  }
}

/// True if a later branch asks for the macro, or a guard in the same row, with
/// nothing but blanks between.
bool Sharer::hasCounterpart(const Guard &G, StringRef New) const {
  bool IsIn = false;
  forEachNameIn(In.Text.slice(G.Body.End, G.Whole.End),
                [&](StringRef Name, unsigned) { IsIn |= Name == New; });
  bool IsRow = false;  // from the row's first guard on
  bool HasNew = false; // in the row so far
  unsigned End = 0;
  for (const Guard &Each : Rows) {
    if (!In.Text.slice(End, Each.Whole.Begin).trim().empty()) {
      if (IsRow)
        break;
      HasNew = false;
    }
    IsRow |= Each.Whole.Begin == G.Whole.Begin;
    HasNew |= Each.Macro == New;
    End = Each.Whole.End;
  }
  return IsIn || (IsRow && HasNew);
}

void Sharer::addGuard(const Guard &G, StringRef New) {
  if (hasCounterpart(G, New))
    return;
  std::string Body = portedText(In.Text, G.Body, In.Ported);
  bool IsSdks = !Decided.Names.count(G.Macro.str());
  if (G.HasElse || IsSdks) {
    std::string Asks = G.ByValue ? New.str() : ("defined(" + New + ")").str();
    insert(G.Body.End, ("#elif " + Asks + Break + Body).str(), G.Macro);
    return;
  }
  reportTwice(G);
  std::string Open =
      portedText(In.Text, {G.Whole.Begin, G.Body.Begin}, In.Ported);
  std::string Close = In.Text.slice(G.Body.End, G.Whole.End).str();
  bool EndsText = !StringRef(Close).ends_with("\n");
  std::string Text = EndsText ? Break.str() : "";
  Text.append(Open).append(Body).append(Close);
  insert(G.Whole.End, std::move(Text), G.Macro);
}

/// What both guards define, if a build asks for both.
void Sharer::reportTwice(const Guard &G) {
  auto IsRenamed = [&](StringRef Name) {
    return Decided.Names.count(Name.str()) != 0;
  };
  for (const DefinedFunction &D : findFunctions(In.Text))
    if (G.Body.holds(D.Offset) && !IsRenamed(D.Name) &&
        llvm::none_of(D.Namespaces, IsRenamed))
      Out.Findings.push_back(
          makeFinding({In.Path.str(), D.Offset, unsigned(D.Name.size())},
                      say(msg::DefinedTwice, D.Name), {}));
}

/// Those around what a port changes.
void Sharer::addGuards() {
  for (const Guard &G : Guards) {
    std::string New = newMacro(G);
    if (isDone(G.Whole.Begin) ||
        (!hasEdit(In.Ported, G.Body) && !hasCounterpart(G, New)))
      continue;
    Done.push_back(G.Whole);
    addGuard(G, New);
  }
}

/// True if one of the cases around, with nothing between, has the name.
static bool hasCase(ArrayRef<CaseRange> All, size_t Around, StringRef Name) {
  size_t First = Around, Last = Around;
  while (First && All[First - 1].Whole.End == All[First].Whole.Begin)
    --First;
  while (Last + 1 < All.size() &&
         All[Last + 1].Whole.Begin == All[Last].Whole.End)
    ++Last;
  return llvm::any_of(All.slice(First, Last + 1 - First),
                      [&](const CaseRange &C) { return C.Name == Name; });
}

void Sharer::addCases() {
  std::vector<CaseRange> All = findCases(In.Text);
  for (size_t I = 0; I < All.size(); ++I) {
    const CaseRange &C = All[I];
    auto Decision = Decided.Names.find(C.Name.str());
    if (isDone(C.Whole.Begin) || Decision == Decided.Names.end())
      continue;
    if (hasCase(All, I, Decision->second)) {
      Done.push_back(C.Whole);
      continue;
    }
    unsigned Label = C.Name.end() - In.Text.data();
    if (Switch.Macro.empty() && hasEdit(In.Ported, {Label, C.Whole.End}))
      continue; // a build for CUDA has not what it names
    Done.push_back(C.Whole);
    std::string New = portedText(In.Text, C.Whole, In.Ported);
    insert(C.Whole.End, Switch.Macro.empty() ? std::move(New) : guarded(New),
           C.Name);
  }
}

/// `#cmakedefine USE_CUDA` in what CMake makes a header of.
void Sharer::addDefinitions() {
  for (unsigned At = 0; At < In.Text.size(); At = lineEnd(In.Text, At)) {
    TextRange Line{At, lineEnd(In.Text, At)};
    StringRef Directive = directiveLine(In.Text, At);
    if (!Directive.starts_with("cmakedefine") || !hasEdit(In.Ported, Line))
      continue;
    Done.push_back(Line);
    insert(Line.End, portedText(In.Text, Line, In.Ported), Directive);
  }
}

/// The line of another vendor's counterpart, and its name; 0 if none.
std::pair<unsigned, std::string> Sharer::vendorsPlace(StringRef Name) const {
  std::string Lower = Name.lower();
  for (const std::string &Vendor : otherVendors())
    for (const RenameRule &R : besideRenames()) {
      std::string Word = StringRef(R.From).lower();
      size_t At = Lower.find(Word);
      if (At == std::string::npos)
        continue;
      std::string Theirs =
          Lower.substr(0, At) + Vendor + Lower.substr(At + Word.size());
      size_t Place = In.Text.lower().find(Theirs);
      if (Place != std::string::npos)
        return {unsigned(In.Text.take_front(Place).count('\n') + 1),
                In.Text.substr(Place, Theirs.size()).str()};
    }
  return {};
}

void Sharer::report(const Finding &F) {
  StringRef Old = In.Text.substr(F.Where.Offset, F.Where.Length);
  bool IsPlace = !Old.trim().empty() && !StringRef(*F.NewText).trim().empty();
  bool IsProse = F.Rule == "own-string" && llvm::any_of(Old, isSpace);
  if (!IsPlace || IsProse || !Reported.insert(Old).second)
    return;
  auto [Line, Theirs] = vendorsPlace(Old);
  Out.Findings.push_back(makeFinding(
      F.Where,
      Line ? say(msg::SharedPlaceBeside, Old, *F.NewText, Line, Theirs)
           : say(msg::SharedPlace, Old, *F.NewText),
      {}));
}

FilePlan Sharer::run() {
  collectGuards();
  addDeclared();
  addBranches();
  addGuards();
  addCases();
  addEnumerators();
  addDefinitions();
  widenConditions();
  for (const Finding &F : In.Ported.Edits)
    if (!isDone(F.Where.Offset))
      report(F);
  for (const Finding &F : In.Ported.Findings) // of code that MUSA gets as well
    if (isDone(F.Where.Offset))
      Out.Findings.push_back(F);
  llvm::sort(Out.Edits, [](const Finding &A, const Finding &B) {
    return std::tie(A.Where.Offset, A.Where.Length, A.NewText) <
           std::tie(B.Where.Offset, B.Where.Length, B.NewText);
  });
  return std::move(Out);
}

FilePlan shareCode(const SharedText &In, const RenameDecisions &Decided,
                   const BackendSwitch &Switch) {
  return Sharer(In, Decided, Switch).run();
}

void findCounterparts(const SharedText &In,
                      function_ref<bool(StringRef)> ChangesWords,
                      function_ref<bool(StringRef)> IsOwn,
                      function_ref<void(StringRef)> Add) {
  std::vector<Guard> Guards = findGuards(In.Text, ChangesWords);
  for (const CodeDeclaration &D : findDeclared(In.Text)) {
    auto IsAround = [&](const Guard &G) { return G.Whole.holds(D.Whole); };
    if (D.What == CodeDeclaration::Is::Use || !ChangesWords(D.Name) ||
        IsOwn(D.Name) || llvm::any_of(Guards, IsAround))
      continue;
    bool IsAbout = hasEdit(In.Ported, D.Whole);
    forEachNameIn(In.Text.slice(D.Whole.Begin, D.Whole.End),
                  [&](StringRef Name, unsigned) {
                    IsAbout |= ChangesWords(Name) && IsOwn(Name);
                  });
    if (IsAbout)
      Add(D.Name);
  }
}

bool needsCopy(StringRef Text, const FilePlan &Ported,
               function_ref<bool(StringRef)> IsSwitch,
               function_ref<bool(const Finding &)> IsTest) {
  std::vector<Guard> Guards = findGuards(Text, IsSwitch);
  return llvm::any_of(Ported.Edits, [&](const Finding &F) {
    unsigned At = F.Where.Offset;
    return !F.From.Entry.empty() && !isCondition(Text, At) && !IsTest(F) &&
           llvm::none_of(Guards,
                         [&](const Guard &G) { return G.Whole.holds(At); });
  });
}

} // namespace musify

#include "Beside/Share.h"
#include "Beside/Code.h"
#include "Diag/Message.h"
#include "Rename/BesideWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace musify {
namespace {

/// The bytes of the range as a port has them.
std::string ported(StringRef Text, TextRange Range, const FilePlan &Plan) {
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

StringRef directiveLine(StringRef Text, unsigned Offset) {
  StringRef Line = Text.substr(Text.take_front(Offset).rfind('\n') + 1)
                       .take_until([](char C) { return C == '\n'; });
  StringRef Bare = Line.ltrim();
  return Bare.consume_front("#") ? Bare.ltrim() : "";
}

bool isCondition(StringRef Text, unsigned Offset) {
  StringRef Line = directiveLine(Text, Offset);
  return Line.starts_with("if") || Line.starts_with("elif");
}

StringRef lineBreak(StringRef Text) {
  return Text.contains("\r\n") ? "\r\n" : "\n";
}

class Sharer {
public:
  Sharer(const SharedText &In, const RenameDecisions &Decided,
         ArrayRef<std::string> Vendors)
      : In(In), Decided(Decided), Vendors(Vendors) {}

  FilePlan run();

private:
  void insert(unsigned At, std::string Text, StringRef Beside);
  void addGuards();
  void addCases();
  void addEnumerators();
  void widen(const Finding &F);
  void report(const Finding &F);
  bool isDone(unsigned Offset) const {
    return llvm::any_of(Done,
                        [&](const TextRange &R) { return R.holds(Offset); });
  }
  std::pair<unsigned, std::string> vendorsPlace(StringRef Name) const;

  const SharedText &In;
  const RenameDecisions &Decided;
  ArrayRef<std::string> Vendors;
  std::vector<TextRange> Done; ///< has its counterpart
  StringSet<> Reported;
  FilePlan Out;
};

void Sharer::insert(unsigned At, std::string Text, StringRef Beside) {
  for (Finding &F : Out.Edits) // a plan has one insertion at a place
    if (F.Where.Offset == At && !F.Where.Length) {
      *F.NewText += Text;
      return;
    }
  Out.Edits.push_back({"beside",
                       {In.Path.str(), At, 0},
                       std::move(Text),
                       Severity::Note,
                       say(msg::SharedAdded, Beside),
                       {}});
}

void Sharer::addGuards() {
  auto IsSwitch = [&](StringRef Name) {
    return Decided.Names.count(Name.str()) != 0;
  };
  StringRef Break = lineBreak(In.Text);
  for (const Guard &G : findGuards(In.Text, IsSwitch)) {
    Done.push_back(G.Whole);
    std::string Body = ported(In.Text, G.Body, In.Ported);
    const std::string &New = Decided.Names.at(G.Macro.str());
    if (G.HasElse) {
      insert(G.Body.End, ("#elif defined(" + New + ")" + Break + Body).str(),
             G.Macro);
      continue;
    }
    std::string Open =
        ported(In.Text, {G.Whole.Begin, G.Body.Begin}, In.Ported);
    std::string Close = In.Text.slice(G.Body.End, G.Whole.End).str();
    bool EndsText = !StringRef(Close).ends_with("\n");
    std::string Text = EndsText ? Break.str() : "";
    Text.append(Open).append(Body).append(Close);
    insert(G.Whole.End, std::move(Text), G.Macro);
  }
}

void Sharer::addCases() {
  for (const CaseRange &C : findCases(In.Text)) {
    if (isDone(C.Whole.Begin) || !Decided.Names.count(C.Name.str()))
      continue;
    Done.push_back(C.Whole);
    insert(C.Whole.End, ported(In.Text, C.Whole, In.Ported), C.Name);
  }
}

void Sharer::addEnumerators() {
  for (const Enumeration &E : findEnumerations(In.Text))
    for (StringRef Name : E.Names) {
      auto It = Decided.Names.find(Name.str());
      unsigned At = Name.data() - In.Text.data();
      if (It == Decided.Names.end() || isDone(At) || E.IsNumbered)
        continue;
      Done.push_back({At, unsigned(At + Name.size())});
      insert(E.End, ", " + It->second, Name);
    }
}

/// A condition that asks for the SDK's compiler asks for both.
void Sharer::widen(const Finding &F) {
  unsigned At = F.Where.Offset, End = At + F.Where.Length;
  std::string Old = In.Text.slice(At, End).str();
  StringRef Line = directiveLine(In.Text, At);
  if (Line.starts_with("ifdef") &&
      StringRef(*F.NewText).find('(') == StringRef::npos) {
    unsigned Word = In.Text.take_front(At).rfind("ifdef");
    Out.Edits.push_back(
        {"beside",
         {In.Path.str(), Word, End - Word},
         "if defined(" + Old + ") || defined(" + *F.NewText + ")",
         Severity::Note,
         say(msg::SharedAdded, Old),
         {}});
    return;
  }
  report(F);
}

/// The line of another vendor's counterpart, and its name; 0 if none.
std::pair<unsigned, std::string> Sharer::vendorsPlace(StringRef Name) const {
  std::string Lower = Name.lower();
  for (const std::string &Vendor : Vendors)
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
  if (!Reported.insert(Old).second)
    return;
  auto [Line, Theirs] = vendorsPlace(Old);
  Out.Findings.push_back(makeFinding(
      F.Where,
      Line ? say(msg::SharedPlaceBeside, Old, *F.NewText, Line, Theirs)
           : say(msg::SharedPlace, Old, *F.NewText),
      {}));
}

FilePlan Sharer::run() {
  addGuards();
  addCases();
  addEnumerators();
  for (const Finding &F : In.Ported.Edits) {
    if (isDone(F.Where.Offset))
      continue;
    bool IsSdks = !F.From.Entry.empty();
    if (IsSdks && isCondition(In.Text, F.Where.Offset))
      widen(F);
    else
      report(F);
  }
  llvm::sort(Out.Edits, [](const Finding &A, const Finding &B) {
    return std::tie(A.Where.Offset, A.Where.Length, A.NewText) <
           std::tie(B.Where.Offset, B.Where.Length, B.NewText);
  });
  return std::move(Out);
}

} // namespace

FilePlan shareCode(const SharedText &In, const RenameDecisions &Decided,
                   ArrayRef<std::string> Vendors) {
  return Sharer(In, Decided, Vendors).run();
}

bool needsCopy(StringRef Text, const FilePlan &Ported,
               function_ref<bool(StringRef)> IsSwitch) {
  std::vector<Guard> Guards = findGuards(Text, IsSwitch);
  return llvm::any_of(Ported.Edits, [&](const Finding &F) {
    unsigned At = F.Where.Offset;
    return !F.From.Entry.empty() && !isCondition(Text, At) &&
           llvm::none_of(Guards,
                         [&](const Guard &G) { return G.Whole.holds(At); });
  });
}

} // namespace musify

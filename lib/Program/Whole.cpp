#include "Program/Whole.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace musify {
namespace {

bool mayDiffer(const Occurrence &O) {
  return O.TargetOnly || O.Does == Role::Number;
}

/// The edit that changes the place; `Edits` are sorted and do not overlap.
std::vector<Finding>::const_iterator editAt(const std::vector<Finding> &Edits,
                                            const Occurrence &O) {
  auto It =
      llvm::upper_bound(Edits, O.Offset, [](unsigned At, const Finding &F) {
        return At < F.Where.Offset + F.Where.Length;
      });
  return It != Edits.end() && It->Where.Offset <= O.Offset ? It : Edits.end();
}

class Check {
public:
  Check(const Program &P, Plan &Merged) : P(P), Merged(Merged) {}

  void keepWhole(const Entity &E) {
    std::vector<const Occurrence *> Kept, Moved;
    for (const Occurrence &O : E.Where)
      if (!mayDiffer(O))
        (isMoved(O) ? Moved : Kept).push_back(&O);
    if (Kept.empty() || Moved.empty())
      return;
    for (const Occurrence *O : Moved)
      dropEdit(*O);
    report(E, Kept);
  }

private:
  std::vector<Finding> &editsOf(const Occurrence &O) {
    return Merged.Files[P.files()[O.File].Path].Edits;
  }
  bool isMoved(const Occurrence &O) {
    auto &Edits = editsOf(O);
    return editAt(Edits, O) != Edits.end();
  }
  void dropEdit(const Occurrence &O) {
    auto &Edits = editsOf(O);
    if (auto It = editAt(Edits, O); It != Edits.end())
      Edits.erase(It);
  }
  std::string shown(const Occurrence &O) const {
    const Program::File &F = P.files()[O.File];
    size_t Line = F.Text.take_front(O.Offset).count('\n') + 1;
    return F.Shown + ":" + std::to_string(Line);
  }
  void report(const Entity &E, ArrayRef<const Occurrence *> Kept) {
    const Occurrence &First = E.definition() ? *E.definition() : *Kept.front();
    std::vector<std::string> Places;
    for (const Occurrence *O : Kept)
      Places.push_back(shown(*O));
    std::string Path = P.files()[First.File].Path;
    auto &Findings = Merged.Files[Path].Findings;
    auto At = llvm::upper_bound(Findings, First.Offset,
                                [](unsigned Offset, const Finding &F) {
                                  return Offset < F.Where.Offset;
                                });
    Findings.insert(
        At, makeFinding({Path, First.Offset, First.Length},
                        say(msg::HalfRenamed, E.Name, listOf(Places)), {}));
  }

  const Program &P;
  Plan &Merged;
};

} // namespace

void keepWhole(const Program &P, Plan &Merged) {
  Check C(P, Merged);
  for (const Entity *E : P.entities())
    C.keepWhole(*E);
}

/// What the project should know; none if the edits say all.
static Message messageOf(Reason Why, bool InScript, Argument Names) {
  switch (Why) {
  case Reason::InTurn:
    return say(msg::NamesInTurn, std::move(Names));
  case Reason::MapsItself:
    return say(msg::NamesMapped, std::move(Names));
  case Reason::Number:
    return InScript ? say(msg::NumberOfScript, std::move(Names))
                    : say(msg::NumberOfProject, std::move(Names));
  case Reason::None:
  case Reason::Configures:
  case Reason::Own:
  case Reason::Repeats:
    return {};
  }
  llvm_unreachable("all reasons are handled");
}

std::vector<Finding> reportEntities(const Program &P) {
  struct Group {
    const Occurrence *First = nullptr;
    std::vector<std::string> Names;
  };
  std::map<std::pair<unsigned, Reason>, Group> Groups; // by file
  for (const Entity *E : P.entities())
    if (const Occurrence *At = E->deciding();
        At && !P.files()[At->File].IsAround) {
      Group &G = Groups[{At->File, E->Why}];
      if (!G.First || At->Offset < G.First->Offset)
        G.First = At;
      G.Names.push_back("`" + E->Name + "`");
    }
  std::vector<Finding> Out;
  for (const auto &[Key, G] : Groups) {
    bool InScript = G.First->Does == Role::Flag;
    Message What = messageOf(Key.second, InScript, listOf(G.Names));
    if (Key.second == Reason::MapsItself && !P.Switches.empty())
      What.add(say(msg::NeedsSwitches, listOf(P.Switches)));
    if (What)
      Out.push_back(makeFinding(
          {P.files()[Key.first].Path, G.First->Offset, G.First->Length},
          std::move(What), {}));
  }
  return Out;
}

} // namespace musify

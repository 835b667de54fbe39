#include "Verify/Back.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// True if the tables have a way back for the edit: where they have none, the
/// entry or the edit says so.
bool goesBack(const Finding &Edit, const Table &Names) {
  if (Edit.What.Id == msg::ValueBecomes)
    return false;
  auto E = Names.findName(Edit.From.Entry);
  if (!E)
    E = Names.findHeader(Edit.From.Entry);
  return E && E->Reverse && E->S == Status::Supported;
}

const MadeEdit *editAt(const ComparedFile &F, ByteRange Port) {
  auto It = llvm::lower_bound(
      F.How.Made, Port.Begin,
      [](const MadeEdit &M, unsigned At) { return M.NewOffset < At; });
  return It != F.How.Made.end() && It->NewOffset < Port.End ? &*It : nullptr;
}

/// True if the port has another text there than a port makes.
bool differs(const ComparedFile &F, ByteRange Port) {
  return any_of(F.How.Differences, [&](const Difference &D) {
    return D.New.Begin <= Port.End && Port.Begin <= D.New.End;
  });
}

} // namespace

void judgeBack(ComparedFile &F, const FileResult &Back, const Table &Names) {
  StringRef Was = F.Original->OldText;
  auto How =
      comparePort(Back.OldText, Back.Plan, Was, textKindOf(F.Original->Path));
  if (!How)
    return consumeError(How.takeError()); // the plan of a text that changed
  for (const Difference &D : How->Differences) {
    // What the way back leaves alone lies in a branch that only the other
    // platform compiles.
    const MadeEdit *Edit = D.Edit ? editAt(F, D.Old) : nullptr;
    if (Edit && !differs(F, D.Old) && goesBack(*Edit->Edit, Names) &&
        !isLeftToPerson(Back, D.Old) && !isReported(*F.Port, D.Old))
      addFinding(*F.Port, D.Old.Begin, D.Old.End - D.Old.Begin,
                 say(msg::VerifyNotBack, D.Expected, D.Now),
                 Edit->Edit->From.Entry);
  }
}

} // namespace musify

#include "Driver/VerifyRun.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// An edit of the ported text as one of the original's. An edit inside the text
/// of another one is left out; at its beginning it is added to it.
void addFix(const FixFact &Fix, const std::string &Path, FilePlan &Plan) {
  long Moved = 0; // how much later the ported text is
  for (Finding &Edit : Plan.Edits) {
    if (Edit.Rule == "renamed-file")
      continue; // the parse had the old names
    unsigned Begin = Edit.Where.Offset + Moved;
    if (Fix.Offset + Fix.Length > Begin && Fix.Offset < Begin)
      return;
    if (Fix.Offset < Begin)
      break;
    if (Fix.Offset == Begin && !Fix.Length) {
      Edit.NewText = Fix.Text + *Edit.NewText;
      return;
    }
    if (Fix.Offset < Begin + Edit.NewText->size())
      return;
    Moved += long(Edit.NewText->size()) - long(Edit.Where.Length);
  }
  Finding Edit;
  Edit.Rule = "dialect";
  Edit.Where = {Path, unsigned(Fix.Offset - Moved), Fix.Length};
  Edit.NewText = Fix.Text;
  Edit.What = say(msg::DialectBecomes, Fix.Text, Fix.Why);
  Edit.From.From = Engine::Ast;
  auto Place = llvm::upper_bound(Plan.Edits, Edit,
                                 [](const Finding &A, const Finding &B) {
                                   return A.Where.Offset < B.Where.Offset;
                                 });
  Plan.Edits.insert(Place, std::move(Edit));
}

} // namespace

Expected<std::map<std::string, FilePlan>>
fixDialect(const VerifyRequest &Request, const Table &Names) {
  VerifyRun Run(Request, Names);
  auto Known = Run.parsePlan();
  if (!Known)
    return Known.takeError();
  std::map<std::string, FilePlan> Out;
  for (const FileResult &F : Request.Planned->Result.Files) {
    const FileFacts *Mine = factAt(Known->Files, F.Path);
    if (!Mine || Mine->Fixes.empty())
      continue;
    FilePlan Plan = F.Plan;
    // From behind: an edit moves what comes after it.
    for (const FixFact &Fix : llvm::reverse(Mine->Fixes))
      if (Fix.hasEdit())
        addFix(Fix, F.Path, Plan);
    Out[F.Path] = std::move(Plan);
  }
  return Out;
}

} // namespace musify

#include "Report/Skipped.h"
#include "Report/SourceLine.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>

using namespace llvm;

namespace musify {

static StringRef prefixOf(const SkippedResult &S, const SkippedPrefix &Prefix) {
  if (S.IsError)
    return Prefix.Failed;
  return S.IsTold ? Prefix.BrokenLink : Prefix.LeftOut;
}

bool printSkipped(raw_ostream &OS, ArrayRef<SkippedResult> Skipped,
                  const SkippedPrefix &Prefix, Language Lang) {
  std::vector<const SkippedResult *> Sorted;
  for (const SkippedResult &S : Skipped)
    if (!prefixOf(S, Prefix).empty())
      Sorted.push_back(&S);
  llvm::sort(Sorted, [](const SkippedResult *A, const SkippedResult *B) {
    return std::tie(A->Path, A->Reason) < std::tie(B->Path, B->Reason);
  });
  for (const SkippedResult *S : Sorted)
    OS << prefixOf(*S, Prefix) << printable(S->Path) << ": "
       << printable(S->Reason.text(Lang)) << '\n';
  return any_of(Skipped, [](const SkippedResult &S) { return S.IsError; });
}

} // namespace musify

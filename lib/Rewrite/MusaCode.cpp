#include "Rewrite/MusaCode.h"
#include "Platform/Platform.h"
#include "Project/Inputs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

/// A word such as `muInit` or `MUresult`, of the driver's interface.
static bool mayNameDriver(StringRef Text) {
  StringRef Prefix = targetPlatform().Prefixes.Driver;
  for (size_t At = 0;
       (At = Text.find_insensitive(Prefix, At)) != StringRef::npos;
       At += Prefix.size()) {
    StringRef Next = Text.drop_front(At + Prefix.size());
    bool BeginsWord =
        At == 0 || !(isAlnum(Text[At - 1]) || Text[At - 1] == '_');
    bool HasUpper = isUpper(Text[At]);
    if (BeginsWord && !Next.empty() &&
        (HasUpper ? isLower(Next.front()) : isUpper(Next.front())))
      return true;
  }
  return false;
}

bool mayNameMusa(StringRef Text) {
  return llvm::any_of(
             targetPlatform().Mentions,
             [&](StringRef W) { return Text.contains_insensitive(W); }) ||
         mayNameDriver(Text);
}

/// True for a name or header that a port would change; `#define X` names none.
static bool counts(const Candidate &C, const ScannedFile &Other) {
  bool IsUse = C.at() == Candidate::Place::Include ||
               (C.at() == Candidate::Place::Name && !C.name().IsMacros);
  return IsUse && C.E && C.E->renames() && !C.MusaCode &&
         !isUntouched(Other, C.Offset);
}

static size_t countNames(const ScannedFile &Scan, const ScannedFile &Other) {
  return llvm::count_if(Scan.Candidates,
                        [&](const Candidate &C) { return counts(C, Other); });
}

static bool includesSdk(const ScannedFile &Scan, const ScannedFile &Other) {
  return llvm::any_of(Scan.Candidates, [&](const Candidate &C) {
    return C.at() == Candidate::Place::Include && counts(C, Other);
  });
}

/// Branches that only CUDA compiles, without the conditions themselves.
static void addCudaBranches(const ScannedFile &Back, ScannedFile &Scan) {
  for (auto [Begin, End] : Back.Untouched)
    Scan.NeverMusa.emplace_back(
        std::min(Scan.Text.find('\n', Begin), size_t(End)), End);
}

EitherScan scanEither(StringRef Path, StringRef Text, const Table &Names,
                      const Table &Back, bool WithComments) {
  bool IsCalledMusa = isMusaExtension(Path);
  EitherScan Out;
  if (!IsCalledMusa && !mayNameMusa(Text)) {
    Out.Scan = scanFile(Text, Names, WithComments);
    return Out;
  }
  ScannedFile AsCuda = scanFile(Text, Names, WithComments);
  ScannedFile AsMusa = scanFile(Text, Back, /*WithComments=*/false);
  size_t Cuda = countNames(AsCuda, AsMusa), Musa = countNames(AsMusa, AsCuda);
  Out.SpeaksMusa = Musa > Cuda || (IsCalledMusa && Musa == Cuda);
  // Who includes CUDA's headers and names much of MUSA has names of his own.
  if (!IsCalledMusa && includesSdk(AsCuda, AsMusa))
    Out.SpeaksMusa = false;
  if (!IsCalledMusa && !Out.SpeaksMusa) {
    Out.Scan = std::move(AsCuda);
    return Out;
  }
  Out.Scan = scanFile(Text, Names, WithComments, /*IsMusa=*/true);
  addCudaBranches(AsMusa, Out.Scan);
  return Out;
}

} // namespace musify

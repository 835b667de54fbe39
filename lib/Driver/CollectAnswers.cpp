#include "Driver/Stages.h"
#include "Rewrite/CapabilityText.h"

using namespace llvm;

namespace musify {

KeptAnswers collectAnswers(ArrayRef<LoadedFile> Files, Workspace Project,
                           const PortOptions &Options) {
  constexpr unsigned Rounds = 3; // an answer goes through as many files
  const Facts None;
  const Program Nothing;
  std::vector<Finding> Unused;
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    KeptAnswers Found = Project.Answers;
    for (const LoadedFile &F : Files) {
      FileContext Context(*F.Input, F.Scan, None, Nothing, Project, Options,
                          Unused);
      noteAnswers(F.Scan, Context, Found);
    }
    if (Found == Project.Answers)
      break;
    Project.Answers = std::move(Found);
  }
  return Project.Answers;
}

} // namespace musify

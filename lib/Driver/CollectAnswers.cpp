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
  KeptAnswers New;
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    KeptAnswers Found;
    for (const LoadedFile &F : Files) {
      FileContext Context(*F.Input, F.Scan, None, Nothing, Project, Options,
                          Unused);
      noteAnswers(F.Scan, Context, Round ? &New : nullptr, Found);
    }
    New.clear();
    for (auto &[Name, Answer] : Found)
      if (Project.Answers.try_emplace(Name, Answer).second)
        New.try_emplace(Name, Answer);
    if (New.empty())
      break;
  }
  return Project.Answers;
}

} // namespace musify

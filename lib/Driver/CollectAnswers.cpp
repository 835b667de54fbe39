#include "Driver/Stages.h"
#include "Rewrite/CapabilityText.h"
#include "Rewrite/NumberAlias.h"

using namespace llvm;

namespace musify {

void collectAnswers(ArrayRef<LoadedFile> Files, const PortOptions &Options,
                    Workspace &Project) {
  for (const LoadedFile &F : Files)
    noteNumberAliases(F.Scan, Project.NumberAliases);
  constexpr unsigned Rounds = 3; // an answer goes through as many files
  KeptAnswers New;
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    KeptAnswers Found;
    for (const LoadedFile &F : Files)
      noteAnswers(*F.Input, F.Scan, Project, Options, Round ? &New : nullptr,
                  Found);
    New.clear();
    for (auto &[Name, Answer] : Found)
      if (Project.Answers.try_emplace(Name, Answer).second)
        New.try_emplace(Name, Answer);
    if (New.empty())
      break;
  }
}

} // namespace musify

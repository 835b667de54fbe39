#include "Driver/Learn.h"
#include "Project/FileNames.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

Expected<LearnResult> runLearn(const VerifyRequest &Request,
                               const Table &Names) {
  LearnResult Out;
  Error Failed =
      compareTrees(Request, Names, [&](const ComparedTrees &Trees) -> Error {
        std::vector<FileToLearn> Files;
        for (const ComparedFile &F : Trees.Files)
          Files.push_back({F.Original->Relative, F.Port->Relative,
                           F.Original->OldText, F.Port->OldText,
                           &F.Original->Plan, textKindOf(F.Original->Path)});
        auto Seen = observe(Files, Names);
        if (!Seen)
          return Seen.takeError();
        Out.Rules = learn(*Seen, Names);
        Out.Files = Files.size();
        Out.Read = Trees.Read;
        llvm::copy_if(Trees.Skipped, std::back_inserter(Out.Failed),
                      [](const SkippedResult &S) { return S.IsError; });
        return Error::success();
      });
  if (Failed)
    return std::move(Failed);
  return Out;
}

} // namespace musify

// Names that `##` makes from the SDK's follow those that they are made from.
#include "Driver/Stages.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// A made name and what it becomes; empty where its makers disagree.
using MadeNames = StringMap<std::string>;

/// The text that the edit at this place writes; empty: there is none.
StringRef newTextAt(const FilePlan &File, unsigned Offset) {
  for (const Finding &F : File.Edits)
    if (F.Where.Offset == Offset)
      return *F.NewText;
  return "";
}

MadeNames findMadeNames(const Facts &Known, const Plan &Merged,
                        const Table &Names) {
  MadeNames Out;
  for (const auto &Item : Known.Files) {
    auto File = Merged.Files.find(Item.first().str());
    for (const MadeName &M : Item.second.Made) {
      if (Names.findName(M.name()))
        continue; // the SDK's, too
      StringRef New =
          File == Merged.Files.end() ? "" : newTextAt(File->second, M.Offset);
      std::string Made =
          M.Before + (New.empty() ? M.Maker : New.str()) + M.After;
      auto [It, IsNew] = Out.try_emplace(M.name(), Made);
      if (!IsNew && It->second != Made)
        It->second.clear();
    }
  }
  return Out;
}

class Follower {
public:
  Follower(const MadeNames &Made, FilePlan &Plan) : Made(Made), Plan(Plan) {}

  void run(const LoadedFile &F) {
    forEachRawTokenOfBuffer(
        F.Scan.Text,
        [&](const clang::Token &Tok, unsigned Offset) {
          if (Tok.is(clang::tok::raw_identifier))
            visit(F, F.Scan.Text.substr(Offset, Tok.getLength()), Offset);
        },
        Comments::Skip);
  }

private:
  void visit(const LoadedFile &F, StringRef Name, unsigned Offset) {
    auto It = Made.find(Name);
    if (It == Made.end() || It->second == Name || isUntouched(F.Scan, Offset) ||
        !newTextAt(Plan, Offset).empty())
      return;
    SourceSpan Where{F.Input->Path, Offset, unsigned(Name.size())};
    if (It->second.empty()) {
      Plan.Findings.push_back(
          makeFinding(Where, say(msg::MadeNameDisputed, Name), {}));
      return;
    }
    Plan.Edits.push_back({"made-name",
                          Where,
                          It->second,
                          Severity::Note,
                          say(msg::MadeNameBecomes, Name, It->second),
                          {}});
  }

  const MadeNames &Made;
  FilePlan &Plan;
};

} // namespace

void followMadeNames(ArrayRef<LoadedFile> Files, const Facts &Known,
                     const Table &Names, Plan &Merged) {
  MadeNames Made = findMadeNames(Known, Merged, Names);
  if (llvm::all_of(Made, [](const auto &M) { return M.second == M.first(); }))
    return;
  for (const LoadedFile &F : Files) {
    if (F.Scan.IsMusa)
      continue;
    FilePlan &Plan = Merged.Files[F.Input->Path];
    Follower(Made, Plan).run(F);
    auto ByOffset = [](const Finding &A, const Finding &B) {
      return std::tie(A.Where.Offset, A.Rule) <
             std::tie(B.Where.Offset, B.Rule);
    };
    llvm::sort(Plan.Edits, ByOffset);
    llvm::sort(Plan.Findings, ByOffset);
  }
}

} // namespace musify

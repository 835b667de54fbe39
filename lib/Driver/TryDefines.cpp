// Runs again with macros defined that let more of the code be parsed.
#include "Driver/Port.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace musify {
namespace {

/// A project may have many switches: those with most names first.
constexpr unsigned MostRuns = 6;

/// Names in regions that no parse saw.
unsigned unseenNames(const RunResult &Run) {
  unsigned Names = 0;
  for (const FileResult &F : Run.Files)
    Names += F.unseenNames();
  return Names;
}

/// The most useful definition that was not tried; empty if there is none.
std::string nextDefinition(const RunResult &Run, const StringSet<> &Tried) {
  for (const UsefulDefinition &D : Run.Definitions)
    if (!Tried.contains(D.Macro) &&
        !sourcePlatform().OtherVendors.contains(D.Macro))
      return D.Macro;
  return "";
}

} // namespace

Expected<RunResult> runPortTrying(PortRequest Request, const Table &Names,
                                  Facts *Known) {
  auto Best = runPort(Request, Names, Known);
  if (!Best || !Request.TryDefines || Request.Dumped)
    return Best;
  StringSet<> Tried;
  std::vector<UsefulDefinition> Taken;
  for (unsigned Run = 0; Run < MostRuns; ++Run) {
    std::string Macro = nextDefinition(*Best, Tried);
    if (Macro.empty())
      break;
    Tried.insert(Macro);
    PortRequest More = Request;
    More.ExtraFlags.push_back("-D" + Macro + "=1");
    Facts Seen;
    auto Next = runPort(More, Names, &Seen);
    if (!Next)
      return Next.takeError();
    unsigned Before = unseenNames(*Best), After = unseenNames(*Next);
    if (After >= Before)
      continue;
    Taken.push_back({Macro, 0, Before - After});
    Request = std::move(More);
    Best = std::move(Next);
    if (Known)
      *Known = std::move(Seen);
  }
  Best->Defined = std::move(Taken);
  return Best;
}

} // namespace musify

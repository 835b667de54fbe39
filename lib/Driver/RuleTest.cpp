#include "Driver/RuleTest.h"
#include "Diag/MessageError.h"
#include "Driver/Port.h"
#include "Edit/Plan.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

static Expected<std::string> portText(StringRef Path, StringRef Text,
                                      const Table &Names) {
  if (Error E = writeFileAtomically(Path, Text))
    return std::move(E);
  PortRequest Request;
  Request.Paths = {Path.str()};
  Request.Jobs = 1;
  auto Result = runPort(Request, Names);
  if (!Result)
    return Result.takeError();
  const FileResult &Only = Result->Files.front();
  return applyEdits(Only.OldText, Only.Plan);
}

Expected<std::vector<RuleTestResult>> runRuleTests(ArrayRef<CustomRule> Rules,
                                                   const Table &Names) {
  SmallString<128> Folder;
  if (std::error_code EC = sys::fs::createUniqueDirectory("musify", Folder))
    return errorOf(say(msg::NoTemporaryDirectory, systemMessage(EC)));
  auto Remove = scope_exit([&] { sys::fs::remove_directories(Folder); });
  SmallString<128> Path = Folder;
  sys::path::append(Path, "given" + sourcePlatform().SourceSuffix);
  std::vector<RuleTestResult> Out;
  for (const CustomRule &R : Rules)
    for (size_t I = 0; I < R.Tests.size(); ++I) {
      auto Got = portText(Path, R.Tests[I].Given, Names);
      if (!Got)
        return Got.takeError();
      Out.push_back({&R, unsigned(I + 1), *Got, R.Tests[I].Expect});
    }
  return Out;
}

} // namespace musify

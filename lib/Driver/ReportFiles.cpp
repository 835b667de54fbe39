#include "Driver/ReportFiles.h"
#include "Driver/Tree.h"
#include "Edit/FileBatch.h"
#include "Support/RealPath.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace musify {

Error checkDistinct(ArrayRef<ReportFile> Reports) {
  StringMap<StringRef> First;
  for (const ReportFile &R : Reports) {
    std::string Real = realTarget(R.Path);
    if (Real.empty()) // cannot be written
      continue;
    auto [It, IsNew] = First.try_emplace(Real, R.Option);
    if (!IsNew)
      return createStringError(inconvertibleErrorCode(),
                               It->second + " and " + R.Option +
                                   " name the same file `" + R.Path + "`");
  }
  return Error::success();
}

Error checkReports(ArrayRef<ReportFile> Reports) {
  for (const ReportFile &R : Reports)
    if (Error E = checkWritable(R.Path))
      return E;
  return checkDistinct(Reports);
}

Error checkReports(ArrayRef<ReportFile> Reports, ArrayRef<std::string> InUse) {
  if (Reports.empty())
    return Error::success();
  StringSet<> Used;
  for (const std::string &Path : InUse)
    Used.insert(realTarget(Path));
  for (const ReportFile &R : Reports)
    if (Used.contains(realTarget(R.Path)))
      return createStringError(inconvertibleErrorCode(),
                               R.Option + " `" + R.Path +
                                   "` would replace a file that the run reads "
                                   "or writes; nothing was written");
  return Error::success();
}

std::vector<std::string> filesInUse(const RunResult &Result,
                                    const OutputRequest &Request) {
  std::vector<std::string> Out;
  for (const FileResult &F : Result.Files) {
    Out.push_back(F.Path);
    if (Request.Mode != OutputMode::Diff)
      Out.push_back(outputPath(F, Request));
  }
  for (const OtherResult &F : Result.Others) {
    Out.push_back(F.Path);
    Out.push_back(inTree(Request.Path, F.Relative));
  }
  if (Request.KeepsLedger)
    Out.push_back(inTree(Request.Path, LedgerPath));
  return Out;
}

} // namespace musify

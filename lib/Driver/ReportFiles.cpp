#include "Driver/ReportFiles.h"
#include "Diag/MessageError.h"
#include "Driver/Tree.h"
#include "Edit/FileBatch.h"
#include "Lint/Config.h"
#include "Project/Ignore.h"
#include "Support/RealPath.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

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
      return errorOf(say(msg::SameReport, It->second, R.Option, R.Path));
  }
  return Error::success();
}

Error checkReports(ArrayRef<ReportFile> Reports) {
  for (const ReportFile &R : Reports)
    if (Error E = checkWritable(R.Path))
      return E;
  return checkDistinct(Reports);
}

/// True if a run may read the file because of its name alone.
static bool isSettings(StringRef Path) {
  StringRef Name = sys::path::filename(Path);
  return (Name == IgnoreFileName || Name == ConfigFileName) &&
         sys::fs::exists(Path);
}

Error checkReports(ArrayRef<ReportFile> Reports, ArrayRef<std::string> InUse) {
  if (Reports.empty())
    return Error::success();
  StringSet<> Used;
  for (const std::string &Path : InUse)
    Used.insert(realTarget(Path));
  for (const ReportFile &R : Reports)
    if (Used.contains(realTarget(R.Path)) || isSettings(R.Path))
      return errorOf(say(msg::ReportOverInput, R.Option, R.Path));
  return Error::success();
}

std::vector<std::string> filesInUse(const RunResult &Result,
                                    const OutputRequest &Request) {
  std::vector<std::string> Out;
  for (const FileResult &F : Result.Files) {
    Out.push_back(F.Path);
    if (Request.Mode != OutputMode::Diff)
      Out.push_back(outputPath(F, Request));
    if (!Request.BackupSuffix.empty())
      Out.push_back(F.Path + Request.BackupSuffix);
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

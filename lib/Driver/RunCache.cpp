#include "Driver/RunCache.h"
#include "Diag/MessageError.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

/// Where this checkout has the project: its sources, and what its build makes.
static std::vector<std::string> rootsOf(const PortRequest &Request,
                                        const ProjectFiles &Found) {
  SmallString<256> Build;
  if (!Request.BuildDir.empty() &&
      !sys::fs::real_path(Request.BuildDir, Build) &&
      !sys::fs::is_directory(Build))
    sys::path::remove_filename(Build);
  return {Found.Inputs.ProjectRoot, std::string(Build)};
}

Expected<std::unique_ptr<FactsCache>> openCache(const PortRequest &Request,
                                                const ProjectFiles &Found) {
  if (!Request.Parse || Request.CacheDir.empty())
    return nullptr;
  return FactsCache::open(Request.CacheDir, Request.CacheIdentity,
                          rootsOf(Request, Found));
}

void keepPreludes(FactsCache *Cache, const Session &Run,
                  PreludeCache &Preludes) {
  if (!Cache)
    return;
  Preludes.Recall = [Cache, &Run](const CompileCommand &Reader, Prelude &Out) {
    return Cache->find(Reader, Run, Out);
  };
  Preludes.Keep = [Cache, &Run](const CompileCommand &Reader, Prelude &Made) {
    Cache->store(Reader, Run, Made);
  };
}

Error finishCache(FactsCache *Cache, const PortRequest &Request) {
  if (!Cache)
    return Error::success();
  FactsCache::Fault Fault = Cache->fault();
  Message What = say(msg::CacheNotWritten, Fault.Why, Fault.NotKept);
  if (Fault.NotKept && Request.FactsOnly)
    return errorOf(What);
  if (Fault.NotKept && Request.Warn)
    Request.Warn(What);
  // The facts of other parts are not read yet: only a run that reads them all
  // knows which are old.
  if (!Request.FactsOnly)
    Cache->prune();
  return Error::success();
}

} // namespace musify

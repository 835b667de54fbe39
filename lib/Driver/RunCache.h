//===- RunCache.h - The cache of facts as a run uses it ---------*- C++ -*-===//
#ifndef MUSIFY_DRIVER_RUNCACHE_H
#define MUSIFY_DRIVER_RUNCACHE_H

#include "Driver/Stages.h"
#include "Parse/FactsCache.h"
#include "llvm/Support/Error.h"
#include <memory>

namespace musify {

/// Null if the run uses none. Fails if the directory cannot be made.
llvm::Expected<std::unique_ptr<FactsCache>>
openCache(const PortRequest &Request, const ProjectFiles &Found);

/// `Preludes` are looked up in `Cache` first, and kept there. All three must
/// live as long as the parses; nothing happens if `Cache` is null.
void keepPreludes(FactsCache *Cache, const Session &Run,
                  PreludeCache &Preludes);

/// Warns of what could not be kept, which fails a run for facts only, and
/// removes what is too much. `Cache` may be null.
llvm::Error finishCache(FactsCache *Cache, const PortRequest &Request);

} // namespace musify

#endif // MUSIFY_DRIVER_RUNCACHE_H

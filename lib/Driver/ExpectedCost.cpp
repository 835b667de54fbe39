#include "Driver/ExpectedCost.h"

using namespace llvm;

namespace musify {

// Rough figures: only the order of units and the cut into parts rest on them.
double expectedCost(const CompileCommand &Unit, ArrayRef<std::string> Headers,
                    IncludeGraph &Graph,
                    function_ref<size_t(StringRef)> SizeOf) {
  constexpr double Start = 30, OfOwnKiB = 3, OfHeaderKiB = 0.5, OfLibrary = 1;
  size_t InHeaders = 0;
  for (const std::string &Path : Headers)
    InHeaders += SizeOf(Path);
  return Start + OfOwnKiB * double(SizeOf(Unit.File)) / 1024 +
         OfHeaderKiB * double(InHeaders) / 1024 +
         OfLibrary * weight(Graph.standardHeaders(Unit));
}

} // namespace musify

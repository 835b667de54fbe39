#include "Rewrite/AstRules/All.h"

namespace musify {

static constexpr AstRuleMaker Makers[] = {makeCapabilityTest, makeMatcherRules};

static constexpr AstRuleMaker LintMakers[] = {makeWarpContract,
                                              makeDeviceLimits};

llvm::ArrayRef<AstRuleMaker> allAstRules() { return Makers; }
llvm::ArrayRef<AstRuleMaker> lintAstRules() { return LintMakers; }

} // namespace musify

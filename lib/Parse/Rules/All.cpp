#include "Parse/Rules/All.h"

namespace musify {

static constexpr AstRuleMaker Makers[] = {makeAliasedName,  makeCapabilityTest,
                                          makeCapturedName, makeInterposer,
                                          makeMatcherRules, makeStringUse};

static constexpr AstRuleMaker LintMakers[] = {
    makeWarpContract, makeDeviceLimits, makeStatusNumber, makeStructLayout};

llvm::ArrayRef<AstRuleMaker> allAstRules() { return Makers; }
llvm::ArrayRef<AstRuleMaker> lintAstRules() { return LintMakers; }

} // namespace musify

#include "Rewrite/AstRules/All.h"

namespace musify {

static constexpr AstRuleMaker Makers[] = {makeCapabilityTest, makeMatcherRules};

llvm::ArrayRef<AstRuleMaker> allAstRules() { return Makers; }

} // namespace musify

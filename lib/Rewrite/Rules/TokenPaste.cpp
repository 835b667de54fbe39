// `cuda##Name` makes a name that no table look-up sees.
#include "Scan/CudaNames.h"
#include "Rewrite/Rules/All.h"

namespace musify {

void applyTokenPaste(const Candidate &C, FileContext &Context) {
  if (C.MacroArgument && !Context.isPasted(C))
    return;
  Direction Way = Context.Project.Names.direction();
  Context.tell("token-paste", C, Severity::Warning,
               ("`##` puts a " + sourceSide(Way) + " name together from `" +
                C.Text + "`; spell the " + targetSide(Way) +
                " name here by hand")
                   .str());
}

} // namespace musify

// `cuda##Name` makes a name that no table look-up sees.
#include "Rewrite/Rules/All.h"

namespace musify {

void applyTokenPaste(const Candidate &C, FileContext &Context) {
  if (C.MacroArgument && !Context.isPasted(C))
    return;
  Context.tell("token-paste", C, Severity::Warning,
               ("`##` puts a CUDA name together from `" + C.Text +
                "`; spell the MUSA name here by hand")
                   .str());
}

} // namespace musify

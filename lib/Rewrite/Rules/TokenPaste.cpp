// `cuda##Name` makes a name that no table look-up sees.
#include "Rewrite/Rules/All.h"
#include "Scan/CudaNames.h"

namespace musify {

void applyTokenPaste(const Candidate &C, FileContext &Context) {
  if ((C.MacroArgument && !Context.isPasted(C)) || Context.makesOwnNamesOnly(C))
    return;
  Direction Way = Context.Project.Names.direction();
  Context.report(
      C, say(msg::PastedName, sourceSide(Way), C.Text, targetSide(Way)));
}

} // namespace musify

// `cuda##Name` makes a name that no table look-up sees. What a macro of the
// project makes PyTorch's dispatch key or device is known from its body.
#include "Rewrite/Rules/All.h"
#include "Scan/CudaNames.h"

using namespace llvm;

namespace musify {

/// What stands for the argument once the macro has made a name of it.
static void applyMade(const Candidate &C, const Entry &E, StringRef Before,
                      FileContext &Context) {
  StringRef New = lastPart(E.To);
  if (!New.consume_front(Before))
    return Context.report(C,
                          say(msg::PastedInto, C.Text,
                              targetSide(Context.Project.Names.direction())));
  Candidate Made = C;
  Made.E = &E;
  applyEntry(Made, New.str(), Context);
}

/// True if the argument becomes a dispatch key or a device of PyTorch.
static bool applyTorchArgument(const Candidate &C, FileContext &Context) {
  const place::Paste &Is = *C.as<place::Paste>();
  if (!Is.Key)
    return false;
  const TorchUse &Use = Context.Project.Torch;
  TorchUse::Parameter Mine{Is.Callee.str(), Is.Argument};
  if (Use.Keys.contains(Mine)) {
    applyMade(C, *Is.Key, "", Context);
    return true;
  }
  auto It = Use.Devices.find(Mine);
  if (It == Use.Devices.end())
    return false;
  if (auto E = Context.Project.Names.findName(It->second + C.Text.str()))
    applyMade(C, *E, It->second, Context);
  return true;
}

void applyTokenPaste(const Candidate &C, FileContext &Context) {
  Direction Way = Context.Project.Names.direction();
  if (applyTorchArgument(C, Context) || !looksLikeFragment(Way, C.Text) ||
      (C.as<place::Paste>()->IsArgument && !Context.isPasted(C)) ||
      Context.makesOwnNamesOnly(C))
    return;
  Context.report(
      C, say(msg::PastedName, sourceSide(Way), C.Text, targetSide(Way)));
}

} // namespace musify

// MUSA's compiler takes `<<<...>>>`; a call is written only on demand. All
// edits are small and lie beside the user's text, so that names inside the
// configuration and the arguments are ported as everywhere else.
//
// `musaLaunchKernelEx` takes the kernel's own parameter types and converts the
// arguments (MooreThreads/MT-DeepEP csrc/kernels/launch.muh).
#include "Rewrite/Rules/All.h"

using namespace llvm;

namespace musify {

static constexpr StringLiteral RuleId = "launch";

void applyLaunch(const Candidate &C, FileContext &Context) {
  if (!Context.Options.LaunchApi)
    return;
  if (!C.Launch)
    return Context.report(C, say(msg::LaunchUnparsed));
  const NameFact *Fact = Context.nameFact(C);
  if (!Fact || Fact->Deduced)
    return Context.report(C, Fact ? say(msg::LaunchDeduced)
                                  : say(msg::LaunchUnseen));
  const Candidate::LaunchPieces &P = *C.Launch;
  auto Replace = [&](unsigned Begin, unsigned End, std::string Text) {
    Context.editRange(RuleId, C, Begin, End - Begin, std::move(Text),
                      say(msg::LaunchBecomes));
  };
  static constexpr StringLiteral Fields[] = {
      "blockDim = dim3(", "dynamicSmemBytes = (", "stream = ("};
  Replace(P.KernelBegin, P.KernelBegin, "[&] { auto *musifyKernel = ");
  Replace(C.Offset, C.Offset + C.Length,
          "; musaLaunchConfig_t musifyConfig = {}; musifyConfig.gridDim = "
          "dim3(");
  for (size_t I = 1; I < P.Config.size(); ++I)
    Replace(P.Config[I - 1].second, P.Config[I].first,
            ("); musifyConfig." + Fields[I - 1]).str());
  Replace(P.CloseBegin, P.CloseBegin + C.Length,
          "); return musaLaunchKernelEx");
  Replace(P.ParenBegin, P.ParenBegin + 1,
          std::string("(&musifyConfig, musifyKernel") +
              (P.HasArgs ? ", " : ""));
  Replace(P.ArgsEnd, P.ArgsEnd + 1, "); }()");
}

} // namespace musify

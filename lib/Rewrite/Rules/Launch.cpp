// MUSA's compiler takes `<<<...>>>`; a call is written only on demand. All
// edits are small and lie beside the user's text, so that names inside the
// configuration and the arguments are ported as everywhere else.
//
// `musaLaunchKernelEx` takes the kernel's own parameter types and converts the
// arguments (MooreThreads/MT-DeepEP csrc/kernels/launch.muh).
#include "Platform/Platform.h"
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
  const LaunchNames &Names = targetPlatform().Launch;
  auto Replace = [&](unsigned Begin, unsigned End, std::string Text) {
    Context.editRange(RuleId, C, Begin, End - Begin, std::move(Text),
                      say(msg::LaunchBecomes, Names.Function));
  };
  const std::string &Dim = sourcePlatform().Device.Dimensions;
  auto Set = [&](size_t I) { // grid and block are of a type of their own
    return "musifyConfig." + Names.Fields[I] + " = " + (I < 2 ? Dim : "") + "(";
  };
  Replace(P.KernelBegin, P.KernelBegin, "[&] { auto *musifyKernel = ");
  Replace(C.Offset, C.Offset + C.Length,
          "; " + Names.Config + " musifyConfig = {}; " + Set(0));
  for (size_t I = 1; I < P.Config.size(); ++I)
    Replace(P.Config[I - 1].second, P.Config[I].first, "); " + Set(I));
  Replace(P.CloseBegin, P.CloseBegin + C.Length, "); return " + Names.Function);
  Replace(P.ParenBegin, P.ParenBegin + 1,
          std::string("(&musifyConfig, musifyKernel") +
              (P.HasArgs ? ", " : ""));
  Replace(P.ArgsEnd, P.ArgsEnd + 1, "); }()");
}

} // namespace musify

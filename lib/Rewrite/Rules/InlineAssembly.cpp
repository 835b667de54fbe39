// MUSA's compiler assembles no PTX (vendor documentation; MooreThreads/muAlg
// cub/util_ptx.cuh replaced each by hand). Host assembly is left alone.
#include "Rewrite/Rules/All.h"
#include "Scan/Ptx.h"

using namespace llvm;

namespace musify {

/// A function without evidence is proposed as such.
static Message adviceFor(const PtxUse &Use, const Table &Names) {
  switch (Use.Class) {
  case PtxClass::Plain:
    break;
  case PtxClass::Target:
    return say(msg::PtxTarget, Use.Text);
  case PtxClass::Unknown:
    return say(msg::PtxUnknown, Use.Text);
  }
  if (Use.Instead.empty()) {
    Message Words;
    Words.Id = Use.Words;
    return say(msg::PtxWords, Use.Text, std::move(Words));
  }
  auto E = Names.findName(Use.Instead);
  bool Has = E && (E->S == Status::Supported || E->S == Status::Unchanged);
  return Has || !Use.IsFunction
             ? say(msg::PtxFunction, Use.Text, Use.Instead)
             : say(msg::PtxUnverifiedFunction, Use.Text, Use.Instead);
}

void applyInlineAssembly(const Candidate &C, FileContext &Context) {
  if (Context.Project.Names.isReversed() || Context.isHostCode())
    return; // PTX is CUDA's
  std::vector<Argument> Advice;
  for (const PtxUse &Use : ptxIn(C.Text))
    Advice.emplace_back(adviceFor(Use, Context.Project.Names));
  if (!Advice.empty())
    Context.report(C, say(msg::InlinePtx, std::move(Advice)));
}

} // namespace musify

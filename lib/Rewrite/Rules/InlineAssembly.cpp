// MUSA's compiler assembles no PTX (vendor documentation; MooreThreads/muAlg
// cub/util_ptx.cuh replaced each by hand). Host assembly is left alone.
#include "Scan/Ptx.h"
#include "Rewrite/Rules/All.h"

using namespace llvm;

namespace musify {

/// A function is only proposed as it is known to the tables.
static std::string doubtAbout(StringRef Function, const Table &Names) {
  auto E = Names.findName(Function);
  bool Has = E && (E->S == Status::Supported || E->S == Status::Unchanged);
  return Has ? "" : " (nothing shows that MUSA has it)";
}

static std::string adviceFor(const PtxUse &Use, const Table &Names) {
  std::string Text = "`" + Use.Text + "` ";
  switch (Use.Class) {
  case PtxClass::Plain:
    return Use.IsFunction ? Text + "is `" + Use.Instead.str() + "`" +
                                doubtAbout(Use.Instead, Names)
                          : Text + "is " + Use.Instead.str();
  case PtxClass::Target:
    return Text + "needs an intrinsic of the target";
  case PtxClass::Unknown:
    return Text + "is unknown";
  }
  llvm_unreachable("all classes are handled");
}

void applyInlineAssembly(const Candidate &C, FileContext &Context) {
  if (Context.Project.Names.isReversed() || Context.isHostCode())
    return; // PTX is CUDA's
  std::string Advice;
  for (const PtxUse &Use : ptxIn(C.Text))
    Advice += (Advice.empty() ? "" : ", ") + adviceFor(Use, Context.Project.Names);
  if (!Advice.empty())
    Context.tell("inline-ptx", C, Severity::Error,
                 "MUSA's compiler understands no inline PTX: " + Advice);
}

} // namespace musify

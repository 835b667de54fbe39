// MUSA's compiler assembles no PTX (vendor documentation; MooreThreads/muAlg
// cub/util_ptx.cuh replaced each by hand). Host assembly is left alone.
#include "Rewrite/Rules/All.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace musify {

/// The first PTX instruction or special register of the template; "" if none.
static StringRef ptxIn(StringRef Template) {
  // Dotted mnemonics such as `mov.u32`, or the few bare ones.
  static const Regex Mnemonic(
      "(^|[^A-Za-z0-9_.%@])([a-z][a-z0-9]*(\\.[a-z][a-z0-9_:]*)+|"
      "(trap|exit|brkpt|membar|activemask)[ ;.])");
  static const Regex Register(
      "%%?(laneid|warpid|smid|nsmid|clock|lanemask_[a-z]+|globaltimer|"
      "dynamic_smem_size|total_smem_size|tid|ctaid|ntid|nctaid|envreg[0-9]+)");
  SmallVector<StringRef, 4> Groups;
  if (Mnemonic.match(Template, &Groups))
    return Groups[2].rtrim(" ;.");
  if (Register.match(Template, &Groups))
    return Groups[0];
  return "";
}

void applyInlineAssembly(const Candidate &C, FileContext &Context) {
  if (Context.Run.Names.isReversed())
    return; // PTX is CUDA's
  StringRef Instruction = ptxIn(C.Text);
  if (!Instruction.empty())
    Context.tell("inline-ptx", C, Severity::Error,
                 ("inline PTX (`" + Instruction +
                  "`) is not understood by MUSA's compiler; write it with "
                  "built-ins")
                     .str());
}

} // namespace musify

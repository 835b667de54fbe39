#include "Scan/Ptx.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace musify {
namespace {

/// A mnemonic with the first of its modifiers, as many as tell it apart.
struct Known {
  StringLiteral Prefix;
  PtxClass Class;
  StringLiteral Instead;
  MessageId Words;
  bool IsFunction;
};

constexpr Known words(StringLiteral Prefix, MessageId Words) {
  return {Prefix, PtxClass::Plain, "", Words, false};
}
constexpr Known name(StringLiteral Prefix, StringLiteral Name) {
  return {Prefix, PtxClass::Plain, Name, MessageId::None, false};
}
constexpr Known function(StringLiteral Prefix, StringLiteral Name) {
  return {Prefix, PtxClass::Plain, Name, MessageId::None, true};
}
constexpr Known target(StringLiteral Prefix) {
  return {Prefix, PtxClass::Target, "", MessageId::None, false};
}

/// The longest prefix counts.
constexpr Known Table[] = {
    // Arithmetic and bits
    words("abs", msg::PtxArithmetic),
    words("add", msg::PtxArithmetic),
    words("add.cc", msg::PtxWideArithmetic),
    words("addc", msg::PtxWideArithmetic),
    words("and", msg::PtxOperators),
    words("bfe", msg::PtxBits),
    words("bfi", msg::PtxBits),
    function("bfind", "__clz"),
    function("brev", "__brev"),
    function("clz", "__clz"),
    words("cnot", msg::PtxOperators),
    words("cos", msg::PtxMath),
    words("cvt", msg::PtxConversions),
    words("div", msg::PtxArithmetic),
    function("dp4a", "__dp4a"),
    words("ex2", msg::PtxMath),
    words("fma", msg::PtxMath),
    words("lg2", msg::PtxMath),
    words("lop3", msg::PtxOperators),
    words("mad", msg::PtxArithmetic),
    words("mad.cc", msg::PtxWideArithmetic),
    words("madc", msg::PtxWideArithmetic),
    words("max", msg::PtxArithmetic),
    words("min", msg::PtxArithmetic),
    words("mov", msg::PtxAssignment),
    words("mul", msg::PtxArithmetic),
    function("mul.hi.u32", "__umulhi"),
    function("mul.hi.u64", "__umul64hi"),
    words("neg", msg::PtxArithmetic),
    words("not", msg::PtxOperators),
    words("or", msg::PtxOperators),
    function("popc", "__popc"),
    function("prmt", "__byte_perm"),
    words("rcp", msg::PtxMath),
    words("rem", msg::PtxArithmetic),
    words("rsqrt", msg::PtxMath),
    name("selp", "?:"),
    words("set", msg::PtxComparisons),
    words("setp", msg::PtxComparisons),
    function("shf.l", "__funnelshift_l"),
    function("shf.r", "__funnelshift_r"),
    words("shl", msg::PtxOperators),
    words("shr", msg::PtxOperators),
    words("sin", msg::PtxMath),
    words("sqrt", msg::PtxMath),
    words("sub", msg::PtxArithmetic),
    words("sub.cc", msg::PtxWideArithmetic),
    words("subc", msg::PtxWideArithmetic),
    words("tanh", msg::PtxMath),
    words("xor", msg::PtxOperators),
    // Memory
    words("atom", msg::PtxAtomics),
    function("cvta.to.shared", "__cvta_generic_to_shared"),
    words("cvta", msg::PtxPointers),
    words("isspacep", msg::PtxPointers),
    words("ld", msg::PtxLoad),
    function("ld.global.nc", "__ldg"),
    words("ldu", msg::PtxPlainLoad),
    words("prefetch", msg::PtxHint),
    words("prefetchu", msg::PtxHint),
    words("red", msg::PtxAtomics),
    words("st", msg::PtxStore),
    // Threads
    function("activemask", "__activemask"),
    function("bar.sync", "__syncthreads"),
    function("bar.warp.sync", "__syncwarp"),
    function("barrier.sync", "__syncthreads"),
    words("bra", msg::PtxControlFlow),
    words("brkpt", msg::PtxNothing),
    name("exit", "return"),
    words("fence", msg::PtxFences),
    function("match.any", "__match_any_sync"),
    function("match.all", "__match_all_sync"),
    function("membar.cta", "__threadfence_block"),
    function("membar.gl", "__threadfence"),
    function("membar.sys", "__threadfence_system"),
    function("nanosleep", "__nanosleep"),
    function("redux.sync.add", "__reduce_add_sync"),
    function("redux.sync.max", "__reduce_max_sync"),
    function("redux.sync.min", "__reduce_min_sync"),
    name("ret", "return"),
    function("shfl.sync.bfly", "__shfl_xor_sync"),
    function("shfl.sync.down", "__shfl_down_sync"),
    function("shfl.sync.idx", "__shfl_sync"),
    function("shfl.sync.up", "__shfl_up_sync"),
    function("trap", "__trap"),
    function("vote.sync.all", "__all_sync"),
    function("vote.sync.any", "__any_sync"),
    function("vote.sync.ballot", "__ballot_sync"),
    // Registers
    function("%clock", "clock"),
    function("%clock64", "clock64"),
    name("%ctaid", "blockIdx"),
    name("%nctaid", "gridDim"),
    name("%ntid", "blockDim"),
    name("%tid", "threadIdx"),
    target("%dynamic_smem_size"),
    target("%envreg"),
    target("%globaltimer"),
    target("%laneid"),
    target("%lanemask_"),
    target("%nsmid"),
    target("%smid"),
    target("%total_smem_size"),
    target("%warpid"),
    // What only NVIDIA's units do
    target("applypriority"),
    target("barrier.cluster"),
    target("clusterlaunchcontrol"),
    target("cp.async"),
    target("cp.reduce.async"),
    target("createpolicy"),
    target("discard"),
    target("elect"),
    target("fence.proxy"),
    target("getctarank"),
    target("griddepcontrol"),
    target("ldmatrix"),
    target("mapa"),
    target("mbarrier"),
    target("mma"),
    target("movmatrix"),
    target("multimem"),
    target("setmaxnreg"),
    target("stmatrix"),
    target("suld"),
    target("sured"),
    target("sust"),
    target("tcgen05"),
    target("tensormap"),
    target("tex"),
    target("tld4"),
    target("wgmma"),
    target("wmma"),
};

/// True if `Prefix` is `Text` up to a dot or its end; a register's name may go
/// on.
bool begins(StringRef Text, StringRef Prefix) {
  if (!Text.starts_with(Prefix))
    return false;
  bool Open = Prefix.ends_with("_") || Prefix == "%envreg";
  return Open || Text.size() == Prefix.size() || Text[Prefix.size()] == '.';
}

PtxUse classified(StringRef Text) {
  PtxUse Use;
  Use.Text = Text.str();
  size_t Longest = 0;
  for (const Known &K : Table)
    if (K.Prefix.size() > Longest && begins(Text, K.Prefix)) {
      Longest = K.Prefix.size();
      Use.Class = K.Class;
      Use.Instead = K.Instead;
      Use.Words = K.Words;
      Use.IsFunction = K.IsFunction;
    }
  return Use;
}

/// An escape such as `\n` ends in a letter, which belongs to no mnemonic.
std::string withoutEscapes(StringRef Template) {
  std::string Out = Template.str();
  for (size_t I = 0; I + 1 < Out.size(); ++I)
    if (Out[I] == '\\')
      Out[I] = Out[I + 1] = ' ';
  return Out;
}

} // namespace

std::vector<PtxUse> ptxIn(StringRef Template) {
  // Dotted mnemonics such as `mov.u32`, the few bare ones, or a register.
  static const Regex Use(
      "(^|[^A-Za-z0-9_.%@])([a-z][a-z0-9]*(\\.[A-Za-z][A-Za-z0-9_:]*)+|"
      "(trap|exit|brkpt|membar|activemask)([ ;.\\]|$))|"
      "%?(%(laneid|warpid|smid|nsmid|clock64|clock|lanemask_[a-z]+|globaltimer|"
      "dynamic_smem_size|total_smem_size|tid|ctaid|ntid|nctaid|envreg[0-9]+))");
  std::vector<PtxUse> Uses;
  SmallVector<StringRef, 8> Groups;
  std::string Clean = withoutEscapes(Template);
  for (StringRef Rest = Clean; Use.match(Rest, &Groups);) {
    StringRef Text = Groups[2].empty() ? Groups[6] : Groups[2].rtrim(" ;.\\");
    Rest = Rest.drop_front(Groups[0].end() - Rest.data());
    bool IsNew =
        none_of(Uses, [&](const PtxUse &Seen) { return Seen.Text == Text; });
    if (IsNew)
      Uses.push_back(classified(Text));
  }
  return Uses;
}

} // namespace musify

// MUSA's compiler takes `<<<...>>>`; a call is written only on demand. All
// edits are small and lie beside the user's text, so that names inside the
// configuration and the arguments are ported as everywhere else.
//
// `musaLaunchKernelEx` takes the kernel's own parameter types and converts the
// arguments (MooreThreads/MT-DeepEP csrc/kernels/launch.muh).
#include "Platform/Platform.h"
#include "Rewrite/Rules/All.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {
namespace {

constexpr StringLiteral RuleId = "launch";

using Parts = ArrayRef<std::pair<unsigned, unsigned>>;

/// Writes one launch, each edit with the same reason.
class LaunchWriter {
public:
  LaunchWriter(const Candidate &C, FileContext &Context, Message Why)
      : C(C), Context(Context), Why(std::move(Why)) {}

  void replace(unsigned Begin, unsigned End, std::string Text) {
    Context.editRange(RuleId, C, Begin, End - Begin, std::move(Text), Why);
  }
  /// Blanks between the parts go, comments stay.
  void replaceBracket(Parts Bracket, std::string Text) {
    if (areBlanksBetween(Bracket))
      return replace(Bracket.front().first, Bracket.back().second,
                     std::move(Text));
    for (auto [Begin, End] : Bracket)
      replace(Begin, End, std::exchange(Text, ""));
  }

private:
  bool areBlanksBetween(Parts Bracket) const {
    for (size_t I = 1; I < Bracket.size(); ++I) {
      StringRef Between =
          Context.text().slice(Bracket[I - 1].second, Bracket[I].first);
      if (Between.contains('/'))
        return false;
    }
    return true;
  }

  const Candidate &C;
  FileContext &Context;
  Message Why;
};

/// Clang's front end reads `<<<` and `>>>` only.
void joinBrackets(const Candidate &C, const SplitLaunch &Split,
                  FileContext &Context) {
  LaunchWriter Out(C, Context, say(msg::LaunchJoined));
  if (Split.Open.size() > 1)
    Out.replaceBracket(Split.Open, "<<<");
  if (Split.Close.size() > 1)
    Out.replaceBracket(Split.Close, ">>>");
}

/// Clang's front end reads expressions only: `dim3{8, 8}` for a grid or block,
/// `(0)` for the bytes of shared memory and the stream.
void writeExpressions(const Candidate &C, ArrayRef<BracedArgument> Braced,
                      FileContext &Context) {
  LaunchWriter Out(C, Context, say(msg::LaunchBraced));
  for (const BracedArgument &A : Braced) {
    StringRef Inside = Context.text().slice(A.Open + 1, A.Close);
    if (A.Index < 2) {
      Out.replace(A.Open, A.Open, sourcePlatform().Device.Dimensions);
    } else if (Inside.trim().empty()) {
      Out.replace(A.Open, A.Close + 1, "0");
    } else {
      Out.replace(A.Open, A.Open + 1, "(");
      Out.replace(A.Close, A.Close + 1, ")");
    }
  }
}

/// Why the launch cannot become a call; nothing if it can.
Message whyKept(const Candidate &C, const FileContext &Context) {
  if (!C.as<place::Launch>()->isUnderstood())
    return say(msg::LaunchUnparsed);
  const NameFact *Fact = Context.nameFact(C);
  if (!Fact)
    return say(msg::LaunchUnseen);
  return Fact->Deduced ? say(msg::LaunchDeduced) : Message();
}

void writeCall(const Candidate &C, const SplitLaunch &Brackets,
               FileContext &Context) {
  const place::Launch &P = *C.as<place::Launch>();
  const LaunchNames &Names = targetPlatform().Launch;
  LaunchWriter Out(C, Context, say(msg::LaunchBecomes, Names.Function));
  const std::string &Dim = sourcePlatform().Device.Dimensions;
  auto Set = [&](size_t I) { // grid and block are of a type of their own
    return "musifyConfig." + Names.Fields[I] + " = " + (I < 2 ? Dim : "") + "(";
  };
  Out.replace(P.KernelBegin, P.KernelBegin, "[&] { auto *musifyKernel = ");
  Out.replaceBracket(Brackets.Open,
                     "; " + Names.Config + " musifyConfig = {}; " + Set(0));
  for (size_t I = 1; I < P.Config.size(); ++I)
    Out.replace(P.Config[I - 1].second, P.Config[I].first, "); " + Set(I));
  Out.replaceBracket(Brackets.Close, "); return " + Names.Function);
  Out.replace(P.ParenBegin, P.ParenBegin + 1,
              std::string("(&musifyConfig, musifyKernel") +
                  (P.HasArgs ? ", " : ""));
  Out.replace(P.ArgsEnd, P.ArgsEnd + 1, "); }()");
}

} // namespace

void applyLaunch(const Candidate &C, FileContext &Context) {
  const SplitLaunch *Split = Context.splitLaunch(C);
  writeExpressions(C, Context.bracedArguments(C), Context);
  Message Kept = Context.Options.LaunchApi ? whyKept(C, Context) : Message();
  if (Kept)
    Context.report(C, Kept);
  if (Context.Options.LaunchApi && !Kept) {
    SplitLaunch Whole;
    if (!Split) {
      unsigned Close = C.as<place::Launch>()->CloseBegin;
      Whole = {{{C.Offset, C.Offset + C.Length}}, {{Close, Close + C.Length}}};
    }
    writeCall(C, Split ? *Split : Whole, Context);
  } else if (Split) {
    joinBrackets(C, *Split, Context);
  }
}

} // namespace musify

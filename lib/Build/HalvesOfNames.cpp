// What of a script stays since it has a side for each platform, and which
// imports such sides need.
#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

static bool holdsOneOf(ArrayRef<ScriptRange> All, unsigned Offset) {
  return llvm::any_of(All,
                      [&](const ScriptRange &R) { return R.holds(Offset); });
}

bool ScriptHalves::isCudas(unsigned Offset) const {
  return holdsOneOf(Cuda, Offset);
}
bool ScriptHalves::isMusas(unsigned Offset) const {
  return holdsOneOf(Musa, Offset);
}

/// The places of the name but for the import from `First` to `Last`.
ScriptPort::NameUse ScriptPort::useOf(StringRef Name, size_t First,
                                      size_t Last) const {
  NameUse Out;
  for (size_t I = 0; I < Tokens.size(); ++I) {
    const Token &T = Tokens[I];
    bool IsUse = T.At == Token::Place::Name && (I < First || I > Last) &&
                 T.Text.split('.').first == Name;
    if (!IsUse)
      continue;
    size_t Begin = I;
    while (Begin && Tokens[Begin - 1].Statement == T.Statement)
      --Begin;
    bool Binds = is_contained({"import", "from"}, Tokens[Begin].Text);
    if (Halves.isMusas(T.Offset))
      Out.MusasImport |= Binds;
    else if (!Binds)
      (Halves.isCudas(T.Offset) ? Out.InCudas : Out.Elsewhere) = true;
  }
  return Out;
}

/// True if the import of the name that it binds stays: only CUDA's side uses
/// it, or MUSA's has one of that name. `IsShared`: the rest of the script gets
/// MUSA's beside it.
bool ScriptPort::staysForHalves(const BuildRule &R, StringRef Bound,
                                size_t First, size_t Last, bool &IsShared) {
  NameUse Use = useOf(Bound, First, Last);
  if (!Use.InCudas)
    return Use.MusasImport;
  StringRef New = StringRef(R.To).rsplit('.').second;
  IsShared = Use.Elsewhere && !Use.MusasImport && R.From == Bound;
  if (!IsShared || New != R.From)
    return !IsShared;
  report(Tokens[Last].Offset, Tokens[Last].end(),
         say(msg::BuildImportOfHalves, Bound, R.To), R.Name);
  return true;
}

/// True for the key of `args["nvcc"]`.
static bool isSubscript(StringRef Text, const ScriptToken &T) {
  if (!T.quoted() || T.Bracket != '[' || T.Command.empty())
    return false;
  StringRef Before = Text.take_front(T.QuoteBegin);
  return Before.consume_back("[") && Before.ends_with(T.Command) &&
         Text.substr(T.QuoteEnd).starts_with("]");
}

/// `args["nvcc"]`, and `args = {"nvcc": ...}`, where CUDA's side has
/// `args["nvcc"]`, too.
bool ScriptPort::isKeyOfHalf(unsigned Offset) const {
  if (S.Syntax != ScriptSyntax::Python || Halves.Cuda.empty())
    return false;
  auto At = partition_point(Tokens,
                            [&](const Token &T) { return T.Offset < Offset; });
  if (At == Tokens.end() || At->Offset != Offset || !At->quoted())
    return false;
  bool IsSubscript = isSubscript(Text, *At);
  StringRef Owner = IsSubscript          ? At->Command
                    : At->Bracket == '{' ? At->Keyword
                                         : StringRef();
  return !Owner.empty() && llvm::any_of(Tokens, [&](const Token &T) {
    return T.Text == At->Text && T.Command == Owner && isSubscript(Text, T) &&
           Halves.isCudas(T.Offset);
  });
}

/// Takes back what was decided about the sides.
void ScriptPort::leaveHalves() {
  erase_if(Out, [&](const Finding &F) {
    unsigned At = F.Where.Offset;
    // A file that gets another name has it for all.
    bool Stays = F.Rule != "renamed-file" && (isInHalf(At) || isKeyOfHalf(At));
    return S.Scan.isExcluded(At) || Stays;
  });
}

} // namespace musify

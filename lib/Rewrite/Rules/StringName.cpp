// A string that is nothing but a CUDA name may reach dlsym, dlopen or getenv.
// Where a parse saw that, the message says so. A string that is only printed or
// logged is a note; so is the name of an enumerator or type, which no look-up
// can find. An interposer finds by its own name what it stands in for: name and
// string change together.
#include "Rewrite/Rules/All.h"
#include "Scan/CudaNames.h"

namespace musify {

/// Functions, libraries and variables of the environment are looked up by name.
static bool canBeLookedUp(const Entry &E) {
  return spaceOf(E.K) == Space::String || E.K == Kind::Function;
}

/// True if a name in code is changed by this entry.
static bool isPorted(const Entry &E, const FileContext &Context) {
  return E.S == Status::Supported || E.S == Status::Partial ||
         E.S == Status::RemovedFromCuda ||
         (E.S == Status::Unverified &&
          Context.Options.Unverified == UnverifiedPolicy::Port);
}

/// Of a function that MUSA does not have, only the look-up matters.
static void reportMissing(const Candidate &C, const StringFact *Fact,
                          FileContext &Context) {
  if (!Fact || Fact->LookedUpBy.empty())
    return;
  Direction Way = Context.Project.Names.direction();
  Message What =
      say(msg::StringReaches, C.Text, sourceSide(Way), Fact->LookedUpBy);
  What.add(say(msg::StringNotOnTarget, targetSide(Way)));
  if (!C.E->Note.empty())
    What.add(say(msg::Note, C.E->Note));
  Context.report(C, std::move(What));
}

void applyStringName(const Candidate &C, FileContext &Context) {
  Direction Way = Context.Project.Names.direction();
  const StringFact *Fact = Context.stringFact(C);
  bool IsUsed = Fact && !Fact->LookedUpBy.empty();
  if (!C.E->renames())
    return reportMissing(C, Fact, Context);
  bool IsGuess = C.E->S == Status::Unverified;
  Message What = IsUsed ? say(msg::StringReaches, C.Text, sourceSide(Way),
                              Fact->LookedUpBy)
                        : say(msg::StringName, C.Text, sourceSide(Way));
  What.add(IsGuess ? say(msg::StringMaybeOnTarget, targetSide(Way), C.E->To)
                   : say(msg::StringOnTarget, targetSide(Way), C.E->To));
  if (Context.Options.Strings ||
      (Fact && Fact->FindsOverridden && isPorted(*C.E, Context)))
    return Context.edit("string-name", C, C.E->To.str(), std::move(What));
  const auto *Literal = C.as<place::String>(); // else a name made one
  bool IsShown = (Literal && Literal->Logged) || (Fact && Fact->IsShown);
  bool Matters = IsUsed || (canBeLookedUp(*C.E) && !IsShown);
  Context.report(C, std::move(What).add(say(msg::StringsOption)),
                 Matters ? Severity::Warning : Severity::Note);
}

} // namespace musify

// What the status of a mapping entry means for a place that uses it.
#include "Mapping/Version.h"
#include "Platform/Platform.h"
#include "Rewrite/Rules/All.h"
#include "Scan/Torch.h"

using namespace llvm;

namespace musify {

/// Who dropped a name.
static StringRef formerOwner(const Entry &E) {
  return isTorchEntry(&E) ? torch().Name : sourcePlatform().Name;
}

/// What the table adds to a message about the entry.
static Message withNote(Message What, const Entry &E) {
  if (!E.Since.empty())
    What.add(say(msg::SinceVersion, E.Since));
  if (!E.Note.empty())
    What.add(say(msg::Note, E.Note));
  return What;
}

/// Either way it is the MUSA name that has no evidence.
static Message unverified(const Candidate &C, const std::string &New, bool Back,
                          bool Changes) {
  if (New == C.Text)
    return Back ? say(msg::UnverifiedBackSame, New)
                : say(msg::UnverifiedSame, New);
  if (Changes)
    return Back ? say(msg::UnverifiedBackBecomes, C.Text, New)
                : say(msg::UnverifiedBecomes, C.Text, New);
  return Back ? say(msg::UnverifiedBackKept, C.Text, New)
              : say(msg::UnverifiedKept, C.Text, New);
}

static void applyUnverified(const Candidate &C, const std::string &New,
                            FileContext &Context) {
  UnverifiedPolicy Policy = Context.Options.Unverified;
  bool Changes = Policy == UnverifiedPolicy::Port && New != C.Text;
  Message What = withNote(
      unverified(C, New, Context.Project.Names.isReversed(), Changes), *C.E);
  if (Changes)
    return Context.edit("unverified-name", C, New, std::move(What));
  Severity Level = Severity::Note;
  if (Policy == UnverifiedPolicy::Keep && New != C.Text)
    Level = Severity::Warning;
  if (Policy == UnverifiedPolicy::Error)
    Level = Severity::Error;
  Context.report(C, std::move(What), Level);
}

/// The SDK or the architecture that was chosen is older than the name.
static void reportGated(const Candidate &C, const std::string &New,
                        FileContext &Context) {
  const Entry &E = *C.E;
  const PortOptions &Options = Context.Options;
  if (New.empty() || E.S == Status::Unsupported)
    return;
  auto Since = parseVersion(E.Since);
  if (Since && !Options.MusaVersion.empty() && Options.MusaVersion < *Since)
    Context.report(C, say(msg::NeedsVersion, New, E.Since,
                          Options.MusaVersion.getAsString()));
  auto Arch = parseArch(E.Arch);
  for (const Architecture *A : Options.targets()) // the oldest comes first
    if (Arch && A->number() < *Arch)
      return Context.report(C, say(msg::NeedsArch, New, E.Arch, A->Name));
}

void applyEntry(const Candidate &C, const std::string &New,
                FileContext &Context) {
  const Entry &E = *C.E;
  reportGated(C, New, Context);
  Message Becomes = say(msg::Becomes, C.Text, New);
  switch (E.S) {
  case Status::Unchanged:
    return;
  case Status::Supported:
    if (New != C.Text)
      Context.edit(E.K == Kind::Header ? "header" : "mapped-name", C, New,
                   withNote(Becomes, E));
    return;
  case Status::Unverified:
    return applyUnverified(C, New, Context);
  case Status::Partial:
    if (New != C.Text)
      Context.edit("partial-name", C, New, Becomes);
    return Context.report(C, withNote(say(msg::PartialName, New, C.Text), E));
  case Status::Unsupported:
    return Context.report(C, withNote(say(msg::UnsupportedName, C.Text), E));
  case Status::RemovedFromCuda:
    if (!New.empty() && New != C.Text)
      Context.edit("removed-name", C, New, Becomes);
    return Context.report(
        C, withNote(say(msg::RemovedName, C.Text, formerOwner(E)), E));
  }
}

} // namespace musify

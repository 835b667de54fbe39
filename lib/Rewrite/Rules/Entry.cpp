// What the status of a mapping entry means for a place that uses it.
#include "Mapping/Version.h"
#include "Platform/Platform.h"
#include "Rewrite/Rules/All.h"
#include "Scan/Torch.h"

using namespace llvm;

namespace musify {

static std::string quoted(StringRef Text) { return ("`" + Text + "`").str(); }

/// Who dropped a name.
static StringRef formerOwner(const Entry &E) {
  return isTorchEntry(E) ? torch().Name : sourcePlatform().Name;
}

static std::string withNote(std::string Message, const Entry &E) {
  if (!E.Since.empty())
    Message += "; MUSA SDK " + E.Since.str() + " or later";
  if (!E.Note.empty())
    Message += "; " + E.Note.str();
  return Message;
}

static void applyUnverified(const Candidate &C, const std::string &New,
                            FileContext &Context) {
  const Entry &E = *C.E;
  std::string What = New == C.Text ? quoted(C.Text) + " keeps its name"
                                   : quoted(C.Text) + " becomes " + quoted(New);
  // Either way it is the MUSA name that nothing shows.
  std::string Doubt =
      Context.Project.Names.isReversed()
          ? ", but nothing shows that this is MUSA's name for it"
          : ", but nothing shows that MUSA has it";
  std::string Message = withNote(What + Doubt, E);
  if (Context.Options.Unverified == UnverifiedPolicy::Port && New != C.Text)
    return Context.edit("unverified-name", C, New, Message);
  Severity Level = Severity::Note;
  if (Context.Options.Unverified == UnverifiedPolicy::Keep && New != C.Text)
    Level = Severity::Warning;
  if (Context.Options.Unverified == UnverifiedPolicy::Error)
    Level = Severity::Error;
  if (New != C.Text)
    Message = withNote(quoted(C.Text) + " would become " + quoted(New) + Doubt +
                           "; left as it is",
                       E);
  Context.tell("unverified-name", C, Level, Message);
}

/// The SDK or the architecture that was chosen is older than the name.
static void tellGated(const Candidate &C, const std::string &New,
                      FileContext &Context) {
  const Entry &E = *C.E;
  const PortOptions &Options = Context.Options;
  if (New.empty() || E.S == Status::Unsupported)
    return;
  auto Since = parseVersion(E.Since);
  if (Since && !Options.MusaVersion.empty() && Options.MusaVersion < *Since)
    Context.tell("version-gated", C, Severity::Warning,
                 quoted(New) + " needs MUSA SDK " + E.Since.str() +
                     " or later, but the port is for " +
                     Options.MusaVersion.getAsString());
  auto Arch = parseArch(E.Arch);
  if (Arch && Options.Arch && *Options.Arch < *Arch)
    Context.tell("version-gated", C, Severity::Warning,
                 quoted(New) + " needs " + E.Arch.str() +
                     " or later, but the port is for " +
                     targetPlatform().Compiler.ArchitecturePrefix +
                     std::to_string(*Options.Arch));
}

void applyEntry(const Candidate &C, const std::string &New,
                FileContext &Context) {
  const Entry &E = *C.E;
  tellGated(C, New, Context);
  std::string Becomes = quoted(C.Text) + " becomes " + quoted(New);
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
    return Context.tell(
        "partial-name", C, Severity::Warning,
        withNote(quoted(New) + " differs from " + quoted(C.Text), E));
  case Status::Unsupported:
    return Context.tell(
        "unsupported-name", C, Severity::Error,
        withNote(quoted(C.Text) + " cannot be ported by name", E));
  case Status::RemovedFromCuda:
    if (!New.empty() && New != C.Text)
      Context.edit("removed-name", C, New, Becomes);
    return Context.tell("removed-name", C, Severity::Warning,
                        withNote(quoted(C.Text) + " is gone from current " +
                                     formerOwner(E).str(),
                                 E));
  }
}

} // namespace musify

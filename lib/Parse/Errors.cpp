#include "Parse/Errors.h"
#include "Parse/NvccNames.h"
#include "clang/Basic/SourceManager.h"

using namespace llvm;
using namespace clang;

namespace musify {

static Message located(const Diagnostic &Info, StringRef Text) {
  if (!Info.hasSourceManager() || Info.getLocation().isInvalid())
    return say(msg::ClangError, Text);
  PresumedLoc At = Info.getSourceManager().getPresumedLoc(Info.getLocation());
  if (At.isInvalid())
    return say(msg::ClangError, Text);
  return say(msg::ClangErrorAt, At.getFilename(), At.getLine(), At.getColumn(),
             Text);
}

void ErrorCollector::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                      const Diagnostic &Info) {
  if (Watcher)
    Watcher(Info);
  if (Level < DiagnosticsEngine::Error)
    return;
  if (Info.hasSourceManager() && Info.getLocation().isValid()) {
    const SourceManager &SM = Info.getSourceManager();
    Broken.insert(SM.getFileID(SM.getExpansionLoc(Info.getLocation())));
  }
  SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  addQuotedNames(Text, Names);
  if (++Count <= Kept)
    Messages.push_back(located(Info, Text));
}

void ErrorCollector::add(const ErrorCollector &Before) {
  Count += Before.Count;
  for (StringRef Name : Before.Names.keys())
    Names.insert(Name);
  Messages.insert(Messages.end(), Before.Messages.begin(),
                  Before.Messages.end());
  Messages.resize(std::min<size_t>(Messages.size(), Kept));
}

} // namespace musify

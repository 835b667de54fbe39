// Options of a port that change what it writes: an update and a check take
// those of the port.
#include "Driver/Update.h"
#include "Platform/TextPorter.h"
#include "Rename/BesideWords.h"
#include "Rewrite/Rule.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

static constexpr StringLiteral KeepOption = "--rename=keep",
                               PythonOption = "--python",
                               GuardsOption = "--arch-guards=feature",
                               BesideOption = "--beside";

static std::string archOption() {
  return "--" + targetPlatform().Compiler.Language + "-arch=";
}

std::vector<std::string> ledgerOptions(const PortRequest &Request) {
  const PortOptions &Options = Request.Edits;
  std::vector<std::string> Out;
  if (Options.KeepSuffix)
    Out.push_back(KeepOption.str());
  if (Options.Python)
    Out.push_back(PythonOption.str());
  if (Options.Guards == GuardPolicy::Feature)
    Out.push_back(GuardsOption.str());
  if (Options.Torchada)
    Out.push_back(torchada().Option);
  if (!Options.BuildArchs.empty())
    Out.push_back(archOption() + join(Options.BuildArchs, ","));
  if (Request.Beside)
    Out.push_back(BesideOption.str() +
                  (Request.BesidePaths.empty() ? "" : "=") +
                  Request.BesidePaths);
  return Out;
}

void applyLedgerOptions(ArrayRef<std::string> Kept, PortRequest &Request) {
  PortOptions &Options = Request.Edits;
  for (StringRef Option : Kept) {
    Options.KeepSuffix |= Option == KeepOption;
    Options.Python |= Option == PythonOption;
    if (Option == GuardsOption)
      Options.Guards = GuardPolicy::Feature;
    Options.Torchada |= Option == torchada().Option;
    if (Option.consume_front(BesideOption)) {
      Request.Beside = true;
      if (auto Rule = besideRule(Option.ltrim('=')))
        Request.Renames.push_back(std::move(*Rule));
    }
    if (Option.consume_front(archOption()))
      for (StringRef Name : split(Option, ','))
        if (targetPlatform().find(Name)) // a ledger may hold anything
          Options.BuildArchs.push_back(Name.str());
  }
}

} // namespace musify

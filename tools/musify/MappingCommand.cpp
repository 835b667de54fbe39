#include "Commands.h"

namespace musify {

void addMappingCommand(CommandLine &Line) {
  CLI::App *Mapping =
      Line.App.add_subcommand("mapping", "Works on mapping tables.");
  Mapping->require_subcommand(1);
  addMappingTest(*Mapping, Line);
  addMappingCoverage(*Mapping, Line);
}

} // namespace musify

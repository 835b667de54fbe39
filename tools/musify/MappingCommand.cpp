// `musify mapping`: the parent of the commands about the tables themselves.
#include "Commands.h"

namespace musify {

void addMappingCommand(CommandLine &Line) {
  CLI::App *Mapping = Line.App.add_subcommand(
      "mapping",
      "Checks and tests mapping tables: your own and the built-in one.");
  Mapping->require_subcommand(1)->group(commands::SettingUp);
  addMappingTest(*Mapping, Line);
  addMappingValidate(*Mapping, Line);
  addMappingCheck(*Mapping, Line);
  addMappingCoverage(*Mapping, Line);
  addMappingMerge(*Mapping, Line);
}

} // namespace musify

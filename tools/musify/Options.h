//===- Options.h - argv to values -------------------------------*- C++ -*-===//
#ifndef MUSIFY_TOOLS_OPTIONS_H
#define MUSIFY_TOOLS_OPTIONS_H

#include "Driver/Port.h"
#include <optional>
#include <string>
#include <vector>

namespace musify {

enum class ColourMode { Auto, Always, Never };

struct Options {
  enum class Command { Port, Query };
  Command What = Command::Port;

  PortRequest Port;
  OutputRequest Output;
  std::vector<std::string> MappingFiles;
  std::string ReportPath;
  ColourMode Colour = ColourMode::Auto;
  bool Quiet = false;
  bool Verbose = false;

  std::vector<std::string> QueryNames;
};

/// Parses the command line. Absent: the program ends now with `ExitCode`, and
/// what there was to say is said.
std::optional<Options> parseOptions(int Argc, char **Argv, const char *Version,
                                    int &ExitCode);

} // namespace musify

#endif // MUSIFY_TOOLS_OPTIONS_H

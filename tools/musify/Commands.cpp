// What the commands share.
#include "Commands.h"
#include "Mapping/Version.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

extern "C" {
extern const char musify_preludes_begin[], musify_preludes_end[];
}

namespace musify {

StringRef builtinPreludes() {
  return {musify_preludes_begin,
          size_t(musify_preludes_end - musify_preludes_begin)};
}

void addMappingOption(CLI::App &Command, CommandLine &Line) {
  Command
      .add_option("--mapping", Line.MappingFiles,
                  "a table laid over the built-in one; the last wins")
      ->allow_extra_args(false)
      ->type_name("FILE");
}

void addColourOption(CLI::App &Command, CommandLine &Line) {
  static const std::map<std::string, ColourMode> Modes = {
      {"auto", ColourMode::Auto},
      {"always", ColourMode::Always},
      {"never", ColourMode::Never}};
  Command
      .add_option_function<std::string>(
          "--color",
          [&Line](const std::string &Mode) { Line.Colour = Modes.at(Mode); },
          "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->default_str("auto");
}

void addMusaVersionOption(CLI::App &Command, VersionTuple &Version,
                          const char *Help) {
  Command
      .add_option_function<std::string>(
          "--musa-version",
          [&Version](const std::string &Text) {
            auto Parsed = parseVersion(Text);
            // The macro MUSA_VERSION counts otherwise: 50200 for SDK 5.2.
            if (!Parsed || Parsed->empty() || Parsed->getMajor() >= 100)
              throw CLI::ValidationError(
                  "--musa-version: `" + Text +
                  "` is no version of the MUSA SDK; write it like 5.1");
            Version = *Parsed;
          },
          Help)
      ->type_name("X.Y");
}

bool wantsColour(ColourMode Mode, int Descriptor) {
  if (Mode != ColourMode::Auto)
    return Mode == ColourMode::Always;
  return !sys::Process::GetEnv("NO_COLOR") &&
         sys::Process::FileDescriptorIsDisplayed(Descriptor);
}

void printError(Error E) {
  handleAllErrors(std::move(E), [](const ErrorInfoBase &Info) {
    errs() << "musify: error: " << Info.message() << '\n';
  });
}

} // namespace musify

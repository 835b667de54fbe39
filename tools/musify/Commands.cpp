// What the commands share.
#include "Commands.h"
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

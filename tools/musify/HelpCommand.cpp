// `musify help`, `musify completion` and the manual page.
#include "Commands.h"
#include "Driver/ExitCode.h"
#include "Help.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {
namespace {

int help(const CLI::App &App, const std::vector<std::string> &Words) {
  std::string Above;
  const CLI::App *Command = findCommand(App, Words, Above);
  if (!Command)
    return ExitFailed;
  HelpPage Page;
  std::string Name = Above.empty() ? "" : Above + " ";
  outs() << Page.make_help(Command, Name + Command->get_name(),
                           CLI::AppFormatMode::Normal);
  return ExitDone;
}

} // namespace

void addHelpCommand(CommandLine &Line) {
  CLI::App *Help = Line.App.add_subcommand(
      "help", "Shows the options of a command. Without one, lists the "
              "commands.");
  Help->group(commands::SettingUp);
  auto Words = std::make_shared<std::vector<std::string>>();
  beginGroup(*Help, group::Input);
  Help->add_option("command", *Words, "a command, such as port")
      ->type_name("COMMAND");
  addLanguageOption(*Help, Line);
  Help->callback([Words, &Line] {
    Line.Run = [Words, &Line](const Table &) { return help(Line.App, *Words); };
  });
}

void addCompletionCommand(CommandLine &Line) {
  CLI::App *Completion = Line.App.add_subcommand(
      "completion", "Prints the completion script of a shell. The manual page "
                    "of musify is printed for `man`.");
  Completion->group(commands::SettingUp)
      ->footer("Examples:\n"
               "  musify completion bash >/etc/bash_completion.d/musify\n"
               "  musify completion fish >~/.config/fish/completions/"
               "musify.fish");
  auto Shell = std::make_shared<std::string>();
  beginGroup(*Completion, group::Input);
  oneOf(Completion->add_option("shell", *Shell, "what to print"),
        {"bash", "zsh", "fish", "man"})
      ->required();
  addLanguageOption(*Completion, Line);
  Completion->callback([Shell, &Line] {
    Line.Run = [Shell, &Line](const Table &) {
      if (*Shell == "man")
        printManual(outs(), Line.App, Line.Version);
      else
        printCompletion(outs(), Line.App, *Shell);
      return ExitDone;
    };
  });
}

} // namespace musify

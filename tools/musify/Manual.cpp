// What --help says, for `man` and for the completions of shells.
#include "Help.h"
#include "Language.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// Text as roff wants it.
std::string roff(StringRef Text) {
  std::string Out;
  for (StringRef Line : split(Text, '\n')) {
    if (!Out.empty())
      Out += '\n';
    if (Line.starts_with(".") || Line.starts_with("'"))
      Out += "\\&";
    for (char C : Line)
      Out += C == '\\' ? "\\e" : C == '-' ? "\\-" : std::string(1, C);
  }
  return Out;
}

/// Paragraphs, which the page divides by empty lines.
std::string paragraphs(StringRef Text) {
  std::string Out;
  SmallVector<StringRef> All;
  Text.split(All, "\n\n");
  for (StringRef Each : All)
    Out += ".PP\n" + roff(Each) + "\n";
  return Out;
}

void printCommand(raw_ostream &OS, const CLI::App &Command, StringRef Name) {
  OS << ".SH " << roff(Name.upper()) << '\n'
     << ".B " << roff(usageOf(Command, Name)) << '\n'
     << paragraphs(descriptionOf(Command));
  for (const OptionGroup &Group : groupsOf(Command)) {
    OS << ".SS " << roff(Group.Name) << '\n';
    for (const CLI::Option *Option : Group.Options) {
      OptionText Text = textOf(*Option);
      OS << ".TP\n.B " << roff(Text.spelled()) << '\n'
         << roff(Text.Help) << '\n';
    }
  }
  if (!Command.get_footer().empty())
    OS << ".PP\n.nf\n" << roff(helpText(Command.get_footer())) << "\n.fi\n";
  for (const CLI::App *Below : commandsOf(Command))
    printCommand(OS, *Below, (Name + " " + Below->get_name()).str());
}

/// The words that an option takes; empty: a path, or anything.
std::vector<std::string> valuesOf(const OptionText &Text) {
  if (!StringRef(Text.Value).contains('|'))
    return {};
  std::vector<std::string> Words;
  for (StringRef Word : split(StringRef(Text.Value).ltrim('='), '|'))
    Words.push_back(Word.str());
  return Words;
}

std::vector<OptionText> optionsOf(const CLI::App &Command) {
  std::vector<OptionText> All;
  for (const OptionGroup &Group : groupsOf(Command))
    for (const CLI::Option *Option : Group.Options)
      if (OptionText Text = textOf(*Option); !Text.Names.empty())
        All.push_back(std::move(Text));
  return All;
}

std::vector<std::string> namesOf(ArrayRef<const CLI::App *> Commands) {
  std::vector<std::string> Names;
  for (const CLI::App *Command : Commands)
    Names.push_back(Command->get_name());
  return Names;
}

void printBash(raw_ostream &OS, const CLI::App &App) {
  auto Commands = commandsOf(App);
  OS << "_musify() {\n"
        "  local cur=${COMP_WORDS[COMP_CWORD]} "
        "prev=${COMP_WORDS[COMP_CWORD-1]} words=\n"
        "  compopt -o default\n"
        "  [[ $cur == = ]] && cur=\n"
        "  [[ $prev == = ]] && prev=${COMP_WORDS[COMP_CWORD-2]}\n"
        "  if ((COMP_CWORD == 1)); then words='"
     << join(namesOf(Commands), " ")
     << " --help --version'\n"
        "  else case ${COMP_WORDS[1]}:$prev in\n";
  for (const CLI::App *Command : Commands)
    for (const OptionText &Text : optionsOf(*Command))
      if (auto Values = valuesOf(Text); !Values.empty())
        OS << "    " << Command->get_name() << ':' << Text.Names.back()
           << ") words='" << join(Values, " ") << "';;\n";
  for (const CLI::App *Command : Commands) {
    std::vector<std::string> Words = namesOf(commandsOf(*Command));
    for (const OptionText &Text : optionsOf(*Command))
      append_range(Words, Text.Names);
    OS << "    " << Command->get_name() << ":*) words='" << join(Words, " ")
       << "';;\n";
  }
  OS << "  esac; fi\n"
        "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
        "}\n"
        "complete -F _musify musify\n";
}

/// In single quotes, for both shells.
std::string singleQuoted(StringRef Text) {
  std::string Out = Text.str();
  llvm::replace(Out, '\n', ' ');
  for (size_t At = 0; (At = Out.find('\'', At)) != std::string::npos; At += 4)
    Out.replace(At, 1, "'\\''");
  return "'" + Out + "'";
}

void printFish(raw_ostream &OS, const CLI::App &App) {
  for (const CLI::App *Command : commandsOf(App)) {
    OS << "complete -c musify -n __fish_use_subcommand -a "
       << Command->get_name() << " -d " << singleQuoted(summaryOf(*Command))
       << '\n';
    for (const OptionText &Text : optionsOf(*Command)) {
      OS << "complete -c musify -n '__fish_seen_subcommand_from "
         << Command->get_name() << "'";
      for (StringRef Name : Text.Names)
        OS << (Name.consume_front("--") ? " -l " : " -s ") << Name.ltrim('-');
      if (auto Values = valuesOf(Text); !Values.empty())
        OS << " -x -a " << singleQuoted(join(Values, " "));
      else if (!Text.Value.empty())
        OS << " -r";
      OS << " -d " << singleQuoted(Text.Help) << '\n';
    }
  }
}

/// A description in an argument of `_arguments`.
std::string inBrackets(StringRef Help) {
  std::string Out;
  for (char C : Help)
    Out += (C == '[' || C == ']' || C == ':' ? "\\" : "") + std::string(1, C);
  return Out;
}

void printZsh(raw_ostream &OS, const CLI::App &App) {
  OS << "#compdef musify\n"
        "_musify() {\n"
        "  if ((CURRENT == 2)); then\n"
        "    local -a commands=(\n";
  for (const CLI::App *Command : commandsOf(App))
    OS << "      "
       << singleQuoted(Command->get_name() + ":" +
                       inBrackets(summaryOf(*Command)))
       << '\n';
  OS << "    )\n"
        "    _describe command commands\n"
        "    return\n"
        "  fi\n"
        "  local command=$words[2]\n"
        "  shift words; ((CURRENT--))\n"
        "  case $command in\n";
  for (const CLI::App *Command : commandsOf(App)) {
    OS << "  " << Command->get_name() << ") _arguments";
    for (const OptionText &Text : optionsOf(*Command))
      for (const std::string &Name : Text.Names) {
        std::string Spec = Name + "[" + inBrackets(Text.Help) + "]";
        auto Values = valuesOf(Text);
        if (!Values.empty())
          Spec += ":value:(" + join(Values, " ") + ")";
        else if (!Text.Value.empty())
          Spec += ":value:_files";
        OS << " \\\n    " << singleQuoted(Spec);
      }
    OS << " \\\n    '*:path:_files' ;;\n";
  }
  OS << "  esac\n"
        "}\n"
        "compdef _musify musify\n";
}

} // namespace

void printManual(raw_ostream &OS, const CLI::App &App, StringRef Version) {
  OS << ".TH MUSIFY 1 \"\" \"musify " << Version << "\" \""
     << told(say(msg::ManualUserCommands)) << "\"\n"
     << ".SH " << told(say(msg::ManualName)) << "\nmusify \\- "
     << told(say(msg::ManualTitle)) << "\n.SH "
     << told(say(msg::ManualSynopsis))
     << "\n.B musify COMMAND\n[OPTION...] [PATH...]\n.SH "
     << told(say(msg::ManualDescription)) << '\n'
     << roff(descriptionOf(App)) << '\n'
     << ".PP\n.nf\n"
     << roff(helpText(App.get_footer())) << "\n.fi\n";
  for (const CLI::App *Command : commandsOf(App))
    printCommand(OS, *Command, "musify " + Command->get_name());
}

void printCompletion(raw_ostream &OS, const CLI::App &App, StringRef Shell) {
  if (Shell == "bash")
    printBash(OS, App);
  else if (Shell == "zsh")
    printZsh(OS, App);
  else
    printFish(OS, App);
}

} // namespace musify

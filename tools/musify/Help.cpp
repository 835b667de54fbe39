#include "Help.h"
#include "Lint/Catalogue.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

constexpr size_t Width = 80, HelpColumn = 28;

struct GroupExample {
  StringRef Group, Example;
};
constexpr GroupExample Examples[] = {
    {group::Input, "-p build --exclude third_party"},
    {group::Parsing, "-I include -D USE_FP16=1 -j 4"},
    {group::Result, "-o ../project-musa"},
    {group::Changes, "--unverified=keep --strings"},
    {group::Target, "--arch=mp_31 --musa-version 5.1"},
    {group::Findings, "--format sarif:musify.sarif --fail-on error"},
    {group::Output, "--html report.html --lang zh"},
};

StringRef exampleOf(StringRef Group) {
  for (const GroupExample &E : Examples)
    if (E.Group == Group)
      return E.Example;
  return "";
}

/// Breaks lines at spaces; all but the first begin at column `Indent`.
std::string wrapped(StringRef Text, size_t Indent) {
  std::string Out;
  for (StringRef Line : split(Text, '\n')) {
    size_t Column = Indent;
    if (!Out.empty())
      Out.append("\n").append(Indent, ' ');
    for (StringRef Word : split(Line, ' ')) {
      bool IsFirst = Column == Indent;
      if (!IsFirst && Column + 1 + Word.size() > Width) {
        Out.append("\n").append(Indent, ' ');
        Column = Indent;
      } else if (!IsFirst) {
        Out += ' ';
        ++Column;
      }
      Out += Word;
      Column += Word.size();
    }
  }
  return Out;
}

/// Two columns: what is written, and what it does.
std::string entry(StringRef Spelled, StringRef Help) {
  std::string Out = "  " + Spelled.str();
  if (Out.size() + 2 > HelpColumn)
    Out += '\n' + std::string(HelpColumn, ' ');
  else
    Out.resize(HelpColumn, ' ');
  return Out + wrapped(Help, HelpColumn) + '\n';
}

std::string argumentOf(const CLI::Option &Option) {
  bool Many = Option.get_items_expected_max() > 1;
  return Option.get_type_name() + (Many ? "..." : "");
}

std::string commandList(const CLI::App &App) {
  std::string Out, Group;
  for (const CLI::App *Command : commandsOf(App)) {
    if (Command->get_group() != Group)
      Out += '\n' + (Group = Command->get_group()) + ":\n";
    Out += entry(Command->get_name(), summaryOf(*Command));
  }
  return Out;
}

std::string optionList(const CLI::App &Command) {
  std::string Out;
  for (const OptionGroup &Group : groupsOf(Command)) {
    Out += '\n' + Group.Name;
    if (!Group.Example.empty())
      Out += ", as in `" + Group.Example + "`";
    Out += ":\n";
    for (const CLI::Option *Option : Group.Options) {
      OptionText Text = textOf(*Option);
      Out += entry(Text.spelled(), Text.Help);
    }
  }
  return Out;
}

/// The command that the line names, as far as it was understood.
const CLI::App &chosen(const CLI::App &App, std::string &Name) {
  const CLI::App *At = &App;
  Name = App.get_name();
  for (auto Below = At->get_subcommands(); !Below.empty();
       Below = At->get_subcommands()) {
    At = Below.front();
    Name += ' ' + At->get_name();
  }
  return *At;
}

/// The first option that the command does not have; empty if there is none.
std::string unknownOption(const CLI::App &Command) {
  for (const std::string &Word : Command.remaining()) {
    if (Word == "--") // no options behind it
      return "";
    if (Word.size() > 1 && Word[0] == '-')
      return Word;
  }
  return "";
}

std::string unknownWord(const CLI::App &Command) {
  auto Extra = Command.remaining();
  std::string Unknown = unknownOption(Command);
  StringRef Word = !Unknown.empty() ? StringRef(Unknown)
                   : Extra.empty()  ? ""
                                    : StringRef(Extra.front());
  if (!Word.starts_with("-"))
    return "`" + Word.str() + "` is one argument too many";
  StringRef Option = Word.split('=').first;
  std::vector<std::string> Known;
  for (const CLI::Option *Each : Command.get_options())
    append_range(Known, textOf(*Each).Names);
  std::vector<StringRef> Names(Known.begin(), Known.end());
  return "no option `" + Option.str() + "`" + didYouMean(Option, Names);
}

/// In code, as the page of the command spells it.
std::string quoted(StringRef Name, const CLI::App &Command) {
  const CLI::Option *Option = Command.get_option_no_throw(Name.str());
  bool IsArgument = Option && Option->get_positional();
  return "`" + (IsArgument ? Option->get_type_name() : Name.str()) + "`";
}

/// `A WORD B` in our words.
std::string joined(StringRef Said, StringRef Word, StringRef Ours,
                   const CLI::App &Command) {
  auto [A, B] = Said.split(Word);
  return quoted(A, Command) + Ours.str() + quoted(B, Command);
}

std::string missing(StringRef Said, const CLI::App &Command) {
  std::string Name = Said.drop_back(StringRef(" is required").size()).str();
  if (Name == "A subcommand") {
    std::vector<std::string> Names;
    for (const CLI::App *Each : commandsOf(Command))
      Names.push_back(Each->get_name());
    return "a command is missing: " + join(Names, ", ");
  }
  const CLI::Option *Option = Command.get_option_no_throw(Name);
  if (Option && Option->get_positional())
    return "no " + argumentOf(*Option) + " is given";
  return "`" + Name + "` is missing";
}

/// The texts of the option library are for those who write programs.
std::string messageOf(const CLI::ParseError &E, const CLI::App &Command) {
  std::string Kind = E.get_name();
  StringRef Said = E.what();
  // Of `--ouput DIR`, the option is unknown; DIR was taken for an argument.
  if (Said.starts_with("The following argument") || // the kind is the command
      !unknownOption(Command).empty())
    return unknownWord(Command);
  if (Kind == "RequiredError")
    return missing(Said, Command);
  if (Kind == "ExcludesError")
    return joined(Said, " excludes ", " cannot be combined with ", Command);
  if (Kind == "RequiresError")
    return joined(Said, " requires ", " needs ", Command);
  if (Kind == "ArgumentMismatch")
    return ("`" + Said.split(':').first + "` needs a value").str();
  if (Kind == "ConversionError" && Said.contains(" = ")) {
    auto [Option, Value] = Said.split(": ").second.split(" = ");
    return ("`" + Option + "`: `" + Value + "` is not a number").str();
  }
  auto [Name, What] = Said.split(": ");
  const CLI::Option *Option = Command.get_option_no_throw(Name.str());
  return Option && Option->get_positional() ? What.str() : Said.str();
}

} // namespace

std::string didYouMean(StringRef Word, ArrayRef<StringRef> Known) {
  std::string Near = nearestOf(Word, Known);
  return Near.empty() ? "" : "; did you mean `" + Near + "`?";
}

void beginGroup(CLI::App &Command, const char *Group) {
  Command.option_defaults()->group(Group);
}

CLI::Option *oneOf(CLI::Option *Option, std::vector<std::string> Words) {
  Option->type_name(join(Words, "|"));
  return Option->check([Words = std::move(Words)](const std::string &Word) {
    if (is_contained(Words, Word))
      return std::string();
    std::vector<StringRef> Known(Words.begin(), Words.end());
    return "`" + Word + "` is not one of " + join(Words, ", ") +
           didYouMean(Word, Known);
  });
}

OptionText textOf(const CLI::Option &Option) {
  OptionText Text;
  for (const std::string &Name : Option.get_snames())
    Text.Names.push_back("-" + Name);
  for (const std::string &Name : Option.get_lnames())
    Text.Names.push_back("--" + Name);
  if (Option.get_items_expected_max() > 0)
    Text.Value =
        Option.get_positional() ? argumentOf(Option) : Option.get_type_name();
  Text.Help = Option.get_description();
  std::string Default = Option.get_default_str();
  if (!Option.get_envname().empty())
    Default = "$" + Option.get_envname() + ", else " + Default;
  if (StringRef(Text.Value).starts_with("=") && !Default.empty())
    Default = "without a value: " + Default;
  else if (!Default.empty())
    Default = "default: " + Default;
  if (!Default.empty())
    Text.Help += " (" + Default + ")";
  else if (Option.get_required() && !Option.get_positional())
    Text.Help += " (required)";
  return Text;
}

std::string OptionText::spelled() const {
  if (Names.empty())
    return Value;
  std::string Out = join(Names, ", ");
  if (StringRef(Value).starts_with("="))
    return Out + "[" + Value + "]";
  return Value.empty() ? Out : Out + " " + Value;
}

std::vector<OptionGroup> groupsOf(const CLI::App &Command) {
  std::vector<OptionGroup> Groups;
  auto Add = [&](const CLI::Option *Option) {
    std::string Name = Option->get_group();
    if (Name.empty() || Option == Command.get_help_ptr())
      return;
    auto It = llvm::find_if(
        Groups, [&](const OptionGroup &G) { return G.Name == Name; });
    if (It == Groups.end())
      It = Groups.insert(It, {Name, exampleOf(Name).str(), {}});
    It->Options.push_back(Option);
  };
  for (bool Positional : {true, false}) // arguments come first
    for (const CLI::Option *Option : Command.get_options())
      if (Option->get_positional() == Positional)
        Add(Option);
  return Groups;
}

std::vector<const CLI::App *> commandsOf(const CLI::App &App) {
  auto All = App.get_subcommands([](const CLI::App *) { return true; });
  std::vector<std::string> Groups;
  for (const CLI::App *Command : All)
    if (!is_contained(Groups, Command->get_group()))
      Groups.push_back(Command->get_group());
  std::vector<const CLI::App *> Sorted;
  for (const std::string &Group : Groups)
    for (const CLI::App *Command : All)
      if (Command->get_group() == Group)
        Sorted.push_back(Command);
  return Sorted;
}

std::string summaryOf(const CLI::App &Command) {
  std::string Text = Command.get_description();
  llvm::replace(Text, '\n', ' ');
  return StringRef(Text).split(". ").first.rtrim('.').str();
}

std::string usageOf(const CLI::App &Command, StringRef Name) {
  std::string Out = Name.str();
  if (!commandsOf(Command).empty())
    return Out + " COMMAND";
  if (!groupsOf(Command).empty())
    Out += " [OPTION...]";
  for (const CLI::Option *Option : Command.get_options())
    if (Option->get_positional())
      Out += Option->get_required() ? " " + argumentOf(*Option)
                                    : " [" + argumentOf(*Option) + "]";
  return Out;
}

std::string HelpPage::make_help(const CLI::App *Command, std::string Name,
                                CLI::AppFormatMode) const {
  std::string Out = Command->get_description() +
                    "\n\nUsage: " + usageOf(*Command, Name) + '\n' +
                    commandList(*Command) + optionList(*Command);
  if (!Command->get_footer().empty())
    Out += '\n' + Command->get_footer() + '\n';
  return Out;
}

const CLI::App *findCommand(const CLI::App &App,
                            const std::vector<std::string> &Words,
                            std::string &Name) {
  const CLI::App *At = &App;
  for (const std::string &Word : Words) {
    std::vector<StringRef> Known;
    const CLI::App *Next = nullptr;
    for (const CLI::App *Each : commandsOf(*At)) {
      Known.emplace_back(Each->get_name());
      if (Each->get_name() == Word)
        Next = Each;
    }
    if (!Next) {
      errs() << "musify: error: no command `" << Word << '`'
             << didYouMean(Word, Known)
             << "\nmusify: `musify help` lists the commands\n";
      return nullptr;
    }
    Name += (Name.empty() ? "" : " ") + At->get_name();
    At = Next;
  }
  return At;
}

void printUsageError(const CLI::ParseError &E, const CLI::App &App) {
  std::string Name;
  const CLI::App &Command = chosen(App, Name);
  errs() << "musify: error: " << messageOf(E, Command) << '\n';
  if (E.get_name() != "ValidationError" || !unknownOption(Command).empty())
    errs() << "musify: `" << Name << " --help` lists the options\n";
}

} // namespace musify

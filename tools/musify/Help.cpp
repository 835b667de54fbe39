#include "Help.h"
#include "Commands.h"
#include "Language.h"
#include "Lint/Catalogue.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Unicode.h"

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

size_t columns(StringRef Text) {
  int Columns = sys::unicode::columnWidthUTF8(Text);
  return Columns < 0 ? Text.size() : Columns;
}

/// Characters that begin no line.
bool isClosing(StringRef Character) {
  return is_contained({"，", "。", "、", "；", "：", "）", "？"}, Character);
}

/// What stays on one line: a word, or one Chinese character with what must
/// follow it. A leading blank belongs to the piece.
std::vector<StringRef> piecesOf(StringRef Line) {
  std::vector<StringRef> Pieces;
  size_t Begin = 0;
  bool WasWide = false;
  for (size_t At = 0; At < Line.size();) {
    size_t Size = std::min<size_t>(getNumBytesForUTF8(Line[At]), 4);
    StringRef Character = Line.substr(At, Size);
    bool IsWide = Size > 1;
    bool Breaks = Character == " " || IsWide || WasWide;
    if (Breaks && At > Begin && !isClosing(Character) &&
        Line.slice(Begin, At) != " ") {
      Pieces.push_back(Line.slice(Begin, At));
      Begin = At;
    }
    WasWide = IsWide;
    At += Size;
  }
  Pieces.push_back(Line.drop_front(Begin));
  return Pieces;
}

/// Breaks lines between words; all but the first begin at column `Indent`.
std::string wrapped(StringRef Text, size_t Indent) {
  std::string Out;
  for (StringRef Line : split(Text, '\n')) {
    size_t Column = Indent;
    if (!Out.empty())
      Out.append("\n").append(Indent, ' ');
    for (StringRef Piece : piecesOf(Line)) {
      if (Column > Indent && Column + columns(Piece) > Width) {
        Out.append("\n").append(Indent, ' ');
        Column = Indent;
        Piece = Piece.ltrim(' ');
      }
      Out += Piece;
      Column += columns(Piece);
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
      Out += '\n' + helpText(Group = Command->get_group()) + ":\n";
    Out += entry(Command->get_name(), summaryOf(*Command));
  }
  return Out;
}

std::string optionList(const CLI::App &Command) {
  std::string Out;
  for (const OptionGroup &Group : groupsOf(Command)) {
    Out += '\n' + Group.Name;
    if (!Group.Example.empty())
      Out += told(say(msg::HelpAsIn, Group.Example));
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

Message unknownWord(const CLI::App &Command) {
  auto Extra = Command.remaining();
  std::string Unknown = unknownOption(Command);
  StringRef Word = !Unknown.empty() ? StringRef(Unknown)
                   : Extra.empty()  ? ""
                                    : StringRef(Extra.front());
  if (!Word.starts_with("-"))
    return say(msg::OneTooMany, Word);
  StringRef Option = Word.split('=').first;
  std::vector<std::string> Known;
  for (const CLI::Option *Each : Command.get_options())
    append_range(Known, textOf(*Each).Names);
  std::vector<StringRef> Names(Known.begin(), Known.end());
  return say(msg::NoSuchOption, Option).add(didYouMean(Option, Names));
}

/// As the page of the command spells it.
std::string spelled(StringRef Name, const CLI::App &Command) {
  const CLI::Option *Option = Command.get_option_no_throw(Name.str());
  bool IsArgument = Option && Option->get_positional();
  return IsArgument ? Option->get_type_name() : Name.str();
}

/// `A WORD B` in our words.
Message joined(StringRef Said, StringRef Word, TypedId<2> Ours,
               const CLI::App &Command) {
  auto [A, B] = Said.split(Word);
  return say(Ours, spelled(A, Command), spelled(B, Command));
}

Message missing(StringRef Said, const CLI::App &Command) {
  std::string Name = Said.drop_back(StringRef(" is required").size()).str();
  if (Name == "A subcommand") {
    std::vector<std::string> Names;
    for (const CLI::App *Each : commandsOf(Command))
      Names.push_back(Each->get_name());
    return say(msg::CommandMissing, listOf(Names));
  }
  const CLI::Option *Option = Command.get_option_no_throw(Name);
  if (Option && Option->get_positional())
    return say(msg::ArgumentMissing, argumentOf(*Option));
  return say(msg::OptionMissing, Name);
}

/// The texts of the option library are for those who write programs.
Message faultOf(const CLI::ParseError &E, const CLI::App &Command) {
  std::string Kind = E.get_name();
  StringRef Said = E.what();
  // Of `--ouput DIR`, the option is unknown; DIR was taken for an argument.
  if (Said.starts_with("The following argument") || // the kind is the command
      !unknownOption(Command).empty())
    return unknownWord(Command);
  if (Kind == "RequiredError")
    return missing(Said, Command);
  if (Kind == "ExcludesError")
    return joined(Said, " excludes ", msg::OptionsExclude, Command);
  if (Kind == "RequiresError")
    return joined(Said, " requires ", msg::OptionNeedsOption, Command);
  if (Kind == "ArgumentMismatch")
    return say(msg::OptionNeedsValue, Said.split(':').first);
  if (Kind == "ConversionError" && Said.contains(" = ")) {
    auto [Option, Value] = Said.split(": ").second.split(" = ");
    return say(msg::OptionNotNumber, Option, Value);
  }
  auto [Name, What] = Said.split(": ");
  const CLI::Option *Option = Command.get_option_no_throw(Name.str());
  // These are in the language of the run already.
  return say(msg::Note, Option && Option->get_positional() ? What : Said);
}

} // namespace

Message didYouMean(StringRef Word, ArrayRef<StringRef> Known) {
  std::string Near = nearestOf(Word, Known);
  return Near.empty() ? Message() : say(msg::DidYouMean, Near);
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
    return told(
        say(msg::NotOneOf, Word, listOf(Words)).add(didYouMean(Word, Known)));
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
  Text.Help = helpText(Option.get_description());
  Message Default = say(msg::Note, helpText(Option.get_default_str()));
  bool HasDefault = !Option.get_default_str().empty();
  if (!Option.get_envname().empty())
    Default = say(msg::HelpElse, Option.get_envname(), Default);
  if (StringRef(Text.Value).starts_with("=") && HasDefault)
    Text.Help += told(say(msg::HelpWithoutValue, Default));
  else if (HasDefault)
    Text.Help += told(say(msg::HelpDefault, Default));
  else if (Option.get_required() && !Option.get_positional())
    Text.Help += told(say(msg::HelpRequired));
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
    const std::string &Name = Option->get_group();
    if (Name.empty() || Option == Command.get_help_ptr())
      return;
    std::string Shown = helpText(Name);
    auto It = llvm::find_if(
        Groups, [&](const OptionGroup &G) { return G.Name == Shown; });
    if (It == Groups.end())
      It = Groups.insert(It, {Shown, exampleOf(Name).str(), {}});
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

std::string descriptionOf(const CLI::App &Command) {
  return helpText(Command.get_description());
}

std::string summaryOf(const CLI::App &Command) {
  std::string Text = descriptionOf(Command);
  if (chosenLanguage() == Language::Chinese)
    return StringRef(Text).split("。").first.split('\n').first.str();
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
  std::string Out = wrapped(descriptionOf(*Command), 0) + "\n\n" +
                    told(say(msg::HelpUsage, usageOf(*Command, Name))) + '\n' +
                    commandList(*Command) + optionList(*Command);
  if (!Command->get_footer().empty())
    Out += '\n' + helpText(Command->get_footer()) + '\n';
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
      printLine("error",
                say(msg::NoSuchCommand, Word).add(didYouMean(Word, Known)),
                chosenLanguage());
      printSummaryLine(say(msg::HelpListsCommands));
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
  errs() << "musify: error: ";
  printLines(errs(), told(faultOf(E, Command)));
  if (E.get_name() != "ValidationError" || !unknownOption(Command).empty())
    printSummaryLine(say(msg::HelpListsOptions, Name));
}

} // namespace musify

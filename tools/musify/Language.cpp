#include "Language.h"
#include "Commands.h"
#include "Help.h"
#include "Report/SourceLine.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {

static Language Chosen = Language::English;

void chooseLanguage(ArrayRef<const char *> Words) {
  if (auto Name = sys::Process::GetEnv("MUSIFY_LANG"))
    Chosen = findLanguage(*Name).value_or(Chosen);
  for (size_t I = 0; I < Words.size(); ++I) {
    StringRef Word = Words[I];
    if (Word == "--")
      return;
    if (Word == "--lang" && I + 1 < Words.size())
      Word = Words[I + 1];
    else if (!Word.consume_front("--lang="))
      continue;
    Chosen = findLanguage(Word).value_or(Chosen);
  }
}

Language chosenLanguage() { return Chosen; }

std::string told(const Message &What) { return What.text(Chosen); }

/// The Chinese of each text, by the English one.
static const StringMap<StringRef> &chineseHelp() {
  static const StringMap<StringRef> Texts = {
#define HELP(ENGLISH, CHINESE) {ENGLISH, CHINESE},
#include "HelpChinese.def"
#undef HELP
  };
  return Texts;
}

std::string helpText(StringRef English) {
  if (Chosen == Language::English)
    return English.str();
  auto It = chineseHelp().find(English);
  return (It == chineseHelp().end() ? English : It->second).str();
}

void addLanguageOption(CLI::App &Command, CommandLine &Line) {
  beginGroup(Command, group::Output);
  oneOf(
      Command.add_option_function<std::string>(
          "--lang",
          [&Line](const std::string &Name) { Line.Lang = *findLanguage(Name); },
          "language of messages"),
      {"en", "zh"})
      ->envname("MUSIFY_LANG")
      ->default_str("en");
}

CLI::ValidationError usageError(const Message &What) {
  return CLI::ValidationError(told(What));
}

void printSummaryLine(const Message &What) {
  errs() << "musify: " << printable(told(What)) << '\n';
}

} // namespace musify

#include "Rename/BesideWords.h"
#include "Platform/Platform.h"
#include "Rename/Rename.h"
#include "Rename/Words.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace llvm;

extern "C" const char musify_beside_begin[], musify_beside_end[];

namespace musify {

static StringRef embedded() {
  return {musify_beside_begin, size_t(musify_beside_end - musify_beside_begin)};
}

const std::vector<RenameRule> &besideRenames() {
  static const std::vector<RenameRule> Rules = [] {
    auto All = parseRenames(embedded(), "mappings/rules/beside.json");
    if (!All) // a test reads it
      report_fatal_error(All.takeError());
    return std::move(*All);
  }();
  return Rules;
}

/// The words below a key of the file.
static std::vector<std::string> wordsBelow(StringRef Key) {
  std::vector<std::string> Out;
  auto Root = json::parse(embedded());
  if (!Root)
    report_fatal_error(Root.takeError());
  if (const json::Object *Object = Root->getAsObject())
    if (const json::Array *All = Object->getArray(Key))
      for (const json::Value &Each : *All)
        if (auto Word = Each.getAsString())
          Out.push_back(Word->str());
  return Out;
}

const std::vector<std::string> &otherVendors() {
  static const std::vector<std::string> Words = wordsBelow("vendors");
  return Words;
}

const std::vector<std::string> &deviceWords() {
  static const std::vector<std::string> Words = wordsBelow("devices");
  return Words;
}

std::optional<RenameRule> besideRule(StringRef Pattern) {
  auto [From, To] = Pattern.split('=');
  if (From.empty() || To.empty() || From.starts_with("/") || To.contains(".."))
    return std::nullopt;
  RenameRule R;
  R.What =
      From.contains('/') ? RenameRule::Match::File : RenameRule::Match::Word;
  R.From = From.str();
  R.To = To.str();
  R.In = RenameRule::Files;
  return R;
}

std::string siblingPath(StringRef Relative, ArrayRef<RenameRule> Rules) {
  std::string New = renamedPath(Relative, Rules, true);
  if (New != Relative)
    return New;
  StringRef Suffix = sys::path::extension(New);
  return StringRef(New).drop_back(Suffix.size()).str() + "_" +
         targetPlatform().Prefixes.Lower.front() + Suffix.str();
}

bool becomesInCopy(StringRef Old, StringRef New) {
  if (renameWords(Old, besideRenames(), RenameRule::Names) == New ||
      renameWords(Old, besideRenames(), RenameRule::Strings) == New)
    return true;
  auto Strip = [](StringRef &Text) {
    bool IsString = Text.consume_front("\"") && Text.consume_back("\"");
    return IsString || (Text.consume_front("<") && Text.consume_back(">"));
  };
  return Strip(Old) && Strip(New) && Old.contains('.') &&
         siblingPath(Old, besideRenames()) == New;
}

/// A word that ends where another begins.
static bool hasWord(StringRef Lower, StringRef Word) {
  for (size_t At = Lower.find(Word); At != StringRef::npos;
       At = Lower.find(Word, At + 1))
    if (isWordAt(Lower, At, Word) &&
        (At + Word.size() == Lower.size() || !isAlpha(Lower[At + Word.size()])))
      return true;
  return false;
}

bool namesOtherVendor(StringRef Path) {
  std::string Lower = Path.lower();
  return llvm::any_of(otherVendors(),
                      [&](StringRef Word) { return hasWord(Lower, Word); });
}

bool namesTarget(StringRef Path) {
  return hasWord(Path.lower(), targetPlatform().Prefixes.Lower.front());
}

} // namespace musify

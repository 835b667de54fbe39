// Sources that keep their suffix: a flag or property marks them as MUSA code
// where they are compiled, since mcc selects the language by suffix.
#include "Build/ScriptPort.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

static bool isSource(StringRef Word) {
  return Word.ends_with(sourcePlatform().SourceSuffix);
}

/// The words of the rule of make that a recipe's line belongs to.
std::vector<const ScriptToken *> ScriptPort::ruleOf(size_t Call) const {
  std::vector<const Token *> Out;
  for (size_t I = Call; I-- > 0;) {
    size_t Line = Text.rfind('\n', Tokens[I].Offset) + 1;
    if (Text.substr(Line).starts_with("\t"))
      continue;
    if (!Out.empty() && Out.back()->Statement != Tokens[I].Statement)
      break;
    Out.push_back(&Tokens[I]);
  }
  return Out;
}

/// True: a word stands for sources alone. Nothing: for sources and others.
std::optional<bool> ScriptPort::standsForSources(const Token &T,
                                                 size_t Call) const {
  if (isSource(T.Text.rtrim(")}"))) // `$(wildcard *.cu)`
    return true;
  std::vector<StringRef> Values;
  bool IsPrerequisite = T.Text == "$<" || T.Text == "$^" || T.Text == "$?";
  if (IsPrerequisite) {
    Values = spelledOut(ruleOf(Call));
    // Of the target, and of `.cu.o:`, only the suffix counts.
    return any_of(Values, [](StringRef V) {
      return isSource(V) ||
             V.starts_with((sourcePlatform().SourceSuffix + ".").c_str());
    });
  }
  if (!T.Text.starts_with("$"))
    return false;
  StringSet<> Seen;
  valuesOf(T.Text.ltrim("$").trim("(){}"), Seen, Values);
  bool All = !Values.empty() && all_of(Values, isSource);
  if (All || none_of(Values, isSource))
    return All;
  return std::nullopt;
}

/// `mcc -c a.cu` → `mcc -x musa -c a.cu`; where a call links too, objects must
/// not be taken for sources: `mcc -x musa a.cu -x none b.o`.
void ScriptPort::keepInCall(const BuildRule &R, size_t Call,
                            const BuildRule &Link) {
  auto Words = argumentsOf(Call);
  erase_if(Words, [](const Token *T) { return T->At != Token::Place::Word; });
  bool CompilesOnly = any_of(
      Words, [&](const Token *T) { return is_contained(Link.Of, T->Text); });
  const Token *First = nullptr, *Last = nullptr;
  for (size_t I = 0; I < Words.size(); ++I) {
    const Token &T = *Words[I];
    if (T.Text == R.To || T.Text == "-x")
      return; // said already
    bool IsValue =
        I && (Words[I - 1]->Text == "-o" || Words[I - 1]->Text == "-I");
    auto IsSource = T.Text.starts_with("-") || IsValue
                        ? std::optional(false)
                        : standsForSources(T, Call);
    if (!IsSource)
      return report(T.Offset, T.end(), say(msg::SuffixUnclear, R.To), R.Name);
    bool Ends = First && !*IsSource;
    if (*IsSource) {
      First = First ? First : &T;
      Last = &T;
    }
    if (!First || CompilesOnly || (!Ends && I + 1 < Words.size()))
      continue;
    edit("kept-suffix", First->itemBegin(), First->itemBegin(), R.To + " ",
         say(msg::SuffixKept, R.To), R.Name);
    if (Ends)
      edit("kept-suffix", Last->itemEnd(), Last->itemEnd(), " -x none",
           say(msg::SuffixKept, R.To), R.Name);
    First = nullptr;
  }
  const Token &T = Tokens[Call];
  if (First && CompilesOnly)
    edit("kept-suffix", T.end(), T.end(), " " + R.To,
         say(msg::SuffixKept, R.To), R.Name);
}

/// A line behind the call of CMake that lists sources says what they are.
void ScriptPort::keepInTarget(const BuildRule &R, size_t Call) {
  std::vector<StringRef> Named;
  bool HasVariable = false;
  for (size_t I = Call + 2;
       I < Tokens.size() && Tokens[I].Statement == Tokens[Call].Statement;
       ++I) {
    const Token &T = Tokens[I];
    if (T.At != Token::Place::Word)
      continue;
    bool IsVariable =
        !T.InGenerator && T.Text.starts_with("${") && T.Text.ends_with("}");
    if (isSource(T.Text) || IsVariable)
      Named.push_back(T.Text);
    HasVariable |= IsVariable;
  }
  size_t End = endOfCall(Call);
  if (Named.empty() || End == StringRef::npos)
    return;
  size_t Line = Text.rfind('\n', Tokens[Call].Offset) + 1;
  std::string Break = "\n" + Text.slice(Line, Tokens[Call].Offset).str();
  std::string List = join(Named, " "), New;
  if (HasVariable) {
    std::string Name = targetPlatform().Prefixes.Word + "_KEPT_SOURCES";
    New = Break + "set(" + Name + " " + List + ")" + Break + "list(FILTER " +
          Name + " INCLUDE REGEX \"\\\\" + sourcePlatform().SourceSuffix +
          "$\")";
    List = "${" + Name + "}";
  }
  bool IsAdded = Tokens[Call].Text.equals_insensitive("target_sources");
  std::string Where =
      IsAdded ? (" TARGET_DIRECTORY " + Tokens[Call + 1].Text).str() : "";
  New += Break + "set_source_files_properties(" + List + Where +
         " PROPERTIES " + R.To + ")";
  if (Text.contains(New)) // an earlier port
    return;
  edit("kept-suffix", unsigned(End) + 1, unsigned(End) + 1, New,
       say(msg::SuffixKept, R.To), R.Name);
}

/// FindMUSA compiles with its own flags: they get one more.
void ScriptPort::keepInPackage(const BuildRule &R, size_t Call) {
  StringRef Package = Tokens[Call + 1].Text;
  bool IsOurs = Package == sourcePlatform().Prefixes.Word ||
                Package == targetPlatform().Prefixes.Word;
  size_t End = endOfCall(Call);
  if (!IsOurs || End == StringRef::npos || Text.contains(R.To))
    return;
  size_t Line = Text.rfind('\n', Tokens[Call].Offset) + 1;
  edit("kept-suffix", unsigned(End) + 1, unsigned(End) + 1,
       "\n" + Text.slice(Line, Tokens[Call].Offset).str() + R.To,
       say(msg::SuffixKept, R.To), R.Name);
}

/// A command of CMake that a rule is for.
void ScriptPort::keepInCommand(const BuildRule &R, size_t I) {
  bool HasArgument =
      I + 1 < Tokens.size() && Tokens[I + 1].Statement == Tokens[I].Statement;
  if (!HasArgument || !Tokens[I].Text.equals_insensitive(R.From))
    return;
  if (R.From == "find_package")
    keepInPackage(R, I);
  else if (Tree.UsesLanguage)
    keepInTarget(R, I);
}

/// `extra_compile_args={"cxx": [...]}`: a word in the list.
bool ScriptPort::keepInExtension(const BuildRule &R, size_t I) {
  const Token &T = Tokens[I];
  size_t Colon = Text.find_first_not_of(" \t", T.QuoteEnd);
  if (Colon == StringRef::npos || Text[Colon] != ':')
    return false;
  size_t Open = Text.find_first_not_of(" \t\r\n", Colon + 1);
  if (Open == StringRef::npos || Text[Open] != '[')
    return false;
  StringRef Rest = Text.substr(Open + 1).ltrim();
  if (Rest.starts_with(R.To)) // an earlier port
    return true;
  bool IsEmpty = Rest.starts_with("]");
  unsigned At = unsigned(Open) + 1;
  edit("kept-suffix", At, At, R.To + (IsEmpty ? "" : ", "),
       say(msg::SuffixKept, R.To), R.Name);
  return true;
}

/// How many extensions a script of Python makes.
unsigned ScriptPort::countExtensions(const BuildRule &R) const {
  return unsigned(count_if(Tokens, [&](const Token &T) {
    StringRef Name = T.Text.substr(T.Text.rfind('.') + 1);
    auto Alias = Aliases.find(Name);
    Name = Alias == Aliases.end() ? Name : Alias->second;
    return T.At == Token::Place::Name && is_contained(R.Of, Name) &&
           Text.substr(T.end()).ltrim().starts_with("(");
  }));
}

void ScriptPort::keepSuffixes() {
  bool Lists = any_of(Tree.Sources, isSource);
  if (!Tree.KeepSuffix || !Lists)
    return;
  for (const BuildRule *R : Rules.at(Place::Keep)) {
    if (!isSyntax(*R))
      continue;
    unsigned Kept = 0;
    for (size_t I = 0; I < Tokens.size(); ++I) {
      const Token &T = Tokens[I];
      bool IsCommand = T.At == Token::Place::Command;
      if (S.Syntax == ScriptSyntax::Make || S.Syntax == ScriptSyntax::Shell) {
        for (const BuildRule *Link : Rules.at(Place::Link))
          if (isSyntax(*Link) && callsCompiler(T, Link->From))
            keepInCall(*R, I, *Link);
      } else if (S.Syntax == ScriptSyntax::CMake && IsCommand) {
        keepInCommand(*R, I);
      } else if (T.quoted() && T.Whole && T.Text == R->From &&
                 buildsExtensions()) {
        Kept += keepInExtension(*R, I);
      }
    }
    if (S.Syntax == ScriptSyntax::Python)
      ReportedKeptSource = Kept && Kept >= countExtensions(*R);
  }
}

} // namespace musify

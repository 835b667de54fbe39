#include "Lint/Config.h"
#include "Lint/Families.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

// LLVM code is built without exceptions; faults come back as values.
#define TOML_EXCEPTIONS 0
// toml++ promises the compiler that a key begins like one, which `[=` does not.
// Without the promise it reports that as an error.
#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(Condition) static_cast<void>(0)
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

using namespace llvm;

namespace musify {

Error PathGlobs::add(StringRef Pattern) {
  constexpr size_t MostAlternatives = 256;
  Pattern.consume_front("./");
  auto Text = std::make_shared<const std::string>(Pattern.rtrim('/').str());
  auto Compiled = GlobPattern::create(*Text, MostAlternatives);
  if (!Compiled)
    return Compiled.takeError();
  Globs.push_back({std::move(Text), std::move(*Compiled)});
  if (Pattern.consume_front("**/")) // may stand for no folder at all
    return add(Pattern);
  return Error::success();
}

bool PathGlobs::match(StringRef Path) const {
  for (; !Path.empty(); Path = sys::path::parent_path(Path))
    if (llvm::any_of(Globs,
                     [&](const Glob &G) { return G.Pattern.match(Path); }))
      return true;
  return false;
}

std::string LintConfig::below(StringRef File) const {
  if (File.consume_front(Folder) && File.consume_front("/"))
    return File.str();
  return "";
}

std::optional<RuleSetting> LintConfig::settingFor(const LintRule &Rule,
                                                  StringRef File) const {
  std::string Path = below(File);
  for (const Override &O : llvm::reverse(Overrides))
    if (auto It = O.Rules.find(&Rule);
        It != O.Rules.end() && O.Paths.match(Path))
      return It->second;
  auto It = Rules.find(&Rule);
  if (It == Rules.end())
    return std::nullopt;
  return It->second;
}

bool LintConfig::excludes(StringRef File) const {
  return Exclude.match(below(File));
}

std::optional<Severity> parseSeverity(StringRef Name) {
  for (Severity S : {Severity::Note, Severity::Warning, Severity::Error})
    if (severityName(S) == Name)
      return S;
  return std::nullopt;
}

namespace {

std::string noSuchRule(StringRef Name) {
  std::string Near = nearestLintRule(Name);
  for (const RuleFamily &Family : ruleFamilies())
    if (Near.empty() && Family.Name.edit_distance_insensitive(Name) <= 2)
      Near = Family.Name.str();
  return ("there is no rule `" + Name + "`" +
          (Near.empty() ? "" : "; did you mean `" + Near + "`?"))
      .str();
}

class ConfigReader {
public:
  explicit ConfigReader(StringRef Path) : Path(Path) {
    Config.Folder = sys::path::parent_path(Path).str();
  }
  Expected<LintConfig> read(StringRef Text);

private:
  void readTop(const toml::table &Table);
  void readOverride(const toml::node &Node);
  void readRules(const toml::node &Node, RuleSettings &Rules);
  void readGlobs(const toml::node &Node, StringRef Key, PathGlobs &Globs);
  void readArch(const toml::node &Node);
  std::vector<std::string> readList(const toml::node &Node, StringRef Key);
  std::string readText(const toml::node &Node, StringRef Key);
  void fault(const toml::source_region &Where, const Twine &What);
  void unknownKey(const toml::key &Key, ArrayRef<StringRef> Known,
                  StringRef Where);

  StringRef Path;
  LintConfig Config;
  std::vector<std::string> Faults;
};

void ConfigReader::fault(const toml::source_region &Where, const Twine &What) {
  Faults.push_back((Path + ":" + Twine(Where.begin.line) + ":" +
                    Twine(Where.begin.column) + ": error: " + What)
                       .str());
}

void ConfigReader::unknownKey(const toml::key &Key, ArrayRef<StringRef> Known,
                              StringRef Where) {
  std::string Near = nearestOf(Key.str(), Known);
  fault(Key.source(),
        "unknown key `" + StringRef(Key.str()) + "`" + Where +
            (Near.empty() ? "; known are: " + llvm::join(Known, ", ")
                          : "; did you mean `" + Near + "`?"));
}

std::string ConfigReader::readText(const toml::node &Node, StringRef Key) {
  if (const auto *Text = Node.as_string(); Text && !Text->get().empty())
    return Text->get();
  fault(Node.source(), "`" + Key + "` is not a string with something in it");
  return "";
}

// One string stands for a list of one.
std::vector<std::string> ConfigReader::readList(const toml::node &Node,
                                                StringRef Key) {
  if (Node.is_string())
    return {readText(Node, Key)};
  std::vector<std::string> List;
  const toml::array *Array = Node.as_array();
  if (!Array) {
    fault(Node.source(), "`" + Key + "` is not a list of strings");
    return List;
  }
  for (const toml::node &Each : *Array)
    List.push_back(readText(Each, Key));
  return List;
}

void ConfigReader::readGlobs(const toml::node &Node, StringRef Key,
                             PathGlobs &Globs) {
  for (const std::string &Pattern : readList(Node, Key))
    if (Error E = Globs.add(Pattern))
      fault(Node.source(),
            "`" + Pattern + "` is not a pattern: " + toString(std::move(E)));
}

void ConfigReader::readArch(const toml::node &Node) {
  Config.Arch = readList(Node, "arch");
  for (const std::string &Name : Config.Arch)
    if (!Name.empty() && !targetPlatform().find(Name))
      fault(Node.source(), noSuchArch(Name));
}

/// A rule by itself counts more than its family, wherever the two stand.
void ConfigReader::readRules(const toml::node &Node, RuleSettings &Rules) {
  const toml::table *Table = Node.as_table();
  if (!Table)
    return fault(Node.source(), "`rules` is not a table");
  RuleSettings OfFamilies;
  for (const auto &[Key, Value] : *Table) {
    const RuleFamily *Family = findFamily(Key.str());
    const LintRule *Rule = findLintRule(Key.str());
    if (!Rule && !Family) {
      fault(Key.source(), noSuchRule(Key.str()));
      continue;
    }
    std::string Word = Value.is_string() ? Value.as_string()->get() : "";
    RuleSetting Setting{parseSeverity(Word)};
    if (!Setting.Level && Word != "off")
      fault(Value.source(), "the value of `" + StringRef(Key.str()) +
                                "` is not `off`, `note`, `warning` or "
                                "`error`");
    if (Rule)
      Rules[Rule] = Setting;
    for (const LintRule &Each : LintRules)
      if (Family && Family->has(Each))
        OfFamilies[&Each] = Setting;
  }
  Rules.insert(OfFamilies.begin(), OfFamilies.end());
}

void ConfigReader::readOverride(const toml::node &Node) {
  static constexpr StringRef Known[] = {"path", "rules"};
  LintConfig::Override O;
  const toml::table *Table = Node.as_table();
  if (!Table)
    return fault(Node.source(), "`override` is not a list of tables");
  for (const auto &[Key, Value] : *Table) {
    if (Key.str() == "path")
      readGlobs(Value, "path", O.Paths);
    else if (Key.str() == "rules")
      readRules(Value, O.Rules);
    else
      unknownKey(Key, Known, " in `override`");
  }
  if (!Table->contains("path"))
    fault(Node.source(), "`override` has no `path`");
  Config.Overrides.push_back(std::move(O));
}

void ConfigReader::readTop(const toml::table &Table) {
  static constexpr StringRef Known[] = {"fail-on", "arch",     "musa-version",
                                        "format",  "baseline", "exclude",
                                        "rules",   "override"};
  for (const auto &[Key, Value] : Table) {
    StringRef Name = Key.str();
    if (Name == "fail-on") {
      Config.FailOn = parseSeverity(readText(Value, Name));
      if (!Config.FailOn)
        fault(Value.source(), "`fail-on` is not `note`, `warning` or `error`");
    } else if (Name == "arch") {
      readArch(Value);
    } else if (Name == "musa-version") {
      VersionTuple &Version = Config.MusaVersion;
      if (Version.tryParse(readText(Value, Name)) || Version.getMajor() >= 100)
        fault(Value.source(),
              "`musa-version` is not a version of the MUSA SDK; "
              "write it like \"5.1\"");
    } else if (Name == "format") {
      Config.Formats = readList(Value, Name);
    } else if (Name == "baseline") {
      Config.Baseline = readText(Value, Name);
    } else if (Name == "exclude") {
      readGlobs(Value, Name, Config.Exclude);
    } else if (Name == "rules") {
      readRules(Value, Config.Rules);
    } else if (Name == "override") {
      if (const toml::array *Each = Value.as_array())
        for (const toml::node &Node : *Each)
          readOverride(Node);
      else
        fault(Value.source(), "`override` is not a list of tables; write "
                              "`[[override]]`");
    } else {
      unknownKey(Key, Known, "");
    }
  }
}

Expected<LintConfig> ConfigReader::read(StringRef Text) {
  toml::parse_result Parsed =
      toml::parse(std::string_view(Text), std::string_view(Path));
  if (!Parsed)
    fault(Parsed.error().source(),
          "not TOML: " + StringRef(Parsed.error().description()));
  else
    readTop(Parsed.table());
  if (Faults.empty())
    return std::move(Config);
  Error All = Error::success();
  for (const std::string &Each : Faults)
    All = joinErrors(std::move(All),
                     createStringError(inconvertibleErrorCode(), Each));
  return std::move(All);
}

} // namespace

Expected<LintConfig> parseConfig(StringRef Text, StringRef Path) {
  return ConfigReader(Path).read(Text);
}

std::string findConfig(StringRef Start) {
  SmallString<256> Folder;
  if (sys::fs::real_path(Start, Folder))
    return "";
  if (!sys::fs::is_directory(Folder))
    sys::path::remove_filename(Folder);
  for (StringRef At = Folder; !At.empty(); At = sys::path::parent_path(At)) {
    SmallString<256> Path(At);
    sys::path::append(Path, ".musify.toml");
    if (sys::fs::is_regular_file(Path))
      return std::string(Path);
    if (sys::fs::exists(At + "/.git"))
      break; // what lies above is another project
  }
  return "";
}

} // namespace musify

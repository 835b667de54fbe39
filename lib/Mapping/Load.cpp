#include "Mapping/Load.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <nlohmann/json.hpp>

using namespace llvm;
using nlohmann::ordered_json;

namespace musify {
namespace {

/// Collects the faults of one file, each with its place.
class Faults {
public:
  Faults(StringRef Text, StringRef Path) : Path(Path) {
    for (size_t End = Text.find('\n'); End != StringRef::npos;
         End = Text.find('\n', End + 1))
      LineStarts.push_back(End + 1);
  }

  void addAt(size_t Offset, const Twine &Message) {
    if (!Messages.empty())
      Messages += '\n';
    Messages += (Path + ":" + Twine(lineAt(Offset)) + ":" +
                 Twine(columnAt(Offset)) + ": error: " + Message)
                    .str();
  }
  unsigned lineAt(size_t Offset) const {
    return llvm::upper_bound(LineStarts, Offset) - LineStarts.begin();
  }
  unsigned columnAt(size_t Offset) const {
    return Offset - LineStarts[lineAt(Offset) - 1] + 1;
  }
  Error take() {
    return Messages.empty()
               ? Error::success()
               : createStringError(inconvertibleErrorCode(), Messages);
  }

private:
  StringRef Path;
  std::vector<size_t> LineStarts = {0};
  std::string Messages;
};

/// Finds where the entries stand in the text: nlohmann keeps no positions, but
/// entries come in the order of the file.
class Locator {
public:
  explicit Locator(StringRef Text) : Text(Text) {}

  /// Offset of the next key `Key`; where the last search began if there is
  /// none.
  size_t nextKey(StringRef Key) {
    std::string Quoted = ordered_json(Key.str()).dump();
    for (size_t At = Text.find(Quoted, Next); At != StringRef::npos;
         At = Text.find(Quoted, At + 1))
      if (Text.drop_front(At + Quoted.size()).ltrim().starts_with(":"))
        return found(At);
    return Next;
  }

  /// Offset of the text `Value` behind the next key `Key`.
  size_t nextValue(StringRef Key, StringRef Value) {
    nextKey(Key);
    size_t At = Text.find(ordered_json(Value.str()).dump(), Next);
    return At == StringRef::npos ? Next : found(At);
  }

private:
  size_t found(size_t At) {
    Next = At + 1;
    return At;
  }

  StringRef Text;
  size_t Next = 0;
};

struct TextKey {
  StringLiteral Name;
  std::string OwnedEntry::*Target;
};
constexpr TextKey TextKeys[] = {
    {"from", &OwnedEntry::From},   {"to", &OwnedEntry::To},
    {"in", &OwnedEntry::In},       {"type", &OwnedEntry::Type},
    {"shape", &OwnedEntry::Shape}, {"since", &OwnedEntry::Since},
    {"arch", &OwnedEntry::Arch},   {"cuda", &OwnedEntry::Cuda},
    {"note", &OwnedEntry::Note},   {"evidence", &OwnedEntry::Evidence}};

struct FlagKey {
  StringLiteral Name;
  bool OwnedEntry::*Target;
};
constexpr FlagKey FlagKeys[] = {{"numeric", &OwnedEntry::Numeric},
                                {"config", &OwnedEntry::Config},
                                {"reverse", &OwnedEntry::Reverse}};

template <typename Row, size_t N>
const Row *findKey(const Row (&Keys)[N], StringRef Name) {
  auto *It = llvm::find_if(Keys, [&](const Row &K) { return K.Name == Name; });
  return It == std::end(Keys) ? nullptr : It;
}

/// Reads the fields of one entry. Returns the first fault, or "".
std::string readEntry(const ordered_json &Object, OwnedEntry &E) {
  for (const auto &[Key, Value] : Object.items()) {
    if (const FlagKey *Flag = findKey(FlagKeys, Key)) {
      if (!Value.is_boolean())
        return "`" + Key + "` is not true or false";
      E.*(Flag->Target) = Value.get<bool>();
      continue;
    }
    if (Key == "value" || Key == "fromValue") {
      if (!Value.is_number_integer())
        return "`" + Key + "` is not a whole number";
      (Key == "value" ? E.Value : E.FromValue) = Value.dump();
      continue;
    }
    if (!Value.is_string())
      return "`" + Key + "` is not a string";
    std::string Text = Value.get<std::string>();
    if (Key == "kind") {
      auto K = parseKind(Text);
      if (!K)
        return "unknown kind `" + Text + "`";
      E.K = *K;
    } else if (Key == "status") {
      auto S = parseStatus(Text);
      if (!S)
        return "unknown status `" + Text + "`";
      E.S = *S;
    } else if (const TextKey *Known = findKey(TextKeys, Key)) {
      E.*(Known->Target) = std::move(Text);
    } else {
      return "unknown key `" + Key + "`";
    }
  }
  if (!Object.contains("kind"))
    return "`kind` is missing";
  if (!Object.contains("status"))
    return "`status` is missing";
  return "";
}

/// What must hold between the fields of one entry. Returns a fault, or "".
std::string checkEntry(const OwnedEntry &E) {
  bool NeedsTarget = E.S == Status::Supported || E.S == Status::Unverified ||
                     E.S == Status::Partial;
  if (NeedsTarget && E.To.empty())
    return "`" + E.From + "` is " + statusName(E.S).str() + " but has no `to`";
  if (E.S == Status::Supported && E.Evidence.empty())
    return "`" + E.From + "` is supported without `evidence`";
  if (E.S == Status::Unsupported && E.Note.empty())
    return "`" + E.From +
           "` is unsupported without a `note` on what to do instead";
  return "";
}

class Reader {
public:
  Reader(StringRef Text, StringRef Path) : Where(Text), Report(Text, Path) {}

  /// The JSON parser keeps one of two equal keys; only here both are seen.
  ordered_json parse(StringRef Text) {
    Locator Keys(Text);
    std::vector<StringMap<unsigned>> Seen;
    auto Watch = [&](int, ordered_json::parse_event_t Event,
                     ordered_json &Value) {
      if (Event == ordered_json::parse_event_t::object_start)
        Seen.emplace_back();
      else if (Event == ordered_json::parse_event_t::object_end)
        Seen.pop_back();
      else if (Event == ordered_json::parse_event_t::key)
        noteKey(Value.get<std::string>(), Keys, Seen.back());
      return true;
    };
    return ordered_json::parse(Text.begin(), Text.end(), Watch);
  }

  Expected<std::vector<OwnedEntry>> read(const ordered_json &Root,
                                         StringRef Path) {
    if (!Root.is_object())
      Report.addAt(0, "a mapping file is a JSON object");
    else if (Root.contains("entries") || Root.contains("rules") ||
             Root.contains("renames"))
      readOurs(Root, Path);
    else
      readFlat(Root);
    if (Error E = Report.take())
      return std::move(E);
    return std::move(Entries);
  }

private:
  void noteKey(const std::string &Key, Locator &Keys,
               StringMap<unsigned> &Seen) {
    size_t At = Keys.nextKey(Key);
    auto [It, IsNew] = Seen.try_emplace(Key, Report.lineAt(At));
    if (!IsNew)
      Report.addAt(At, "key `" + Key + "` occurs twice; first at line " +
                           Twine(It->second));
  }

  void readOurs(const ordered_json &Root, StringRef Path) {
    std::string Library = sys::path::stem(Path).str();
    for (const auto &[Key, Value] : Root.items()) {
      if (Key == "library" && Value.is_string())
        Library = Value.get<std::string>();
      else if (Key != "entries" && Key != "rules" && Key != "renames" &&
               Key != "$schema")
        Report.addAt(Where.nextKey(Key), "unknown key `" + Key + "`");
    }
    if (!Root.contains("entries"))
      return; // rules or renames alone
    if (!Root["entries"].is_array())
      return Report.addAt(Where.nextKey("entries"), "`entries` is not a list");
    for (const ordered_json &Object : Root["entries"])
      readOne(Object, Library);
  }

  void readOne(const ordered_json &Object, const std::string &Library) {
    if (!Object.is_object() || !Object.contains("from") ||
        !Object["from"].is_string() || Object["from"] == "")
      return Report.addAt(Where.nextKey("entries"),
                          "entry number " + Twine(Entries.size() + 1) +
                              " is not an object with a `from`");
    size_t At = Where.nextValue("from", Object["from"].get<std::string>());
    OwnedEntry E;
    E.Library = Library;
    E.Line = Report.lineAt(At);
    E.Column = Report.columnAt(At);
    std::string Fault = readEntry(Object, E);
    if (Fault.empty())
      Fault = checkEntry(E);
    if (!Fault.empty())
      Report.addAt(At, Fault);
    add(std::move(E), At);
  }

  // The official tool's tables say nothing about kind or evidence.
  void readFlat(const ordered_json &Root) {
    for (const auto &[From, To] : Root.items()) {
      size_t At = Where.nextKey(From);
      if (!To.is_string()) {
        Report.addAt(At, "the value of `" + From + "` is not a string");
        continue;
      }
      OwnedEntry E;
      E.From = From;
      E.To = To.get<std::string>();
      if (E.To.empty()) {
        Report.addAt(At, "`" + From + "` maps to an empty name");
        continue;
      }
      E.Library = FlatLibrary.str();
      E.Flat = true;
      E.Line = Report.lineAt(At);
      E.Column = Report.columnAt(At);
      if (StringRef(From).contains('.') || StringRef(From).contains('/'))
        E.K = Kind::Header;
      add(std::move(E), At);
    }
  }

  void add(OwnedEntry E, size_t At) {
    std::string Key = std::to_string(int(spaceOf(E.K))) + E.From;
    auto [It, IsNew] = FirstLine.try_emplace(Key, E.Line);
    if (!IsNew)
      return Report.addAt(At, "`" + E.From + "` mapped twice; first at line " +
                                  Twine(It->second));
    Entries.push_back(std::move(E));
  }

  Locator Where;
  Faults Report;
  StringMap<unsigned> FirstLine;
  std::vector<OwnedEntry> Entries;
};

} // namespace

Expected<std::vector<OwnedEntry>> parseMapping(StringRef Text, StringRef Path) {
  if (isNestedTooDeep(Text)) {
    Faults Report(Text, Path);
    Report.addAt(0, "the brackets of this file nest too deep");
    return Report.take();
  }
  Reader R(Text, Path);
  ordered_json Root;
  try {
    Root = R.parse(Text);
  } catch (const ordered_json::parse_error &E) {
    Faults Report(Text, Path);
    // "[json.exception.parse_error.101] parse error at line 1, column 2: why"
    StringRef Why = StringRef(E.what()).split("column ").second;
    Report.addAt(E.byte ? std::min(E.byte - 1, Text.size()) : 0,
                 "not JSON: " + Why.split(": ").second);
    return Report.take();
  }
  return R.read(Root, Path);
}

Expected<std::unique_ptr<MemoryBuffer>> readMappingFile(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/true);
  if (!Buffer)
    return createStringError(Buffer.getError(),
                             Path + ": error: " + Buffer.getError().message());
  return std::move(*Buffer);
}

Expected<std::vector<OwnedEntry>> loadMapping(StringRef Path) {
  auto Buffer = readMappingFile(Path);
  if (!Buffer)
    return Buffer.takeError();
  return parseMapping((*Buffer)->getBuffer(), Path);
}

Expected<std::vector<std::string>> listMappingFolder(StringRef Dir) {
  std::vector<std::string> Paths;
  std::error_code EC;
  for (sys::fs::directory_iterator It(Dir, EC), End; It != End && !EC;
       It.increment(EC))
    if (StringRef P = It->path();
        P.ends_with(".json") && sys::path::filename(P) != "schema.json")
      Paths.push_back(P.str());
  if (EC)
    return createStringError(EC, Dir + ": error: " + EC.message());
  llvm::sort(Paths);
  return Paths;
}

Expected<std::vector<OwnedEntry>> loadMappingFolder(StringRef Dir) {
  auto Paths = listMappingFolder(Dir);
  if (!Paths)
    return Paths.takeError();
  std::vector<OwnedEntry> All;
  StringMap<std::string> Homes;
  for (const std::string &Path : *Paths) {
    auto Entries = loadMapping(Path);
    if (!Entries)
      return Entries.takeError();
    for (OwnedEntry &E : *Entries) {
      std::string Key = std::to_string(int(spaceOf(E.K))) + E.From;
      std::string Place = Path + ":" + std::to_string(E.Line);
      auto [It, IsNew] = Homes.try_emplace(Key, Place);
      if (!IsNew)
        return createStringError(inconvertibleErrorCode(),
                                 Place + ":1: error: `" + E.From +
                                     "` mapped twice; first at " + It->second);
      All.push_back(std::move(E));
    }
  }
  return All;
}

} // namespace musify

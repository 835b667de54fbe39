#include "Mapping/Load.h"
#include "Diag/MessageError.h"
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

  void addAt(size_t Offset, Message What) {
    All.push_back(
        atPlace(Path, lineAt(Offset), columnAt(Offset), std::move(What)));
  }
  unsigned lineAt(size_t Offset) const {
    return llvm::upper_bound(LineStarts, Offset) - LineStarts.begin();
  }
  unsigned columnAt(size_t Offset) const {
    return Offset - LineStarts[lineAt(Offset) - 1] + 1;
  }
  Error take() { return errorOf(std::move(All)); }

private:
  StringRef Path;
  std::vector<size_t> LineStarts = {0};
  std::vector<Message> All;
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

/// Reads the fields of one entry. Returns the first fault, if there is one.
Message readEntry(const ordered_json &Object, OwnedEntry &E) {
  for (const auto &[Key, Value] : Object.items()) {
    if (const FlagKey *Flag = findKey(FlagKeys, Key)) {
      if (!Value.is_boolean())
        return say(msg::KeyNotBool, Key);
      E.*(Flag->Target) = Value.get<bool>();
      continue;
    }
    if (Key == "value" || Key == "fromValue") {
      if (!Value.is_number_integer())
        return say(msg::KeyNotWhole, Key);
      (Key == "value" ? E.Value : E.FromValue) = Value.dump();
      continue;
    }
    if (!Value.is_string())
      return say(msg::KeyNotString, Key);
    std::string Text = Value.get<std::string>();
    if (Key == "kind") {
      auto K = parseKind(Text);
      if (!K)
        return say(msg::UnknownEntryKind, Text);
      E.K = *K;
    } else if (Key == "status") {
      auto S = parseStatus(Text);
      if (!S)
        return say(msg::UnknownStatus, Text);
      E.S = *S;
    } else if (const TextKey *Known = findKey(TextKeys, Key)) {
      E.*(Known->Target) = std::move(Text);
    } else {
      return say(msg::UnknownKey, Key);
    }
  }
  if (!Object.contains("kind"))
    return say(msg::KeyMissing, "kind");
  if (!Object.contains("status"))
    return say(msg::KeyMissing, "status");
  return {};
}

/// What must hold between the fields of one entry. Returns a fault, if any.
Message checkEntry(const OwnedEntry &E) {
  bool NeedsTarget = E.S == Status::Supported || E.S == Status::Unverified ||
                     E.S == Status::Partial;
  if (NeedsTarget && E.To.empty())
    return say(msg::EntryWithoutTo, E.From, statusName(E.S));
  if (E.S == Status::Supported && E.Evidence.empty())
    return say(msg::EntryWithoutEvidence, E.From);
  if (E.S == Status::Unsupported && E.Note.empty())
    return say(msg::EntryWithoutNote, E.From);
  return {};
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
      Report.addAt(0, say(msg::TableNotObject));
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
      Report.addAt(At, say(msg::KeyTwice, Key, It->second));
  }

  void readOurs(const ordered_json &Root, StringRef Path) {
    std::string Library = sys::path::stem(Path).str();
    for (const auto &[Key, Value] : Root.items()) {
      if (Key == "library" && Value.is_string())
        Library = Value.get<std::string>();
      else if (Key != "entries" && Key != "rules" && Key != "renames" &&
               Key != "$schema")
        Report.addAt(Where.nextKey(Key), say(msg::UnknownKey, Key));
    }
    if (!Root.contains("entries"))
      return; // rules or renames alone
    if (!Root["entries"].is_array())
      return Report.addAt(Where.nextKey("entries"),
                          say(msg::KeyNotList, "entries"));
    for (const ordered_json &Object : Root["entries"])
      readOne(Object, Library);
  }

  void readOne(const ordered_json &Object, const std::string &Library) {
    if (!Object.is_object() || !Object.contains("from") ||
        !Object["from"].is_string() || Object["from"] == "")
      return Report.addAt(Where.nextKey("entries"),
                          say(msg::EntryNotObject, Entries.size() + 1));
    size_t At = Where.nextValue("from", Object["from"].get<std::string>());
    OwnedEntry E;
    E.Library = Library;
    E.Line = Report.lineAt(At);
    E.Column = Report.columnAt(At);
    Message Fault = readEntry(Object, E);
    if (!Fault)
      Fault = checkEntry(E);
    if (Fault)
      Report.addAt(At, Fault);
    add(std::move(E), At);
  }

  // The official tool's tables say nothing about kind or evidence.
  void readFlat(const ordered_json &Root) {
    for (const auto &[From, To] : Root.items()) {
      size_t At = Where.nextKey(From);
      if (!To.is_string()) {
        Report.addAt(At, say(msg::ValueNotString, From));
        continue;
      }
      OwnedEntry E;
      E.From = From;
      E.To = To.get<std::string>();
      if (E.To.empty()) {
        Report.addAt(At, say(msg::MapsToNothing, From));
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
      return Report.addAt(
          At, say(msg::MappedTwice, E.From, say(msg::AtLine, It->second)));
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
    Report.addAt(0, say(msg::NestsTooDeep));
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
                 say(msg::NotJson, Why.split(": ").second));
    return Report.take();
  } catch (const ordered_json::out_of_range &E) {
    Faults Report(Text, Path);
    // "[json.exception.out_of_range.406] number overflow parsing '1e999'"
    StringRef Why = StringRef(E.what()).split("] ").second;
    size_t At = Text.find(Why.split('\'').second.rtrim('\''));
    Report.addAt(At == StringRef::npos ? 0 : At, say(msg::NotJson, Why));
    return Report.take();
  }
  return R.read(Root, Path);
}

Expected<std::unique_ptr<MemoryBuffer>> readMappingFile(StringRef Path) {
  auto Buffer = readCopy(Path);
  if (!Buffer)
    return errorOf(atPlace(Path, systemMessage(Buffer.getError())));
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
    return errorOf(atPlace(Dir, systemMessage(EC)));
  llvm::sort(Paths);
  return Paths;
}

Expected<std::vector<OwnedEntry>> loadMappingFolder(StringRef Dir) {
  auto Paths = listMappingFolder(Dir);
  if (!Paths)
    return Paths.takeError();
  std::vector<OwnedEntry> All;
  StringMap<Message> Homes;
  for (const std::string &Path : *Paths) {
    auto Entries = loadMapping(Path);
    if (!Entries)
      return Entries.takeError();
    for (OwnedEntry &E : *Entries) {
      std::string Key = std::to_string(int(spaceOf(E.K))) + E.From;
      Message Place = say(msg::AtFileLine, Path, E.Line);
      auto [It, IsNew] = Homes.try_emplace(Key, Place);
      if (!IsNew)
        return errorOf(atPlace(Path, E.Line, 1,
                               say(msg::MappedTwice, E.From, It->second)));
      All.push_back(std::move(E));
    }
  }
  return All;
}

} // namespace musify

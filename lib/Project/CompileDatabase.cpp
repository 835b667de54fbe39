//===- CompileDatabase.cpp - Reads compile_commands.json ------------------===//
#include "Diag/MessageError.h"
#include "Project/CompileCommand.h"
#include "Project/Words.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <optional>

using namespace llvm;

namespace musify {
namespace {

/// Where things stand in the text. `llvm::json` keeps no places for values.
struct Outline {
  std::vector<size_t> Entries; ///< where each entry of the outer list starts
  std::optional<size_t> TooDeep;
};

/// `llvm::json` calls itself for each level, so depth needs a limit.
constexpr unsigned MaxDepth = 64;

size_t endOfString(StringRef Text, size_t I) {
  for (++I; I < Text.size() && Text[I] != '"'; ++I)
    if (Text[I] == '\\')
      ++I;
  return I;
}

Outline outlineOf(StringRef Text) {
  Outline Result;
  unsigned Depth = 0;
  bool ExpectEntry = false;
  for (size_t I = 0; I < Text.size(); ++I) {
    char C = Text[I];
    if (isSpace(C))
      continue;
    if (Depth == 1 && ExpectEntry)
      Result.Entries.push_back(I);
    ExpectEntry = Depth == 1 && C == ',';
    if (C == '"')
      I = endOfString(Text, I);
    else if (C == '{' || C == '[')
      ExpectEntry = ++Depth == 1;
    else if ((C == '}' || C == ']') && Depth)
      --Depth;
    if (Depth > MaxDepth) {
      Result.TooDeep = I;
      break;
    }
  }
  return Result;
}

/// The entries of one database, with what is needed to talk about them.
class DatabaseReader {
public:
  DatabaseReader(StringRef Path, StringRef Text, vfs::FileSystem &FS)
      : Path(Path), Text(Text), Places(outlineOf(Text)), FS(FS) {}

  Expected<std::vector<CompileCommand>> read() {
    if (Places.TooDeep)
      return errorAt(*Places.TooDeep, say(msg::NestedDeeper, MaxDepth));
    Expected<json::Value> Root = json::parse(Text);
    if (!Root)
      return placed(Root.takeError());
    const json::Array *Entries = Root->getAsArray();
    if (!Entries)
      return errorAt(Text.find_first_not_of(" \t\r\n"),
                     say(msg::NoListOfCommands));
    std::vector<CompileCommand> Commands;
    for (size_t I = 0; I != Entries->size(); ++I) {
      Expected<CompileCommand> Command = readEntry((*Entries)[I], I);
      if (!Command)
        return Command.takeError();
      Commands.push_back(std::move(*Command));
    }
    return Commands;
  }

private:
  Expected<CompileCommand> readEntry(const json::Value &Value, size_t Index) {
    const json::Object *Entry = Value.getAsObject();
    if (!Entry)
      return errorIn(Index, say(msg::NoCommandObject));
    std::optional<StringRef> File = Entry->getString("file");
    if (!File || File->empty())
      return errorIn(Index, say(msg::KeyMissing, "file"));
    if (Entry->get("directory") && !Entry->getString("directory"))
      return errorIn(Index, say(msg::KeyNotString, "directory"));
    Expected<std::vector<std::string>> Args = readArguments(*Entry, Index);
    if (!Args)
      return Args.takeError();
    return translateCommand(*Args, directoryOf(*Entry), *File, FS);
  }

  /// A relative or missing `directory` is meant from the database's folder.
  std::string directoryOf(const json::Object &Entry) {
    SmallString<256> Base(sys::path::parent_path(Path)), Directory;
    FS.makeAbsolute(Base);
    Directory = Entry.getString("directory").value_or("");
    sys::path::make_absolute(Base, Directory);
    sys::path::remove_dots(Directory);
    return std::string(Directory);
  }

  Expected<std::vector<std::string>> readArguments(const json::Object &Entry,
                                                   size_t Index) {
    std::vector<std::string> Args;
    if (const json::Value *List = Entry.get("arguments")) {
      if (!List->getAsArray())
        return errorIn(Index, say(msg::KeyNotStrings, "arguments"));
      for (const json::Value &Item : *List->getAsArray()) {
        if (!Item.getAsString())
          return errorIn(Index, say(msg::KeyNotStrings, "arguments"));
        Args.push_back(Item.getAsString()->str());
      }
    } else if (const json::Value *Command = Entry.get("command")) {
      if (!Command->getAsString())
        return errorIn(Index, say(msg::KeyNotString, "command"));
      Args = splitWords(*Command->getAsString());
    }
    if (Args.empty())
      return errorIn(Index, say(msg::NoCommandOfEntry));
    return Args;
  }

  /// `ParseError` shows its place only in its text: `[3:7, byte=41]: What`.
  Error placed(Error Parse) {
    std::string Whole = toString(std::move(Parse));
    auto [Place, What] = StringRef(Whole).split("]: ");
    size_t Byte = 0;
    if (Place.rsplit('=').second.getAsInteger(10, Byte) || What.empty())
      return errorAt(0, say(msg::SystemError, Whole));
    // The parser has just stepped over what it did not like.
    std::string Small = toLower(What.front()) + What.drop_front().str();
    return errorAt(Byte ? Byte - 1 : 0, say(msg::SystemError, Small));
  }

  Error errorIn(size_t Index, Message What) {
    return errorAt(Index < Places.Entries.size() ? Places.Entries[Index] : 0,
                   std::move(What));
  }

  Error errorAt(size_t Offset, Message What) {
    StringRef Before = Text.take_front(Offset);
    size_t Line = Before.count('\n') + 1;
    size_t LineStart = Before.rfind('\n') + 1; // `npos` becomes 0
    return errorOf(
        atPlace(Path, Line, Before.size() - LineStart + 1, std::move(What)));
  }

  StringRef Path;
  StringRef Text;
  Outline Places;
  vfs::FileSystem &FS;
};

std::string databasePath(StringRef BuildDir, vfs::FileSystem &FS) {
  SmallString<256> Path(BuildDir);
  auto Status = FS.status(BuildDir);
  // A missing path is taken for a folder, unless it is named like the file.
  bool IsFolder = Status ? Status->isDirectory()
                         : sys::path::extension(BuildDir) != ".json";
  if (IsFolder)
    sys::path::append(Path, "compile_commands.json");
  return std::string(Path);
}

} // namespace

Expected<std::vector<CompileCommand>> loadCompileDatabase(StringRef BuildDir,
                                                          vfs::FileSystem &FS) {
  std::string Path = databasePath(BuildDir, FS);
  auto Buffer = FS.getBufferForFile(Path);
  if (Buffer.getError() == std::errc::no_such_file_or_directory)
    return errorOf(atPlace(
        Path, say(msg::NoDatabase, "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON")));
  if (!Buffer)
    return errorOf(atPlace(
        Path, say(msg::CannotBeRead, systemMessage(Buffer.getError()))));
  StringRef Text = (*Buffer)->getBuffer();
  Text.consume_front("\xef\xbb\xbf");
  // One path in an old encoding must not take all others away.
  std::string Fixed;
  if (!json::isUTF8(Text))
    Text = Fixed = json::fixUTF8(Text);
  auto Commands = DatabaseReader(Path, Text, FS).read();
  if (Commands && Commands->empty())
    return errorOf(atPlace(Path, say(msg::NoCompileCommands)));
  return Commands;
}

} // namespace musify

//===- Words.cpp - Words of a command line, option files read -------------===//
#include "Project/Words.h"
#include "Diag/MessageError.h"
#include "Project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/StringSaver.h"
#include <optional>

using namespace llvm;

namespace musify {
namespace {

class Expander {
public:
  Expander(StringRef Directory, vfs::FileSystem &FS,
           std::vector<Message> &Dropped)
      : Directory(Directory), FS(FS), Dropped(Dropped) {}

  std::vector<std::string> expand(ArrayRef<std::string> Args) {
    add(Args);
    return std::move(Words);
  }

private:
  /// Files that name each other twice grow without end long before a loop.
  static constexpr unsigned MaxFiles = 256;

  void add(ArrayRef<std::string> Args) {
    for (; !Args.empty(); Args = Args.drop_front()) {
      StringRef Word = Args.front();
      if (Word.size() > 1 && Word.front() == '@')
        addFile(Word.drop_front(), Word);
      else if (auto List = optionsFileOf(Args))
        for (const std::string &Path : splitList(*List))
          addFile(Path, "--options-file " + Path);
      else
        Words.push_back(Word.str());
    }
  }

  /// The value of a leading `--options-file`. Moves `Args` to the last word
  /// that belongs to it.
  static std::optional<StringRef> optionsFileOf(ArrayRef<std::string> &Args) {
    StringRef Word = Args.front();
    if (!Word.consume_front("--options-file") && !Word.consume_front("-optf") &&
        !Word.consume_front("-options-file"))
      return std::nullopt;
    if (Word.consume_front("="))
      return Word;
    if (!Word.empty() || Args.size() < 2)
      return std::nullopt;
    Args = Args.drop_front();
    return StringRef(Args.front());
  }

  void addFile(StringRef Path, const Twine &Shown) {
    std::string Real = realPath(Path, Directory, FS);
    if (is_contained(Open, Real))
      return drop(Shown, say(msg::OptionsIncludeThemselves));
    if (++Count > MaxFiles)
      return drop(Shown, say(msg::TooManyOptionFiles));
    auto Buffer = FS.getBufferForFile(Real);
    if (!Buffer)
      return drop(Shown,
                  say(msg::CannotBeRead, systemMessage(Buffer.getError())));
    StringRef Text = (*Buffer)->getBuffer();
    Text.consume_front("\xef\xbb\xbf");
    Open.push_back(Real);
    add(splitWords(Text));
    Open.pop_back();
  }

  void drop(const Twine &Shown, Message Reason) {
    Dropped.push_back(say(msg::DroppedFlag, Shown.str(), std::move(Reason)));
  }

  StringRef Directory;
  vfs::FileSystem &FS;
  std::vector<Message> &Dropped;
  std::vector<std::string> Words;
  std::vector<std::string> Open; ///< files being read, to see loops
  unsigned Count = 0;
};

} // namespace

std::vector<std::string> splitWords(StringRef Text) {
  BumpPtrAllocator Memory;
  StringSaver Saver(Memory);
  SmallVector<const char *, 32> Words;
  cl::TokenizeGNUCommandLine(Text, Saver, Words);
  return std::vector<std::string>(Words.begin(), Words.end());
}

std::vector<std::string> splitList(StringRef Text) {
  std::vector<std::string> Items(1);
  char Quote = 0;
  for (size_t I = 0; I != Text.size(); ++I) {
    char C = Text[I];
    if (C == '\\' && I + 1 != Text.size()) {
      if (Text[I + 1] != ',')
        Items.back() += C;
      Items.back() += Text[++I];
      continue;
    }
    if (!Quote && C == ',') {
      Items.emplace_back();
      continue;
    }
    if (C == Quote)
      Quote = 0;
    else if (!Quote && (C == '"' || C == '\''))
      Quote = C;
    Items.back() += C;
  }
  erase_if(Items, [](const std::string &Item) { return Item.empty(); });
  return Items;
}

std::vector<std::string> expandOptionFiles(ArrayRef<std::string> Args,
                                           StringRef Directory,
                                           vfs::FileSystem &FS,
                                           std::vector<Message> &Dropped) {
  return Expander(Directory, FS, Dropped).expand(Args);
}

} // namespace musify

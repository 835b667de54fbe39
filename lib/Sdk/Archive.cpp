#include "Sdk/Archive.h"
#include "llvm/Support/Endian.h"

using namespace llvm;

namespace musify {

static void appendSize(std::string &Archive, size_t Size) {
  char Bytes[4];
  support::endian::write32le(Bytes, static_cast<uint32_t>(Size));
  Archive.append(Bytes, sizeof(Bytes));
}

static StringRef takeString(StringRef &Rest) {
  uint32_t Size = support::endian::read32le(Rest.data());
  StringRef Text = Rest.substr(4, Size);
  Rest = Rest.drop_front(4 + Size + 1);
  return Text;
}

void appendToArchive(std::string &Archive, StringRef Path, StringRef Contents) {
  for (StringRef Text : {Path, Contents}) {
    appendSize(Archive, Text.size());
    Archive += Text;
    Archive += '\0';
  }
}

void forEachInArchive(StringRef Archive,
                      function_ref<void(StringRef, StringRef)> Visit) {
  while (!Archive.empty()) {
    StringRef Path = takeString(Archive);
    Visit(Path, takeString(Archive));
  }
}

} // namespace musify

#include "Sdk/Embedded.h"
#include "Mapping/Reverse.h"
#include "Sdk/Archive.h"
#include "Support/Untrusted.h"
#include "llvm/Support/MemoryBuffer.h"

extern "C" {
extern const char musify_archive_begin[], musify_archive_end[];
extern const char musify_table_begin[], musify_table_end[];
extern const char musify_back_table_begin[], musify_back_table_end[];
extern const char musify_build_rules_begin[], musify_build_rules_end[];
extern const char musify_pages_begin[], musify_pages_end[];
}

using namespace llvm;

namespace musify {

static StringRef archive() {
  return {musify_archive_begin,
          size_t(musify_archive_end - musify_archive_begin)};
}

static StringRef tableImage() {
  return {musify_table_begin, size_t(musify_table_end - musify_table_begin)};
}

static StringRef backTableImage() {
  return {musify_back_table_begin,
          size_t(musify_back_table_end - musify_back_table_begin)};
}

Table builtinTable() {
  Table Names(tableImage());
  forEachInArchive(archive(), [&](StringRef Path, StringRef Contents) {
    if (Path == RulesPath) // valid: checked when it was packed
      Names.Rules.add(cantFail(parseRules(Contents, Path)));
  });
  return Names;
}

Table wayBack(const Table &Forward, std::string &Image) {
  if (Forward.isPlain(tableImage()))
    return Table(backTableImage(), Direction::MusaToCuda);
  Image = packReversed(Forward);
  return Table(Image, Direction::MusaToCuda);
}

void forEachBuiltinBuildRules(
    function_ref<void(StringRef Path, StringRef Text)> Visit) {
  forEachInArchive(StringRef(musify_build_rules_begin,
                             musify_build_rules_end - musify_build_rules_begin),
                   Visit);
}

StringRef builtinPage(StringRef Wanted) {
  StringRef Page;
  forEachInArchive(
      StringRef(musify_pages_begin, musify_pages_end - musify_pages_begin),
      [&](StringRef Path, StringRef Contents) {
        if (Path == Wanted)
          Page = Contents;
      });
  return Page;
}

namespace {

class SharedFileSystem : public vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;
  std::error_code setCurrentWorkingDirectory(const Twine &) override {
    return {};
  }
};

} // namespace

IntrusiveRefCntPtr<vfs::FileSystem>
shareHeaders(IntrusiveRefCntPtr<vfs::FileSystem> Headers) {
  return makeIntrusiveRefCnt<SharedFileSystem>(std::move(Headers));
}

void forEachSdkHeader(
    function_ref<void(StringRef Path, StringRef Text)> Visit) {
  forEachInArchive(archive(), [&](StringRef Path, StringRef Contents) {
    std::string Full = (EmbeddedRoot + Path).str();
    StringRef Below = Full;
    if (Below.consume_front(SdkIncludeDir) && Below.consume_front("/"))
      Visit(Below, Contents);
  });
}

/// The embedded headers, mounted once a process.
static IntrusiveRefCntPtr<vfs::FileSystem> embeddedHeaders() {
  static const IntrusiveRefCntPtr<vfs::FileSystem> Headers = [] {
    auto Memory = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
    forEachInArchive(archive(), [&](StringRef Path, StringRef Contents) {
      Memory->addFile((EmbeddedRoot + Path).str(), 0,
                      MemoryBuffer::getMemBuffer(Contents, Path));
    });
    return shareHeaders(std::move(Memory));
  }();
  return Headers;
}

IntrusiveRefCntPtr<vfs::FileSystem>
createFileSystem(StringRef Prelude, IntrusiveRefCntPtr<vfs::FileSystem> More) {
  auto Overlay =
      makeIntrusiveRefCnt<vfs::OverlayFileSystem>(createPlainFileSystem());
  Overlay->pushOverlay(embeddedHeaders());
  if (More)
    Overlay->pushOverlay(std::move(More));
  if (Prelude.empty())
    return Overlay;
  auto Memory = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  Memory->addFile(PreludePath, 0,
                  MemoryBuffer::getMemBuffer(Prelude, PreludePath, false));
  Overlay->pushOverlay(std::move(Memory));
  return Overlay;
}

} // namespace musify

#include "Parse/RespelledFiles.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace musify {
namespace {

/// A file of the disk, with another text.
class RespelledFile : public vfs::File {
public:
  RespelledFile(std::unique_ptr<vfs::File> Real, StringRef Text)
      : Real(std::move(Real)), Text(Text) {}

  ErrorOr<vfs::Status> status() override {
    auto Status = Real->status();
    if (!Status)
      return Status;
    return vfs::Status::copyWithNewSize(*Status, Text.size());
  }
  ErrorOr<std::string> getName() override { return Real->getName(); }
  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name, int64_t,
                                                   bool, bool) override {
    return MemoryBuffer::getMemBuffer(Text, Name.str());
  }
  std::error_code close() override { return Real->close(); }

private:
  std::unique_ptr<vfs::File> Real;
  StringRef Text;
};

class RespellingFileSystem : public vfs::ProxyFileSystem {
public:
  RespellingFileSystem(IntrusiveRefCntPtr<vfs::FileSystem> FS,
                       const RespelledFiles &Texts)
      : ProxyFileSystem(std::move(FS)), Texts(Texts) {}

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    auto Real = ProxyFileSystem::status(Path);
    auto Text = Real ? Texts.find(Real->getUniqueID()) : Texts.end();
    if (Text == Texts.end())
      return Real;
    return vfs::Status::copyWithNewSize(*Real, Text->second.size());
  }
  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    auto Real = ProxyFileSystem::openFileForRead(Path);
    auto Status = Real ? (*Real)->status() : Real.getError();
    auto Text = Status ? Texts.find(Status->getUniqueID()) : Texts.end();
    if (Text == Texts.end())
      return Real;
    return std::make_unique<RespelledFile>(std::move(*Real), Text->second);
  }

private:
  const RespelledFiles &Texts;
};

} // namespace

IntrusiveRefCntPtr<vfs::FileSystem>
withRespelled(IntrusiveRefCntPtr<vfs::FileSystem> FS,
              const RespelledFiles &Texts) {
  if (Texts.empty())
    return FS;
  return makeIntrusiveRefCnt<RespellingFileSystem>(std::move(FS), Texts);
}

} // namespace musify

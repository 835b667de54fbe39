#include "Support/Untrusted.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace musify {

/// How deep the brackets nest, those of strings left out.
static unsigned nesting(StringRef Text, StringRef Opening, StringRef Closing) {
  unsigned Deepest = 0, Depth = 0;
  bool InString = false;
  for (size_t I = 0; I < Text.size(); ++I) {
    if (InString) {
      if (Text[I] == '\\')
        ++I;
      else if (Text[I] == '"')
        InString = false;
    } else if (Text[I] == '"') {
      InString = true;
    } else if (Opening.contains(Text[I])) {
      Deepest = std::max(Deepest, ++Depth);
    } else if (Closing.contains(Text[I]) && Depth) {
      --Depth;
    }
  }
  return Deepest;
}

bool isNestedTooDeep(StringRef Json) {
  return nesting(Json, "[{", "]}") > MaxNesting;
}

bool hasDeepParentheses(StringRef Text) {
  return nesting(Text, "(", ")") > MaxNesting;
}

// LLVM maps even a volatile file where no null has to follow the bytes.
static constexpr bool NullFollows = true;

ErrorOr<std::unique_ptr<MemoryBuffer>> readCopy(StringRef Path) {
  return MemoryBuffer::getFile(Path, /*IsText=*/false, NullFollows,
                               /*IsVolatile=*/true);
}

ErrorOr<std::unique_ptr<MemoryBuffer>> readPlainFile(StringRef Path) {
  sys::fs::file_status Status;
  if (std::error_code EC = sys::fs::status(Path, Status))
    return EC;
  if (!sys::fs::is_regular_file(Status))
    return std::make_error_code(std::errc::invalid_argument);
  return readCopy(Path);
}

namespace {

/// A file that somebody may be saving, read as `readCopy` does.
class CopiedFile : public vfs::File {
public:
  explicit CopiedFile(std::unique_ptr<vfs::File> Real)
      : Real(std::move(Real)) {}

  ErrorOr<vfs::Status> status() override { return Real->status(); }
  ErrorOr<std::string> getName() override { return Real->getName(); }
  ErrorOr<std::unique_ptr<MemoryBuffer>>
  getBuffer(const Twine &Name, int64_t FileSize,
            bool /*RequiresNullTerminator*/, bool /*IsVolatile*/) override {
    return Real->getBuffer(Name, FileSize, NullFollows, /*IsVolatile=*/true);
  }
  std::error_code close() override { return Real->close(); }

private:
  std::unique_ptr<vfs::File> Real;
};

/// The disk, without what a reader might wait at for ever.
class PlainFiles : public vfs::ProxyFileSystem {
public:
  PlainFiles() : ProxyFileSystem(vfs::createPhysicalFileSystem()) {}

  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    auto Status = ProxyFileSystem::status(Path);
    if (Status && !Status->isRegularFile() && !Status->isDirectory() &&
        !isNull(*Status))
      return std::make_error_code(std::errc::invalid_argument);
    auto Out = ProxyFileSystem::openFileForRead(Path);
    if (!Out)
      return Out;
    return std::make_unique<CopiedFile>(std::move(*Out));
  }

private:
  /// Compile commands name it where they need a file that is empty.
  static bool isNull(const vfs::Status &Of) {
    sys::fs::UniqueID Null;
    return !sys::fs::getUniqueID("/dev/null", Null) && Of.getUniqueID() == Null;
  }
};

} // namespace

IntrusiveRefCntPtr<vfs::FileSystem> createPlainFileSystem() {
  return makeIntrusiveRefCnt<PlainFiles>();
}

} // namespace musify

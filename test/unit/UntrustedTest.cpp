#include "Support/Untrusted.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

/// Many pages: LLVM maps such a file where it may.
constexpr size_t Size = 1 << 20;

/// A file of `Size` bytes that is empty once it was read.
class ShrinkingFile : public testing::Test {
protected:
  void SetUp() override {
    int FD;
    ASSERT_FALSE(sys::fs::createTemporaryFile("musify", "cu", FD, Path));
    raw_fd_ostream(FD, /*shouldClose=*/true) << std::string(Size, 'x');
  }
  void TearDown() override { (void)sys::fs::remove(Path); }

  /// What the file had is still there after it became shorter.
  void expectWhole(const ErrorOr<std::unique_ptr<MemoryBuffer>> &Buffer) {
    ASSERT_TRUE(Buffer);
    std::error_code EC;
    raw_fd_ostream Empty(Path, EC);
    ASSERT_FALSE(EC);
    EXPECT_EQ((*Buffer)->getBuffer().count('x'), Size);
  }

  SmallString<128> Path;
};

TEST_F(ShrinkingFile, ReadsACopy) { expectWhole(readCopy(Path)); }

TEST_F(ShrinkingFile, ReadsACopyOfAPlainFile) {
  expectWhole(readPlainFile(Path));
}

TEST_F(ShrinkingFile, ReadsACopyThroughTheFileSystem) {
  auto File = createPlainFileSystem()->openFileForRead(Path);
  ASSERT_TRUE(File);
  expectWhole((*File)->getBuffer(Path, /*FileSize=*/-1,
                                 /*RequiresNullTerminator=*/false));
}

} // namespace

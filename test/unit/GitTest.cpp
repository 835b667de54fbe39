//===- GitTest.cpp - Running git ------------------------------------------===//
#include "Edit/Git.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "gtest/gtest.h"
#include <sys/stat.h>

using namespace musify;

namespace {

TEST(Git, DoesNotWaitForEverAtAPipe) {
  llvm::SmallString<128> Folder;
  ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("musify-git-test", Folder));
  auto Made = runGit(Folder, {"init", "-q"});
  if (!Made) {
    llvm::consumeError(Made.takeError());
    GTEST_SKIP() << "there is no git";
  }
  llvm::SmallString<128> Config(Folder);
  llvm::sys::path::append(Config, ".git", "config");
  ASSERT_FALSE(llvm::sys::fs::remove(Config));
  ASSERT_EQ(mkfifo(Config.c_str(), 0600), 0);

  auto Out = runGit(Folder, {"status"}, /*Seconds=*/1);
  ASSERT_FALSE(bool(Out));
  EXPECT_NE(llvm::toString(Out.takeError()).find("git failed: "),
            std::string::npos);
  llvm::sys::fs::remove_directories(Folder);
}

} // namespace

#include "Parse/CheckoutPaths.h"
#include "gtest/gtest.h"

using namespace musify;

namespace {

const CheckoutPaths Here({"/src", "/src/build"}),
    There({"/home/me/x", "/tmp/b"});

std::string moved(llvm::StringRef Text) {
  return There.unpack(Here.pack(Text)).value_or("not packed");
}

TEST(CheckoutPaths, MovesWhatIsBelowARoot) {
  EXPECT_EQ(moved("/src/a.cu"), "/home/me/x/a.cu");
  EXPECT_EQ(moved("/src"), "/home/me/x");
  EXPECT_EQ(moved("-I/src/include"), "-I/home/me/x/include");
  EXPECT_EQ(moved("-DDIR=\"/src\""), "-DDIR=\"/home/me/x\"");
  EXPECT_EQ(moved("(lambda at /src/a.h:3:1), /src/b.h"),
            "(lambda at /home/me/x/a.h:3:1), /home/me/x/b.h");
}

TEST(CheckoutPaths, TheLongestRootCounts) {
  EXPECT_EQ(moved("/src/build/gen.h"), "/tmp/b/gen.h");
  EXPECT_EQ(moved("/src/builder/a.h"), "/home/me/x/builder/a.h");
}

TEST(CheckoutPaths, LeavesOtherPathsAlone) {
  for (const char *Text : {"/src2/a.cu", "/mnt/src/a.cu", "../src/a.cu",
                           "a/src", "/usr/include", "", "/src.old/a"})
    EXPECT_EQ(moved(Text), Text);
}

TEST(CheckoutPaths, KeepsEveryByte) {
  for (const char *Text : {"\1",
                           "\1"
                           "0",
                           "\1.", "a\1\1/src"})
    EXPECT_EQ(Here.unpack(Here.pack(Text)), Text);
}

TEST(CheckoutPaths, ReadsNoOtherForm) {
  EXPECT_FALSE(Here.unpack("\1"));
  EXPECT_FALSE(Here.unpack("a\1"
                           "2"));
  EXPECT_FALSE(Here.unpack("\1/"));
}

TEST(CheckoutPaths, EmptyRootsDoNotCount) {
  CheckoutPaths None({"/", ""});
  EXPECT_EQ(None.pack("/a/b"), "/a/b");
  EXPECT_FALSE(None.areNamedIn("/a"));
}

} // namespace

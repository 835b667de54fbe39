#include "Support/RealPath.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

/// root/{sub/file, out -> ../outside, in -> sub, lost -> nothing}, outside/
struct RealPathTest : testing::Test {
  SmallString<128> Top;

  RealPathTest() {
    SmallString<128> Made;
    sys::fs::createUniqueDirectory("musify-path", Made);
    sys::fs::real_path(Made, Top);
    sys::fs::create_directories(at("root/sub"));
    sys::fs::create_directories(at("outside"));
    sys::fs::create_link("../outside", at("root/out"));
    sys::fs::create_link("sub", at("root/in"));
    sys::fs::create_link("nothing", at("root/lost"));
  }
  ~RealPathTest() override { sys::fs::remove_directories(Top); }

  std::string at(StringRef Name) const { return (Top + "/" + Name).str(); }
  bool isOutside(StringRef Name, bool Follow = true) const {
    return leadsOutside(at(Name), at("root"), Follow);
  }
};

TEST_F(RealPathTest, MissingPartsCount) {
  EXPECT_EQ(realTarget(at("root/in/x/y.cu")), at("root/sub/x/y.cu"));
  EXPECT_EQ(realTarget(at("root/out/y.cu")), at("outside/y.cu"));
  EXPECT_EQ(realTarget(at("root/./new/")), at("root/new"));
  EXPECT_EQ(realTarget(at("root/lost")), "");
  EXPECT_EQ(realTarget(at("root/none/../x")), "");
}

TEST_F(RealPathTest, LinksLeadOutside) {
  EXPECT_FALSE(isOutside("root/in/a.cu"));
  EXPECT_FALSE(isOutside("root/new/deep/a.cu"));
  EXPECT_FALSE(isOutside("root"));
  EXPECT_TRUE(isOutside("root/out/a.cu"));
  EXPECT_TRUE(isOutside("root/../outside/a.cu"));
  EXPECT_TRUE(isOutside("root2/a.cu"));
  EXPECT_TRUE(isOutside("root/lost"));
}

TEST_F(RealPathTest, ALinkItselfIsInside) {
  EXPECT_FALSE(isOutside("root/out", /*Follow=*/false));
  EXPECT_FALSE(isOutside("root/lost", /*Follow=*/false));
  EXPECT_TRUE(isOutside("root/out/a", /*Follow=*/false));
}

} // namespace

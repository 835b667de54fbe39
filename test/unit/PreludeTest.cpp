#include "Parse/Prelude.h"
#include "gtest/gtest.h"
#include <map>

using namespace musify;

namespace {

TEST(Prelude, IsKeptByItsFlagsHeadersAndFolder) {
  PreludeCache Cache("");
  std::map<std::string, unsigned> Asked;
  Cache.Recall = [&](const CompileCommand &Reader, Prelude &) {
    ++Asked[Reader.Name];
    return true;
  };
  CompileCommand A, B;
  A.Name = A.File = "a.cpp";
  B.Name = B.File = "b.cpp";
  A.Directory = B.Directory = "/x";
  A.Flags = B.Flags = {"-std=c++20"};
  Cache.find(A, {{"vector"}, true, {}}, {}, nullptr);
  Cache.find(B, {{"vector"}, true, {}}, {}, nullptr);
  EXPECT_EQ(Asked.size(), 1u);
  EXPECT_EQ(Asked.count("a.cpp"), 0u); // it is no unit's
  Cache.find(B, {{"map"}, true, {}}, {}, nullptr);
  EXPECT_EQ(Asked.size(), 2u);
  Cache.find(B, {{"own.h"}, false, {}}, {}, nullptr);
  B.Directory = "/y";
  Cache.find(B, {{"own.h"}, false, {}}, {}, nullptr);
  EXPECT_EQ(Asked.size(), 4u);
  for (const auto &[Name, Times] : Asked)
    EXPECT_EQ(Times, 1u) << Name;
}

} // namespace

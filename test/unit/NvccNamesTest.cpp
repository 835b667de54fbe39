#include "Parse/NvccNames.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

StringSet<> quoted(StringRef Message) {
  StringSet<> Out;
  addQuotedNames(Message, Out);
  return Out;
}

TEST(NvccNames, TakesWhatClangQuotes) {
  auto Names = quoted("no member named 'f' in 'std::vector<My_1>'");
  for (const char *Name : {"f", "std", "vector", "My_1"})
    EXPECT_TRUE(Names.contains(Name)) << Name;
  EXPECT_FALSE(Names.contains("member"));
  EXPECT_FALSE(Names.contains("in"));
}

TEST(NvccNames, TakesNothingFromOtherText) {
  EXPECT_TRUE(quoted("expected expression").empty());
  EXPECT_TRUE(quoted("").empty());
}

} // namespace

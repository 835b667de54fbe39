//===- FactsTest.cpp - What several uses and units say becomes one --------===//
#include "Facts/Facts.h"
#include "gtest/gtest.h"

using namespace musify;

namespace {

TEST(FileFacts, OneUseOfAStringThatIsMoreThanShownCounts) {
  StringFact Shown{"", /*IsShown=*/true, false};
  StringFact LookedUp{"dlsym", /*IsShown=*/false, /*FindsOverridden=*/true};
  for (bool Reversed : {false, true}) {
    FileFacts File;
    File.noteString(3, Reversed ? LookedUp : Shown);
    File.noteString(3, Reversed ? Shown : LookedUp);
    File.noteString(9, Shown);
    EXPECT_FALSE(File.Strings[3].IsShown);
    EXPECT_EQ(File.Strings[3].LookedUpBy, "dlsym");
    EXPECT_TRUE(File.Strings[3].FindsOverridden);
    EXPECT_TRUE(File.Strings[9].IsShown);
  }
}

TEST(FileFacts, TheFirstOfTwoLookUpsIsNamed) {
  FileFacts File;
  File.noteString(0, {"strcmp", false, false});
  File.noteString(0, {"dlsym", false, false});
  File.noteString(0, {"", false, false});
  EXPECT_EQ(File.Strings[0].LookedUpBy, "dlsym");
}

} // namespace

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

ValueUse use(Asked What, ValueNode Node, unsigned Offset,
             ValueNode Threshold = 0) {
  return {What,
          Node,
          Threshold,
          {Offset, 1, say(msg::VersionTest, ""), {}, "a.cpp", {}}};
}

TEST(Facts, WhatIsAskedForIsFollowedOverUnits) {
  Facts Asks, Passes;
  Asks.ValueOrigins.insert({Asked::Version, "query", 1});
  Asks.ValueFlows.insert({1, 2});
  Passes.ValueFlows = {{2, 3}, {3, 2}, {9, 4}};
  Passes.Files["a.cpp"].ValueUses = {use(Asked::Version, 3, 10),
                                     use(Asked::Version, 4, 20),
                                     use(Asked::Capability, 3, 30)};
  Passes.merge(std::move(Asks));
  Passes.followValues();
  const auto &Seen = Passes.Files["a.cpp"].Observed;
  ASSERT_EQ(Seen.size(), 1u);
  EXPECT_EQ(Seen.begin()->Offset, 10u);
  EXPECT_TRUE(Seen.begin()->What.mentions("query"));
}

TEST(Facts, AThresholdNeedsANumberOfTheCode) {
  Facts All;
  All.ValueOrigins = {{Asked::Version, "query", 1}};
  All.ValueFlows = {{1, 7}, {5, 6}};
  All.Numbered = {5, 7};
  All.Files["a.cpp"].ValueUses = {
      use(Asked::Version, 1, 10, 6),  // 5 gets there
      use(Asked::Version, 1, 20, 7),  // another answer gets there, too
      use(Asked::Version, 1, 30, 8)}; // nothing does
  All.followValues();
  const auto &Seen = All.Files["a.cpp"].Observed;
  ASSERT_EQ(Seen.size(), 1u);
  EXPECT_EQ(Seen.begin()->Offset, 10u);
}

TEST(Facts, OneOriginOfAUseIsTold) {
  Facts All;
  All.ValueOrigins = {{Asked::Version, "b", 1}, {Asked::Version, "a", 1}};
  All.Files["a.cpp"].ValueUses = {use(Asked::Version, 1, 5)};
  All.followValues();
  const auto &Seen = All.Files["a.cpp"].Observed;
  ASSERT_EQ(Seen.size(), 1u);
  EXPECT_TRUE(Seen.begin()->What.mentions("a"));
}

} // namespace

#include "Driver/BodyShares.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

CompileCommand unit(StringRef Name, std::vector<std::string> Flags = {}) {
  CompileCommand Out;
  Out.File = Out.Name = Name.str();
  Out.Flags = std::move(Flags);
  return Out;
}

using Names = std::set<std::string>;
using Places = std::vector<size_t>;

bool isFirst(const CompileCommand &Unit) {
  return StringRef(Unit.File).contains("first");
}

/// Of the first parses, see BodyShares.
Places extended(BodyShares &Shares, std::vector<CompileCommand> &Units,
                std::vector<std::vector<Reading>> Readings) {
  return Shares.extend(Units, Readings, isFirst);
}

std::vector<CompileCommand> assigned(std::vector<CompileCommand> Units,
                                     std::vector<std::string> Headers) {
  BodyShares::assign(
      Units, [&](const CompileCommand &) { return Headers; }, isFirst);
  return Units;
}

TEST(BodyShares, ThoseThatAreSureGoFirst) {
  auto Units =
      assigned({unit("a.cu"), unit("first.cu"), unit("z.first.cu")}, {"h.h"});
  EXPECT_TRUE(Units[0].BodiesOf->empty());
  EXPECT_TRUE(Units[1].BodiesOf->count("h.h"));
  EXPECT_TRUE(Units[2].BodiesOf->empty());
}

TEST(BodyShares, TheFirstByNameTakesAHeader) {
  auto Units = assigned({unit("b.cu"), unit("a.cu")}, {"h.h"});
  EXPECT_EQ(*Units[0].BodiesOf, Names());
  EXPECT_EQ(*Units[1].BodiesOf, (Names{"h.h"}));
}

TEST(BodyShares, OtherMacrosAndLanguagesAreOtherCode) {
  auto Units = assigned({unit("a.cu"), unit("b.cu", {"-DX"}), unit("c.cpp"),
                         unit("d.cu", {"-Isomewhere"})},
                        {"h.h"});
  EXPECT_EQ(*Units[0].BodiesOf, (Names{"h.h"}));
  EXPECT_EQ(*Units[1].BodiesOf, (Names{"h.h"}));
  EXPECT_EQ(*Units[2].BodiesOf, (Names{"h.h"}));
  EXPECT_EQ(*Units[3].BodiesOf, Names());
}

TEST(BodyShares, AFileThatIsAUnitTooIsParsedThere) {
  auto Units = assigned({unit("a.cu"), unit("b.cu")}, {"b.cu"});
  EXPECT_EQ(*Units[0].BodiesOf, Names());
  EXPECT_EQ(*Units[1].BodiesOf, Names());
}

TEST(BodyShares, WhatNoUnitLookedIntoIsParsedAgainOnce) {
  auto Units = assigned({unit("c.cu"), unit("b.cu"), unit("a.cu")}, {"h.h"});
  BodyShares Shares;
  EXPECT_EQ(
      extended(Shares, Units,
               {{{"h.h", 2, false}}, {{"h.h", 2, false}}, {{"h.h", 1, true}}}),
      Places{1});
  EXPECT_EQ(*Units[1].BodiesOf, (Names{"h.h"}));
  EXPECT_EQ(*Units[0].BodiesOf, Names());
  // Also if that one ends with an error: another would hardly do better.
  EXPECT_EQ(
      extended(Shares, Units,
               {{{"h.h", 2, false}}, {{"h.h", 2, false}}, {{"h.h", 1, true}}}),
      Places());
}

TEST(BodyShares, OneUnitMayHaveToLookIntoSeveralHeaders) {
  auto Units = assigned({unit("a.cu"), unit("b.cu")}, {});
  BodyShares Shares;
  EXPECT_EQ(extended(Shares, Units,
                     {{{"g.h", 1, false}, {"h.h", 1, false}},
                      {{"h.h", 1, false}, {"i.h", 1, false}}}),
            (Places{0, 1}));
  EXPECT_EQ(*Units[0].BodiesOf, (Names{"g.h", "h.h"}));
  EXPECT_EQ(*Units[1].BodiesOf, (Names{"i.h"}));
}

TEST(BodyShares, AParseWithAnErrorInTheHeaderIsNotEnough) {
  auto Units = assigned({unit("a.cu"), unit("b.cu")}, {"h.h"});
  BodyShares Shares;
  EXPECT_EQ(extended(Shares, Units,
                     {{{"h.h", 1, /*HasBodies=*/true,
                        /*HasErrors=*/true}},
                      {{"h.h", 1, false, false}}}),
            Places{1});
}

// As if it were asked for now, which ends with the same error.
TEST(BodyShares, WhatAnEarlierRunLookedIntoIsNotParsedAgain) {
  auto Units = assigned({unit("a.cu"), unit("b.cu"), unit("c.cu")}, {"h.h"});
  BodyShares Shares;
  EXPECT_EQ(extended(Shares, Units,
                     {{{"h.h", 1, true, true}},
                      {{"h.h", 1, /*HasBodies=*/true, true}},
                      {{"h.h", 1, false, false}}}),
            Places());
  EXPECT_EQ(*Units[1].BodiesOf, (Names{"h.h"}));
  EXPECT_EQ(*Units[2].BodiesOf, Names());
}

TEST(BodyShares, WhereEveryUnitHasErrorsOneIsEnough) {
  auto Units = assigned({unit("a.cu"), unit("b.cu")}, {"h.h"});
  BodyShares Shares;
  EXPECT_EQ(extended(Shares, Units,
                     {{{"h.h", 1, true, true}}, {{"h.h", 1, false, true}}}),
            Places());
  // But of other code nobody has seen the bodies.
  EXPECT_EQ(extended(Shares, Units,
                     {{{"h.h", 1, true, true}}, {{"h.h", 2, false, true}}}),
            Places{1});
}

} // namespace

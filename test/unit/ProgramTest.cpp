//===- ProgramTest.cpp - Entities, their decisions, and the check ---------===//
#include "Program/Whole.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

struct ProgramTest : testing::Test {
  Program P;
  unsigned Source = P.addFile({"/p/a.cpp", "a.cpp", "one\ntwo\nthree\n"});
  unsigned Header = P.addFile({"/p/a.h", "a.h", "four\n", true});
  KnownName Known{"MU_X", false, false};
  Plan Merged;

  Entity &macro() { return P.entity(EntityKind::Global, "CU_X", 0, Known); }
  void add(unsigned File, unsigned Offset, Role Does,
           std::optional<Owner> Whose = std::nullopt, bool Conditional = false,
           bool TargetOnly = false) {
    auto Branch = std::pair(Offset, Offset + 4);
    macro().Where.push_back({File, Offset, 4, Does, Whose,
                             Conditional ? std::optional(Branch) : std::nullopt,
                             TargetOnly});
  }
  const Entity &decided() {
    P.decide();
    return macro();
  }
  void edit(StringRef Path, unsigned Offset, StringRef New = "MU_X") {
    Merged.Files[Path.str()].Edits.push_back({"mapped-name",
                                              {Path.str(), Offset, 4},
                                              New.str(),
                                              Severity::Note,
                                              {},
                                              {}});
  }
  size_t edits() {
    size_t Count = 0;
    for (const auto &[Path, File] : Merged.Files)
      Count += File.Edits.size();
    return Count;
  }
};

TEST_F(ProgramTest, FallbackMoves) {
  add(Header, 0, Role::Definition, Owner::User, /*Conditional=*/true);
  add(Source, 4, Role::Use);
  EXPECT_EQ(decided().F, Fate::Moves);
  EXPECT_EQ(macro().Why, Reason::InTurn);
}

TEST_F(ProgramTest, OwnMacroStays) {
  add(Header, 0, Role::Definition, Owner::User);
  add(Source, 4, Role::Use, Owner::User);
  add(Source, 8, Role::Test, Owner::Sdk); // where nobody defines it
  EXPECT_EQ(decided().F, Fate::Stays);
  EXPECT_EQ(macro().Why, Reason::Own);
}

TEST_F(ProgramTest, OneUseOfTheSdksMovesAll) {
  add(Header, 0, Role::Definition, Owner::User);
  add(Source, 4, Role::Use, Owner::User);
  add(Source, 8, Role::Use, Owner::Sdk);
  EXPECT_EQ(decided().F, Fate::Moves);
}

TEST_F(ProgramTest, UndefinedNameWasTheSdks) {
  add(Header, 0, Role::Undefinition, Owner::Sdk);
  add(Header, 4, Role::Definition, Owner::User);
  EXPECT_EQ(decided().F, Fate::Moves);
}

TEST_F(ProgramTest, UnitsThatDisagreeMoveAll) {
  add(Header, 0, Role::Definition, Owner::User);
  add(Source, 4, Role::Use, Owner::Ambiguous);
  EXPECT_EQ(decided().F, Fate::Moves);
}

TEST_F(ProgramTest, MacroOfASourceIsUnknownElsewhere) {
  add(Source, 0, Role::Definition, Owner::User);
  add(Source, 4, Role::Use, Owner::User);
  add(Header, 0, Role::Use, Owner::Sdk);
  EXPECT_EQ(decided().F, Fate::Stays);
  EXPECT_EQ(macro().Where.size(), 2u);
  EXPECT_EQ(P.placesIn("/p/a.h"), nullptr);
  EXPECT_EQ(P.placesIn("/p/a.cpp")->lookup(4), &macro());
}

TEST_F(ProgramTest, DefinitionForTheTargetKeepsAll) {
  add(Header, 0, Role::Definition, std::nullopt, true, /*TargetOnly=*/true);
  add(Source, 4, Role::Use, Owner::Sdk);
  EXPECT_EQ(decided().F, Fate::Stays);
  EXPECT_EQ(macro().Why, Reason::MapsItself);
}

TEST_F(ProgramTest, ConfigurationMovesWhoeverDefinesIt) {
  Known.Configures = true;
  add(Source, 0, Role::Definition, Owner::User);
  EXPECT_EQ(decided().Why, Reason::Configures);
  EXPECT_EQ(macro().F, Fate::Moves);
}

TEST_F(ProgramTest, NumberOfTheProjectStays) {
  Known.Numeric = true;
  add(Source, 0, Role::Flag);
  add(Source, 4, Role::Test, Owner::Sdk);
  EXPECT_EQ(decided().F, Fate::Stays);
  EXPECT_EQ(macro().Why, Reason::Number);
}

TEST_F(ProgramTest, OwnNameWithoutCounterpartStays) {
  Known.NewName = ""; // a header's guard that one of the SDK's has, too
  add(Header, 0, Role::Test, Owner::Sdk);
  add(Header, 4, Role::Definition, Owner::User);
  EXPECT_EQ(decided().F, Fate::Stays);
}

TEST_F(ProgramTest, GroupsOfFilesAreDecidedApart) {
  add(Header, 0, Role::Definition, Owner::User, true);
  add(Source, 4, Role::Use);
  P.entity(EntityKind::Global, "CU_X", 1, Known)
      .Where.push_back({Source, 0, 4, Role::Definition, Owner::User});
  P.decide();
  EXPECT_EQ(P.find(EntityKind::Global, "CU_X", 0)->F, Fate::Moves);
  EXPECT_EQ(P.find(EntityKind::Global, "CU_X", 1)->F, Fate::Stays);
  EXPECT_EQ(P.find(EntityKind::Global, "CU_X", 2), nullptr);
}

TEST_F(ProgramTest, NameWithoutCounterpartIsOpen) {
  Known.NewName = "";
  add(Source, 0, Role::Definition, Owner::User, true);
  EXPECT_EQ(decided().F, Fate::Open);
}

TEST_F(ProgramTest, NamespaceMovesWhereItIsIncluded) {
  auto Space = [&](Program &Whole, bool Included) -> Entity & {
    Entity &E = Whole.entity(EntityKind::Namespace, "cutlass", 0,
                             {"mutlass", false, false, Included});
    E.Where.push_back({Source, 0, 4, Role::Definition, Owner::Ambiguous});
    E.Where.push_back({Source, 8, 4, Role::Use, Owner::Ambiguous});
    return E;
  };
  Entity &Included = Space(P, true);
  P.decide();
  EXPECT_EQ(Included.F, Fate::Moves);
  Program Other;
  Source = Other.addFile({"/p/a.cpp", "a.cpp", "", false});
  Entity &Own = Space(Other, false);
  Other.decide();
  EXPECT_EQ(Own.F, Fate::Stays);
}

TEST_F(ProgramTest, WholeEntitiesKeepTheirEdits) {
  add(Source, 0, Role::Definition, Owner::User, true);
  add(Source, 4, Role::Use);
  P.decide();
  edit("/p/a.cpp", 0);
  edit("/p/a.cpp", 4);
  keepWhole(P, Merged);
  EXPECT_EQ(edits(), 2u);
  EXPECT_TRUE(Merged.Files["/p/a.cpp"].Findings.empty());
}

TEST_F(ProgramTest, HalfRenamedEntitiesLoseTheirEdits) {
  add(Header, 0, Role::Definition, Owner::User, true);
  add(Source, 0, Role::Use);
  add(Source, 4, Role::Use);
  P.decide();
  edit("/p/a.h", 0);
  edit("/p/a.cpp", 0);
  edit("/p/a.cpp", 8); // another name
  keepWhole(P, Merged);
  EXPECT_EQ(edits(), 1u);
  auto &Findings = Merged.Files["/p/a.h"].Findings;
  ASSERT_EQ(Findings.size(), 1u);
  EXPECT_EQ(Findings[0].Rule, "half-renamed");
  EXPECT_NE(Findings[0].What.text().find("a.cpp:2"), std::string::npos);
}

TEST_F(ProgramTest, NumbersAndTargetsPlacesMayDiffer) {
  add(Source, 0, Role::Definition, Owner::User, true);
  add(Source, 4, Role::Number);
  add(Source, 8, Role::Use, std::nullopt, false, /*TargetOnly=*/true);
  P.decide();
  edit("/p/a.cpp", 0);
  keepWhole(P, Merged);
  EXPECT_EQ(edits(), 1u);
}

TEST_F(ProgramTest, LargerEditsCoverAPlace) {
  add(Source, 0, Role::Definition, Owner::User, true);
  add(Source, 6, Role::Use);
  P.decide();
  edit("/p/a.cpp", 0);
  edit("/p/a.cpp", 4, "call(MU_X)");
  keepWhole(P, Merged);
  EXPECT_EQ(edits(), 2u);
}

TEST_F(ProgramTest, ReportsOnceAFile) {
  add(Header, 0, Role::Definition, Owner::User, true);
  add(Source, 0, Role::Definition, Owner::User, true);
  add(Source, 8, Role::Use);
  P.entity(EntityKind::Global, "CU_Y", 0, Known).Where = {
      {Source, 4, 4, Role::Definition, std::nullopt, {{4, 8}}},
      {Header, 0, 4, Role::Use}};
  P.decide();
  auto Found = reportEntities(P);
  ASSERT_EQ(Found.size(), 1u);
  EXPECT_EQ(Found[0].Rule, "redefined-name");
  EXPECT_EQ(Found[0].Where.File, "/p/a.cpp");
  EXPECT_NE(Found[0].What.text().find("`CU_X` and `CU_Y`"), std::string::npos);
}

TEST_F(ProgramTest, OwnInABranchStays) {
  add(Source, 4, Role::Definition, std::nullopt, true);
  add(Source, 6, Role::Use);
  EXPECT_EQ(decided().F, Fate::Stays);
}

TEST_F(ProgramTest, RepeatedDeclarationMovesUntold) {
  add(Header, 0, Role::Definition, Owner::Sdk);
  add(Source, 4, Role::Use);
  EXPECT_EQ(decided().F, Fate::Moves);
  EXPECT_TRUE(reportEntities(P).empty());
}

} // namespace

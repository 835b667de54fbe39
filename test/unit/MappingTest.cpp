#include "Mapping/Format.h"
#include "Mapping/Load.h"
#include "Mapping/Table.h"
#include "Mapping/Version.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

static OwnedEntry entry(StringRef From, StringRef To, Kind K,
                        Status S = Status::Supported) {
  OwnedEntry E;
  E.From = From.str();
  E.To = To.str();
  E.K = K;
  E.S = S;
  return E;
}

static std::string faultOf(StringRef Text) {
  auto Entries = parseMapping(Text, "m.json");
  return Entries ? "" : toString(Entries.takeError());
}

TEST(Table, FindsWhatWasPacked) {
  OwnedEntry E = entry("cudaA", "musaA", Kind::Macro, Status::Partial);
  E.Numeric = true;
  E.Since = "5.1";
  E.Arch = "mp_22";
  E.Note = "differs";
  E.Type = "int (int)";
  E.Shape = "alias";
  E.Value = "-3";
  E.Reverse = false;
  std::string Image = packTable({E, entry("cudaB", "musaB", Kind::Function)});
  Table T(Image);
  auto Found = T.findName("cudaA");
  ASSERT_TRUE(Found);
  EXPECT_EQ(Found->To, "musaA");
  EXPECT_EQ(Found->K, Kind::Macro);
  EXPECT_EQ(Found->S, Status::Partial);
  EXPECT_TRUE(Found->Numeric);
  EXPECT_EQ(Found->Since, "5.1");
  EXPECT_EQ(Found->Arch, "mp_22");
  EXPECT_EQ(Found->Note, "differs");
  EXPECT_EQ(Found->Type, "int (int)");
  EXPECT_EQ(Found->Shape, "alias");
  EXPECT_EQ(Found->Value, "-3");
  EXPECT_FALSE(Found->Reverse);
  EXPECT_TRUE(T.findName("cudaB")->Reverse);
  EXPECT_FALSE(T.findName("cudaB")->Numeric);
  EXPECT_FALSE(T.findName("cudaC"));
}

TEST(Table, FindsEveryOneOfMany) {
  std::vector<OwnedEntry> Many;
  for (int I = 0; I < 5000; ++I)
    Many.push_back(entry("cuda" + std::to_string(I), "musa" + std::to_string(I),
                         Kind::Function));
  std::string Image = packTable(Many);
  Table T(Image);
  for (int I = 0; I < 5000; ++I)
    ASSERT_EQ(T.findName("cuda" + std::to_string(I))->To,
              "musa" + std::to_string(I));
}

TEST(Table, KeepsSpacesApart) {
  std::string Image = packTable({entry("x", "type", Kind::Type),
                                 entry("x", "header", Kind::Header),
                                 entry("x", "string", Kind::EnvVar)});
  Table T(Image);
  EXPECT_EQ(T.findName("x")->To, "type");
  EXPECT_EQ(T.find(Space::Header, "x")->To, "header");
  EXPECT_EQ(T.find(Space::String, "x")->To, "string");
  EXPECT_FALSE(T.find(Space::Namespace, "x"));
}

TEST(Table, PrefersTheLongestHeaderPrefix) {
  std::string Image = packTable(
      {entry("thrust/", "thrust/", Kind::Header),
       entry("thrust/system/cuda/", "thrust/system/musa/", Kind::Header),
       entry("thrust/version.h", "v.h", Kind::Header)});
  Table T(Image);
  auto Rename = [&](StringRef Path) {
    auto E = T.findHeader(Path);
    return E ? Table::renamedHeader(*E, Path) : "none";
  };
  EXPECT_EQ(Rename("thrust/system/cuda/a/b.h"), "thrust/system/musa/a/b.h");
  EXPECT_EQ(Rename("thrust/sort.h"), "thrust/sort.h");
  EXPECT_EQ(Rename("thrust/version.h"), "v.h");
  EXPECT_EQ(Rename("trust/sort.h"), "none");
}

TEST(Table, LaterOverlayWinsAndIsReported) {
  std::string Image = packTable({entry("cudaA", "musaA", Kind::Function)});
  Table T(Image);
  EXPECT_EQ(T.overlay({entry("cudaB", "mine", Kind::Function)}).size(), 0u);
  EXPECT_EQ(T.overlay({entry("cudaA", "mine", Kind::Function)}).size(), 1u);
  EXPECT_EQ(T.findName("cudaA")->To, "mine");
  unsigned Count = 0;
  T.forEach([&](const Entry &) { ++Count; });
  EXPECT_EQ(Count, 2u);
}

static std::vector<std::string> namesOf(const Table &T, StringRef Word) {
  std::vector<std::string> Out;
  T.forEachOf(Word, [&](const Entry &E) { Out.push_back(E.From.str()); });
  return Out;
}

TEST(Table, FindsByTheLastPartOfEitherName) {
  using Names = std::vector<std::string>;
  std::string Image = packTable(
      {entry("a::run", "b::go", Kind::Function), entry("run", "", Kind::Type),
       entry("same", "same", Kind::Macro), entry("run.h", "go.h", Kind::Header),
       entry("c::run", "c::run", Kind::Namespace)});
  Table T(Image);
  EXPECT_EQ(namesOf(T, "run"), (Names{"a::run", "run", "c::run"}));
  EXPECT_EQ(namesOf(T, "go"), Names{"a::run"});
  EXPECT_EQ(namesOf(T, "same"), Names{"same"});
  EXPECT_TRUE(namesOf(T, "a::run").empty() && namesOf(T, "run.h").empty());
  T.overlay({entry("run", "mine", Kind::Type)});
  EXPECT_EQ(namesOf(T, "run"), (Names{"run", "a::run", "c::run"}));
  EXPECT_EQ(namesOf(T, "mine"), Names{"run"});
}

TEST(Load, ReadsBothForms) {
  auto Ours = parseMapping(
      R"({"library": "l", "entries": [
{"from": "cudaA", "to": "musaA", "kind": "macro", "status": "supported", "numeric": true, "evidence": "e"}]})",
      "m.json");
  ASSERT_TRUE(bool(Ours));
  ASSERT_EQ(Ours->size(), 1u);
  EXPECT_EQ((*Ours)[0].Library, "l");
  EXPECT_EQ((*Ours)[0].Line, 2u);
  EXPECT_TRUE((*Ours)[0].Numeric);
  auto Flat = parseMapping(R"({"cudaA": "x", "a/b.h": "y"})", "m.json");
  ASSERT_TRUE(bool(Flat));
  ASSERT_EQ(Flat->size(), 2u);
  EXPECT_EQ((*Flat)[0].S, Status::Unverified);
  EXPECT_EQ((*Flat)[1].K, Kind::Header);
}

TEST(Load, NamesThePlaceOfEachFault) {
  EXPECT_EQ(faultOf("{\n  \"a\": }").substr(0, 30),
            "m.json:2:8: error: not JSON: s");
  EXPECT_EQ(faultOf("[]"),
            "m.json:1:1: error: a mapping file is a JSON object");
  EXPECT_EQ(faultOf("{\"a\": \"b\",\n\"a\": \"c\"}"),
            "m.json:2:1: error: key `a` occurs twice; first at line 1");
  std::string Two = faultOf(R"({"entries": [
{"from": "a", "to": "b", "kind": "food", "status": "supported"},
{"from": "c", "kind": "type", "status": "supported", "evidence": "e"}]})");
  EXPECT_NE(Two.find("m.json:2:10: error: unknown kind `food`"),
            std::string::npos);
  EXPECT_NE(Two.find("m.json:3:10: error: `c` is supported but has no `to`"),
            std::string::npos);
}

TEST(Load, WantsEvidenceForSupported) {
  EXPECT_NE(faultOf(R"({"entries": [
{"from": "a", "to": "b", "kind": "type", "status": "supported"}]})")
                .find("supported without `evidence`"),
            std::string::npos);
}

TEST(Version, IsComparedByNumbers) {
  EXPECT_LT(*parseVersion("5.9"), *parseVersion("5.10"));
  EXPECT_LT(*parseVersion("4.3.9"), *parseVersion("5"));
  EXPECT_EQ(*parseVersion("5.1"), *parseVersion("5.1.0"));
  for (StringRef Bad : {"", "five", "5.", "5.x", "v5", "-5", "5.1 "})
    EXPECT_FALSE(parseVersion(Bad)) << Bad.str();
}

TEST(Version, KnowsArchitectures) {
  EXPECT_EQ(parseArch("mp_22"), 22u);
  for (StringRef Bad : {"", "mp_", "mp22", "22", "sm_80", "mp_2x"})
    EXPECT_FALSE(parseArch(Bad)) << Bad.str();
}

TEST(Load, KnowsWhereANameStandsThoughItStoodAsAValueBefore) {
  auto Flat = parseMapping("{\"a\": \"b\",\n \"b\": \"c\"}", "m.json");
  ASSERT_TRUE(bool(Flat));
  EXPECT_EQ((*Flat)[1].Line, 2u);
  EXPECT_EQ((*Flat)[1].Column, 2u);
  auto Ours = parseMapping(
      R"({"library": "b", "entries": [
{"from": "a", "to": "b", "kind": "type", "status": "unverified"},
{"to": "b", "kind": "type", "status": "unverified", "from": "b"}]})",
      "m.json");
  ASSERT_TRUE(bool(Ours));
  EXPECT_EQ((*Ours)[0].Line, 2u);
  EXPECT_EQ((*Ours)[1].Line, 3u);
  EXPECT_EQ((*Ours)[1].Column, 61u);
}

TEST(Format, IsTheSameTheSecondTime) {
  auto Once = formatMapping(
      R"({"entries": [{"status": "unverified", "kind": "header", "to": "y/",
       "from": "x/"}, {"from": "A", "to": "B", "kind": "type",
       "status": "unverified", "reverse": false}]})",
      "m.json");
  ASSERT_TRUE(bool(Once));
  EXPECT_TRUE(
      StringRef(*Once).starts_with("{\"entries\": [\n{\"from\": \"A\""));
  auto Twice = formatMapping(*Once, "m.json");
  ASSERT_TRUE(bool(Twice));
  EXPECT_EQ(*Once, *Twice);
  auto Empty = formatMapping("{}", "m.json");
  ASSERT_TRUE(bool(Empty));
  EXPECT_EQ(*Empty, "{\n}\n");
}

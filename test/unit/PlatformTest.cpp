#include "Platform/Answers.h"
#include "Platform/Load.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

TEST(NameSet, TakesNamesAndPatterns) {
  std::vector<std::string> Spellings = {"at", "__shfl*", "*_sync", "*MUSA*"};
  NameSet Set(Spellings);
  for (StringRef Name : {"at", "__shfl", "__shfl_xor", "__any_sync", "_sync",
                         "USE_MUSA_NOW", "MUSA"})
    EXPECT_TRUE(Set.contains(Name)) << Name.str();
  for (StringRef Name : {"", "a", "atan", "bat", "__shf", "_syncs", "musa"})
    EXPECT_FALSE(Set.contains(Name)) << Name.str();
  EXPECT_FALSE(NameSet().contains("at"));
}

TEST(NamePrefixes, WantACapitalOrDigitBehindThem) {
  NamePrefixes P{{"cuda", "cublas"}, {"CU_"}, "cu", "CUDA", {}};
  P.index();
  for (StringRef Name : {"cudaFree", "cublasCreate", "CU_A", "CU_1", "cuInit"})
    EXPECT_TRUE(P.fit(Name)) << Name.str();
  for (StringRef Name : {"", "cuda", "cudaflag", "cuda_free", "CU_", "CU__",
                         "cuX", "cu", "custom", "CUDA", "free"})
    EXPECT_FALSE(P.fit(Name)) << Name.str();
}

TEST(NamePrefixes, AreFragmentsThemselves) {
  NamePrefixes P{{"cuda", "cublas"}, {"CU_"}, "cu", "CUDA", {}};
  P.index();
  for (StringRef Name :
       {"cuda", "cublas", "CU_", "cu", "CUDA", "CUDA_", "cudaFree"})
    EXPECT_TRUE(P.fitFragment(Name)) << Name.str();
  for (StringRef Name :
       {"", "cud", "cudaflag", "CUDAX", "CUDA__", "CU", "custom", "free"})
    EXPECT_FALSE(P.fitFragment(Name)) << Name.str();
}

TEST(Platform, KnowsWarpsAndLimits) {
  const TargetPlatform &Musa = targetPlatform();
  for (const Architecture &A : Musa.Architectures)
    EXPECT_EQ(Musa.find(A.Name), &A);
  EXPECT_EQ(Musa.find("mp_31")->WarpSize, 32u);
  EXPECT_EQ(Musa.find("mp_22")->WarpSize, 128u);
  EXPECT_EQ(Musa.find("mp_22")->SharedPerBlock, 73728u);
  EXPECT_EQ(Musa.find("mp_22")->number(), 22u);
  EXPECT_FALSE(Musa.find("mp_21")->SharedPerBlock);
  EXPECT_FALSE(Musa.find("sm_80"));
}

TEST(Platform, AsksForWhatOneCanHave) {
  std::string Names;
  for (const Architecture *A : targetPlatform().current())
    Names += A->Name + " ";
  EXPECT_EQ(Names, "mp_21 mp_22 mp_31 ");
}

/// Names that C++ says itself stand for what the data say.
TEST(Platform, SourceIsWhole) {
  const SourcePlatform &Cuda = sourcePlatform();
  EXPECT_EQ(Cuda.Warp.Size, 32u);
  EXPECT_TRUE(Cuda.Warp.Shuffles.contains("__shfl_down_sync"));
  EXPECT_FALSE(Cuda.Warp.NumberedReads.contains("__shfl_down_sync"));
  EXPECT_TRUE(Cuda.Types.Tokens.contains("ncclUniqueId"));
  EXPECT_TRUE(platforms().Host.Strings.LookUp.contains("dlsym"));
  EXPECT_EQ(Cuda.Capabilities.back().Major, 12u);
}

std::string faultOf(StringRef Text) {
  TargetPlatform Into;
  return toString(layOver(Into, Text, "own.json"));
}

constexpr const char *Wide =
    R"({"architectures": [{"name": "mp_64", "macro": 640, "capability": "6.4",
 "products": ["none"], "warpSize": 64, "maskLanes": 32,
 "sources": ["a test"]}]})";

TEST(TargetFile, AddsArchitectures) {
  TargetPlatform Into = targetPlatform();
  ASSERT_FALSE(errorToBool(layOver(Into, Wide, "own.json")));
  EXPECT_EQ(Into.find("mp_64")->WarpSize, 64u);
  EXPECT_EQ(Into.Architectures.back().Name, "mp_64");
  EXPECT_EQ(Into.current().size(), 4u);
}

TEST(TargetFile, TakesThePlaceOfAnArchitecture) {
  TargetPlatform Into = targetPlatform();
  std::string Text = StringRef(Wide).str();
  Text.replace(Text.find("mp_64"), 5, "mp_22");
  ASSERT_FALSE(errorToBool(layOver(Into, Text, "own.json")));
  EXPECT_EQ(Into.Architectures.size(), targetPlatform().Architectures.size());
  EXPECT_EQ(Into.find("mp_22")->WarpSize, 64u);
  // The cache of facts must not take one for the other.
  EXPECT_NE(Into.find("mp_22")->fingerprint(),
            targetPlatform().find("mp_22")->fingerprint());
}

TEST(TargetFile, FaultsHaveTheirPlace) {
  EXPECT_EQ(faultOf("{\n \"architectures\": [{\"name\": 1, \"lanes\": 2}]\n}"),
            "own.json:2:21: error: missing required key `macro`");
  EXPECT_EQ(faultOf("{\n \"archs\": []\n}"),
            "own.json:2:2: error: missing required key `architectures`");
  EXPECT_EQ(faultOf("{\"architectures\": [],\n  \"archs\": []\n}"),
            "own.json:2:3: error: unknown key `archs`");
  std::string Text = StringRef(Wide).str();
  Text.replace(Text.find("\"6.4\""), 5, "\"six\"");
  EXPECT_EQ(faultOf(Text),
            "own.json:1:66: error: not a compute capability such "
            "as `8.0`");
  EXPECT_NE(faultOf("{"), "");
}

TEST(Answers, OfTheSource) {
  for (int64_t Number : {5, 8, 12, 50, 75, 80, 100, 121, 610, 900, 1200})
    EXPECT_TRUE(isCapability(Number)) << Number;
  for (int64_t Number : {0, 1, 4, 13, 16, 32, 130, 256, 400, 1300, 100000})
    EXPECT_FALSE(isCapability(Number)) << Number;
}

} // namespace

#include "Beside/Code.h"
#include "Rename/BesideWords.h"
#include "Rename/OwnNames.h"
#include "Rename/Words.h"
#include "gtest/gtest.h"

using namespace musify;

namespace {

TEST(RenameWords, AreThoseOfNames) {
  EXPECT_TRUE(isWordAt("CUDARuntime", 0, "CUDA"));
  EXPECT_TRUE(isWordAt("getCUDAStream", 3, "CUDA"));
  EXPECT_TRUE(isWordAt("my_cuda_fn", 3, "cuda"));
  EXPECT_FALSE(isWordAt("barracuda", 5, "cuda"));
  EXPECT_FALSE(isWordAt("CUDAs", 0, "CUDA"));
}

TEST(RenameWords, FollowTheirCase) {
  RenameRule Camel;
  Camel.From = "CUDA";
  Camel.To = "Musa";
  Camel.Style = RenameRule::Case::Camel;
  EXPECT_EQ(renameWords("CUDAPool_CUDA", {Camel}, RenameRule::Names),
            "MusaPool_CUDA");
}

TEST(RenameWords, OneWordChanged) {
  auto Change = wordChange("getCUDARuntime", "getMusaRuntime");
  ASSERT_TRUE(Change);
  EXPECT_EQ(Change->From, "CUDA");
  EXPECT_EQ(Change->To, "Musa");
  EXPECT_EQ(Change->Style, RenameRule::Case::Camel);
  EXPECT_FALSE(wordChange("cuda_a", "musa_b"));
  EXPECT_FALSE(wordChange("cuda_a", "musa"));
}

TEST(BesideWords, AreRead) {
  EXPECT_EQ(
      renameWords("cuda/CudaPool_CUDA", besideRenames(), RenameRule::Names),
      "musa/MusaPool_MUSA");
  EXPECT_FALSE(otherVendors().empty());
}

TEST(BesideCode, FindsFunctionsOfFileScope) {
  auto Found = findFunctions("void a() {} static void b() {} struct S { void "
                             "c() {} }; namespace n { int d(int X) { return X; "
                             "} } namespace { void e() {} }");
  ASSERT_EQ(Found.size(), 2u);
  EXPECT_EQ(Found[0].Name, "a");
  EXPECT_EQ(Found[1].Name, "d");
}

TEST(OwnNames, ExportedAreThoseBelowExternC) {
  NamesInCode Names;
  addNames("namespace n { int a(); }\n}\n"
           "extern \"C\" {\nint b() { return 0; }\nint c();\n}\n"
           "int d();\nextern \"C\" int e();\n",
           Names);
  for (llvm::StringRef Name : {"b", "c", "e"})
    EXPECT_TRUE(Names.Exported.contains(Name)) << Name.str();
  for (llvm::StringRef Name : {"a", "d"})
    EXPECT_FALSE(Names.Exported.contains(Name)) << Name.str();
}

} // namespace

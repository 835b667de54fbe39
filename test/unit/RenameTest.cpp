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

NamesInCode namesOf(llvm::StringRef Text) {
  NamesInCode Names;
  addNames(Text, Names);
  return Names;
}

TEST(OwnNames, DeclaredWithABodyOfAType) {
  NamesInCode Names =
      namesOf("typedef struct tag {\n#ifdef X\nint m;\n#endif\n} a_t, *b_t;\n"
              "typedef enum { E } c_t;\n"
              "typedef union { int i; } __attribute__((packed)) d_t;\n"
              "typedef struct alignas(8) { int i; } PACKED e_t;\n"
              "static struct { int i; } f, g[2];\n");
  for (llvm::StringRef Name :
       {"tag", "a_t", "b_t", "c_t", "d_t", "e_t", "f", "g"})
    EXPECT_TRUE(Names.Declared.contains(Name)) << Name.str();
  EXPECT_TRUE(Names.Types.contains("tag"));
}

TEST(OwnNames, DeclaredByDeclarators) {
  NamesInCode Names = namesOf("typedef T *(*a_fn)(int);\n"
                              "void (C::*b_fn)(int), (*c_fns[3])(int);\n"
                              "int d = 1, *e, f[2];\n");
  for (llvm::StringRef Name : {"a_fn", "b_fn", "d", "e", "f"})
    EXPECT_TRUE(Names.Declared.contains(Name)) << Name.str();
}

TEST(OwnNames, UsesAreNotDeclared) {
  NamesInCode Names =
      namesOf("struct S f(int X) { X = a * b; g(X, c); } d;\n"
              "void h(struct S *P) { X = 1, e = 2; f(*m)(X); }\n"
              "int x[] = {i, j}, k = l;\n"
              "#define M(x) call(x, n)\n");
  for (llvm::StringRef Name : {"b", "c", "e", "i", "j", "l", "m", "n"})
    EXPECT_FALSE(Names.Declared.contains(Name)) << Name.str();
  EXPECT_FALSE(Names.Types.contains("f"));
  EXPECT_FALSE(Names.Types.contains("h"));
}

TEST(OwnNames, TokensBehindDirectivesHaveNoType) {
  NamesInCode Names = namesOf("#define LIST \\\n  a, b\n"
                              "int X[] = {\n#ifdef WITH\nc,\n#endif\nd, };\n");
  for (llvm::StringRef Name : {"a", "b", "c", "d"})
    EXPECT_FALSE(Names.Declared.contains(Name)) << Name.str();
}

TEST(OwnNames, GivenToMacrosOutsideOfFunctions) {
  NamesInCode Names = namesOf("#include <x.h>\n"
                              "DEFINE(a, b<int>, \"c\", d)\n"
                              "TEST(e, f) { CALL(g); }\n"
                              "namespace n { static INIT(h); }\n"
                              "void i(j);\n"
                              "#define M(x) DEFINE(k)\n");
  for (llvm::StringRef Name : {"a", "d", "e", "f", "h"})
    EXPECT_TRUE(Names.Given.contains(Name)) << Name.str();
  for (llvm::StringRef Name : {"b", "g", "j", "k"})
    EXPECT_FALSE(Names.Given.contains(Name)) << Name.str();
}

bool takesOne(llvm::StringRef Text) {
  std::vector<Enumeration> All = findEnumerations(Text);
  return All.size() == 1 && All[0].TakesOne;
}

TEST(BesideCode, EnumerationsThatTakeOneMore) {
  for (llvm::StringRef Text :
       {"enum { A, CUDA };", "enum { A = 1, CUDA = 2 };",
        "enum { A = -1, CUDA };", "enum { CUDA, A, DEFAULT = A };",
        "enum { A, CUDA, LAST, UNKNOWN = LAST };",
        "enum { MAX_A, MAX_CUDA = 2 };",
        "enum E : int { kA UMETA(x) = 0x1, kCUDA, kNumKinds, };"})
    EXPECT_TRUE(takesOne(Text)) << Text.str();
  for (llvm::StringRef Text :
       {"enum { A = 1, CUDA = 2, B = 4 };",
        "enum { A = 1 << 0, CUDA = 1 << 1 };", "enum { A = 5, CUDA = 3, B };",
        "enum { B = 3, CUDA = 2 };", "enum { A, CUDA, MAX = 2 };",
        "enum { A, CUDA, kLast = CUDA };", "enum { A = BIT(0), CUDA };"})
    EXPECT_FALSE(takesOne(Text)) << Text.str();
}

TEST(BesideCode, CountersAreWordsAtTheEnd) {
  EXPECT_EQ(findEnumerations("enum { A, kBackendCUDA };")[0].Counter, "");
  EXPECT_EQ(findEnumerations("enum { A, NUM, CUDA };")[0].Counter, "");
  EXPECT_EQ(
      findEnumerations("enum { A, T_LAST, T_UNKNOWN = T_LAST };")[0].Counter,
      "T_LAST");
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

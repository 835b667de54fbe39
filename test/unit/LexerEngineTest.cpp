#include "Scan/LexerEngine.h"
#include "Scan/CudaNames.h"
#include "Scan/RawLexer.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

std::string makeImage() {
  std::vector<OwnedEntry> Entries(2);
  Entries[0].From = "cudaFree";
  Entries[0].To = "musaFree";
  Entries[1].From = "CUDA_VERSION";
  Entries[1].To = "MUSA_VERSION";
  Entries[1].K = Kind::Macro;
  Entries[1].Numeric = true;
  return packTable(Entries);
}

/// `Text` must outlive the result.
ScannedFile scanAll(const std::string &Text, bool Comments = false) {
  static const std::string Image = makeImage();
  static const Table T(Image);
  return scanFile(Text, T, Comments);
}

std::vector<Candidate> scan(const std::string &Text, bool Comments = false) {
  return scanAll(Text, Comments).Candidates;
}

} // namespace

TEST(CudaNames, KnowsTheShapeOfTheLibraries) {
  for (StringRef Name :
       {"cudaMalloc", "cuInit", "CU_CTX", "cublasCreate", "ncclSum", "CUDNN_X"})
    EXPECT_TRUE(looksLikeCuda(Name)) << Name.str();
  for (StringRef Name : {"cuda", "cudaxMalloc", "current", "cuX", "cuda_helper",
                         "CUDA_CHECK", "recudaFree"})
    EXPECT_FALSE(looksLikeCuda(Name)) << Name.str();
}

TEST(LexerEngine, SkipsBomAndCountsIt) {
  std::string Text = "\xEF\xBB\xBF"
                     "cudaFree(0);";
  auto Found = scan(Text);
  ASSERT_EQ(Found.size(), 1u);
  EXPECT_EQ(Found[0].Offset, 3u);
}

TEST(LexerEngine, SeesCommentsOnlyOnDemand) {
  std::string Text = "/* cudaFree, xcudaFree */";
  EXPECT_EQ(scan(Text).size(), 0u);
  auto Found = scan(Text, /*Comments=*/true);
  ASSERT_EQ(Found.size(), 1u);
  EXPECT_EQ(Found[0].Offset, 3u);
}

TEST(LexerEngine, TellsComparisonFromPresence) {
  std::string Text = "#if defined(CUDA_VERSION) && (CUDA_VERSION) >= 1\n#endif";
  auto Found = scan(Text);
  ASSERT_EQ(Found.size(), 2u);
  EXPECT_TRUE(Found[0].name().InDefined);
  EXPECT_FALSE(Found[1].name().InDefined);
  EXPECT_TRUE(Found[1].name().Compared);
}

TEST(LexerEngine, ReadsWhatStandsBefore) {
  std::string Text = "a.cudaFree; ::cudaFree; N::M::cudaFree; T<int>::cudaFree";
  auto Found = scan(Text);
  ASSERT_EQ(Found.size(), 4u);
  EXPECT_EQ(Found[0].name().Prefix, place::Before::Member);
  EXPECT_EQ(Found[1].name().Prefix, place::Before::GlobalScope);
  EXPECT_EQ(Found[2].name().Prefix, place::Before::Scope);
  EXPECT_EQ(Found[2].name().Qualifier, "N::M");
  EXPECT_EQ(Found[3].name().Prefix, place::Before::Scope);
}

TEST(LexerEngine, MusaBranchesAndTheirElse) {
  std::string Text = "#ifdef __MUSA__\ncudaFree\n#else\ncudaFree\n#endif\n"
                     "#if !defined(USE_MUSA)\ncudaFree\n#endif\ncudaFree";
  auto Found = scan(Text);
  ASSERT_EQ(Found.size(), 4u);
  EXPECT_TRUE(Found[0].MusaCode);
  EXPECT_FALSE(Found[1].MusaCode);
  EXPECT_FALSE(Found[2].MusaCode);
  EXPECT_FALSE(Found[3].MusaCode);
}

TEST(LexerEngine, KnowsCxx20ByItsWordsAndHeaders) {
  for (const std::string Text :
       {"template <typename T> concept Small = sizeof(T) < 8;",
        "template <typename T> requires true void f();", "#include <span>\n",
        "void f() requires A;", "consteval int f();", "co_return 1;",
        "auto operator<=>(const A &) const = default;"})
    EXPECT_TRUE(scanAll(Text).NeedsCxx20) << Text;
  for (const std::string Text :
       {"int concept = 1, requires = concept;", "// co_await\n",
        "const char *S = \"concept\";", "#include <vector>\n", "a <= b > c"})
    EXPECT_FALSE(scanAll(Text).NeedsCxx20) << Text;
}

TEST(LexerEngine, RefusesBinary) {
  std::string Text("cudaFree\0x", 10);
  static const std::string Image = makeImage();
  Table T(Image);
  EXPECT_TRUE(scanFile(Text, T, false).Unreadable);
}

TEST(LexerEngine, SurvivesAnyPrefixOfAFile) {
  std::string Whole = "#define X(a) a##cudaFree\n#if CUDA_VERSION > 1\n"
                      "k<B<1, 2>><<<g(1), {2}, 0, s>>>(a, \"cudaFree\");\n"
                      "R\"x(cudaFree)x\"; asm(\"mov.u32 %0;\" ::); // e\n"
                      "#include <cuda.h>\n#else\n#endif\n";
  for (size_t N = 0; N <= Whole.size(); ++N) {
    std::string Text = Whole.substr(0, N);
    for (const Candidate &C : scan(Text, true))
      ASSERT_LE(C.Offset + C.Length, N);
  }
}

TEST(RawLexer, CountsSplicesInARow) {
  auto Row = [](unsigned Count, StringRef Splice) {
    std::string Out = "a";
    for (unsigned I = 0; I < Count; ++I)
      Out += Splice;
    return Out + "b";
  };
  EXPECT_FALSE(hasManySplices(Row(1000, "\\\n")));
  EXPECT_TRUE(hasManySplices(Row(1001, "\\\n")));
  EXPECT_TRUE(hasManySplices(Row(1001, "\\ \t\r\n")));
  EXPECT_FALSE(hasManySplices(Row(1001, "x\\\n")));
  EXPECT_FALSE(hasManySplices(Row(1001, "\\x\n")));
}

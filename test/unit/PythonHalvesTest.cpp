#include "Build/PythonHalves.h"
#include "gtest/gtest.h"

using namespace musify;

namespace {

/// The texts of CUDA's halves, one a line.
std::string cudaOf(llvm::StringRef Text) {
  std::string Out;
  for (const ScriptRange &R : pythonHalves(Text).Cuda)
    Out += Text.slice(R.Begin, R.End).rtrim().str() + "\n";
  return Out;
}

TEST(PythonHalves, ReadsConditions) {
  EXPECT_TRUE(readPythonCondition("is_cuda").isCudas());
  EXPECT_TRUE(readPythonCondition("not is_musa").isCudas());
  EXPECT_TRUE(readPythonCondition("torch.version.musa is None").isCudas());
  EXPECT_TRUE(readPythonCondition("x != 'musa'").isCudas());
  EXPECT_TRUE(readPythonCondition("is_cuda or rocm").isCudas());
  EXPECT_FALSE(readPythonCondition("not (is_cuda or is_musa)").isCudas());
  EXPECT_FALSE(readPythonCondition("x in ('cuda', 'musa')").isCudas());
  EXPECT_FALSE(readPythonCondition("x not in ('cuda',)").isCudas());
  EXPECT_FALSE(readPythonCondition("not is_cuda").isMusas());
  EXPECT_TRUE(readPythonCondition("not not is_musa and fast").isMusas());
  EXPECT_TRUE(
      readPythonCondition("torch.version.musa is not None").isMusaAlone());
  EXPECT_FALSE(readPythonCondition("is_musa and fast").isMusaAlone());
  EXPECT_TRUE(readPythonCondition("not hasattr(torch, 'musa') or not musa_ok()")
                  .isAllButMusa());
}

TEST(PythonHalves, ConditionsInABuildForCuda) {
  for (llvm::StringRef Text :
       {"torch.cuda.is_available() and CUDA_HOME is not None",
        "torch.cuda.is_available() or debug", "not is_rocm", "not is_musa",
        "(is_cuda and (CUDA_HOME is not None or is_rocm)) or x == \"1\"",
        "torch.version.hip is None",
        "os.getenv(\"FORCE_CUDA\", \"0\") == \"1\""})
    EXPECT_EQ(inCudaBuild(Text), true) << Text.str();
  for (llvm::StringRef Text :
       {"not torch.cuda.is_available()", "CUDA_HOME is None",
        "IS_HIP_EXTENSION", "is_rocm and debug",
        "is_musa or torch.version.hip is not None", "not (is_cuda or debug)"})
    EXPECT_EQ(inCudaBuild(Text), false) << Text.str();
  for (llvm::StringRef Text :
       {"", "debug", "is_cuda and debug", "CUDA_VERSION >= 11",
        "is_rocm or debug", "os.name == 'nt'", "not", "(", "shipping"})
    EXPECT_EQ(inCudaBuild(Text), std::nullopt) << Text.str();
}

TEST(PythonHalves, PartsOfALine) {
  EXPECT_EQ(cudaOf("x = f('cuda', 'musa')\n"), "'cuda'\n");
  EXPECT_EQ(cudaOf("x = dict(cuda=1, musa=2)\n"), "cuda=1\n");
  EXPECT_EQ(cudaOf("x = {'cuda': a, 'musa': b}\n"), "'cuda': a\n");
  EXPECT_EQ(cudaOf("x = a if is_musa else b\n"), "b\n");
  EXPECT_EQ(cudaOf("x = [a for a in cuda_or_musa if a.is_musa]\n"), "");
  EXPECT_EQ(cudaOf("x = 'cuda'  # musa\n"), "");
}

TEST(PythonHalves, BranchesEndWithTheirIndentation) {
  EXPECT_EQ(cudaOf("if is_cuda:\n  a\n\n  b\nelif is_musa:\n  c\nd\n"),
            "if is_cuda:\n  a\n\n  b\n");
  EXPECT_EQ(cudaOf("for a in b:\n  if is_musa: continue\n  c\nd\n"), "  c\n");
  EXPECT_EQ(cudaOf("for a in b:\n  if is_musa: e\n  c\nd\n"), "");
}

TEST(PythonHalves, CasesOfAMatch) {
  EXPECT_EQ(cudaOf("match x:\n  case 'cuda':\n    a\n  case 'musa':\n    b\n"
                   "  case _:\n    c\n"),
            "  case 'cuda':\n    a\n");
}

TEST(PythonHalves, OtherLineEnds) {
  EXPECT_EQ(cudaOf("if is_cuda:\r\n  a\r\nelif is_musa:\r\n  b\r\n"),
            "if is_cuda:\r\n  a\n");
  EXPECT_EQ(cudaOf("if is_cuda \\\n  and b:\n\ta\nelif is_musa:\n\tb\n"),
            "if is_cuda \\\n  and b:\n\ta\n");
}

TEST(PythonHalves, TakesWhatIsMalformed) {
  std::string Deep, Brackets(100000, '('), Nots = "if ";
  for (unsigned I = 0; I < 2000; ++I)
    Deep += std::string(I, ' ') + "if musa:\n";
  for (unsigned I = 0; I < 100000; ++I)
    Nots += "not ";
  pythonHalves(Deep);
  pythonHalves("x = cuda, musa" + Brackets);
  pythonHalves(Nots + "musa:\n  cuda\n");
  for (llvm::StringRef Text :
       {"", "if", "if musa", "else:", "elif musa:", "if musa:", "  if musa:\nx",
        "x = 'cuda, musa", "x = \"\"\"cuda musa", "try:\nexcept:\n", "musa(]",
        "x if musa", "x = cuda if musa else", "\\", "if musa: x\\"})
    pythonHalves(Text);
}

} // namespace

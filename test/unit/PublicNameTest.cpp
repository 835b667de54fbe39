#include "Audit/PublicName.h"
#include "Audit/Coverage.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

TEST(PublicName, LeavesOutDetailsOfTheHeaders) {
  EXPECT_TRUE(isPublicHeader("cuda_runtime.h"));
  EXPECT_TRUE(isPublicHeader("cooperative_groups/reduce.h"));
  EXPECT_FALSE(isPublicHeader("thrust/detail/config.h"));
  EXPECT_FALSE(isPublicHeader("cuda/__atomic/order.h"));
  EXPECT_FALSE(isPublicHeader("crt/host_runtime.h"));
  EXPECT_FALSE(isPublicHeader("nccl_device/ll_a2a_impl.h"));
}

TEST(PublicName, TakesLibCudaCxxByNamespace) {
  EXPECT_TRUE(declaresPublicNames("cuda/__atomic/order.h"));
  EXPECT_FALSE(declaresPublicNames("cuda/std/atomic"));
  EXPECT_FALSE(declaresPublicNames("cufftw.h"));
  EXPECT_TRUE(isPublicNamespace("wmma"));
  EXPECT_FALSE(isPublicNamespace("__4"));
  EXPECT_FALSE(isPublicNamespace("std"));
}

TEST(PublicName, TellsIntrinsicsFromInternals) {
  EXPECT_TRUE(isPublicName("__fadd_rn", Kind::Intrinsic));
  EXPECT_FALSE(isPublicName("__fadd_rn", Kind::Function));
  EXPECT_TRUE(isPublicName("__half", Kind::Type));
  EXPECT_FALSE(isPublicName("_Half", Kind::Type));
  EXPECT_FALSE(isPublicName("__cudaRegisterVar", Kind::Intrinsic));
  EXPECT_TRUE(isPublicName("__launch_bounds__", Kind::Macro));
  EXPECT_FALSE(isPublicName("__CUDA_RUNTIME_H__", Kind::Macro));
  EXPECT_FALSE(isPublicName("CUDA_STD_IMPL", Kind::Macro));
  EXPECT_TRUE(isPublicName("CUDA_SIMPLE", Kind::Macro));
}

TEST(PublicName, ListsMacrosOfAllBranches) {
  EXPECT_EQ(publicMacros("#ifndef A_GUARD\n#define A_GUARD\n"
                         "#if 0\n#  define FIRST(x) \\\n  x\n#else\n"
                         "#define SECOND 1 // #define NOT_THIS\n#endif\n"
                         "#define FIRST\n"
                         "#define TEMPORARY\n#undef TEMPORARY\n#endif\n"),
            (std::vector<StringRef>{"FIRST", "SECOND"}));
}

TEST(PublicName, TakesOnlyTheFirstTestedMacroForAGuard) {
  EXPECT_EQ(
      publicMacros("#if !defined(A_GUARD)\n#define A_GUARD\n"
                   "#ifndef SWITCH\n#define SWITCH\n#endif\n"
                   "#ifndef INNER_H_\n#define INNER_H_\n#endif\n#endif\n"),
      std::vector<StringRef>{"SWITCH"});
}

TEST(Coverage, GroupsByTheFirstRuleThatFits) {
  EXPECT_EQ(groupOf("cublasLt.h"), "cuBLASLt");
  EXPECT_EQ(groupOf("cublas_v2.h"), "cuBLAS");
  EXPECT_EQ(groupOf("cuda_fp16.h"), "fp16");
  EXPECT_EQ(groupOf("cuda.h"), "driver");
  EXPECT_EQ(groupOf("cuda_runtime.h"), "runtime");
  EXPECT_EQ(groupOf("cuda/atomic"), "libcu++");
  EXPECT_EQ(groupOf("another.h"), "other");
}

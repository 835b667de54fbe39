#include "Scan/Ptx.h"
#include <gtest/gtest.h>

using namespace musify;

namespace {

PtxUse only(llvm::StringRef Template) {
  auto Uses = ptxIn(Template);
  EXPECT_EQ(Uses.size(), 1u) << Template.str();
  return Uses.empty() ? PtxUse() : Uses.front();
}

TEST(Ptx, TheLongestPrefixCounts) {
  EXPECT_EQ(only("ld.global.nc.u32 %0, [%1];").Instead, "__ldg");
  EXPECT_EQ(only("ld.global.nc.L1::no_allocate.f32 %0, [%1];").Text,
            "ld.global.nc.L1::no_allocate.f32");
  EXPECT_EQ(only("ld.global.u32 %0, [%1];").Words, msg::PtxLoad);
  EXPECT_EQ(only("mul.hi.u32 %0, %1, %2;").Instead, "__umulhi");
  EXPECT_EQ(only("mul.hi.s32 %0, %1, %2;").Words, msg::PtxArithmetic);
}

TEST(Ptx, APrefixEndsAtADot) {
  EXPECT_EQ(only("ldmatrix.sync.aligned.m8n8.x4 {%0};").Class,
            PtxClass::Target);
  EXPECT_EQ(only("lddontknow.u32 %0;").Class, PtxClass::Unknown);
}

TEST(Ptx, EachInstructionAndRegisterOnce) {
  auto Uses =
      ptxIn("mov.u32 %0, %%laneid; add.u32 %0, %0, 1;\n\tmov.u32 %1, 2;");
  ASSERT_EQ(Uses.size(), 3u);
  EXPECT_EQ(Uses[0].Text, "mov.u32");
  EXPECT_EQ(Uses[1].Text, "%laneid");
  EXPECT_EQ(Uses[1].Class, PtxClass::Target);
  EXPECT_EQ(Uses[2].Text, "add.u32");
}

TEST(Ptx, EscapesBelongToNoMnemonic) {
  EXPECT_EQ(only("{\\n\\tmembar.gl;\\n}").Text, "membar.gl");
}

TEST(Ptx, BareInstructions) {
  EXPECT_EQ(only("trap;").Instead, "__trap");
  EXPECT_EQ(only("exit;").Instead, "return");
  EXPECT_EQ(only("activemask.b32 %0;").Instead, "__activemask");
}

TEST(Ptx, AssemblyOfTheHostIsNone) {
  EXPECT_TRUE(ptxIn("mov %%eax, %0").empty());
  EXPECT_TRUE(ptxIn("rep; nop").empty());
  EXPECT_TRUE(ptxIn("").empty());
}

} // namespace

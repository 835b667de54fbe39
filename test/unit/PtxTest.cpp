#include "Ptx/Constants.h"
#include "Ptx/Lop3.h"
#include "Ptx/Translate.h"
#include <gtest/gtest.h>

using namespace musify;

namespace {

std::string same(llvm::StringRef Name) { return Name.str(); }

PtxReading read(llvm::StringRef Source) {
  auto R = readPtx(Source, {}, same);
  EXPECT_TRUE(R) << Source.str();
  return R ? *R : PtxReading();
}

std::string inCpp(llvm::StringRef Source) {
  PtxReading R = read(Source);
  return R.isTranslated() ? R.summary() : "";
}

TEST(Ptx, OneInstructionIsAnExpression) {
  EXPECT_EQ(
      inCpp(R"(asm("mul.hi.u32 %0, %1, %2;" : "=r"(R) : "r"(A), "r"(B));)"),
      "R = __umulhi(unsigned(A), unsigned(B))");
}

TEST(Ptx, AnUnknownModifierIsNoKnownInstruction) {
  PtxReading R = read(R"(asm("add.odd.u32 %0, %1, 1;" : "=r"(X) : "r"(A));)");
  ASSERT_EQ(R.Problems.size(), 1u);
  EXPECT_EQ(R.Problems[0].Opcode, "add.odd.u32");
  EXPECT_EQ(R.Problems[0].Family, nullptr);
}

TEST(Ptx, BlanksMayStandBeforeModifiers) {
  EXPECT_EQ(
      inCpp(R"(asm("{ prmt .b32 %0, %1, %1, 0x3210; }" : "=r"(X) : "r"(A));)"),
      "X = __byte_perm(unsigned(A), unsigned(A), 0x3210u)");
}

TEST(Ptx, NamesOfOperands) {
  EXPECT_EQ(
      inCpp(R"(asm("or.b32 %[d], %[s], 1;" : [d] "=r"(X) : [s] "r"(A));)"),
      "X = A | 1u");
}

TEST(Ptx, AnInputBehindAnOutputIsReadBefore) {
  EXPECT_EQ(
      inCpp(
          R"(asm("mov.b64 {%0, %1}, %2;" : "=r"(P[0]), "=r"(P[1]) : "l"(V));)"),
      "{ const unsigned long long in2 = (unsigned long long)V; "
      "P[0] = unsigned(in2); P[1] = unsigned(in2 >> 32); }");
}

TEST(Ptx, WhatACallReturnsIsReadOnce) {
  EXPECT_EQ(
      inCpp(R"(asm("max.s32 %0, %1, 0;" : "=r"(X) : "r"(next()));)"),
      "{ const unsigned in1 = next(); X = int(in1) > 0 ? int(in1) : 0; }");
}

TEST(Ptx, ALocalDoesNotHideAnOperand) {
  EXPECT_EQ(
      inCpp(
          R"(asm("{ .reg .b32 t; not.b32 t, %1; mov.b32 %0, t; }" : "=r"(X) : "r"(t));)"),
      "{ unsigned t_ = ~t; X = t_; }");
}

TEST(Ptx, ARangeOfRegistersEndsBeforeItsNumber) {
  auto With = [](llvm::StringRef Name) {
    return inCpp(("asm(\"{ .reg .b32 b<2>; not.b32 " + Name +
                  ", %1; mov.b32 %0, " + Name +
                  "; }\" : \"=r\"(X) : \"r\"(A));")
                     .str());
  };
  EXPECT_EQ(With("b1"), "{ unsigned b1 = ~A; X = b1; }");
  EXPECT_EQ(With("b2"), "");
}

TEST(Ptx, AnUnusedResult) {
  EXPECT_EQ(
      inCpp(
          R"(asm("atom.relaxed.sys.global.add.u64 _, [%0], %1;" :: "l"(P), "n"(1));)"),
      "atomicAdd_system((unsigned long long *)P, 1ull)");
  EXPECT_EQ(inCpp(R"(asm("mov.b64 {_, %0}, %1;" : "=r"(X) : "l"(V));)"),
            "X = unsigned((unsigned long long)V >> 32)");
  EXPECT_EQ(inCpp(R"(asm("{ }; mov.u32 _, 1; cp.async.wait_all;");)"),
            "{ 1u; (void)0; }");
}

TEST(Ptx, APredicateIsAnIf) {
  EXPECT_EQ(
      inCpp(
          R"(asm("{ .reg .pred p; setp.eq.s32 p, %1, 0; @!p st.global.u32 [%0], 1; }" :: "l"(P), "r"(A));)"),
      "{ bool p = int(A) == 0; if (!p) *(unsigned *)P = 1u; }");
}

TEST(Ptx, CarryWithinAStatement) {
  EXPECT_NE(
      inCpp(
          R"(asm("add.cc.u32 %0, %2, %3; addc.u32 %1, %4, %5;" : "=r"(L), "=r"(H) : "r"(A), "r"(B), "r"(C), "r"(D));)"),
      "");
}

TEST(Ptx, CarryOutOfAStatementIsNotTranslated) {
  for (auto *Source :
       {R"(asm("add.cc.u32 %0, %1, %2;" : "=r"(X) : "r"(A), "r"(B));)",
        R"(asm("addc.u32 %0, %1, %2;" : "=r"(X) : "r"(A), "r"(B));)"}) {
    PtxReading R = read(Source);
    ASSERT_EQ(R.Problems.size(), 1u);
    EXPECT_EQ(R.Problems[0].Note, msg::PtxCarry);
  }
}

TEST(Ptx, FamiliesAreToldApart) {
  PtxReading R = read(
      R"(asm("ldmatrix.sync.aligned.m8n8.x4.shared.b16 {%0}, [%1];" : "=r"(X) : "r"(P));)");
  ASSERT_EQ(R.Problems.size(), 1u);
  ASSERT_TRUE(R.Problems[0].Family);
  EXPECT_EQ(R.Problems[0].Family->Name, "tensor-core");
}

TEST(Ptx, TextThatDependsOnAMacro) {
  PtxReading R =
      read(R"(asm("ld." SPACE ".u32 %0, [%1];" : "=r"(X) : "l"(P));)");
  EXPECT_FALSE(R.isTranslated());
  MacroStrings Macros = macroStrings("#define SPACE \"global\"\n");
  auto Known = readPtx(
      R"(asm("ld." SPACE ".u32 %0, [%1];" : "=r"(X) : "l"(P));)", Macros, same);
  ASSERT_TRUE(Known);
  EXPECT_EQ(Known->summary(), "X = *(const unsigned *)P");
}

TEST(Ptx, OtherAssemblyIsNone) {
  for (auto *Source :
       {R"(asm("mov %%eax, %0" : "=r"(X));)", R"(asm("rep; nop");)",
        R"(asm("");)",
        R"(asm(".mtx\nld1 %0.s32, [%1].global;" : "=R"(V) : "R"(P));)",
        R"(asm("LSU.BAR.SLC.NEW" ::: "memory");)", R"(asm volatile;)"})
    EXPECT_FALSE(readPtx(Source, {}, same)) << Source;
}

TEST(Ptx, ConstantsOfTheText) {
  EXPECT_EQ(constantValue("(0xf0 & 0xcc) | 0xaa", ""), 0xeau);
  llvm::StringRef Before =
      "constexpr int A = 3;\n#define B (A << 2)\nint C = 4;";
  EXPECT_EQ(constantValue("B + 1", Before), 13u);
  EXPECT_EQ(constantValue("C", Before), std::nullopt);
  EXPECT_EQ(constantValue("sizeof(T)", Before), std::nullopt);
}

/// The three inputs of the truth table make every line of it.
TEST(Ptx, Lop3HasItsTable) {
  EXPECT_EQ(lop3Expression(0x96), "$~a ^ ($~b ^ $~c)");
  EXPECT_EQ(lop3Expression(0xC0), "$~a & $~b");
}

TEST(Ptx, EveryFormHasOperandsForItsResults) {
  for (const PtxForm &F : ptxTable().forms())
    EXPECT_TRUE(!F.Values.empty() || !F.Statement.empty() ||
                F.Fidelity == PtxFidelity::None)
        << F.spelling();
}

} // namespace

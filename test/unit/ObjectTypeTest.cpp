#include "Rewrite/ObjectType.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

/// The type of the object of the last `call` in the text.
StringRef typeOf(StringRef Text) {
  return declaredTypeOfObject(Text, Text.rfind("call"));
}

TEST(ObjectType, IsThatOfTheNearestDeclaration) {
  EXPECT_EQ(typeOf("void f(const ns::View &x) { x.call(); }"), "ns::View");
  EXPECT_EQ(typeOf("void f(View const *x) { x->call(); }"), "View");
  EXPECT_EQ(typeOf("A x; void f() { B x = b(); x.call(); }"), "B");
  EXPECT_EQ(typeOf("struct S { void f() { this->x.call"
                   "(); } };"),
            "");
}

TEST(ObjectType, MayBeDeclaredBelow) {
  StringRef Text = "struct S { bool f() { return x.call(); } View x; };";
  EXPECT_EQ(declaredTypeOfObject(Text, Text.find("call")), "View");
}

TEST(ObjectType, IsNotKnownOfOtherExpressions) {
  EXPECT_EQ(typeOf("View x; x[0].call();"), "");
  EXPECT_EQ(typeOf("View x; y.x.call();"), "");
  EXPECT_EQ(typeOf("View x; make(x).call();"), "");
  EXPECT_EQ(typeOf("auto x = y; x.call();"), "");
  EXPECT_EQ(typeOf("return x; x.call();"), "");
  EXPECT_EQ(typeOf("std::vector<View> x; x.call();"), "");
  EXPECT_EQ(typeOf("xx.call();"), "");
  EXPECT_EQ(typeOf("call();"), "");
}

} // namespace

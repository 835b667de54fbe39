#include "Scan/SplitLaunch.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace musify;

namespace {

/// What Clang reads in place of the text.
std::string joined(const std::string &Text) {
  std::string Image = packTable({});
  Table Empty{Image};
  std::string Out = withClangLaunches(scanFile(Text, Empty, false));
  EXPECT_EQ(Out.size(), Text.size());
  return Out;
}

} // namespace

TEST(SplitLaunch, MovesPartsTogether) {
  EXPECT_EQ(joined("k<< <1, 2>> >();"), "k<<< 1, 2 >>>();");
  EXPECT_EQ(joined("k< <<1, 2> >>();"), "k<<< 1, 2 >>>();");
  EXPECT_EQ(joined("k< < <1, 2> > >();"), "k<<<  1, 2  >>>();");
  EXPECT_EQ(joined("k<<<1, 2>> >();"), "k<<<1, 2 >>>();");
  EXPECT_EQ(joined("k<< <1, 2>>>();"), "k<<< 1, 2>>>();");
}

TEST(SplitLaunch, KeepsLinesAndComments) {
  EXPECT_EQ(joined("k<<\n<1, 2>>\n>();"), "k<<<\n1, 2\n>>>();");
  EXPECT_EQ(joined("k<</*a*/<1, 2>>//b\n>();"), "k<<</*a*/1, 2//b\n>>>();");
  EXPECT_EQ(joined("#define L k<< \\\n  <1, 2>> >\n"),
            "#define L k<<< \\\n  1, 2 >>>\n");
}

TEST(SplitLaunch, LeavesTemplateArgumentsTheirs) {
  EXPECT_EQ(joined("k<< <1, A<B<C> >::v>> >();"), "k<<< 1, A<B<C> >::v >>>();");
  EXPECT_EQ(joined("k<< <1, n >> 1>> >();"), "k<<< 1, n >> 1 >>>();");
  EXPECT_EQ(joined("k<A<B> ><< <1, 2>> >();"), "k<A<B> ><<< 1, 2 >>>();");
  for (std::string Text :
       {"friend O &operator<< <T>(O &, A<B<C> > >);", "A<B<C<D> > > x;",
        "int a = b << 1, c = d >> 2;", "k<<<1, 2>>>(A<B<C> > >());",
        "x << < y;", "#define OPEN k << <1\nA<B<C<D> > > x;"})
    EXPECT_EQ(joined(Text), Text);
}

TEST(SplitLaunch, BracesAreParentheses) {
  EXPECT_EQ(joined("k<<<{8, 8}, {1}>>>();"), "k<<<(8, 8), (1)>>>();");
  EXPECT_EQ(joined("k<<<{ }, n{1}>>>();"), "k<<<0  , n{1}>>>();");
  EXPECT_EQ(joined("k<< <{2}, f({1})>> >();"), "k<<< (2), f({1}) >>>();");
}

#include "Scan/WholeGuard.h"
#include "gtest/gtest.h"

using namespace musify;

TEST(WholeGuard, IsTheOneConditionAroundAllCode) {
  for (std::string If :
       {"#ifdef HOUSE\n", "#if defined(HOUSE)\n", "#if defined HOUSE\n"})
    EXPECT_EQ(wholeGuard("// c\n#pragma once\n" + If +
                         "#include <a>\n#if X\nint a;\n#else\nint b;\n#endif\n"
                         "#endif // HOUSE\n"),
              "HOUSE");
}

TEST(WholeGuard, IsNoneWhereSomethingIsOutside) {
  for (std::string Text :
       {"", "int a;\n", "int a;\n#ifdef H\n#endif\n",
        "#ifdef H\n#endif\nint a;\n", "#ifdef H\n#else\nint a;\n#endif\n",
        "#ifdef H\n#endif\n#ifdef I\n#endif\n", "#ifndef H\nint a;\n#endif\n",
        "#if H\n#endif\n", "#if defined(H) && I\n#endif\n",
        "#include <a>\n#ifdef H\n#endif\n", "#ifdef H\nint a;\n"})
    EXPECT_EQ(wholeGuard(Text), "") << Text;
}

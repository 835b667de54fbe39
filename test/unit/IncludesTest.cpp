#include "Project/Includes.h"
#include "gtest/gtest.h"

using namespace musify;
using Paths = std::vector<llvm::StringRef>;

TEST(Includes, ReadsAllSpellings) {
  EXPECT_EQ(includedPaths("#include <a>\n # include\t\"b/c.h\" // x\n"
                          "#include_next <d.h>\n#import \"e.h\"\n"),
            (Paths{"a", "b/c.h", "d.h", "e.h"}));
  EXPECT_EQ(includedPaths("#define A\n#include MACRO\n#include \"a\n\"#\n#"),
            Paths{});
}

TEST(Includes, DropsDotsAtTheFront) {
  EXPECT_EQ(tailOfInclude("../../x/y.h"), "x/y.h");
  EXPECT_EQ(tailOfInclude("./y.h"), "y.h");
  EXPECT_EQ(tailOfInclude("x/../y.h"), "y.h");
  EXPECT_EQ(tailOfInclude("x/y.h"), "x/y.h");
}

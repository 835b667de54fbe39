#include "Support/InternedText.h"
#include "gtest/gtest.h"
#include <thread>
#include <vector>

using namespace musify;
using llvm::StringRef;

TEST(InternedText, IsItsText) {
  InternedText Path(std::string("/p/a.cu"));
  EXPECT_EQ(StringRef(Path), "/p/a.cu");
  EXPECT_EQ(Path.str(), "/p/a.cu");
  EXPECT_TRUE(Path == "/p/a.cu");
  EXPECT_FALSE(Path == "/p/a");
  EXPECT_FALSE(Path.empty());
}

TEST(InternedText, NothingIsEmpty) {
  EXPECT_TRUE(InternedText().empty());
  EXPECT_TRUE(InternedText("").empty());
  EXPECT_TRUE(InternedText() == InternedText(""));
  EXPECT_EQ(StringRef(InternedText()), "");
}

TEST(InternedText, EqualTextsAreOne) {
  EXPECT_TRUE(InternedText("cudaFree") ==
              InternedText(std::string("cudaFree")));
  EXPECT_EQ(StringRef(InternedText("x")).data(),
            StringRef(InternedText("x")).data());
  EXPECT_FALSE(InternedText("cudaFree") == InternedText("cudaFre"));
}

TEST(InternedText, OrderIsThatOfTheTexts) {
  InternedText Late("b"), Early("a");
  EXPECT_TRUE(Early < Late);
  EXPECT_FALSE(Late < Early);
  EXPECT_FALSE(Early < Early);
  EXPECT_TRUE(InternedText() < Early);
}

TEST(InternedText, ThreadsGetOneText) {
  std::vector<std::vector<InternedText>> Made(4);
  std::vector<std::thread> Threads;
  for (std::vector<InternedText> &Mine : Made)
    Threads.emplace_back([&Mine] {
      for (unsigned I = 0; I < 1000; ++I)
        Mine.push_back("name" + std::to_string(I));
    });
  for (std::thread &T : Threads)
    T.join();
  for (const std::vector<InternedText> &Mine : Made)
    EXPECT_TRUE(Mine == Made.front());
}

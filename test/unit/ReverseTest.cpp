#include "Mapping/Reverse.h"
#include "Platform/Platform.h"
#include <gtest/gtest.h>

using namespace musify;

namespace {

OwnedEntry entry(const char *From, const char *To,
                 Status S = Status::Supported) {
  OwnedEntry E;
  E.From = From;
  E.To = To;
  E.S = S;
  return E;
}

/// The table for the way back, with what it points to.
struct Back {
  explicit Back(std::vector<OwnedEntry> Entries)
      : Forward(packTable(Entries)), Image(packReversed(Table(Forward))),
        Names(Image, Direction::MusaToCuda) {}
  std::string Forward, Image;
  Table Names;
};

TEST(Reverse, ANameGoesBack) {
  Back B({entry("cudaFree", "musaFree")});
  auto E = B.Names.findName("musaFree");
  ASSERT_TRUE(E);
  EXPECT_EQ(E->To, "cudaFree");
  EXPECT_EQ(E->S, Status::Supported);
  EXPECT_FALSE(B.Names.findName("cudaFree"));
}

TEST(Reverse, OfSeveralTheOneThatIsMarkedGoesBack) {
  OwnedEntry Old = entry("cudaOld", "musaNew");
  Old.Reverse = false;
  Back B({Old, entry("cudaNew", "musaNew")});
  EXPECT_EQ(B.Names.findName("musaNew")->To, "cudaNew");
}

TEST(Reverse, SeveralWithoutAMarkHaveNoWayBack) {
  Back B({entry("cudaA", "musaX"), entry("cudaB", "musaX")});
  auto E = B.Names.findName("musaX");
  ASSERT_TRUE(E);
  EXPECT_EQ(E->S, Status::Unsupported);
  EXPECT_EQ(E->Note, "on CUDA it may be `cudaA` or `cudaB`; the tables do not "
                     "tell which");
}

TEST(Reverse, ARemovedNameDoesNotComeBack) {
  Back B({entry("cudaOld", "musaOld", Status::RemovedFromCuda)});
  auto E = B.Names.findName("musaOld");
  ASSERT_TRUE(E);
  EXPECT_EQ(E->S, Status::Unsupported);
  EXPECT_EQ(E->Note, "`cudaOld` was removed from current CUDA");
}

TEST(Reverse, WhatCudaHasTooStays) {
  Back B({entry("nv_half", "__half"),
          entry("__half", "__half", Status::Unchanged)});
  EXPECT_FALSE(B.Names.findName("__half"));
}

TEST(Reverse, OnlyPyTorchsMethodsGoBackAmongMembers) {
  OwnedEntry Plain = entry("cudaProp::cudaThing", "musaThing");
  OwnedEntry Method = entry("CUDAGeneratorImpl::cuda_state", "musa_state");
  OwnedEntry Class = entry("CUDAGeneratorImpl", "MUSAGeneratorImpl");
  Plain.K = Method.K = Kind::Member;
  Method.Library = Class.Library = torch().Table;
  Back B({Plain, Method, Class});
  EXPECT_FALSE(B.Names.findName("cudaProp::musaThing"));
  auto E = B.Names.findName("MUSAGeneratorImpl::musa_state");
  ASSERT_TRUE(E);
  EXPECT_EQ(E->To, "cuda_state");
}

} // namespace

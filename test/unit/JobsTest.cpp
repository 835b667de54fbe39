#include "Driver/Jobs.h"
#include "gtest/gtest.h"

using namespace musify;

namespace {

constexpr uint64_t GiB = uint64_t(1) << 30;

TEST(Jobs, OneForEachCore) {
  EXPECT_EQ(jobsFor(8, std::nullopt), 8U);
  EXPECT_EQ(jobsFor(8, 64 * GiB), 8U);
  EXPECT_EQ(jobsFor(0, 64 * GiB), 1U);
}

TEST(Jobs, MemoryIsALimit) {
  EXPECT_EQ(jobsFor(64, 4 * GiB), 4 * GiB / BytesOfJob);
  EXPECT_EQ(jobsFor(64, BytesOfJob), 1U);
  EXPECT_EQ(jobsFor(64, 0), 1U);
}

TEST(Jobs, ReadsMemInfo) {
  EXPECT_EQ(availableBytes("MemTotal:       1000 kB\nMemFree:  10 kB\n"
                           "MemAvailable:    600 kB\nBuffers: 1 kB\n"),
            600U * 1024);
  EXPECT_EQ(availableBytes("MemTotal: 1000 kB\n"), std::nullopt);
  EXPECT_EQ(availableBytes("MemAvailable: much\n"), std::nullopt);
  EXPECT_EQ(availableBytes(""), std::nullopt);
}

} // namespace

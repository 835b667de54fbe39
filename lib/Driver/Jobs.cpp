#include "Driver/Jobs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <algorithm>

using namespace llvm;

namespace musify {

std::optional<uint64_t> availableBytes(StringRef MemInfo) {
  for (StringRef Line : split(MemInfo, '\n')) {
    uint64_t KiB = 0;
    if (Line.consume_front("MemAvailable:") &&
        !Line.trim().consumeInteger(10, KiB))
      return KiB << 10;
  }
  return std::nullopt;
}

unsigned jobsFor(unsigned Cores, std::optional<uint64_t> Bytes) {
  uint64_t Room = Bytes ? *Bytes / BytesOfJob : Cores;
  return unsigned(std::clamp<uint64_t>(Room, 1, std::max(Cores, 1U)));
}

/// A number that the kernel shows in a file; none for `max` and no file.
static std::optional<uint64_t> numberIn(StringRef Path) {
  auto Buffer = MemoryBuffer::getFileAsStream(Path);
  uint64_t Number = 0;
  if (!Buffer || (*Buffer)->getBuffer().trim().getAsInteger(10, Number))
    return std::nullopt;
  return Number;
}

/// What the control group, as a container has one, still allows.
static std::optional<uint64_t> bytesOfGroup() {
  auto Most = numberIn("/sys/fs/cgroup/memory.max");
  auto Used = numberIn("/sys/fs/cgroup/memory.current");
  if (!Most || !Used)
    return std::nullopt;
  return *Most - std::min(*Most, *Used);
}

static std::optional<uint64_t> bytesOfMachine() {
  auto MemInfo = MemoryBuffer::getFileAsStream("/proc/meminfo");
  return MemInfo ? availableBytes((*MemInfo)->getBuffer()) : std::nullopt;
}

ThreadPoolStrategy threadsFor(unsigned Asked) {
  if (Asked)
    return hardware_concurrency(Asked);
  std::optional<uint64_t> Room = bytesOfMachine();
  if (auto Group = bytesOfGroup(); Group && (!Room || *Group < *Room))
    Room = Group;
  unsigned Cores = hardware_concurrency().compute_thread_count();
  return hardware_concurrency(jobsFor(Cores, Room));
}

} // namespace musify

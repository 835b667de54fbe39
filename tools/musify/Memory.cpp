// A parse hears of its large allocations.
#include "Memory.h"
#include "Driver/ExitCode.h"
#include "Parse/ParseUnit.h"
#include "llvm/Support/ErrorHandling.h"
#include <cstdlib>
#include <new>
#include <unistd.h>

namespace musify {

/// A parse that ran out of memory is not given up as one that crashes is: it
/// may hold what others wait for.
[[noreturn]] static void endWithoutMemory() {
  static constexpr char Text[] = "musify: error: out of memory\n";
  (void)!::write(STDERR_FILENO, Text, sizeof(Text) - 1);
  ::_exit(ExitFailed);
}

void watchMemory() {
  std::set_new_handler(endWithoutMemory);
  llvm::install_bad_alloc_error_handler(
      [](void *, const char *, bool) { endWithoutMemory(); });
}

} // namespace musify

// The sanitizer has its own operators.
#if !__has_feature(address_sanitizer)

static void *allocate(size_t Size) { return std::malloc(Size ? Size : 1); }

void *operator new(size_t Size) {
  constexpr size_t Large = 1 << 20;
  if (Size >= Large)
    musify::noteAllocation(Size);
  if (void *Memory = allocate(Size))
    return Memory;
  musify::endWithoutMemory();
}

void *operator new(size_t Size, const std::nothrow_t &) noexcept {
  return allocate(Size);
}

void operator delete(void *Memory) noexcept { std::free(Memory); }
void operator delete(void *Memory, size_t) noexcept { std::free(Memory); }
void operator delete(void *Memory, const std::nothrow_t &) noexcept {
  std::free(Memory);
}

#endif

// Preloaded by tests: the N-th call of a function of the C library is preceded
// by a signal, as if somebody had pressed Ctrl-C right there.
//   INTERRUPT_AT=fchmod:2  or  rename:1
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void count(const char *Name, int *Calls) {
  const char *At = getenv("INTERRUPT_AT");
  size_t Length = strlen(Name);
  if (At && strncmp(At, Name, Length) == 0 && At[Length] == ':' &&
      ++*Calls == atoi(At + Length + 1))
    raise(SIGINT);
}

/// Who runs many tests at once may have told them not to listen.
__attribute__((constructor)) static void listen(void) {
  signal(SIGINT, SIG_DFL);
}

int fchmod(int FD, mode_t Mode) {
  static int Calls;
  count("fchmod", &Calls);
  return ((int (*)(int, mode_t))dlsym(RTLD_NEXT, "fchmod"))(FD, Mode);
}

int rename(const char *Old, const char *New) {
  static int Calls;
  count("rename", &Calls);
  return ((int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename"))(Old,
                                                                           New);
}

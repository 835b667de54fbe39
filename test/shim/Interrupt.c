// Preloaded by tests: the N-th call of a function of the C library is preceded
// by a signal, as if somebody had pressed Ctrl-C right there.
//   INTERRUPT_AT=fsync:2  or  rename:1
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static void count(const char *Name, int *Calls) {
  const char *At = getenv("INTERRUPT_AT");
  size_t Length = strlen(Name);
  if (At && strncmp(At, Name, Length) == 0 && At[Length] == ':' &&
      ++*Calls == atoi(At + Length + 1))
    raise(SIGINT);
}

int fsync(int FD) {
  static int Calls;
  count("fsync", &Calls);
  return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(FD);
}

int rename(const char *Old, const char *New) {
  static int Calls;
  count("rename", &Calls);
  return ((int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename"))(Old,
                                                                           New);
}

// Preloaded by scripts/faults.py and tests: the N-th call of a function of the C
// library that changes the disk fails, or ends the process, or comes after the
// shell command FAULT_RUN.
//   FAULT_AT=rename:2:kill  write:1:28 (errno)  write:3:28+ (this and all later)
//            open:1:run
// FAULT_HIT names a file that is made when the call was reached.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define NEXT(Type, Name) ((Type)dlsym(RTLD_NEXT, Name))

static int realOpen(const char *Path, int Flags, mode_t Mode) {
  return NEXT(int (*)(const char *, int, ...), "open")(Path, Flags, Mode);
}

/// True if this call has to fail; `errno` is set.
static int fails(const char *Name) {
  static int Calls;
  const char *At = getenv("FAULT_AT"), *Hit = getenv("FAULT_HIT");
  size_t Length = strlen(Name);
  if (!At || strncmp(At, Name, Length) != 0 || At[Length] != ':')
    return 0;
  char *Action;
  int Wanted = strtol(At + Length + 1, &Action, 10);
  int Number = __atomic_add_fetch(&Calls, 1, __ATOMIC_SEQ_CST);
  if (Number < Wanted || (Number > Wanted && !strchr(Action, '+')))
    return 0;
  if (Hit)
    close(realOpen(Hit, O_CREAT | O_WRONLY, 0644));
  if (strcmp(Action, ":kill") == 0)
    raise(SIGKILL);
  if (strcmp(Action, ":run") == 0) {
    unsetenv("FAULT_AT");
    unsetenv("LD_PRELOAD");
    if (system(getenv("FAULT_RUN")))
      abort();
    return 0;
  }
  errno = atoi(Action + 1);
  return 1;
}

int open(const char *Path, int Flags, ...) {
  va_list Arguments;
  va_start(Arguments, Flags);
  mode_t Mode = Flags & O_CREAT ? va_arg(Arguments, mode_t) : 0;
  va_end(Arguments);
  if ((Flags & O_CREAT) && fails("open"))
    return -1;
  return realOpen(Path, Flags, Mode);
}

ssize_t write(int FD, const void *Data, size_t Size) {
  if (FD > 2 && fails("write"))
    return -1;
  return NEXT(ssize_t (*)(int, const void *, size_t), "write")(FD, Data, Size);
}

int fchmod(int FD, mode_t Mode) {
  return fails("fchmod") ? -1 : NEXT(int (*)(int, mode_t), "fchmod")(FD, Mode);
}

int fsync(int FD) {
  return fails("fsync") ? -1 : NEXT(int (*)(int), "fsync")(FD);
}

int syncfs(int FD) {
  return fails("syncfs") ? -1 : NEXT(int (*)(int), "syncfs")(FD);
}

int mkdir(const char *Path, mode_t Mode) {
  return fails("mkdir") ? -1
                        : NEXT(int (*)(const char *, mode_t), "mkdir")(Path,
                                                                       Mode);
}

int rename(const char *Old, const char *New) {
  return fails("rename")
             ? -1
             : NEXT(int (*)(const char *, const char *), "rename")(Old, New);
}

int remove(const char *Path) {
  return fails("remove") ? -1 : NEXT(int (*)(const char *), "remove")(Path);
}

int symlink(const char *Target, const char *Path) {
  return fails("symlink") ? -1
                          : NEXT(int (*)(const char *, const char *),
                                 "symlink")(Target, Path);
}

pid_t fork(void) {
  return fails("fork") ? -1 : NEXT(pid_t (*)(void), "fork")();
}

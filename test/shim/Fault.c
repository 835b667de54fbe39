// Preloaded by scripts/faults.py and tests: the N-th call of a function of the C
// library that changes the disk, maps a file, starts a process or a thread or
// allocates memory fails, or ends the process, or comes after the shell command
// FAULT_RUN.
//   FAULT_AT=rename:2:kill  write:1:28 (errno)  write:3:28+ (this and all later)
//            open:1:run     malloc:0:count (never)
// FAULT_HIT names a file that is made when the call was reached. At the end, the
// number of calls is appended to the file that FAULT_COUNT names.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define NEXT(Type, Name) ((Type)dlsym(RTLD_NEXT, Name))

static int realOpen(const char *Path, int Flags, mode_t Mode) {
  return NEXT(int (*)(const char *, int, ...), "open")(Path, Flags, Mode);
}

static int Calls;

/// True if this call has to fail; `errno` is set. Allocates no memory before.
static int fails(const char *Name) {
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
    close(syscall(SYS_openat, AT_FDCWD, Hit, O_CREAT | O_WRONLY, 0644));
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

void *mmap(void *At, size_t Size, int How, int Flags, int FD, off_t Offset) {
  if (FD >= 0 && fails("mmap"))
    return MAP_FAILED;
  return NEXT(void *(*)(void *, size_t, int, int, int, off_t),
              "mmap")(At, Size, How, Flags, FD, Offset);
}

int posix_spawn(pid_t *Process, const char *Path,
                const posix_spawn_file_actions_t *Files,
                const posix_spawnattr_t *Attributes, char *const *Arguments,
                char *const *Environment) {
  if (fails("posix_spawn"))
    return errno;
  return NEXT(int (*)(pid_t *, const char *, const posix_spawn_file_actions_t *,
                      const posix_spawnattr_t *, char *const *, char *const *),
              "posix_spawn")(Process, Path, Files, Attributes, Arguments,
                             Environment);
}

int pthread_create(pthread_t *Thread, const pthread_attr_t *Attributes,
                   void *(*Run)(void *), void *Argument) {
  if (fails("pthread_create"))
    return errno;
  return NEXT(int (*)(pthread_t *, const pthread_attr_t *, void *(*)(void *),
                      void *),
              "pthread_create")(Thread, Attributes, Run, Argument);
}

// glibc's own: `dlsym` may allocate, so that these cannot ask it.
extern void *realMalloc(size_t) __asm__("__libc_malloc");
extern void *realCalloc(size_t, size_t) __asm__("__libc_calloc");
extern void *realRealloc(void *, size_t) __asm__("__libc_realloc");
extern void *realMemalign(size_t, size_t) __asm__("__libc_memalign");

void *malloc(size_t Size) {
  return fails("malloc") ? NULL : realMalloc(Size);
}

void *calloc(size_t Count, size_t Size) {
  return fails("malloc") ? NULL : realCalloc(Count, Size);
}

void *realloc(void *Old, size_t Size) {
  return fails("malloc") ? NULL : realRealloc(Old, Size);
}

void *aligned_alloc(size_t Alignment, size_t Size) {
  return fails("malloc") ? NULL : realMemalign(Alignment, Size);
}

int posix_memalign(void **Out, size_t Alignment, size_t Size) {
  if (fails("malloc"))
    return errno;
  return (*Out = realMemalign(Alignment, Size)) ? 0 : ENOMEM;
}

__attribute__((destructor)) static void writeCount(void) {
  const char *Path = getenv("FAULT_COUNT");
  if (Path)
    dprintf(realOpen(Path, O_CREAT | O_WRONLY | O_APPEND, 0644), "%d\n", Calls);
}

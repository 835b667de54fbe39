// Names that only a log gets are notes: as parts of a longer string, through a
// macro's `#`, and where the logger's header is missing. A name that is looked
// up too is a warning.
// RUN: not %musify lint %s --no-config -q >%t.out
// RUN: FileCheck %s --input-file=%t.out --implicit-check-not=': warning: string'
// RUN: not %musify lint %s --no-config -q -v >%t.v
// RUN: grep -c 'note: string .* \[MUSA0501' %t.v | FileCheck %s --check-prefix=NUMBER
// NUMBER: 7
#include "nowhere/log.h"
#include <cuda.h>
#include <dlfcn.h>
#include <stdio.h>
#define SAY(What, ...) fprintf(stderr, "[hook] " What "\n", ##__VA_ARGS__)
#define CALL(Name)                                                             \
  (SAY("calls %s", #Name), fprintf(stderr, "%s: " #Name "\n", "again"))
#define FIND(Name) (SAY("finds %s", #Name), dlsym(nullptr, #Name))
#define BOTH(Name) (SAY("%s", #Name), keep(#Name))
void keep(const char *);
void *f() {
  SAY("cuGraphLaunch");
  CALL(cuInit);
  LOG_DEBUG("cuGraphCreate");
  log_error(1, f(2), "cuGraphDestroy");
  printWarning("cuCtxSynchronize");
  this_logger.warn("cuMemAlloc_v2");
  fatalError("cuLaunchKernel");
  // No words of logs in these.
  catalog("cuDeviceGet");
  // CHECK: cpp:[[#@LINE-1]]:12: warning: string `cuDeviceGet` is
  BOTH(cuDeviceGetCount);
  // CHECK: cpp:[[#@LINE-1]]:8: warning: string `cuDeviceGetCount` is
  return FIND(cuDriverGetVersion);
  // CHECK: cpp:[[#@LINE-1]]:15: warning: string `cuDriverGetVersion` is a CUDA name and reaches `dlsym`
}

// A name that exists with a difference is ported, and a person reads the note.
// RUN: %port %s | FileCheck %s --match-full-lines
#include <cufft.h>
cufftResult f(int *Version) { // CHECK: mufftResult f(int *Version) {
  return cufftGetProperty(MAJOR_VERSION, Version); // CHECK: return mufftGetProperty(MAJOR_VERSION, Version);
}

// CHECK: === said, exit status 1
// CHECK-NEXT: partial-name.cu:5:10: warning: `mufftGetProperty` differs from `cufftGetProperty`; takes muFFT's own enum (MUFFT_MAJOR_VERSION, ...), not libraryPropertyType [MUSA0103 partial-name]
// CHECK: 1 finding: 1 warning
// CHECK: partial: 1 name at 1 place

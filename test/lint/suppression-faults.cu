// A suppression that hides nothing, or cannot be understood, is a finding.
// RUN: not %musify lint %s -q | grep -o 'cu:[0-9]*:[0-9]*: .* \[MUSA.*' | FileCheck %s
int A; // musify: ignore(MUSA0101) nothing is here
// CHECK: cu:[[#@LINE-1]]:8: warning: `MUSA0101` (unsupported-name) is suppressed, but nothing is found here [MUSA0001 unused-suppression]
int B; // musify: ignore(MUSA9999, string-nam) x
// CHECK-NEXT: cu:[[#@LINE-1]]:8: warning: there is no rule `MUSA9999`{{.*}} [MUSA0002 unknown-suppression]
// CHECK-NEXT: cu:[[#@LINE-2]]:8: warning: there is no rule `string-nam`; did you mean `string-name`? [MUSA0002 unknown-suppression]
int C; // musify: ignroe(MUSA0101) x
// CHECK-NEXT: cu:[[#@LINE-1]]:8: warning: `ignroe` is not a comment that musify knows; did you mean `ignore`? [MUSA0002 unknown-suppression]
int D; // musify: ignore
// CHECK-NEXT: cu:[[#@LINE-1]]:8: warning: `ignore` names no rule; write `ignore(MUSA0101) reason` [MUSA0002 unknown-suppression]
const char *E = "cudaMalloc"; // musify: ignore(MUSA0501)
// CHECK-NEXT: cu:[[#@LINE-1]]:18: warning: {{.*}} [MUSA0501 string-name]
// CHECK-NEXT: cu:[[#@LINE-2]]:31: warning: `ignore` gives no reason, so it suppresses nothing [MUSA0003 suppression-without-reason]
// musify: ignore-end(MUSA0501)
// CHECK-NEXT: cu:[[#@LINE-1]]:1: warning: no `ignore-begin(MUSA0501)` is open here [MUSA0004 unbalanced-suppression]
const char *F = "cudaMalloc"; // musify: ignore(MUSA0501, MUSA0401) only printed
// CHECK-NEXT: cu:[[#@LINE-1]]:31: warning: `MUSA0401` (inline-ptx) is suppressed, but nothing is found here [MUSA0001 unused-suppression]
// musify: ignore-begin(MUSA0501) up to where
// CHECK-NEXT: cu:[[#@LINE-1]]:1: warning: no `ignore-end(MUSA0501)` follows [MUSA0004 unbalanced-suppression]
const char *G = "cudaMalloc";
// CHECK-NEXT: cu:[[#@LINE-1]]:18: warning: {{.*}} [MUSA0501 string-name]
// CHECK-NOT: {{.}}

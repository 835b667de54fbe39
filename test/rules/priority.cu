// The rule with the higher priority is tried first, then the later one; where
// its conditions do not hold, the next.
// RUN: %port %s --mapping %S/Inputs/priority.json | FileCheck %s --match-full-lines
void f() {
  cudaPrio(1);    // CHECK: high(1);
  cudaPrio(1, 2); // CHECK: later(1, 2);
  cudaPrio();     // CHECK: cudaPrio();
}

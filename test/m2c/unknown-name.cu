// RUN: %port %s --direction m2c | FileCheck %s
// A MUSA name that no table knows is told, and stays.
#include <musa_runtime.h>
// CHECK: void f() { musaNoSuchThing(); }
void f() { musaNoSuchThing(); }
// CHECK: === said, exit status 1
// CHECK: `musaNoSuchThing` looks like a MUSA name, {{.*}} [MUSA0105 unknown-name]

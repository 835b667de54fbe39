// What stands in a string, or beside other text in a comment, hides nothing.
// RUN: not %musify lint %s -q | grep -o 'cu:[0-9]*:[0-9]*: .* \[MUSA.*' | FileCheck %s
const char *A[] = {"cudaMalloc", "// musify: ignore(MUSA0501) no comment"};
// CHECK: cu:[[#@LINE-1]]:21: warning: {{.*}} [MUSA0501 string-name]
const char *B = "cudaMalloc"; // see musify: ignore(MUSA0501) in the guide
// CHECK-NEXT: cu:[[#@LINE-1]]:18: warning: {{.*}} [MUSA0501 string-name]
const char *C[] = {R"(
// musify: ignore-next-line(MUSA0501) no comment
)", "cudaMalloc"};
// CHECK-NEXT: cu:[[#@LINE-1]]:6: warning: {{.*}} [MUSA0501 string-name]
// CHECK-NOT: {{.}}

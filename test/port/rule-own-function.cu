// A rule about a call of the project's own function leaves its declarations and
// its definitions alone, also where no type stands before the name.
// RUN: rm -rf %t && mkdir -p %t && cp %s %t/a.cu && cd %t
// RUN: printf '%%s' '{"rules": [{"id": "swap", "call": "make", "args": 2, "replace": "build($2, $1)"}]}' >rules.json
// RUN: %musify port a.cu -o b.mu --engine=lexer --mapping rules.json -q || true
// RUN: FileCheck --input-file=b.mu %s
struct Pool {
  int *make(int A, int B);
  static const int &make(const int &A, const int &B);
};
// CHECK: int *make(int A, int B);
// CHECK: static const int &make(const int &A, const int &B);
int *Pool::make(int A, int B) {
  int X = *make(A, B) + *make(1, 2);
  return make(A, B + X);
}
// CHECK: int *Pool::make(int A, int B) {
// CHECK: int X = *build(B, A) + *build(2, 1);
// CHECK: return build(B + X, A);

// A rule about a call leaves declarations and definitions of the name alone,
// where a parse saw them and where none did.
// RUN: rm -rf %t && mkdir %t && sed -n 's@^// JSON: @@p' %s >%t/rules.json
// RUN: %port %s --mapping=%t/rules.json | FileCheck %s --match-full-lines
// JSON: {"rules": [{"id": "two", "call": "twoParts", "args": 2, "replace": "partsTwo($2, $1)"}]}
int twoParts(int A, int B);             // CHECK: int twoParts(int A, int B);
int twoParts(int A, int B) { return A; } // CHECK: int twoParts(int A, int B) { return A; }
int f() { return twoParts(1, 2); }      // CHECK: int f() { return partsTwo(2, 1); }
template <typename T> int g(T X) { return 1 + twoParts(X, 2); } // CHECK: template <typename T> int g(T X) { return 1 + partsTwo(2, X); }
#ifdef NEVER
int twoParts(int A, int B);             // CHECK: int twoParts(int A, int B);
int h() { return twoParts(1, 2); }      // CHECK: int h() { return partsTwo(2, 1); }
#endif

// Renames are about the project's own names: what the SDK or nobody declares,
// and a name whose new one is taken, stays.
// RUN: rm -rf %t && mkdir -p %t && cp %s %t/a.cu && cd %t
// RUN: printf '%%s' '{"renames": [{"word": "CUDA", "to": "MUSA"}, {"word": "cuda", "to": "musa"}, {"name": "plain", "to": "fancy"}, {"string": "cuda text", "to": "other text"}]}' >rules.json
// RUN: %cmd-port --mapping rules.json a.cu -o a.mu --engine=lexer >said 2>&1 || true
// RUN: FileCheck --input-file=a.mu %s && FileCheck --input-file=said --check-prefix=SAID %s
#define CHECK_CUDA(X) X
// CHECK: #define CHECK_MUSA(X) X
namespace mine::cuda { int size(); }
// CHECK: namespace mine::musa { int size(); }
int plain(); int cuda_taken(); int musa_taken();
// CHECK: int fancy(); int cuda_taken(); int musa_taken();
// SAID: a.cu:[[#@LINE-2]]:18: warning: `cuda_taken` keeps its name: the project already uses `musa_taken` [MUSA0009 project-name]
extern "C" int cuda_entry(int);
// CHECK: extern "C" int musa_entry(int);
int f() { return CHECK_CUDA(mine::cuda::size()) + theirs::cuda::size() + plain() + cuda_unknown(); }
// CHECK: return CHECK_MUSA(mine::musa::size()) + theirs::cuda::size() + fancy() + cuda_unknown();
const char *text() { return "cuda text"; }
// CHECK: return "other text";
const char *other() { return "built for CUDA"; }
// CHECK: return "built for MUSA";
// A comment about CUDA stays.
// CHECK: // A comment about CUDA stays.

// Device functions of CUDA and MUSA for the host, written from their documentation, so that ported code runs here.
// One lane of a warp runs at a time; what the others hold is in `WARP`.
#include <cmath>
#include <cstdint>
#include <cstring>
typedef unsigned long long u64;
extern unsigned char GLOBAL[64], SHARED[64];
extern unsigned LANE, WARP[32], ACTIVE;
extern u64 TRACE;
#define __device__
#define VECTOR(T, N)                                                                                                   \
  struct N##2 { T x, y; };                                                                                             \
  struct N##4 { T x, y, z, w; };                                                                                       \
  static inline N##2 make_##N##2(T x, T y) { return {x, y}; }                                                          \
  static inline N##4 make_##N##4(T x, T y, T z, T w) { return {x, y, z, w}; }
VECTOR(unsigned char, uchar)
VECTOR(signed char, char)
VECTOR(short, short)
VECTOR(unsigned short, ushort)
VECTOR(unsigned, uint)
VECTOR(int, int)
VECTOR(float, float)
VECTOR(u64, ulonglong)
VECTOR(long long, longlong)
VECTOR(double, double)

template <class To, class From> To bits(From V) {
  To Out{};
  memcpy(&Out, &V, sizeof(Out) < sizeof(V) ? sizeof(Out) : sizeof(V));
  return Out;
}
static inline unsigned __float_as_uint(float X) { return bits<unsigned>(X); }
static inline float __uint_as_float(unsigned X) { return bits<float>(X); }
static inline long long __double_as_longlong(double X) { return bits<long long>(X); }
static inline double __longlong_as_double(long long X) { return bits<double>(X); }

// Integers
static inline unsigned __umulhi(unsigned A, unsigned B) { return (u64)A * B >> 32; }
static inline u64 __umul64hi(u64 A, u64 B) { return (unsigned __int128)A * B >> 64; }
static inline long long __mul64hi(long long A, long long B) { return (__int128)A * B >> 64; }
static inline int __clz(int X) { return X ? __builtin_clz(X) : 32; }
static inline int __clzll(long long X) { return X ? __builtin_clzll(X) : 64; }
static inline int __popc(unsigned X) { return __builtin_popcount(X); }
static inline int __popcll(u64 X) { return __builtin_popcountll(X); }
template <class T> T reversed(T X) {
  T Out = 0;
  for (unsigned I = 0; I < sizeof(T) * 8; ++I)
    Out |= (X >> I & 1) << (sizeof(T) * 8 - 1 - I);
  return Out;
}
static inline unsigned __brev(unsigned X) { return reversed(X); }
static inline u64 __brevll(u64 X) { return reversed(X); }
static inline unsigned __byte_perm(unsigned X, unsigned Y, unsigned S) {
  u64 Both = (u64)Y << 32 | X;
  unsigned Out = 0;
  for (int I = 0; I < 4; ++I)
    Out |= unsigned(Both >> 8 * (S >> 4 * I & 7) & 255) << 8 * I;
  return Out;
}
static inline unsigned __funnelshift_rc(unsigned Lo, unsigned Hi, unsigned N) {
  return N >= 32 ? Hi : ((u64)Hi << 32 | Lo) >> N;
}
template <class T> T dotted(T A, T B, T C, bool Signed) {
  for (int I = 0; I < 4; ++I)
    C += Signed ? (signed char)(A >> 8 * I) * (signed char)(B >> 8 * I) : (A >> 8 * I & 255) * (B >> 8 * I & 255);
  return C;
}
static inline int __dp4a(int A, int B, int C) { return dotted<int>(A, B, C, true); }
static inline unsigned __dp4a(unsigned A, unsigned B, unsigned C) { return dotted<unsigned>(A, B, C, false); }
template <class F> unsigned halves(unsigned A, unsigned B, F One) {
  return One(A & 65535, B & 65535) & 65535 | One(A >> 16, B >> 16) << 16;
}
static inline unsigned __vmaxs2(unsigned A, unsigned B) {
  return halves(A, B, [](unsigned X, unsigned Y) { return (short)X > (short)Y ? X : Y; });
}
static inline unsigned __vmins2(unsigned A, unsigned B) {
  return halves(A, B, [](unsigned X, unsigned Y) { return (short)X < (short)Y ? X : Y; });
}
static inline unsigned __vmaxu2(unsigned A, unsigned B) {
  return halves(A, B, [](unsigned X, unsigned Y) { return X > Y ? X : Y; });
}
static inline unsigned __vminu2(unsigned A, unsigned B) {
  return halves(A, B, [](unsigned X, unsigned Y) { return X < Y ? X : Y; });
}

// Floating point
#include <cfenv>
// Of a NaN of either kind and a number, the number.
template <class T> T lesser(T A, T B) { return A != A ? B : B != B ? A : fmin(A, B); }
template <class T> T greater(T A, T B) { return A != A ? B : B != B ? A : fmax(A, B); }
#define fminf lesser<float>
#define fmaxf greater<float>
#define fmin lesser<double>
#define fmax greater<double>
template <class F> float directed(int Mode, F One) {
  fesetround(Mode);
  volatile float Out = One();
  fesetround(FE_TONEAREST);
  return Out;
}
#define DIRECTED(S, MODE)                                                                                              \
  static inline float __fadd_##S(volatile float A, volatile float B) { return directed(MODE, [&] { return A + B; }); }  \
  static inline float __fsub_##S(volatile float A, volatile float B) { return directed(MODE, [&] { return A - B; }); }  \
  static inline float __fmul_##S(volatile float A, volatile float B) { return directed(MODE, [&] { return A * B; }); }  \
  static inline float __fmaf_##S(float A, float B, float C) { return directed(MODE, [&] { return fmaf(A, B, C); }); }
DIRECTED(rn, FE_TONEAREST)
DIRECTED(rz, FE_TOWARDZERO)
DIRECTED(rd, FE_DOWNWARD)
DIRECTED(ru, FE_UPWARD)
static inline float __frcp_rn(float X) { return 1.0f / X; }
static inline float rsqrtf(float X) { return float(1.0 / sqrt(double(X))); }

/// To `Mantissa` bits and back; a double has room for each step before the rounding, with its lost bits in the last.
static inline double odd(double A, double B, double C) {
  double Sum = fma(A, B, C);
  if (!std::isfinite(Sum))
    return Sum;
  long double Rest = (long double)A * B - Sum + C;
  return Rest == 0 || bits<u64>(Sum) & 1 ? Sum : nextafter(Sum, Rest > 0 ? INFINITY : -INFINITY);
}
static inline unsigned short narrowed(double X, int Mantissa, int Exponents) {
  int Bias = (1 << (Exponents - 1)) - 1;
  unsigned short Sign = std::signbit(X) << 15, Inf = ((1 << Exponents) - 1) << Mantissa;
  if (std::isnan(X))
    return Inf | 1 << (Mantissa - 1);
  double A = fabs(X);
  int E = A == 0 || std::isinf(A) ? 0 : std::max(std::ilogb(A), 1 - Bias);
  double Scaled = std::isinf(A) ? A : nearbyint(ldexp(A, Mantissa - E));
  if (std::isinf(A) || ldexp(Scaled, E - Mantissa) >= ldexp(1, Bias + 1))
    return Sign | Inf;
  unsigned N = unsigned(Scaled);
  return Sign | (N >> Mantissa ? ((E + Bias) << Mantissa) + N - (1 << Mantissa) : N);
}
static inline double widened(unsigned short X, int Mantissa, int Exponents) {
  int Bias = (1 << (Exponents - 1)) - 1, E = X >> Mantissa & ((1 << Exponents) - 1), M = X & ((1 << Mantissa) - 1);
  double A = E == (1 << Exponents) - 1 ? (M ? NAN : INFINITY)
             : E ? ldexp(M + (1 << Mantissa), E - Bias - Mantissa) : ldexp(M, 1 - Bias - Mantissa);
  return X & 0x8000 ? -A : A;
}
#define NARROW(T, T2, M, E)                                                                                            \
  struct T { unsigned short u; };                                                                                      \
  struct T2 { T x, y; };                                                                                               \
  static inline double value(T X) { return widened(X.u, M, E); }                                                       \
  static inline T made(T, double X) { return {narrowed(X, M, E)}; }                                                    \
  static inline T __hadd(T A, T B) { return made(A, odd(1, value(A), value(B))); }                                     \
  static inline T __hsub(T A, T B) { return made(A, odd(1, value(A), -value(B))); }                                    \
  static inline T __hmul(T A, T B) { return made(A, value(A) * value(B)); }                                            \
  static inline T __hfma(T A, T B, T C) { return made(A, odd(value(A), value(B), value(C))); }                         \
  static inline T __hmin(T A, T B) { return made(A, fmin(value(A), value(B))); }                                       \
  static inline T __hmax(T A, T B) { return made(A, fmax(value(A), value(B))); }                                       \
  static inline T __hneg(T A) { return {(unsigned short)(A.u ^ 0x8000)}; }                                             \
  static inline T2 __hadd2(T2 A, T2 B) { return {__hadd(A.x, B.x), __hadd(A.y, B.y)}; }                                \
  static inline T2 __hsub2(T2 A, T2 B) { return {__hsub(A.x, B.x), __hsub(A.y, B.y)}; }                                \
  static inline T2 __hmul2(T2 A, T2 B) { return {__hmul(A.x, B.x), __hmul(A.y, B.y)}; }                                \
  static inline T2 __hmin2(T2 A, T2 B) { return {__hmin(A.x, B.x), __hmin(A.y, B.y)}; }                                \
  static inline T2 __hmax2(T2 A, T2 B) { return {__hmax(A.x, B.x), __hmax(A.y, B.y)}; }                                \
  static inline T2 __hneg2(T2 A) { return {__hneg(A.x), __hneg(A.y)}; }                                                \
  static inline T2 __hfma2(T2 A, T2 B, T2 C) { return {__hfma(A.x, B.x, C.x), __hfma(A.y, B.y, C.y)}; }                \
  static inline T relu(T A) { return A.u & 0x8000 && !std::isnan(value(A)) ? T{0} : A; }                               \
  static inline T2 __hfma2_relu(T2 A, T2 B, T2 C) { T2 D = __hfma2(A, B, C); return {relu(D.x), relu(D.y)}; }
NARROW(__half, __half2, 10, 5)
NARROW(__mt_bfloat16, __mt_bfloat162, 7, 8)
static inline __half __ushort_as_half(unsigned short X) { return {X}; }
static inline unsigned short __half_as_ushort(__half X) { return X.u; }
static inline __mt_bfloat16 __ushort_as_bfloat16(unsigned short X) { return {X}; }
static inline unsigned short __bfloat16_as_ushort(__mt_bfloat16 X) { return X.u; }
static inline float __half2float(__half X) { return value(X); }
static inline float __bfloat162float(__mt_bfloat16 X) { return value(X); }
static inline __half __float2half_rn(float X) { return made(__half{}, X); }
/// The next number upwards or downwards of the nearest, if that lies on the wrong side.
static inline __half directedHalf(float X, bool Up) {
  __half Near = __float2half_rn(X);
  double V = value(Near);
  if (std::isnan(X) || (Up ? V >= X : V <= X))
    return Near;
  bool IsNegative = Near.u & 0x8000;
  if (!(Near.u & 0x7fff))
    return {(unsigned short)(Up ? 1 : 0x8001)};
  return {(unsigned short)(Near.u + (Up == IsNegative ? -1 : 1))};
}
static inline __half __float2half_rd(float X) { return directedHalf(X, false); }
static inline __half __float2half_ru(float X) { return directedHalf(X, true); }
static inline __half __float2half_rz(float X) { return directedHalf(X, std::signbit(X)); }
static inline __mt_bfloat16 __float2bfloat16_rn(float X) { return made(__mt_bfloat16{}, X); }
static inline __half2 __floats2half2_rn(float X, float Y) { return {__float2half_rn(X), __float2half_rn(Y)}; }
static inline __mt_bfloat162 __floats2bfloat162_rn(float X, float Y) {
  return {__float2bfloat16_rn(X), __float2bfloat16_rn(Y)};
}
static inline float2 __half22float2(__half2 X) { return {__half2float(X.x), __half2float(X.y)}; }

// Memory and order
static inline u64 __cvta_generic_to_shared(const void *P) { return (const unsigned char *)P - SHARED; }
static inline void *__cvta_shared_to_generic(u64 A) { return SHARED + A; }
static inline bool __isShared(const void *P) { return P >= SHARED && P < SHARED + 64; }
static inline bool __isGlobal(const void *P) { return P >= GLOBAL && P < GLOBAL + 64; }
template <class T> T __ldg(const T *P) { return *P; }
static inline void event(u64 Code, u64 Value = 0) {
  u64 Memory = 0;
  for (int I = 0; I < 64; ++I)
    Memory += GLOBAL[I] + SHARED[I];
  TRACE = TRACE * 31 + Code + Value * 131 + Memory;
}
static inline void __syncthreads() { event(1); }
static inline void __threadfence_block() { event(2); }
static inline void __threadfence() { event(3); }
static inline void __threadfence_system() { event(4); }
static inline void __trap() { event(5); }
static inline void __brkpt() { event(6); }
static inline void __musa_exit() { event(7); }
static inline void __nanosleep(unsigned N) { event(8, N); }
static inline void __syncwarp(unsigned Mask) { event(9, Mask); }
#define ATOMIC(NAME, NEW)                                                                                              \
  template <class T> T NAME(T *P, T B) { T Old = *P; *P = NEW; return Old; }                                           \
  template <class T> T NAME##_system(T *P, T B) { return NAME(P, B); }
ATOMIC(atomicAdd, Old + B)
ATOMIC(atomicMin, Old < B ? Old : B)
ATOMIC(atomicMax, Old > B ? Old : B)
ATOMIC(atomicAnd, Old & B)
ATOMIC(atomicOr, Old | B)
ATOMIC(atomicXor, Old ^ B)
ATOMIC(atomicExch, B)
ATOMIC(atomicInc, Old >= B ? 0 : Old + 1)
ATOMIC(atomicDec, Old == 0 || Old > B ? B : Old - 1)
template <class T> T atomicCAS(T *P, T B, T C) { T Old = *P; *P = Old == B ? C : Old; return Old; }
template <class T> T atomicCAS_system(T *P, T B, T C) { return atomicCAS(P, B, C); }

// Warps
template <class F> unsigned over(unsigned Mask, F One) {
  unsigned Out = 0;
  for (int I = 0; I < 32; ++I)
    if (Mask >> I & 1)
      Out |= unsigned(One(WARP[I])) << I;
  return Out;
}
static inline unsigned from(int Source, int Width, unsigned Own) {
  bool IsInGroup = Source / Width == int(LANE) / Width && Source >= 0;
  return IsInGroup ? WARP[Source] : Own;
}
static inline unsigned __shfl_xor_sync(unsigned, unsigned V, int M, int W) {
  int Source = LANE ^ M; // a lane of an earlier group may be read, not of a later one
  return Source / W <= int(LANE) / W ? WARP[Source] : V;
}
static inline unsigned __shfl_down_sync(unsigned, unsigned V, unsigned N, int W) { return from(LANE + N, W, V); }
static inline unsigned __shfl_up_sync(unsigned, unsigned V, unsigned N, int W) {
  return LANE % W < N ? V : from(int(LANE) - int(N), W, V);
}
static inline unsigned __shfl_sync(unsigned, unsigned, int S, int W) { return WARP[LANE / W * W + (S & (W - 1))]; }
static inline unsigned __ballot_sync(unsigned M, bool) { return over(M, [](unsigned V) { return V & 1; }); }
static inline int __any_sync(unsigned M, bool P) { return __ballot_sync(M, P) != 0; }
static inline int __all_sync(unsigned M, bool P) { return __ballot_sync(M, P) == M; }
static inline unsigned __activemask() { return ACTIVE; }
static inline unsigned __match_any_sync(unsigned M, u64 V) { return over(M, [=](unsigned W) { return W == V; }); }
template <class T, class F> T reduced(unsigned M, F One) {
  int First = __builtin_ctz(M);
  T Out = WARP[First];
  for (int I = First + 1; I < 32; ++I)
    if (M >> I & 1)
      Out = One(Out, T(WARP[I]));
  return Out;
}
#define REDUCE(NAME, NEW)                                                                                              \
  template <class T> T __reduce_##NAME##_sync(unsigned M, T) {                                                         \
    return reduced<T>(M, [](T A, T B) -> T { return NEW; });                                                           \
  }
REDUCE(add, unsigned(A) + unsigned(B))
REDUCE(min, A < B ? A : B)
REDUCE(max, A > B ? A : B)
REDUCE(and, A &B)
REDUCE(or, A | B)
REDUCE(xor, A ^ B)
static inline int __get_laneid() { return LANE; }
static inline unsigned __get_lanemask_lt() { return (1u << LANE) - 1; }
static inline unsigned __get_lanemask_le() { return (2u << LANE) - 1; }
static inline unsigned __get_lanemask_gt() { return ~__get_lanemask_le(); }
static inline unsigned __get_lanemask_ge() { return ~__get_lanemask_lt(); }
static inline unsigned __get_lanemask_eq() { return 1u << LANE; }
struct Index { unsigned x, y, z; };
static const Index threadIdx{11, 12, 13}, blockDim{21, 22, 23}, blockIdx{31, 32, 33}, gridDim{41, 42, 43};
static inline long long clock64() { return 0x123456789abll; }
static inline int clock_() { return 77; }
#define clock clock_

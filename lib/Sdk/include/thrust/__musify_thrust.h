//===- __musify_thrust.h - Thrust, thin -------------------------*- C++ -*-===//
//
// Names and rough shapes: containers, pointers, iterators, functors, and the
// algorithms as variadic templates.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_SDK_THRUST_H
#define MUSIFY_SDK_THRUST_H

#include "../cuda_runtime.h"

#define THRUST_VERSION 300000
#define THRUST_MAJOR_VERSION 3
#define THRUST_HOST_SYSTEM 1
#define THRUST_DEVICE_SYSTEM 1
#define MUSIFY_HD __host__ __device__

namespace thrust {

// Policies.
struct __musify_policy {
  template <class... A> MUSIFY_HD __musify_policy operator()(A &&...) const;
  template <class S> MUSIFY_HD __musify_policy on(S) const;
};
template <class D> struct execution_policy : __musify_policy {};
template <class D> struct device_execution_policy : __musify_policy {};
template <class D> struct host_execution_policy : __musify_policy {};
static constexpr __musify_policy host{}, device{}, seq{};
struct host_system_tag {};
struct device_system_tag {};
struct random_access_traversal_tag {};
namespace cuda {
static constexpr __musify_policy par{}, par_nosync{};
template <class D> struct execution_policy : __musify_policy {};
struct tag {};
} // namespace cuda
namespace system {
namespace cuda { using thrust::cuda::par; using thrust::cuda::par_nosync; template <class D> struct execution_policy : __musify_policy {}; const int &cuda_category(); }
class error_code { public: template <class... A> error_code(A &&...); int value() const; };
const int &cuda_category();
} // namespace system
namespace cuda_cub { using thrust::cuda::par; }
namespace omp { static constexpr __musify_policy par{}; }
using system::cuda_category;
class system_error { public: template <class... A> system_error(A &&...); const char *what() const noexcept; int code() const; };

// Pointers and references to the device.
template <class T> class device_ptr;
template <class T> struct device_reference {
  MUSIFY_HD device_ptr<T> operator&() const;
  MUSIFY_HD operator T() const;
  MUSIFY_HD device_reference &operator=(const T &);
  MUSIFY_HD device_reference &operator+=(const T &);
  MUSIFY_HD device_reference &operator-=(const T &);
  MUSIFY_HD device_reference &operator++();
};
template <class T> class device_ptr {
public:
  typedef T value_type;
  typedef T element_type;
  typedef ptrdiff_t difference_type;
  typedef device_reference<T> reference;
  typedef device_ptr pointer;
  typedef random_access_traversal_tag iterator_category;
  MUSIFY_HD device_ptr();
  MUSIFY_HD device_ptr(decltype(nullptr));
  template <class U> MUSIFY_HD explicit device_ptr(U *);
  template <class U> MUSIFY_HD device_ptr(const device_ptr<U> &);
  MUSIFY_HD T *get() const;
  MUSIFY_HD reference operator*() const;
  MUSIFY_HD reference operator[](ptrdiff_t) const;
  MUSIFY_HD T *operator->() const;
  MUSIFY_HD device_ptr operator+(ptrdiff_t) const;
  MUSIFY_HD device_ptr operator-(ptrdiff_t) const;
  MUSIFY_HD ptrdiff_t operator-(const device_ptr &) const;
  MUSIFY_HD device_ptr &operator+=(ptrdiff_t);
  MUSIFY_HD device_ptr &operator-=(ptrdiff_t);
  MUSIFY_HD device_ptr &operator++();
  MUSIFY_HD device_ptr operator++(int);
  MUSIFY_HD device_ptr &operator--();
  MUSIFY_HD explicit operator bool() const;
};
template <class T> MUSIFY_HD bool operator==(const device_ptr<T> &, const device_ptr<T> &);
template <class T> MUSIFY_HD bool operator!=(const device_ptr<T> &, const device_ptr<T> &);
template <class T> MUSIFY_HD bool operator<(const device_ptr<T> &, const device_ptr<T> &);
template <class T> MUSIFY_HD device_ptr<T> device_pointer_cast(T *);
template <class T> MUSIFY_HD device_ptr<T> device_pointer_cast(const device_ptr<T> &);
template <class T> MUSIFY_HD T *raw_pointer_cast(T *);
template <class T> MUSIFY_HD T *raw_pointer_cast(const device_ptr<T> &);
template <class T> MUSIFY_HD T &raw_reference_cast(T &);
template <class T> MUSIFY_HD T &raw_reference_cast(const device_reference<T> &);
device_ptr<void> device_malloc(size_t);
template <class T> device_ptr<T> device_malloc(size_t);
template <class T> void device_free(device_ptr<T>);
template <class T> device_ptr<T> device_new(size_t = 1);
template <class T> void device_delete(device_ptr<T>, size_t = 1);
template <class T> struct device_allocator { typedef T value_type; };
template <class T> struct device_malloc_allocator { typedef T value_type; typedef device_ptr<T> pointer; pointer allocate(size_t); void deallocate(pointer, size_t); };

// Containers. `P` iterates, `R` is what an element access gives.
template <class T, class P, class R> class __musify_vector {
public:
  typedef T value_type;
  typedef size_t size_type;
  typedef ptrdiff_t difference_type;
  typedef P iterator;
  typedef P const_iterator;
  typedef P pointer;
  typedef R reference;
  P begin() const; P end() const; P cbegin() const; P cend() const; P rbegin() const; P rend() const;
  P data() const;
  R operator[](size_t) const;
  R front() const; R back() const;
  size_t size() const; size_t capacity() const; size_t max_size() const;
  bool empty() const;
  void resize(size_t); void resize(size_t, const T &); void reserve(size_t); void clear(); void shrink_to_fit();
  void push_back(const T &); void pop_back();
  template <class V> void swap(V &);
  template <class... A> void assign(A &&...);
  template <class... A> P insert(A &&...);
  template <class... A> P erase(A &&...);
};
#define MUSIFY_VECTOR(NAME, P, R)                                              \
  template <class T, class A = void> class NAME : public __musify_vector<T, P, R> { \
  public:                                                                      \
    NAME(); NAME(const NAME &); ~NAME();                                       \
    explicit NAME(size_t); NAME(size_t, const T &);                            \
    template <class V> NAME(const V &);                                        \
    template <class I> NAME(I, I);                                             \
    NAME &operator=(const NAME &);                                             \
    template <class V> NAME &operator=(const V &);                             \
  };
MUSIFY_VECTOR(device_vector, device_ptr<T>, device_reference<T>)
MUSIFY_VECTOR(host_vector, T *, T &)
MUSIFY_VECTOR(universal_vector, T *, T &)
#undef MUSIFY_VECTOR
namespace system { namespace cuda { namespace experimental { template <class T> struct pinned_allocator { typedef T value_type; }; } } }
namespace cuda { template <class T> using vector = device_vector<T>; namespace experimental { template <class T> struct pinned_allocator { typedef T value_type; }; } }

// Tuples and pairs.
template <size_t I, class T, class... Rest> struct __musify_element { typedef typename __musify_element<I - 1, Rest...>::type type; };
template <class T, class... Rest> struct __musify_element<0, T, Rest...> { typedef T type; };
struct null_type {};
template <class... T> struct tuple { MUSIFY_HD tuple(); MUSIFY_HD tuple(const T &...); template <class... U> MUSIFY_HD tuple(const tuple<U...> &); template <size_t I> MUSIFY_HD typename __musify_element<I, T...>::type &get() const; };
template <size_t I, class Tuple> struct tuple_element;
template <size_t I, class... T> struct tuple_element<I, tuple<T...>> : __musify_element<I, T...> {};
template <class A, class B> struct pair { typedef A first_type; typedef B second_type; A first; B second; MUSIFY_HD pair(); MUSIFY_HD pair(const A &, const B &); };
template <class T> struct __musify_decay { typedef T type; };
template <class T> struct __musify_decay<T &> { typedef T type; };
template <class T> struct __musify_decay<const T> { typedef T type; };
template <class T> struct __musify_decay<const T &> { typedef T type; };
template <class... T> MUSIFY_HD tuple<typename __musify_decay<T>::type...> make_tuple(T &&...);
template <class... T> MUSIFY_HD tuple<T &...> tie(T &...);
template <int I, class... T> MUSIFY_HD typename __musify_element<I, T...>::type &get(const tuple<T...> &);
template <class A, class B> MUSIFY_HD pair<A, B> make_pair(A, B);

// Iterators.
template <class T, class Self> struct __musify_iterator {
  typedef T value_type; typedef T reference; typedef ptrdiff_t difference_type; typedef T *pointer; typedef random_access_traversal_tag iterator_category;
  MUSIFY_HD T operator*() const; MUSIFY_HD T operator[](ptrdiff_t) const;
  MUSIFY_HD Self operator+(ptrdiff_t) const; MUSIFY_HD Self operator-(ptrdiff_t) const; MUSIFY_HD ptrdiff_t operator-(const Self &) const;
  MUSIFY_HD Self &operator++(); MUSIFY_HD Self operator++(int); MUSIFY_HD Self &operator--(); MUSIFY_HD Self &operator+=(ptrdiff_t);
  MUSIFY_HD bool operator==(const Self &) const; MUSIFY_HD bool operator!=(const Self &) const;
};
template <class I> struct iterator_traits { typedef typename I::value_type value_type; typedef typename I::reference reference; typedef ptrdiff_t difference_type; };
template <class T> struct iterator_traits<T *> { typedef T value_type; typedef T &reference; typedef ptrdiff_t difference_type; };
template <class I> struct iterator_value { typedef typename iterator_traits<I>::value_type type; };
template <class I> struct iterator_difference { typedef ptrdiff_t type; };
template <class I> struct iterator_system { typedef device_system_tag type; };
template <class T, class... X> struct counting_iterator : __musify_iterator<T, counting_iterator<T, X...>> { MUSIFY_HD counting_iterator(); MUSIFY_HD counting_iterator(T); };
template <class T, class... X> struct constant_iterator : __musify_iterator<T, constant_iterator<T, X...>> { MUSIFY_HD constant_iterator(T); };
template <class X = void> struct discard_iterator : __musify_iterator<int, discard_iterator<X>> { MUSIFY_HD discard_iterator(); };
template <class F, class I, class... X> struct transform_iterator : __musify_iterator<decltype(static_cast<F (*)()>(nullptr)()(*static_cast<I (*)()>(nullptr)())), transform_iterator<F, I, X...>> { MUSIFY_HD transform_iterator(I, F); MUSIFY_HD I base() const; };
template <class E, class I> struct permutation_iterator : __musify_iterator<typename iterator_traits<E>::value_type, permutation_iterator<E, I>> { MUSIFY_HD permutation_iterator(E, I); };
template <class I> struct reverse_iterator : __musify_iterator<typename iterator_traits<I>::value_type, reverse_iterator<I>> { MUSIFY_HD reverse_iterator(I); };
template <class Tuple> struct __musify_zipped { typedef Tuple type; };
template <class... I> struct __musify_zipped<tuple<I...>> { typedef tuple<typename iterator_traits<I>::value_type...> type; };
template <class Tuple> struct zip_iterator : __musify_iterator<typename __musify_zipped<Tuple>::type, zip_iterator<Tuple>> { MUSIFY_HD zip_iterator(Tuple); MUSIFY_HD const Tuple &get_iterator_tuple() const; };
template <class T> MUSIFY_HD counting_iterator<T> make_counting_iterator(T);
template <class T> MUSIFY_HD constant_iterator<T> make_constant_iterator(T);
MUSIFY_HD discard_iterator<> make_discard_iterator();
template <class I, class F> MUSIFY_HD transform_iterator<F, I> make_transform_iterator(I, F);
template <class E, class I> MUSIFY_HD permutation_iterator<E, I> make_permutation_iterator(E, I);
template <class I> MUSIFY_HD reverse_iterator<I> make_reverse_iterator(I);
template <class... I> MUSIFY_HD zip_iterator<tuple<I...>> make_zip_iterator(tuple<I...>);
template <class I0, class I1, class... I> MUSIFY_HD zip_iterator<tuple<I0, I1, I...>> make_zip_iterator(I0, I1, I...);
template <class F> struct __musify_zip_function { template <class T> MUSIFY_HD auto operator()(T &&) const -> bool; };
template <class F> MUSIFY_HD __musify_zip_function<F> make_zip_function(F);
template <class I> MUSIFY_HD ptrdiff_t distance(I, I);
template <class I> MUSIFY_HD void advance(I &, ptrdiff_t);
template <class I> MUSIFY_HD I next(I, ptrdiff_t = 1);

// Functors.
#define MUSIFY_OP(NAME, R)                                                     \
  template <class T = void> struct NAME { typedef T first_argument_type; typedef T second_argument_type; typedef R result_type; MUSIFY_HD R operator()(const T &, const T &) const; }; \
  template <> struct NAME<void> { template <class A, class B> MUSIFY_HD A operator()(const A &, const B &) const; };
MUSIFY_OP(plus, T) MUSIFY_OP(minus, T) MUSIFY_OP(multiplies, T) MUSIFY_OP(divides, T) MUSIFY_OP(modulus, T)
MUSIFY_OP(maximum, T) MUSIFY_OP(minimum, T) MUSIFY_OP(bit_and, T) MUSIFY_OP(bit_or, T) MUSIFY_OP(bit_xor, T)
MUSIFY_OP(less, bool) MUSIFY_OP(less_equal, bool) MUSIFY_OP(greater, bool) MUSIFY_OP(greater_equal, bool)
MUSIFY_OP(equal_to, bool) MUSIFY_OP(not_equal_to, bool) MUSIFY_OP(logical_and, bool) MUSIFY_OP(logical_or, bool)
#undef MUSIFY_OP
template <class T = void> struct negate { MUSIFY_HD T operator()(const T &) const; };
template <class T = void> struct identity { MUSIFY_HD const T &operator()(const T &) const; };
template <class T = void> struct square { MUSIFY_HD T operator()(const T &) const; };
template <class T = void> struct logical_not { MUSIFY_HD bool operator()(const T &) const; };
template <class A, class R = A> struct unary_function { typedef A argument_type; typedef R result_type; };
template <class A, class B, class R> struct binary_function { typedef A first_argument_type; typedef B second_argument_type; typedef R result_type; };
template <class T> MUSIFY_HD void swap(T &, T &);
namespace placeholders { struct __musify_placeholder { template <class T> MUSIFY_HD T operator()(const T &) const; }; static constexpr __musify_placeholder _1{}, _2{}, _3{};
template <class T> MUSIFY_HD __musify_placeholder operator+(__musify_placeholder, const T &);
template <class T> MUSIFY_HD __musify_placeholder operator-(__musify_placeholder, const T &);
template <class T> MUSIFY_HD __musify_placeholder operator*(__musify_placeholder, const T &);
template <class T> MUSIFY_HD __musify_placeholder operator/(__musify_placeholder, const T &);
template <class T> MUSIFY_HD __musify_placeholder operator<(__musify_placeholder, const T &);
template <class T> MUSIFY_HD __musify_placeholder operator>(__musify_placeholder, const T &);
template <class T> MUSIFY_HD __musify_placeholder operator==(__musify_placeholder, const T &);
template <class T> MUSIFY_HD __musify_placeholder operator!=(__musify_placeholder, const T &); }

// Random numbers.
namespace random {
struct __musify_engine { typedef unsigned int result_type; MUSIFY_HD explicit __musify_engine(unsigned int = 1); MUSIFY_HD unsigned int operator()(); MUSIFY_HD void discard(unsigned long long); MUSIFY_HD void seed(unsigned int); static constexpr unsigned int min = 0, max = 0xffffffffu; };
typedef __musify_engine default_random_engine, minstd_rand, minstd_rand0, ranlux24, ranlux48, taus88;
#define MUSIFY_DISTRIBUTION(NAME, D) template <class T = D> struct NAME { typedef T result_type; MUSIFY_HD explicit NAME(T = 0, T = 1); template <class E> MUSIFY_HD T operator()(E &); };
MUSIFY_DISTRIBUTION(uniform_real_distribution, double) MUSIFY_DISTRIBUTION(uniform_int_distribution, int) MUSIFY_DISTRIBUTION(normal_distribution, double)
#undef MUSIFY_DISTRIBUTION
} // namespace random
using namespace random;

// Algorithms.
#define MUSIFY_VOID(F) template <class... A> MUSIFY_HD void F(A &&...);
MUSIFY_VOID(sort) MUSIFY_VOID(stable_sort) MUSIFY_VOID(sort_by_key) MUSIFY_VOID(stable_sort_by_key) MUSIFY_VOID(fill)
MUSIFY_VOID(sequence) MUSIFY_VOID(generate) MUSIFY_VOID(tabulate) MUSIFY_VOID(replace) MUSIFY_VOID(replace_if) MUSIFY_VOID(reverse) MUSIFY_VOID(uninitialized_fill)
#undef MUSIFY_VOID
#define MUSIFY_FIRST(F)                                                        \
  template <class I, class... A> MUSIFY_HD I F(I, A...);                       \
  template <class I, class... A> MUSIFY_HD I F(const __musify_policy &, I, A...);
MUSIFY_FIRST(for_each) MUSIFY_FIRST(for_each_n) MUSIFY_FIRST(fill_n) MUSIFY_FIRST(generate_n) MUSIFY_FIRST(remove) MUSIFY_FIRST(remove_if)
MUSIFY_FIRST(unique) MUSIFY_FIRST(find) MUSIFY_FIRST(find_if) MUSIFY_FIRST(find_if_not) MUSIFY_FIRST(max_element) MUSIFY_FIRST(min_element)
MUSIFY_FIRST(partition) MUSIFY_FIRST(stable_partition) MUSIFY_FIRST(is_sorted_until) MUSIFY_FIRST(adjacent_find)
#undef MUSIFY_FIRST
#define MUSIFY_THIRD(F)                                                        \
  template <class I, class J, class O, class... A> MUSIFY_HD O F(I, J, O, A...); \
  template <class I, class J, class O, class... A> MUSIFY_HD O F(const __musify_policy &, I, J, O, A...);
MUSIFY_THIRD(copy) MUSIFY_THIRD(copy_n) MUSIFY_THIRD(inclusive_scan) MUSIFY_THIRD(exclusive_scan)
MUSIFY_THIRD(transform_inclusive_scan) MUSIFY_THIRD(transform_exclusive_scan) MUSIFY_THIRD(adjacent_difference) MUSIFY_THIRD(unique_copy)
MUSIFY_THIRD(reverse_copy) MUSIFY_THIRD(remove_copy) MUSIFY_THIRD(remove_copy_if) MUSIFY_THIRD(uninitialized_copy) MUSIFY_THIRD(replace_copy) MUSIFY_THIRD(swap_ranges)
#undef MUSIFY_THIRD
template <class I, class O, class F> MUSIFY_HD O transform(I, I, O, F);
template <class I, class J, class O, class F> MUSIFY_HD O transform(I, I, J, O, F);
template <class I, class O, class F> MUSIFY_HD O transform(const __musify_policy &, I, I, O, F);
template <class I, class J, class O, class F> MUSIFY_HD O transform(const __musify_policy &, I, I, J, O, F);
template <class I, class O, class F, class P> MUSIFY_HD O transform_if(I, I, O, F, P);
template <class I, class O, class F, class P> MUSIFY_HD O transform_if(const __musify_policy &, I, I, O, F, P);
template <class I, class O, class P> MUSIFY_HD O copy_if(I, I, O, P);
template <class I, class J, class O, class P> MUSIFY_HD O copy_if(I, I, J, O, P);
template <class I, class O, class P> MUSIFY_HD O copy_if(const __musify_policy &, I, I, O, P);
template <class I, class J, class O, class P> MUSIFY_HD O copy_if(const __musify_policy &, I, I, J, O, P);
#define MUSIFY_FOURTH(F)                                                       \
  template <class I, class J, class O, class... A> MUSIFY_HD O F(I, I, J, O, A...); \
  template <class I, class J, class O, class... A> MUSIFY_HD O F(const __musify_policy &, I, I, J, O, A...);
MUSIFY_FOURTH(gather) MUSIFY_FOURTH(inclusive_scan_by_key) MUSIFY_FOURTH(exclusive_scan_by_key)
#undef MUSIFY_FOURTH
template <class... A> MUSIFY_HD void scatter(A &&...);
template <class... A> MUSIFY_HD void scatter_if(A &&...);
template <class... A> MUSIFY_HD void gather_if(A &&...);
#define MUSIFY_SET(F)                                                          \
  template <class I, class J, class O, class... A> MUSIFY_HD O F(I, I, J, J, O, A...); \
  template <class I, class J, class O, class... A> MUSIFY_HD O F(const __musify_policy &, I, I, J, J, O, A...);
MUSIFY_SET(merge) MUSIFY_SET(set_union) MUSIFY_SET(set_intersection) MUSIFY_SET(set_difference) MUSIFY_SET(set_symmetric_difference)
#undef MUSIFY_SET
#define MUSIFY_TEST(F, R)                                                      \
  template <class... A> MUSIFY_HD R F(A &&...);
MUSIFY_TEST(is_sorted, bool) MUSIFY_TEST(all_of, bool) MUSIFY_TEST(any_of, bool) MUSIFY_TEST(none_of, bool) MUSIFY_TEST(equal, bool)
MUSIFY_TEST(binary_search, bool) MUSIFY_TEST(count, ptrdiff_t) MUSIFY_TEST(count_if, ptrdiff_t)
#undef MUSIFY_TEST
#define MUSIFY_REDUCE(F)                                                       \
  template <class I> MUSIFY_HD typename iterator_traits<I>::value_type F(I, I); \
  template <class I, class T, class... A> MUSIFY_HD T F(I, I, T, A...);        \
  template <class I> MUSIFY_HD typename iterator_traits<I>::value_type F(const __musify_policy &, I, I); \
  template <class I, class T, class... A> MUSIFY_HD T F(const __musify_policy &, I, I, T, A...);
MUSIFY_REDUCE(reduce)
#undef MUSIFY_REDUCE
template <class I, class U, class T, class B> MUSIFY_HD T transform_reduce(I, I, U, T, B);
template <class I, class U, class T, class B> MUSIFY_HD T transform_reduce(const __musify_policy &, I, I, U, T, B);
template <class I, class J, class T, class... A> MUSIFY_HD T inner_product(I, I, J, T, A...);
template <class I, class J, class T, class... A> MUSIFY_HD T inner_product(const __musify_policy &, I, I, J, T, A...);
template <class K, class V, class KO, class VO, class... A> MUSIFY_HD pair<KO, VO> reduce_by_key(K, K, V, KO, VO, A...);
template <class K, class V, class KO, class VO, class... A> MUSIFY_HD pair<KO, VO> reduce_by_key(const __musify_policy &, K, K, V, KO, VO, A...);
template <class K, class V, class KO, class VO, class... A> MUSIFY_HD pair<KO, VO> unique_by_key_copy(K, K, V, KO, VO, A...);
template <class K, class V, class KO, class VO, class... A> MUSIFY_HD pair<KO, VO> unique_by_key_copy(const __musify_policy &, K, K, V, KO, VO, A...);
template <class K, class V, class... A> MUSIFY_HD pair<K, V> unique_by_key(K, K, V, A...);
template <class K, class V, class... A> MUSIFY_HD pair<K, V> unique_by_key(const __musify_policy &, K, K, V, A...);
template <class I, class... A> MUSIFY_HD pair<I, I> minmax_element(I, I, A...);
template <class I, class... A> MUSIFY_HD pair<I, I> minmax_element(const __musify_policy &, I, I, A...);
// A search for one value gives an iterator, for a range the output's end.
#define MUSIFY_BOUND(F)                                                        \
  template <class I, class T, class... A> MUSIFY_HD I F(I, I, const T &, A...); \
  template <class I, class J, class O> MUSIFY_HD O F(I, I, J, J, O);           \
  template <class I, class T, class... A> MUSIFY_HD I F(const __musify_policy &, I, I, const T &, A...); \
  template <class I, class J, class O> MUSIFY_HD O F(const __musify_policy &, I, I, J, J, O);
MUSIFY_BOUND(lower_bound) MUSIFY_BOUND(upper_bound)
#undef MUSIFY_BOUND

} // namespace thrust
#undef MUSIFY_HD

#endif

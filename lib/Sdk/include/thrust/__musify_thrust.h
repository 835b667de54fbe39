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
  template <class... _A> MUSIFY_HD __musify_policy operator()(_A &&...) const;
  template <class _S> MUSIFY_HD __musify_policy on(_S) const;
};
template <class _D> struct execution_policy : __musify_policy {};
template <class _D> struct device_execution_policy : __musify_policy {};
template <class _D> struct host_execution_policy : __musify_policy {};
static constexpr __musify_policy host{}, device{}, seq{};
struct host_system_tag {};
struct device_system_tag {};
struct random_access_traversal_tag {};
namespace cuda {
static constexpr __musify_policy par{}, par_nosync{};
template <class _D> struct execution_policy : __musify_policy {};
struct tag {};
} // namespace cuda
namespace system {
namespace cuda { using thrust::cuda::par; static constexpr __musify_policy par_nosync{}; template <class _D> struct execution_policy : __musify_policy {}; const int &cuda_category(); }
class error_code { public: template <class... _A> error_code(_A &&...); int value() const; };
const int &cuda_category();
} // namespace system
namespace cuda_cub { using thrust::cuda::par; }
namespace omp { static constexpr __musify_policy par{}; }
using system::cuda_category;
class system_error { public: template <class... _A> system_error(_A &&...); const char *what() const noexcept; int code() const; };

// Pointers and references to the device.
template <class _T> class device_ptr;
template <class _T> struct device_reference {
  MUSIFY_HD device_ptr<_T> operator&() const;
  MUSIFY_HD operator _T() const;
  MUSIFY_HD device_reference &operator=(const _T &);
  MUSIFY_HD device_reference &operator+=(const _T &);
  MUSIFY_HD device_reference &operator-=(const _T &);
  MUSIFY_HD device_reference &operator++();
};
template <class _T> class device_ptr {
public:
  typedef _T value_type;
  typedef _T element_type;
  typedef ptrdiff_t difference_type;
  typedef device_reference<_T> reference;
  typedef device_ptr pointer;
  typedef random_access_traversal_tag iterator_category;
  MUSIFY_HD device_ptr();
  MUSIFY_HD device_ptr(decltype(nullptr));
  template <class _U> MUSIFY_HD explicit device_ptr(_U *);
  template <class _U> MUSIFY_HD device_ptr(const device_ptr<_U> &);
  MUSIFY_HD _T *get() const;
  MUSIFY_HD reference operator*() const;
  MUSIFY_HD reference operator[](ptrdiff_t) const;
  MUSIFY_HD _T *operator->() const;
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
template <class _T> MUSIFY_HD bool operator==(const device_ptr<_T> &, const device_ptr<_T> &);
template <class _T> MUSIFY_HD bool operator!=(const device_ptr<_T> &, const device_ptr<_T> &);
template <class _T> MUSIFY_HD bool operator<(const device_ptr<_T> &, const device_ptr<_T> &);
template <class _T> MUSIFY_HD device_ptr<_T> device_pointer_cast(_T *);
template <class _T> MUSIFY_HD device_ptr<_T> device_pointer_cast(const device_ptr<_T> &);
template <class _T> MUSIFY_HD _T *raw_pointer_cast(_T *);
template <class _T> MUSIFY_HD _T *raw_pointer_cast(const device_ptr<_T> &);
template <class _T> MUSIFY_HD _T &raw_reference_cast(_T &);
template <class _T> MUSIFY_HD _T &raw_reference_cast(const device_reference<_T> &);
device_ptr<void> device_malloc(size_t);
template <class _T> device_ptr<_T> device_malloc(size_t);
template <class _T> void device_free(device_ptr<_T>);
template <class _T> device_ptr<_T> device_new(size_t = 1);
template <class _T> void device_delete(device_ptr<_T>, size_t = 1);
template <class _T> struct device_allocator { typedef _T value_type; };
template <class _T> struct device_malloc_allocator { typedef _T value_type; typedef device_ptr<_T> pointer; pointer allocate(size_t); void deallocate(pointer, size_t); };

// Containers. `_P` iterates, `_R` is what an element access gives.
template <class _T, class _P, class _R> class __musify_vector {
public:
  typedef _T value_type;
  typedef size_t size_type;
  typedef ptrdiff_t difference_type;
  typedef _P iterator;
  typedef _P const_iterator;
  typedef _P pointer;
  typedef _R reference;
  _P begin() const; _P end() const; _P cbegin() const; _P cend() const; _P rbegin() const; _P rend() const;
  _P data() const;
  _R operator[](size_t) const;
  _R front() const; _R back() const;
  size_t size() const; size_t capacity() const; size_t max_size() const;
  bool empty() const;
  void resize(size_t); void resize(size_t, const _T &); void reserve(size_t); void clear(); void shrink_to_fit();
  void push_back(const _T &); void pop_back();
  template <class _V> void swap(_V &);
  template <class... _A> void assign(_A &&...);
  template <class... _A> _P insert(_A &&...);
  template <class... _A> _P erase(_A &&...);
};
#define MUSIFY_VECTOR(NAME, _P, _R)                                              \
  template <class _T, class _A = void> class NAME : public __musify_vector<_T, _P, _R> { \
  public:                                                                      \
    NAME(); NAME(const NAME &); ~NAME();                                       \
    explicit NAME(size_t); NAME(size_t, const _T &);                            \
    template <class _V> NAME(const _V &);                                        \
    template <class _I> NAME(_I, _I);                                             \
    NAME &operator=(const NAME &);                                             \
    template <class _V> NAME &operator=(const _V &);                             \
  };
MUSIFY_VECTOR(device_vector, device_ptr<_T>, device_reference<_T>)
MUSIFY_VECTOR(host_vector, _T *, _T &)
MUSIFY_VECTOR(universal_vector, _T *, _T &)
#undef MUSIFY_VECTOR
namespace system { namespace cuda { namespace experimental { template <class _T> struct pinned_allocator { typedef _T value_type; }; } } }
namespace cuda { template <class _T> using vector = device_vector<_T>; namespace experimental { template <class _T> struct pinned_allocator { typedef _T value_type; }; } }

// Tuples and pairs.
template <size_t _I, class _T, class... _Rest> struct __musify_element { typedef typename __musify_element<_I - 1, _Rest...>::type type; };
template <class _T, class... _Rest> struct __musify_element<0, _T, _Rest...> { typedef _T type; };
struct null_type {};
template <class... _T> struct tuple { MUSIFY_HD tuple(); MUSIFY_HD tuple(const _T &...); template <class... _U> MUSIFY_HD tuple(const tuple<_U...> &); template <size_t _I> MUSIFY_HD typename __musify_element<_I, _T...>::type &get() const; };
template <size_t _I, class _Tuple> struct tuple_element;
template <size_t _I, class... _T> struct tuple_element<_I, tuple<_T...>> : __musify_element<_I, _T...> {};
template <class _A, class _B> struct pair { typedef _A first_type; typedef _B second_type; _A first; _B second; MUSIFY_HD pair(); MUSIFY_HD pair(const _A &, const _B &); };
template <class _T> struct __musify_decay { typedef _T type; };
template <class _T> struct __musify_decay<_T &> { typedef _T type; };
template <class _T> struct __musify_decay<const _T> { typedef _T type; };
template <class _T> struct __musify_decay<const _T &> { typedef _T type; };
template <class... _T> MUSIFY_HD tuple<typename __musify_decay<_T>::type...> make_tuple(_T &&...);
template <class... _T> MUSIFY_HD tuple<_T &...> tie(_T &...);
template <int _I, class... _T> MUSIFY_HD typename __musify_element<_I, _T...>::type &get(const tuple<_T...> &);
template <class _A, class _B> MUSIFY_HD pair<_A, _B> make_pair(_A, _B);

// Iterators.
template <class _T, class _Self, class _R = _T> struct __musify_iterator {
  typedef _T value_type; typedef _R reference; typedef ptrdiff_t difference_type; typedef _T *pointer; typedef random_access_traversal_tag iterator_category;
  MUSIFY_HD _R operator*() const; MUSIFY_HD _R operator[](ptrdiff_t) const;
  MUSIFY_HD _Self operator+(ptrdiff_t) const; MUSIFY_HD _Self operator-(ptrdiff_t) const; MUSIFY_HD ptrdiff_t operator-(const _Self &) const;
  MUSIFY_HD _Self &operator++(); MUSIFY_HD _Self operator++(int); MUSIFY_HD _Self &operator--(); MUSIFY_HD _Self &operator+=(ptrdiff_t);
  MUSIFY_HD bool operator==(const _Self &) const; MUSIFY_HD bool operator!=(const _Self &) const;
};
template <class _I> struct iterator_traits { typedef typename _I::value_type value_type; typedef typename _I::reference reference; typedef ptrdiff_t difference_type; };
template <class _T> struct iterator_traits<_T *> { typedef _T value_type; typedef _T &reference; typedef ptrdiff_t difference_type; };
template <class _I> struct iterator_value { typedef typename iterator_traits<_I>::value_type type; };
template <class _I> struct iterator_difference { typedef ptrdiff_t type; };
template <class _I> struct iterator_system { typedef device_system_tag type; };
template <class _T, class... _X> struct counting_iterator : __musify_iterator<_T, counting_iterator<_T, _X...>> { MUSIFY_HD counting_iterator(); MUSIFY_HD counting_iterator(_T); };
template <class _T, class... _X> struct constant_iterator : __musify_iterator<_T, constant_iterator<_T, _X...>> { MUSIFY_HD constant_iterator(_T); };
struct __musify_discarded { template <class _T> MUSIFY_HD const __musify_discarded &operator=(const _T &) const; };
template <class _X = void> struct discard_iterator : __musify_iterator<__musify_discarded, discard_iterator<_X>> { MUSIFY_HD discard_iterator(); };
template <class _F, class _I, class... _X> struct transform_iterator : __musify_iterator<decltype(static_cast<_F (*)()>(nullptr)()(*static_cast<_I (*)()>(nullptr)())), transform_iterator<_F, _I, _X...>> { MUSIFY_HD transform_iterator(_I, _F); MUSIFY_HD _I base() const; };
template <class _E, class _I> struct permutation_iterator : __musify_iterator<typename iterator_traits<_E>::value_type, permutation_iterator<_E, _I>, typename iterator_traits<_E>::reference> { MUSIFY_HD permutation_iterator(_E, _I); };
template <class _I> struct reverse_iterator : __musify_iterator<typename iterator_traits<_I>::value_type, reverse_iterator<_I>, typename iterator_traits<_I>::reference> { MUSIFY_HD reverse_iterator(_I); MUSIFY_HD _I base() const; };
template <class _Tuple> struct __musify_zipped { typedef _Tuple type; };
template <class... _I> struct __musify_zipped<tuple<_I...>> { typedef tuple<typename iterator_traits<_I>::value_type...> type; };
template <class _Tuple> struct zip_iterator : __musify_iterator<typename __musify_zipped<_Tuple>::type, zip_iterator<_Tuple>> { MUSIFY_HD zip_iterator(_Tuple); MUSIFY_HD const _Tuple &get_iterator_tuple() const; };
template <class _T> MUSIFY_HD counting_iterator<_T> make_counting_iterator(_T);
template <class _T> MUSIFY_HD constant_iterator<_T> make_constant_iterator(_T);
MUSIFY_HD discard_iterator<> make_discard_iterator();
template <class _I, class _F> MUSIFY_HD transform_iterator<_F, _I> make_transform_iterator(_I, _F);
template <class _E, class _I> MUSIFY_HD permutation_iterator<_E, _I> make_permutation_iterator(_E, _I);
template <class _I> MUSIFY_HD reverse_iterator<_I> make_reverse_iterator(_I);
template <class... _I> MUSIFY_HD zip_iterator<tuple<_I...>> make_zip_iterator(tuple<_I...>);
template <class _I0, class _I1, class... _I> MUSIFY_HD zip_iterator<tuple<_I0, _I1, _I...>> make_zip_iterator(_I0, _I1, _I...);
template <class _F> struct __musify_zip_function { template <class _T> MUSIFY_HD auto operator()(_T &&) const -> bool; };
template <class _F> MUSIFY_HD __musify_zip_function<_F> make_zip_function(_F);
template <class _I> MUSIFY_HD ptrdiff_t distance(_I, _I);
template <class _I> MUSIFY_HD void advance(_I &, ptrdiff_t);
template <class _I> MUSIFY_HD _I next(_I, ptrdiff_t = 1);

// Functors.
#define MUSIFY_OP(NAME, _R)                                                     \
  template <class _T = void> struct NAME { typedef _T first_argument_type; typedef _T second_argument_type; typedef _R result_type; MUSIFY_HD _R operator()(const _T &, const _T &) const; }; \
  template <> struct NAME<void> { template <class _A, class _B> MUSIFY_HD _A operator()(const _A &, const _B &) const; };
MUSIFY_OP(plus, _T) MUSIFY_OP(minus, _T) MUSIFY_OP(multiplies, _T) MUSIFY_OP(divides, _T) MUSIFY_OP(modulus, _T)
MUSIFY_OP(maximum, _T) MUSIFY_OP(minimum, _T) MUSIFY_OP(bit_and, _T) MUSIFY_OP(bit_or, _T) MUSIFY_OP(bit_xor, _T)
MUSIFY_OP(less, bool) MUSIFY_OP(less_equal, bool) MUSIFY_OP(greater, bool) MUSIFY_OP(greater_equal, bool)
MUSIFY_OP(equal_to, bool) MUSIFY_OP(not_equal_to, bool) MUSIFY_OP(logical_and, bool) MUSIFY_OP(logical_or, bool)
#undef MUSIFY_OP
template <class _T = void> struct negate { MUSIFY_HD _T operator()(const _T &) const; };
template <class _T = void> struct identity { MUSIFY_HD const _T &operator()(const _T &) const; };
template <class _T = void> struct square { MUSIFY_HD _T operator()(const _T &) const; };
template <class _T = void> struct logical_not { MUSIFY_HD bool operator()(const _T &) const; };
template <class _A, class _R = _A> struct unary_function { typedef _A argument_type; typedef _R result_type; };
template <class _A, class _B, class _R> struct binary_function { typedef _A first_argument_type; typedef _B second_argument_type; typedef _R result_type; };
template <class _T> MUSIFY_HD void swap(_T &, _T &);
namespace placeholders { struct __musify_placeholder { template <class _T> MUSIFY_HD _T operator()(const _T &) const; }; static constexpr __musify_placeholder _1{}, _2{}, _3{};
template <class _T> MUSIFY_HD __musify_placeholder operator+(__musify_placeholder, const _T &);
template <class _T> MUSIFY_HD __musify_placeholder operator-(__musify_placeholder, const _T &);
template <class _T> MUSIFY_HD __musify_placeholder operator*(__musify_placeholder, const _T &);
template <class _T> MUSIFY_HD __musify_placeholder operator/(__musify_placeholder, const _T &);
template <class _T> MUSIFY_HD __musify_placeholder operator<(__musify_placeholder, const _T &);
template <class _T> MUSIFY_HD __musify_placeholder operator>(__musify_placeholder, const _T &);
template <class _T> MUSIFY_HD __musify_placeholder operator==(__musify_placeholder, const _T &);
template <class _T> MUSIFY_HD __musify_placeholder operator!=(__musify_placeholder, const _T &); }

// Random numbers.
namespace random {
struct __musify_engine { typedef unsigned int result_type; MUSIFY_HD explicit __musify_engine(unsigned int = 1); MUSIFY_HD unsigned int operator()(); MUSIFY_HD void discard(unsigned long long); MUSIFY_HD void seed(unsigned int); static constexpr unsigned int min = 0, max = 0xffffffffu; };
typedef __musify_engine default_random_engine, minstd_rand, minstd_rand0, ranlux24, ranlux48, taus88;
#define MUSIFY_DISTRIBUTION(NAME, _D) template <class _T = _D> struct NAME { typedef _T result_type; MUSIFY_HD explicit NAME(_T = 0, _T = 1); template <class _E> MUSIFY_HD _T operator()(_E &); };
MUSIFY_DISTRIBUTION(uniform_real_distribution, double) MUSIFY_DISTRIBUTION(uniform_int_distribution, int) MUSIFY_DISTRIBUTION(normal_distribution, double)
#undef MUSIFY_DISTRIBUTION
} // namespace random
using namespace random;

// Algorithms.
#define MUSIFY_VOID(_F) template <class... _A> MUSIFY_HD void _F(_A &&...);
MUSIFY_VOID(sort) MUSIFY_VOID(stable_sort) MUSIFY_VOID(sort_by_key) MUSIFY_VOID(stable_sort_by_key) MUSIFY_VOID(fill)
MUSIFY_VOID(sequence) MUSIFY_VOID(generate) MUSIFY_VOID(tabulate) MUSIFY_VOID(replace) MUSIFY_VOID(replace_if) MUSIFY_VOID(reverse) MUSIFY_VOID(uninitialized_fill)
#undef MUSIFY_VOID
#define MUSIFY_FIRST(_F)                                                        \
  template <class _I, class... _A> MUSIFY_HD _I _F(_I, _A...);                       \
  template <class _I, class... _A> MUSIFY_HD _I _F(const __musify_policy &, _I, _A...);
MUSIFY_FIRST(for_each) MUSIFY_FIRST(for_each_n) MUSIFY_FIRST(fill_n) MUSIFY_FIRST(generate_n) MUSIFY_FIRST(remove) MUSIFY_FIRST(remove_if)
MUSIFY_FIRST(unique) MUSIFY_FIRST(find) MUSIFY_FIRST(find_if) MUSIFY_FIRST(find_if_not) MUSIFY_FIRST(max_element) MUSIFY_FIRST(min_element)
MUSIFY_FIRST(partition) MUSIFY_FIRST(stable_partition) MUSIFY_FIRST(is_sorted_until) MUSIFY_FIRST(adjacent_find)
#undef MUSIFY_FIRST
#define MUSIFY_THIRD(_F)                                                        \
  template <class _I, class _J, class _O, class... _A> MUSIFY_HD _O _F(_I, _J, _O, _A...); \
  template <class _I, class _J, class _O, class... _A> MUSIFY_HD _O _F(const __musify_policy &, _I, _J, _O, _A...);
MUSIFY_THIRD(copy) MUSIFY_THIRD(copy_n) MUSIFY_THIRD(inclusive_scan) MUSIFY_THIRD(exclusive_scan)
MUSIFY_THIRD(transform_inclusive_scan) MUSIFY_THIRD(transform_exclusive_scan) MUSIFY_THIRD(adjacent_difference) MUSIFY_THIRD(unique_copy)
MUSIFY_THIRD(reverse_copy) MUSIFY_THIRD(remove_copy) MUSIFY_THIRD(remove_copy_if) MUSIFY_THIRD(uninitialized_copy) MUSIFY_THIRD(replace_copy) MUSIFY_THIRD(swap_ranges)
#undef MUSIFY_THIRD
template <class _I, class _O, class _F> MUSIFY_HD _O transform(_I, _I, _O, _F);
template <class _I, class _J, class _O, class _F> MUSIFY_HD _O transform(_I, _I, _J, _O, _F);
template <class _I, class _O, class _F> MUSIFY_HD _O transform(const __musify_policy &, _I, _I, _O, _F);
template <class _I, class _J, class _O, class _F> MUSIFY_HD _O transform(const __musify_policy &, _I, _I, _J, _O, _F);
template <class _I, class _O, class _F, class _P> MUSIFY_HD _O transform_if(_I, _I, _O, _F, _P);
template <class _I, class _O, class _F, class _P> MUSIFY_HD _O transform_if(const __musify_policy &, _I, _I, _O, _F, _P);
template <class _I, class _O, class _P> MUSIFY_HD _O copy_if(_I, _I, _O, _P);
template <class _I, class _J, class _O, class _P> MUSIFY_HD _O copy_if(_I, _I, _J, _O, _P);
template <class _I, class _O, class _P> MUSIFY_HD _O copy_if(const __musify_policy &, _I, _I, _O, _P);
template <class _I, class _J, class _O, class _P> MUSIFY_HD _O copy_if(const __musify_policy &, _I, _I, _J, _O, _P);
#define MUSIFY_FOURTH(_F)                                                       \
  template <class _I, class _J, class _O, class... _A> MUSIFY_HD _O _F(_I, _I, _J, _O, _A...); \
  template <class _I, class _J, class _O, class... _A> MUSIFY_HD _O _F(const __musify_policy &, _I, _I, _J, _O, _A...);
MUSIFY_FOURTH(gather) MUSIFY_FOURTH(inclusive_scan_by_key) MUSIFY_FOURTH(exclusive_scan_by_key)
#undef MUSIFY_FOURTH
template <class... _A> MUSIFY_HD void scatter(_A &&...);
template <class... _A> MUSIFY_HD void scatter_if(_A &&...);
template <class... _A> MUSIFY_HD void gather_if(_A &&...);
#define MUSIFY_SET(_F)                                                          \
  template <class _I, class _J, class _O, class... _A> MUSIFY_HD _O _F(_I, _I, _J, _J, _O, _A...); \
  template <class _I, class _J, class _O, class... _A> MUSIFY_HD _O _F(const __musify_policy &, _I, _I, _J, _J, _O, _A...);
MUSIFY_SET(merge) MUSIFY_SET(set_union) MUSIFY_SET(set_intersection) MUSIFY_SET(set_difference) MUSIFY_SET(set_symmetric_difference)
#undef MUSIFY_SET
#define MUSIFY_TEST(_F, _R)                                                      \
  template <class... _A> MUSIFY_HD _R _F(_A &&...);
MUSIFY_TEST(is_sorted, bool) MUSIFY_TEST(all_of, bool) MUSIFY_TEST(any_of, bool) MUSIFY_TEST(none_of, bool) MUSIFY_TEST(equal, bool)
MUSIFY_TEST(binary_search, bool) MUSIFY_TEST(count, ptrdiff_t) MUSIFY_TEST(count_if, ptrdiff_t)
#undef MUSIFY_TEST
#define MUSIFY_REDUCE(_F)                                                       \
  template <class _I> MUSIFY_HD typename iterator_traits<_I>::value_type _F(_I, _I); \
  template <class _I, class _T, class... _A> MUSIFY_HD _T _F(_I, _I, _T, _A...);        \
  template <class _I> MUSIFY_HD typename iterator_traits<_I>::value_type _F(const __musify_policy &, _I, _I); \
  template <class _I, class _T, class... _A> MUSIFY_HD _T _F(const __musify_policy &, _I, _I, _T, _A...);
MUSIFY_REDUCE(reduce)
#undef MUSIFY_REDUCE
template <class _I, class _U, class _T, class _B> MUSIFY_HD _T transform_reduce(_I, _I, _U, _T, _B);
template <class _I, class _U, class _T, class _B> MUSIFY_HD _T transform_reduce(const __musify_policy &, _I, _I, _U, _T, _B);
template <class _I, class _J, class _T, class... _A> MUSIFY_HD _T inner_product(_I, _I, _J, _T, _A...);
template <class _I, class _J, class _T, class... _A> MUSIFY_HD _T inner_product(const __musify_policy &, _I, _I, _J, _T, _A...);
template <class _K, class _V, class _KO, class _VO, class... _A> MUSIFY_HD pair<_KO, _VO> reduce_by_key(_K, _K, _V, _KO, _VO, _A...);
template <class _K, class _V, class _KO, class _VO, class... _A> MUSIFY_HD pair<_KO, _VO> reduce_by_key(const __musify_policy &, _K, _K, _V, _KO, _VO, _A...);
template <class _K, class _V, class _KO, class _VO, class... _A> MUSIFY_HD pair<_KO, _VO> unique_by_key_copy(_K, _K, _V, _KO, _VO, _A...);
template <class _K, class _V, class _KO, class _VO, class... _A> MUSIFY_HD pair<_KO, _VO> unique_by_key_copy(const __musify_policy &, _K, _K, _V, _KO, _VO, _A...);
template <class _K, class _V, class... _A> MUSIFY_HD pair<_K, _V> unique_by_key(_K, _K, _V, _A...);
template <class _K, class _V, class... _A> MUSIFY_HD pair<_K, _V> unique_by_key(const __musify_policy &, _K, _K, _V, _A...);
template <class _I, class... _A> MUSIFY_HD pair<_I, _I> minmax_element(_I, _I, _A...);
template <class _I, class... _A> MUSIFY_HD pair<_I, _I> minmax_element(const __musify_policy &, _I, _I, _A...);
// _A search for one value gives an iterator, for a range the output's end.
#define MUSIFY_BOUND(_F)                                                        \
  template <class _I, class _T, class... _A> MUSIFY_HD _I _F(_I, _I, const _T &, _A...); \
  template <class _I, class _J, class _O> MUSIFY_HD _O _F(_I, _I, _J, _J, _O);           \
  template <class _I, class _T, class... _A> MUSIFY_HD _I _F(const __musify_policy &, _I, _I, const _T &, _A...); \
  template <class _I, class _J, class _O> MUSIFY_HD _O _F(const __musify_policy &, _I, _I, _J, _J, _O);
MUSIFY_BOUND(lower_bound) MUSIFY_BOUND(upper_bound)
#undef MUSIFY_BOUND

} // namespace thrust
#undef MUSIFY_HD

#endif

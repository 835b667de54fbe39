//===- CacheStream.h - Values as bytes of a cache entry ---------*- C++ -*-===//
//
// Numbers are LEB128. A string is a number: of one that came before, or the
// next free one, and then its bytes follow, packed as CheckoutPaths does. Each
// type has one function `io` that both writes and reads.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PARSE_CACHESTREAM_H
#define MUSIFY_PARSE_CACHESTREAM_H

#include "Facts/Facts.h"
#include "Parse/CheckoutPaths.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/raw_ostream.h"
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace musify::cache {

class Writer {
public:
  static constexpr bool Reads = false;
  std::string Bytes;

  explicit Writer(const CheckoutPaths &Paths = CheckoutPaths())
      : Paths(Paths) {}

  void number(uint64_t N) { llvm::encodeULEB128(N, OS); }
  void text(llvm::StringRef S) {
    auto [It, IsNew] = Numbers.try_emplace(S, Numbers.size());
    number(It->second);
    if (!IsNew)
      return;
    std::string Packed = Paths.pack(S);
    number(Packed.size());
    OS << Packed;
  }

private:
  CheckoutPaths Paths;
  llvm::raw_string_ostream OS{Bytes};
  llvm::StringMap<uint64_t> Numbers;
};

class Reader {
public:
  static constexpr bool Reads = true;
  explicit Reader(llvm::StringRef Bytes,
                  const CheckoutPaths &Paths = CheckoutPaths())
      : Rest(Bytes), Paths(Paths) {}

  uint64_t number() {
    unsigned Size = 0;
    const char *Error = nullptr;
    uint64_t N = llvm::decodeULEB128(Rest.bytes_begin(), &Size,
                                     Rest.bytes_end(), &Error);
    if (Error)
      return fail();
    Rest = Rest.drop_front(Size);
    return N;
  }
  llvm::StringRef text() {
    uint64_t Number = number();
    if (Number < Strings.size())
      return Strings[Number];
    uint64_t Size = Number == Strings.size() ? number() : fail();
    auto Text = Failed || Size > Rest.size()
                    ? std::nullopt
                    : Paths.unpack(Rest.take_front(Size));
    if (!Text) {
      fail();
      return "";
    }
    Rest = Rest.drop_front(Size);
    return Strings.emplace_back(std::move(*Text));
  }
  MessageId messageId() {
    uint64_t N = number();
    return MessageId(isMessageId(N) ? N : fail());
  }
  /// How many items follow. Each takes a byte at least.
  size_t count() {
    uint64_t N = number();
    return N > Rest.size() ? fail() : N;
  }
  bool isAtEnd() const { return !Failed && Rest.empty(); }

private:
  uint64_t fail() {
    Failed = true;
    Rest = "";
    return 0;
  }

  llvm::StringRef Rest;
  CheckoutPaths Paths;
  std::deque<std::string> Strings;
  bool Failed = false;
};

template <typename S> void io(S &Stream, MessageId &Value) {
  if constexpr (S::Reads)
    Value = Stream.messageId();
  else
    Stream.number(static_cast<uint64_t>(Value));
}

template <typename S, typename T>
  requires std::is_integral_v<T> || std::is_enum_v<T>
void io(S &Stream, T &Value) {
  if constexpr (S::Reads)
    Value = static_cast<T>(Stream.number());
  else
    Stream.number(static_cast<uint64_t>(Value));
}

template <typename S> void io(S &Stream, std::string &Value) {
  if constexpr (S::Reads)
    Value = Stream.text().str();
  else
    Stream.text(Value);
}

// Declared before any is used: types nest.
template <typename S, HasFields T> void io(S &, T &);
template <typename S, typename A, typename B> void io(S &, std::pair<A, B> &);
template <typename S, typename T> void io(S &, std::optional<T> &);
template <typename S, typename T> void io(S &, std::vector<T> &);
template <typename S, typename T> void io(S &, std::set<T> &);
template <typename S, typename K, typename V> void io(S &, std::map<K, V> &);
template <typename S> void io(S &, llvm::DenseSet<unsigned> &);
template <typename S, typename K, typename V>
void io(S &, llvm::DenseMap<K, V> &);
template <typename S> void io(S &, llvm::StringSet<> &);
template <typename S> void io(S &, llvm::StringMap<FileFacts> &);

/// Any container with an item type of its own: `Add` takes one in.
template <typename Item, typename S, typename C, typename Adder>
void ioItems(S &Stream, C &All, Adder Add) {
  if constexpr (S::Reads) {
    for (size_t N = Stream.count(); N; --N) {
      Item Each;
      io(Stream, Each);
      Add(std::move(Each));
    }
  } else {
    Stream.number(All.size());
    for (const auto &Each : All) {
      Item Copy(Each);
      io(Stream, Copy);
    }
  }
}

template <typename S, typename A, typename B>
void io(S &Stream, std::pair<A, B> &Value) {
  io(Stream, Value.first);
  io(Stream, Value.second);
}

template <typename S, typename T> void io(S &Stream, std::optional<T> &Value) {
  bool IsThere = Value.has_value();
  io(Stream, IsThere);
  if (IsThere && S::Reads)
    Value.emplace();
  if (IsThere)
    io(Stream, *Value);
}

template <typename S, typename T> void io(S &Stream, std::vector<T> &All) {
  ioItems<T>(Stream, All, [&](T Each) { All.push_back(std::move(Each)); });
}

template <typename S, typename T> void io(S &Stream, std::set<T> &All) {
  ioItems<T>(Stream, All, [&](T Each) { All.insert(std::move(Each)); });
}

template <typename S, typename K, typename V>
void io(S &Stream, std::map<K, V> &All) {
  ioItems<std::pair<K, V>>(Stream, All,
                           [&](auto Each) { All.insert(std::move(Each)); });
}

template <typename S> void io(S &Stream, llvm::DenseSet<unsigned> &All) {
  ioItems<unsigned>(Stream, All, [&](unsigned Each) { All.insert(Each); });
}

template <typename S, typename K, typename V>
void io(S &Stream, llvm::DenseMap<K, V> &All) {
  if constexpr (S::Reads) {
    for (size_t N = Stream.count(); N; --N) {
      K Key{};
      io(Stream, Key);
      io(Stream, All[Key]);
    }
  } else {
    Stream.number(All.size());
    for (auto &[Key, Value] : All) {
      K Copy(Key);
      io(Stream, Copy);
      io(Stream, Value);
    }
  }
}

template <typename S> void io(S &Stream, llvm::StringSet<> &All) {
  if constexpr (S::Reads) {
    for (size_t N = Stream.count(); N; --N)
      All.insert(Stream.text());
  } else {
    Stream.number(All.size());
    for (const auto &Each : All)
      Stream.text(Each.getKey());
  }
}

template <typename S, typename... Fields>
void ioAll(S &Stream, Fields &...All) {
  (io(Stream, All), ...);
}

template <typename S, HasFields T> void io(S &Stream, T &Value) {
  std::apply([&](auto &...Fields) { ioAll(Stream, Fields...); },
             fieldsOf(Value));
}

template <typename S> void io(S &Stream, llvm::StringMap<FileFacts> &Files) {
  if constexpr (S::Reads) {
    for (size_t N = Stream.count(); N; --N) {
      llvm::StringRef Path = Stream.text();
      io(Stream, Files[Path]);
    }
  } else {
    Stream.number(Files.size());
    for (auto &Item : Files) {
      Stream.text(Item.first());
      io(Stream, Item.second);
    }
  }
}

} // namespace musify::cache

#endif // MUSIFY_PARSE_CACHESTREAM_H

//===- FactsCache.cpp - What parses of earlier runs found -----------------===//
//
//   checksum │ checkout │ headers │ missing paths │ read paths │ outcome
//
// Checkout: the hash of its place, if a file that was read names it, else 0.
// Headers: those whose bodies were parsed. Read paths have hashes.
//
// Numbers are LEB128. A string is a number: of one that came before, or the
// next free one, and then its bytes follow, packed as CheckoutPaths does. Each
// type has one function `io` that both writes and reads.
//
//===----------------------------------------------------------------------===//
#include "Parse/FactsCache.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <deque>

using namespace llvm;

namespace musify {
namespace {

class Writer {
public:
  static constexpr bool Reads = false;
  std::string Bytes;

  explicit Writer(const CheckoutPaths &Paths = CheckoutPaths())
      : Paths(Paths) {}

  void number(uint64_t N) { encodeULEB128(N, OS); }
  void text(StringRef S) {
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
  raw_string_ostream OS{Bytes};
  StringMap<uint64_t> Numbers;
};

class Reader {
public:
  static constexpr bool Reads = true;
  explicit Reader(StringRef Bytes, const CheckoutPaths &Paths = CheckoutPaths())
      : Rest(Bytes), Paths(Paths) {}

  uint64_t number() {
    unsigned Size = 0;
    const char *Error = nullptr;
    uint64_t N =
        decodeULEB128(Rest.bytes_begin(), &Size, Rest.bytes_end(), &Error);
    if (Error)
      return fail();
    Rest = Rest.drop_front(Size);
    return N;
  }
  StringRef text() {
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

  StringRef Rest;
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
template <typename S> void io(S &, DenseSet<unsigned> &);
template <typename S, typename V> void io(S &, DenseMap<unsigned, V> &);
template <typename S> void io(S &, StringSet<> &);
template <typename S> void io(S &, StringMap<FileFacts> &);

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

template <typename S> void io(S &Stream, DenseSet<unsigned> &All) {
  ioItems<unsigned>(Stream, All, [&](unsigned Each) { All.insert(Each); });
}

template <typename S, typename V>
void io(S &Stream, DenseMap<unsigned, V> &All) {
  if constexpr (S::Reads) {
    for (size_t N = Stream.count(); N; --N) {
      unsigned Key = 0;
      io(Stream, Key);
      io(Stream, All[Key]);
    }
  } else {
    Stream.number(All.size());
    for (auto &[Key, Value] : All) {
      Stream.number(Key);
      io(Stream, Value);
    }
  }
}

template <typename S> void io(S &Stream, StringSet<> &All) {
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

template <typename S> void io(S &Stream, StringMap<FileFacts> &Files) {
  if constexpr (S::Reads) {
    for (size_t N = Stream.count(); N; --N) {
      StringRef Path = Stream.text();
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

/// A file that the parse read.
struct Dependency {
  std::string Path;
  std::string Input; ///< its real path, if it is an input
  uint64_t Hash = 0;
};

template <typename S> void io(S &Stream, Dependency &D) {
  ioAll(Stream, D.Path, D.Input, D.Hash);
}

} // namespace

std::string packOutcome(ParseOutcome &Outcome) {
  Writer Out;
  io(Out, Outcome);
  return std::move(Out.Bytes);
}

std::optional<ParseOutcome> unpackOutcome(StringRef Bytes) {
  ParseOutcome Outcome;
  Reader In(Bytes);
  io(In, Outcome);
  if (!In.isAtEnd())
    return std::nullopt;
  Outcome.Complete = true;
  return Outcome;
}

/// What an entry holds for, and what it depends on.
struct Terms {
  uint64_t Checkout = 0;
  std::optional<std::set<std::string>> BodiesOf;
  std::vector<std::string> Missing;
  std::vector<Dependency> Read;
};

template <typename S> void io(S &Stream, Terms &T) {
  ioAll(Stream, T.Checkout, T.BodiesOf, T.Missing, T.Read);
}

/// True if a parse of the bodies in `Have` tells all that is in those `Wanted`.
bool covers(const std::optional<std::set<std::string>> &Have,
            const std::optional<std::set<std::string>> &Wanted) {
  return !Have || (Wanted && llvm::includes(*Have, *Wanted));
}

Expected<std::unique_ptr<FactsCache>>
FactsCache::open(StringRef Folder, std::string Identity,
                 std::vector<std::string> Roots) {
  if (std::error_code EC = sys::fs::create_directories(Folder))
    return createStringError(EC, "cannot create the cache `" + Folder +
                                     "`: " + EC.message());
  return std::unique_ptr<FactsCache>(
      new FactsCache(Folder, std::move(Identity), std::move(Roots)));
}

CachePruningPolicy FactsCache::defaultPolicy() {
  CachePruningPolicy Policy;
  Policy.Interval = std::chrono::hours(1);
  Policy.Expiration = std::chrono::hours(30 * 24);
  Policy.MaxSizeBytes = uint64_t(2) << 30;
  Policy.MaxSizePercentageOfAvailableSpace = 10;
  return Policy;
}

void FactsCache::prune(const CachePruningPolicy &Policy) const {
  pruneCache(Folder, Policy);
}

// What the unit is, not what its files hold: a new state replaces the old one.
std::string FactsCache::pathOf(const CompileCommand &Unit,
                               const Session &Run) const {
  std::string Key = Identity;
  Key += Run.names().isReversed() ? " back" : "";
  Key += Run.FollowsValues ? " follows values" : "";
  if (Run.Compares)
    Key += " compares";
  if (Run.Musa)
    Key += " " + Run.Musa->version().getAsString();
  for (const Architecture *A : Run.Targets)
    Key += " " + A->Name;
  // A user's file may give them other values.
  for (const Architecture &A : targetPlatform().Architectures)
    Key += " " + A.fingerprint();
  for (StringRef Part : {StringRef(Run.CudaPath), StringRef(Unit.Name),
                         StringRef(Unit.File), StringRef(Unit.Directory)})
    Key += '\0' + Paths.pack(Part);
  for (const std::string &Flag : Unit.Flags)
    Key += '\0' + Paths.pack(Flag);
  Key += Unit.IsMusa ? " MUSA" : "";
  for (const char *Variable : {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH"})
    Key += '\0' + Paths.pack(sys::Process::GetEnv(Variable).value_or(""));
  XXH128_hash_t Hash = xxh3_128bits(arrayRefFromStringRef(Key));
  SmallString<256> Path(Folder);
  // `pruneCache` takes no other names for its own.
  sys::path::append(Path, "llvmcache-" + utohexstr(Hash.high64, true, 16) +
                              utohexstr(Hash.low64, true, 16));
  return std::string(Path);
}

FactsCache::FileState FactsCache::stateOf(StringRef Path,
                                          const CompileCommand &Unit,
                                          const Session &Run) {
  if (Unit.Text && Path == Unit.File)
    return {true, Unit.File, xxh3_64bits(*Unit.Text),
            Paths.areNamedIn(*Unit.Text)};
  {
    std::lock_guard Guard(Lock);
    if (auto It = States.find(Path); It != States.end())
      return It->second;
  }
  FileState State;
  sys::fs::UniqueID Id;
  if (!sys::fs::getUniqueID(Path, Id)) {
    State.Exists = true;
    if (auto It = Run.ById.find(Id); It != Run.ById.end())
      State.Input = It->second->Path;
    if (auto Buffer = readPlainFile(Path)) {
      State.Hash = xxh3_64bits((*Buffer)->getBuffer());
      State.NamesRoot = Paths.areNamedIn((*Buffer)->getBuffer());
    }
  }
  std::lock_guard Guard(Lock);
  return States.try_emplace(Path, State).first->second;
}

std::optional<ParseOutcome> FactsCache::find(const CompileCommand &Unit,
                                             const Session &Run) {
  auto Buffer = MemoryBuffer::getFile(pathOf(Unit, Run), /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return std::nullopt;
  StringRef Bytes = (*Buffer)->getBuffer();
  if (Bytes.size() < sizeof(uint64_t) ||
      support::endian::read64le(Bytes.data()) !=
          xxh3_64bits(arrayRefFromStringRef(Bytes.drop_front(8))))
    return std::nullopt;
  Reader In(Bytes.drop_front(8), Paths);
  Terms T;
  io(In, T);
  if ((T.Checkout && T.Checkout != Paths.hash()) ||
      !covers(T.BodiesOf, Unit.BodiesOf))
    return std::nullopt;
  for (const std::string &Path : T.Missing)
    if (stateOf(Path, Unit, Run).Exists)
      return std::nullopt;
  for (const Dependency &D : T.Read) {
    FileState State = stateOf(D.Path, Unit, Run);
    if (!State.Exists || State.Input != D.Input || State.Hash != D.Hash)
      return std::nullopt;
  }
  ParseOutcome Outcome;
  io(In, Outcome);
  if (!In.isAtEnd())
    return std::nullopt;
  Outcome.Complete = true;
  return Outcome;
}

void FactsCache::store(const CompileCommand &Unit, const Session &Run,
                       const ReadLog &Log, ParseOutcome &Outcome) {
  if (Log.HasTwoTexts)
    return;
  Terms T;
  T.BodiesOf = Unit.BodiesOf;
  for (const std::string &Path : Log.Missing)
    if (!Log.Found.count(Path) && !stateOf(Path, Unit, Run).Exists)
      T.Missing.push_back(Path);
  for (const auto &[Path, Hash] : Log.Found) {
    FileState State = stateOf(Path, Unit, Run);
    if (State.Exists)
      T.Read.push_back({Path, State.Input, Hash.value_or(State.Hash)});
    else if (Hash) // removed meanwhile
      return;
    if (State.NamesRoot)
      T.Checkout = Paths.hash();
  }
  Writer Out(Paths);
  io(Out, T);
  io(Out, Outcome);
  char Sum[sizeof(uint64_t)];
  support::endian::write64le(Sum, xxh3_64bits(Out.Bytes));
  // A cache that cannot be written to is no reason to fail.
  if (Error E = writeToOutput(pathOf(Unit, Run), [&](raw_ostream &OS) {
        OS.write(Sum, sizeof(Sum));
        OS << Out.Bytes;
        return Error::success();
      })) {
    std::string Why = toString(std::move(E));
    std::lock_guard Guard(Lock);
    if (!Failed.NotKept++)
      Failed.Why = std::move(Why);
  }
}

FactsCache::Fault FactsCache::fault() {
  std::lock_guard Guard(Lock);
  return Failed;
}

} // namespace musify

//===- FactsCache.cpp - What parses of earlier runs found -----------------===//
//
//   checksum │ size of the record │ record │ image
//
// The image is compressed, where LLVM can. Record: checkout │ headers │ missing
// paths │ read paths │ outcome or prelude. Checkout: the hash of its place, if
// a file that was read names it, else 0. Headers: those whose bodies were
// parsed. Read paths have hashes. Only a prelude has an image.
//
//===----------------------------------------------------------------------===//
#include "Parse/FactsCache.h"
#include "Diag/MessageError.h"
#include "Parse/CacheStream.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace musify {
namespace {

using namespace cache;

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

struct CacheTerms {
  uint64_t Checkout = 0;
  std::optional<std::set<std::string>> BodiesOf;
  std::vector<std::string> Missing;
  std::vector<Dependency> Read;
};

namespace {

template <typename S> void io(S &Stream, CacheTerms &T) {
  ioAll(Stream, T.Checkout, T.BodiesOf, T.Missing, T.Read);
}

/// All but its image.
template <typename S> void io(S &Stream, Prelude &P) {
  ioAll(Stream, P.Read.Found, P.Read.Missing, P.Missing, P.Errors.Count,
        P.Errors.Names, P.Errors.Messages, P.Identifiers);
}

constexpr size_t HeadSize = 3 * sizeof(uint64_t);

/// Two sums, and the size of the record: in front of record and image.
std::string headOf(StringRef Record, StringRef Image) {
  std::string Head(HeadSize, '\0');
  support::endian::write64le(&Head[0],
                             xxh3_64bits(arrayRefFromStringRef(Record)));
  support::endian::write64le(&Head[8],
                             xxh3_64bits(arrayRefFromStringRef(Image)));
  support::endian::write64le(&Head[16], Record.size());
  return Head;
}

/// An entry as it was read back.
struct KeptEntry {
  std::unique_ptr<MemoryBuffer> Buffer;
  StringRef Record, Image;
};

/// None if there is none that is whole.
std::optional<KeptEntry> readEntry(StringRef Path) {
  auto Buffer = readPlainFile(Path);
  if (!Buffer || (*Buffer)->getBufferSize() < HeadSize)
    return std::nullopt;
  KeptEntry Out{std::move(*Buffer), {}, {}};
  StringRef Bytes = Out.Buffer->getBuffer();
  uint64_t Size = support::endian::read64le(Bytes.data() + 16);
  if (Size > Bytes.size() - HeadSize)
    return std::nullopt;
  Out.Record = Bytes.substr(HeadSize, Size);
  Out.Image = Bytes.substr(HeadSize + Size);
  if (!Bytes.starts_with(headOf(Out.Record, Out.Image)))
    return std::nullopt;
  return Out;
}

/// Clang's images shrink to a fifth. `IsPacked` stays false if LLVM was built
/// without the library.
std::string packed(StringRef Image, bool &IsPacked) {
  IsPacked = compression::zstd::isAvailable();
  if (!IsPacked)
    return Image.str();
  SmallVector<uint8_t, 0> Out;
  compression::zstd::compress(arrayRefFromStringRef(Image), Out,
                              compression::zstd::BestSpeedCompression);
  return toStringRef(Out).str();
}

/// None if it is damaged, or this musify cannot.
std::optional<std::string> unpacked(StringRef Image, size_t Size) {
  if (!compression::zstd::isAvailable())
    return std::nullopt;
  SmallVector<uint8_t, 0> Out;
  if (Error E = compression::zstd::decompress(arrayRefFromStringRef(Image), Out,
                                              Size)) {
    consumeError(std::move(E));
    return std::nullopt;
  }
  return toStringRef(Out).str();
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

/// True if a parse of the bodies in `Have` tells all that is in those `Wanted`.
bool covers(const std::optional<std::set<std::string>> &Have,
            const std::optional<std::set<std::string>> &Wanted) {
  return !Have || (Wanted && llvm::includes(*Have, *Wanted));
}

Expected<std::unique_ptr<FactsCache>>
FactsCache::open(StringRef Folder, std::string Identity,
                 std::vector<std::string> Roots) {
  if (std::error_code EC = sys::fs::create_directories(Folder))
    return errorOf(say(msg::CannotCreateCache, Folder, systemMessage(EC)));
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

bool FactsCache::hold(const CacheTerms &T, const CompileCommand &Unit,
                      const Session &Run) {
  if (T.Checkout && T.Checkout != Paths.hash())
    return false;
  for (const std::string &Path : T.Missing)
    if (stateOf(Path, Unit, Run).Exists)
      return false;
  return llvm::all_of(T.Read, [&](const Dependency &D) {
    FileState State = stateOf(D.Path, Unit, Run);
    return State.Exists && State.Input == D.Input && State.Hash == D.Hash;
  });
}

std::optional<CacheTerms> FactsCache::termsOf(const ReadLog &Log,
                                              const CompileCommand &Unit,
                                              const Session &Run) {
  if (Log.HasTwoTexts)
    return std::nullopt;
  CacheTerms T;
  for (const std::string &Path : Log.Missing)
    if (!Log.Found.count(Path) && !stateOf(Path, Unit, Run).Exists)
      T.Missing.push_back(Path);
  for (const auto &[Path, Hash] : Log.Found) {
    FileState State = stateOf(Path, Unit, Run);
    if (State.Exists)
      T.Read.push_back({Path, State.Input, Hash.value_or(State.Hash)});
    else if (Hash) // removed meanwhile
      return std::nullopt;
    if (State.NamesRoot)
      T.Checkout = Paths.hash();
  }
  return T;
}

/// A cache that cannot be written to is no reason to fail.
void FactsCache::write(StringRef Path, StringRef Record, StringRef Image) {
  Error E = writeToOutput(Path, [&](raw_ostream &OS) {
    OS << headOf(Record, Image) << Record << Image;
    return Error::success();
  });
  if (!E)
    return;
  Message Why = messageOf(std::move(E));
  std::lock_guard Guard(Lock);
  if (!Failed.NotKept++)
    Failed.Why = std::move(Why);
}

std::optional<ParseOutcome> FactsCache::find(const CompileCommand &Unit,
                                             const Session &Run) {
  auto Kept = readEntry(pathOf(Unit, Run));
  if (!Kept)
    return std::nullopt;
  Reader In(Kept->Record, Paths);
  CacheTerms T;
  io(In, T);
  if (!covers(T.BodiesOf, Unit.BodiesOf) || !hold(T, Unit, Run))
    return std::nullopt;
  ParseOutcome Outcome;
  io(In, Outcome);
  if (!In.isAtEnd())
    return std::nullopt;
  Outcome.Complete = true;
  return Outcome;
}

void FactsCache::store(const CompileCommand &Unit, const Session &Run,
                       const ReadLog &Log, ParseOutcome &Outcome) {
  auto T = termsOf(Log, Unit, Run);
  if (!T)
    return;
  T->BodiesOf = Unit.BodiesOf;
  Writer Out(Paths);
  io(Out, *T);
  io(Out, Outcome);
  write(pathOf(Unit, Run), Out.Bytes, "");
}

// An image has the paths of its headers in it.
std::string FactsCache::pathOfPrelude(CompileCommand Reader,
                                      const Session &Run) const {
  Reader.Name += " prelude " + utohexstr(Paths.hash());
  return pathOf(Reader, Run);
}

bool FactsCache::find(const CompileCommand &Reader, const Session &Run,
                      Prelude &Out) {
  auto Kept = readEntry(pathOfPrelude(Reader, Run));
  if (!Kept)
    return false;
  cache::Reader In(Kept->Record, Paths);
  CacheTerms T;
  Prelude Found;
  std::optional<uint64_t> PackedFrom;
  io(In, T);
  io(In, Found);
  io(In, PackedFrom);
  if (!In.isAtEnd() || !hold(T, Reader, Run))
    return false;
  auto Image = PackedFrom ? unpacked(Kept->Image, *PackedFrom)
                          : std::optional(Kept->Image.str());
  if (!Image)
    return false;
  Out = std::move(Found);
  Out.Bytes = std::move(*Image);
  Out.Image = Out.Bytes;
  return true;
}

void FactsCache::store(const CompileCommand &Reader, const Session &Run,
                       Prelude &Made) {
  auto T = termsOf(Made.Read, Reader, Run);
  if (!T || Made.Image.empty())
    return;
  Writer Out(Paths);
  io(Out, *T);
  io(Out, Made);
  bool IsPacked = false;
  std::string Image = packed(Made.Image, IsPacked);
  auto PackedFrom =
      IsPacked ? std::optional<uint64_t>(Made.Image.size()) : std::nullopt;
  io(Out, PackedFrom);
  write(pathOfPrelude(Reader, Run), Out.Bytes, Image);
}

FactsCache::Fault FactsCache::fault() {
  std::lock_guard Guard(Lock);
  return Failed;
}

} // namespace musify

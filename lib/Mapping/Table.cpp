#include "Mapping/Table.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"
#include <atomic>
#include <cassert>
#include <mutex>

using namespace llvm;
using support::endian::read32le;
using support::endian::write32le;

// Image: magic, count, number of buckets, offset of the strings, size of the
// filter; then the records, the buckets (index + 1, or 0), the filter of the
// words and the strings. All numbers are 32 bits, little endian; a string is an
// offset and a length.
namespace musify {
namespace {

constexpr uint32_t Magic = 0x3346534d; // "MSF3"
constexpr unsigned HeaderWords = 5;
enum Field {
  From,
  To,
  Library,
  Since,
  Arch,
  Cuda,
  In,
  Evidence,
  Note,
  Type,
  Shape,
  Value,
  FromValue,
  FieldCount
};
constexpr unsigned RecordWords = 2 * FieldCount + 1;

uint32_t word(StringRef Image, size_t Index) {
  return read32le(Image.data() + 4 * Index);
}

void pushWord(std::string &Out, uint32_t Value) {
  char Bytes[4];
  write32le(Bytes, Value);
  Out.append(Bytes, 4);
}

uint64_t hashKey(Space In, StringRef Name) {
  return xxh3_64bits(Name) * 4 + static_cast<uint64_t>(In);
}

std::string overlayKey(Space In, StringRef Name) {
  return std::string(1, static_cast<char>('0' + static_cast<int>(In))) +
         Name.str();
}

/// Whether names of this space stand in code as words.
bool isWord(Space In) {
  return In == Space::Identifier || In == Space::Namespace;
}

/// Every text once.
class StringPool {
public:
  void push(std::string &Record, StringRef Text) {
    auto [It, IsNew] = Offsets.try_emplace(Text, Bytes.size());
    if (IsNew)
      Bytes += Text;
    pushWord(Record, It->second);
    pushWord(Record, Text.size());
  }
  std::string Bytes;

private:
  StringMap<uint32_t> Offsets;
};

} // namespace

Space spaceOf(Kind K) {
  switch (K) {
  case Kind::Header:
    return Space::Header;
  case Kind::Namespace:
    return Space::Namespace;
  case Kind::Library:
  case Kind::EnvVar:
  case Kind::Device:
    return Space::String;
  default:
    return Space::Identifier;
  }
}

Entry OwnedEntry::view() const {
  Entry E;
  E.From = From;
  E.To = To;
  E.Library = Library;
  E.Since = Since;
  E.Arch = Arch;
  E.Cuda = Cuda;
  E.In = In;
  E.Evidence = Evidence;
  E.Note = Note;
  E.Type = Type;
  E.Shape = Shape;
  E.Value = Value;
  E.FromValue = FromValue;
  E.K = K;
  E.S = S;
  E.Numeric = Numeric;
  E.Config = Config;
  E.Reverse = Reverse;
  E.IsUsers = IsUsers;
  return E;
}

std::string packTable(ArrayRef<OwnedEntry> Entries) {
  uint32_t Buckets = PowerOf2Ceil(Entries.size() * 2 + 1);
  std::vector<uint32_t> Slots(Buckets);
  StringPool Pool;
  WordFilter Words(Entries.size());
  std::string Records;
  for (const auto &[Index, E] : enumerate(Entries)) {
    size_t Slot = hashKey(spaceOf(E.K), E.From) & (Buckets - 1);
    while (Slots[Slot])
      Slot = (Slot + 1) & (Buckets - 1);
    Slots[Slot] = Index + 1;
    if (isWord(spaceOf(E.K)))
      Words.add(E.From);
    for (const std::string *Text :
         {&E.From, &E.To, &E.Library, &E.Since, &E.Arch, &E.Cuda, &E.In,
          &E.Evidence, &E.Note, &E.Type, &E.Shape, &E.Value, &E.FromValue})
      Pool.push(Records, *Text);
    pushWord(Records, static_cast<uint32_t>(E.K) |
                          static_cast<uint32_t>(E.S) << 8 |
                          static_cast<uint32_t>(E.Numeric) << 16 |
                          static_cast<uint32_t>(E.Config) << 18 |
                          static_cast<uint32_t>(E.IsUsers) << 19 |
                          static_cast<uint32_t>(E.Reverse) << 17);
  }
  std::string Image;
  pushWord(Image, Magic);
  pushWord(Image, Entries.size());
  pushWord(Image, Buckets);
  pushWord(Image,
           4 * (HeaderWords + Buckets) + Records.size() + Words.bits().size());
  pushWord(Image, Words.bits().size());
  Image += Records;
  for (uint32_t Slot : Slots)
    pushWord(Image, Slot);
  Image += Words.bits();
  return Image + Pool.Bytes;
}

/// Built-in entries in the form in which they are asked for, which takes more
/// memory than the image has.
struct Table::EntryCache {
  explicit EntryCache(unsigned Count) : Slots(Count) {}

  std::vector<std::atomic<const Entry *>> Slots; ///< by index; null: not yet
  std::mutex Lock;
  std::deque<Entry> All;
};

Table::Table(StringRef Image, Direction Way)
    : Image(Image), Way(Way), ByWord(std::make_shared<WordIndex>()) {
  assert(Image.size() >= 4 * HeaderWords && word(Image, 0) == Magic &&
         "not a table image");
  Count = word(Image, 1);
  Buckets = word(Image, 2);
  size_t Size = word(Image, 4);
  BuiltinWords = Image.substr(word(Image, 3) - Size, Size);
  Entries = std::make_shared<EntryCache>(Count);
}

StringRef Table::stringAt(unsigned Index, unsigned Field) const {
  size_t At = HeaderWords + size_t(Index) * RecordWords + 2 * Field;
  return Image.substr(word(Image, 3) + word(Image, At), word(Image, At + 1));
}

Entry Table::readEntry(unsigned Index) const {
  Entry E;
  E.From = stringAt(Index, From);
  E.To = stringAt(Index, To);
  E.Library = stringAt(Index, Library);
  E.Since = stringAt(Index, Since);
  E.Arch = stringAt(Index, Arch);
  E.Cuda = stringAt(Index, Cuda);
  E.In = stringAt(Index, In);
  E.Evidence = stringAt(Index, Evidence);
  E.Note = stringAt(Index, Note);
  E.Type = stringAt(Index, Type);
  E.Shape = stringAt(Index, Shape);
  E.Value = stringAt(Index, Value);
  E.FromValue = stringAt(Index, FromValue);
  uint32_t Flags =
      word(Image, HeaderWords + size_t(Index + 1) * RecordWords - 1);
  E.K = static_cast<Kind>(Flags & 0xff);
  E.S = static_cast<Status>(Flags >> 8 & 0xff);
  E.Numeric = Flags >> 16 & 1;
  E.Config = Flags >> 18 & 1;
  E.Reverse = Flags >> 17 & 1;
  E.IsUsers = Flags >> 19 & 1;
  return E;
}

const Entry *Table::entryAt(unsigned Index) const {
  std::atomic<const Entry *> &Slot = Entries->Slots[Index];
  if (const Entry *E = Slot.load(std::memory_order_acquire))
    return E;
  std::lock_guard Guard(Entries->Lock);
  if (const Entry *E = Slot.load(std::memory_order_relaxed))
    return E;
  const Entry *E = &Entries->All.emplace_back(readEntry(Index));
  Slot.store(E, std::memory_order_release);
  return E;
}

const Entry *Table::findBuiltin(Space In, StringRef Name) const {
  size_t FirstSlot = HeaderWords + size_t(Count) * RecordWords;
  for (size_t Slot = hashKey(In, Name) & (Buckets - 1);;
       Slot = (Slot + 1) & (Buckets - 1)) {
    uint32_t Index = word(Image, FirstSlot + Slot);
    if (!Index)
      return nullptr;
    if (stringAt(Index - 1, From) != Name)
      continue;
    const Entry *E = entryAt(Index - 1);
    if (spaceOf(E->K) == In)
      return E;
  }
}

const Entry *Table::find(Space In, StringRef Name) const {
  if (!OverlaidByKey.empty())
    if (auto It = OverlaidByKey.find(overlayKey(In, Name));
        It != OverlaidByKey.end())
      return It->second;
  return findBuiltin(In, Name);
}

bool Table::mayKnow(StringRef Word) const {
  uint64_t Hash = WordFilter::hash(Word);
  return WordFilter::mayHold(BuiltinWords, Hash) ||
         OverlaidWords.mayHold(Hash) || Rules.words().mayHold(Hash);
}

const Entry *Table::findHeader(StringRef Path) const {
  if (auto E = find(Space::Header, Path))
    return E;
  for (size_t Slash = Path.rfind('/'); Slash != StringRef::npos;
       Slash = Path.rfind('/', Slash))
    if (auto E = find(Space::Header, Path.take_front(Slash + 1)))
      return E;
  return nullptr;
}

std::string Table::renamedHeader(const Entry &E, StringRef Path) {
  return E.From.ends_with("/") ? (E.To + Path.drop_front(E.From.size())).str()
                               : E.To.str();
}

std::vector<Message> Table::overlay(std::vector<OwnedEntry> New) {
  std::vector<Message> Conflicts;
  for (OwnedEntry &E : New) {
    Space In = spaceOf(E.K);
    auto Old = find(In, E.From);
    if (Old && (Old->To != E.To || Old->S != E.S))
      Conflicts.push_back(say(msg::BecomesInstead, E.From, E.To, Old->To));
    std::string Key = overlayKey(In, E.From);
    E.IsUsers = true;
    Overlay &Kept = Overlaid.emplace_back(Overlay{std::move(E), {}});
    Kept.View = Kept.Own.view();
    OverlaidByKey[Key] = &Kept.View;
  }
  OverlaidWords = WordFilter(Overlaid.size());
  for (const Overlay &E : Overlaid)
    if (isWord(spaceOf(E.View.K)))
      OverlaidWords.add(E.View.From);
  ByWord = std::make_shared<WordIndex>();
  return Conflicts;
}

uint64_t Table::fingerprint() const {
  std::string All;
  auto Add = [&](uint64_t Hash) { All += std::to_string(Hash) + "\n"; };
  Add(xxh3_64bits(Image));
  for (const Overlay &Each : Overlaid)
    for (StringRef Field : {Each.View.From, Each.View.To,
                            statusName(Each.View.S), Each.View.Note})
      Add(xxh3_64bits(Field));
  return xxh3_64bits(All);
}

bool Table::isReplaced(const Entry &E) const {
  return !OverlaidByKey.empty() &&
         OverlaidByKey.contains(overlayKey(spaceOf(E.K), E.From));
}

void Table::forEachBuiltin(
    function_ref<void(unsigned, const Entry &)> Visit) const {
  for (unsigned Index = 0; Index < Count; ++Index)
    if (Entry E = readEntry(Index); !isReplaced(E))
      Visit(Index, E);
}

void Table::forEach(function_ref<void(const Entry &)> Visit) const {
  for (const auto &Item : OverlaidByKey)
    Visit(*Item.second);
  forEachBuiltin([&](unsigned, const Entry &E) { Visit(E); });
}

/// Entries by the hash of the last part of each of their names, sorted by it.
struct Table::WordIndex {
  struct Item {
    uint64_t Hash;
    const Entry *Overlaid; ///< null: the built-in one at `Index`
    unsigned Index;
    bool operator<(const Item &Other) const { return Hash < Other.Hash; }
  };
  std::once_flag Made;
  std::vector<Item> All;

  void add(const Entry &E, const Entry *Overlaid, unsigned Index) {
    if (!isWord(spaceOf(E.K)))
      return;
    StringRef Word = lastPart(E.From), Other = lastPart(E.To);
    All.push_back({xxh3_64bits(Word), Overlaid, Index});
    if (Other != Word && !Other.empty())
      All.push_back({xxh3_64bits(Other), Overlaid, Index});
  }
};

void Table::forEachOf(StringRef Word,
                      function_ref<void(const Entry &)> Visit) const {
  std::call_once(ByWord->Made, [&] {
    ByWord->All.reserve(2 * size_t(Count));
    for (const auto &Item : OverlaidByKey)
      ByWord->add(*Item.second, Item.second, 0);
    forEachBuiltin([&](unsigned Index, const Entry &E) {
      ByWord->add(E, nullptr, Index);
    });
    llvm::sort(ByWord->All, [](const auto &A, const auto &B) {
      return std::tuple(A.Hash, !A.Overlaid, A.Index) <
             std::tuple(B.Hash, !B.Overlaid, B.Index);
    });
  });
  auto [First, Last] =
      std::equal_range(ByWord->All.begin(), ByWord->All.end(),
                       WordIndex::Item{xxh3_64bits(Word), nullptr, 0});
  for (const WordIndex::Item &Each : llvm::make_range(First, Last)) {
    const Entry &E = Each.Overlaid ? *Each.Overlaid : *entryAt(Each.Index);
    if (lastPart(E.From) == Word || lastPart(E.To) == Word)
      Visit(E);
  }
}

} // namespace musify

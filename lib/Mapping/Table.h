//===- Table.h - The mapping table in the form a run uses -------*- C++ -*-===//
//
// The built-in table is a packed image made when musify is built: no parsing
// at start, a hash look-up per name. User tables are laid over it.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_MAPPING_TABLE_H
#define MUSIFY_MAPPING_TABLE_H

#include "Diag/Message.h"
#include "Mapping/CustomRule.h"
#include "Mapping/Direction.h"
#include "Mapping/Entry.h"
#include "Mapping/WordFilter.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace musify {

/// An entry that owns its strings, as it is read from JSON.
struct OwnedEntry {
  std::string From, To, Library, Since, Arch, Cuda, In, Evidence, Note;
  std::string Type, Shape, Value, FromValue;
  Kind K = Kind::Function;
  Status S = Status::Unverified;
  bool Numeric = false;
  bool Config = false;
  bool Reverse = true;
  bool IsUsers = false;
  bool Flat = false; ///< from the flat form, which tells the two names alone
  unsigned Line = 0, Column = 0; ///< of `From` in its file, 1-based

  Entry view() const;
};

/// Names of different spaces do not meet: `cuda.h` in an include and a string.
enum class Space : uint8_t { Identifier, Header, Namespace, String };
Space spaceOf(Kind K);

/// Packs entries into an image for `Table`. Entries must be unique per space.
std::string packTable(llvm::ArrayRef<OwnedEntry> Entries);

class Table {
public:
  /// `Image` was made by `packTable` and outlives the table.
  explicit Table(llvm::StringRef Image, Direction Way = Direction::CudaToMusa);

  /// Which way `From` leads to `To`.
  Direction direction() const { return Way; }
  bool isReversed() const { return Way == Direction::MusaToCuda; }
  /// True if this is what `packTable` made, with no user's entries over it.
  bool isPlain(llvm::StringRef Packed) const {
    return Image.data() == Packed.data() && Overlaid.empty();
  }

  /// Null if there is none. Entries live as long as the table.
  const Entry *find(Space In, llvm::StringRef Name) const;
  /// An identifier as it stands in code.
  const Entry *findName(llvm::StringRef Name) const {
    return find(Space::Identifier, Name);
  }
  /// False if surely no identifier, namespace or rule is called `Word` or ends
  /// with `::Word`: for most words of a file that is all there is to ask.
  bool mayKnow(llvm::StringRef Word) const;
  /// The entry of an include path: the whole path, else the longest prefix
  /// entry (one that ends with `/`).
  const Entry *findHeader(llvm::StringRef Path) const;
  /// `Path` as the entry renames it; prefix entries keep the rest.
  static std::string renamedHeader(const Entry &E, llvm::StringRef Path);

  /// What is written for more than a name.
  RuleSet Rules;

  /// Lays a user's entries over this table: the later wins. Returns a message
  /// for each built-in entry that gets another meaning.
  std::vector<Message> overlay(std::vector<OwnedEntry> Entries);

  /// All entries, overlaid ones first; replaced ones are left out.
  void forEach(llvm::function_ref<void(const Entry &)> Visit) const;
  /// Those of identifiers and namespaces that are called `Word` on either side,
  /// or end with `::Word` there. The first call makes an index.
  void forEachOf(llvm::StringRef Word,
                 llvm::function_ref<void(const Entry &)> Visit) const;

  /// A hash of all entries, those of the user's included.
  uint64_t fingerprint() const;

private:
  bool isReplaced(const Entry &Builtin) const;
  const Entry *findBuiltin(Space In, llvm::StringRef Name) const;
  Entry readEntry(unsigned Index) const;
  const Entry *entryAt(unsigned Index) const;
  void forEachBuiltin(
      llvm::function_ref<void(unsigned Index, const Entry &)> Visit) const;
  llvm::StringRef stringAt(unsigned Index, unsigned Field) const;

  llvm::StringRef Image;
  Direction Way;
  unsigned Count = 0, Buckets = 0;
  llvm::StringRef BuiltinWords; ///< bits of a `WordFilter`
  WordFilter OverlaidWords;
  struct Overlay {
    OwnedEntry Own;
    Entry View;
  };
  std::deque<Overlay> Overlaid;
  llvm::StringMap<const Entry *> OverlaidByKey;

  /// Filled as they are asked for; threads may share them.
  struct EntryCache;
  std::shared_ptr<EntryCache> Entries;
  struct WordIndex;
  std::shared_ptr<WordIndex> ByWord;
};

} // namespace musify

#endif // MUSIFY_MAPPING_TABLE_H

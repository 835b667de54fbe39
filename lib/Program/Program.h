//===- Program.h - Each named thing of the input, once ----------*- C++ -*-===//
//
// One model of the whole input, between the merge of the facts and the
// decisions. An entity is a thing with a name, with all places where the name
// stands; the decision is made for the entity, and each place follows. Values
// only: no Clang, no disk.
//
// A name that the project neither defines nor tests in a build needs no entity:
// it is the SDK's wherever a rule takes it for the SDK's.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_PROGRAM_PROGRAM_H
#define MUSIFY_PROGRAM_PROGRAM_H

#include "Facts/Facts.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include <optional>
#include <string>
#include <vector>

namespace musify {

/// What a name does at one place.
enum class Role : uint8_t {
  Definition,   ///< `#define`, a namespace that is opened, code that defines it
  Undefinition, ///< `#undef`
  Test,         ///< whether it is defined: `#ifdef`, `defined`
  Number,       ///< its value counts, and differs on the other platform
  Use,          ///< any other
  Flag,         ///< a build script defines or undefines it
};

struct Occurrence {
  unsigned File = 0; ///< index of `Program::files`
  unsigned Offset = 0, Length = 0;
  Role Does = Role::Use;
  /// Whose the name is here, as a parse saw it; absent: no parse saw the place.
  std::optional<Owner> Whose = {};
  /// Of a definition in an `#if` that is not the header's guard: the bytes of
  /// that branch.
  std::optional<std::pair<unsigned, unsigned>> Branch = {};
  /// In a branch that only the target compiles, or a definition by the new
  /// name.
  bool TargetOnly = false;
  bool ForOthers = false; ///< in a branch that other vendors alone compile
  /// A definition that other files see without including this one.
  bool IsExported = false;
};

/// Macros, and what code defines at global scope, are one kind: `#if` may
/// choose between them.
enum class EntityKind : uint8_t { Global, Namespace };

enum class Fate : uint8_t {
  Open,  ///< each place is decided by itself
  Moves, ///< every place gets the new name
  Stays, ///< no place does
};

/// Why an entity has its fate.
enum class Reason : uint8_t {
  None,
  Configures, ///< it configures the SDK, whoever defines it
  InTurn,     ///< the project defines it where the SDK does not, or adds to it
  Own,        ///< the project's own, always
  Repeats,    ///< the project declares what the SDK declares
  MapsItself, ///< the project defines it for the target
  Number,     ///< its value is a version, and the project sets it
};

struct Entity {
  std::string Name;
  EntityKind Kind = EntityKind::Global;
  std::string NewName; ///< empty: there is none
  Fate F = Fate::Open;
  Reason Why = Reason::None;
  std::vector<Occurrence> Where; ///< sorted by file and offset

  /// The first place where the project defines it; null if none.
  const Occurrence *definition() const;
  /// The first definition that its fate rests on: one for the target, if there
  /// is one.
  const Occurrence *deciding() const;
};

/// What the table knows of a name, as far as an entity is decided by it.
struct KnownName {
  std::string NewName; ///< empty: it is not renamed
  bool Configures = false, Numeric = false;
  /// A header that is no input may bring in the SDK's: one of the namespace, or
  /// for a name that code defines at global scope any of the SDK's.
  bool IsIncluded = false;
};

class Program {
public:
  struct File {
    std::string Path;     ///< real path
    std::string Shown;    ///< as the user would write it
    llvm::StringRef Text; ///< outlives this
    bool IsHeader = false;
    bool IsAround = false; ///< read with the inputs, and not written
  };

  unsigned addFile(File F);
  /// The entity of this name in a group of files that see each other's
  /// definitions, made if there is none yet.
  Entity &entity(EntityKind Kind, llvm::StringRef Name, unsigned Group,
                 const KnownName &Known);
  /// Null if there is none.
  Entity *find(EntityKind Kind, llvm::StringRef Name, unsigned Group);

  /// The project's macros under which it maps names to the target's by itself.
  std::vector<std::string> Switches;

  /// The project declares or defines a name that looks like the SDK's.
  void noteDeclared(llvm::StringRef Name) { Declared.insert(Name); }
  bool declares(llvm::StringRef Name) const { return Declared.contains(Name); }

  /// Decides each entity. Places that see another thing of the same name are
  /// dropped from it first. Nothing may be added afterwards.
  void decide();

  using Places = llvm::DenseMap<unsigned, const Entity *>; ///< by offset
  /// The entities whose names stand in a file; null if none does.
  const Places *placesIn(llvm::StringRef Path) const;
  /// In the order of their names and first places.
  std::vector<const Entity *> entities() const;
  llvm::ArrayRef<File> files() const { return Files; }

private:
  struct Item {
    Entity E;
    KnownName Known;
  };
  void keepVisible(Entity &E) const;
  static void decide(Item &I);
  static std::string key(EntityKind Kind, llvm::StringRef Name, unsigned Group);

  std::vector<File> Files;
  llvm::StringSet<> Declared;
  llvm::StringMap<unsigned> FileByPath;
  llvm::StringMap<Item> Items;
  std::vector<Places> ByFile;
};

} // namespace musify

#endif // MUSIFY_PROGRAM_PROGRAM_H

#include "Audit/Validate.h"
#include "Audit/Words.h"
#include "Mapping/Version.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace musify {

Message aKind(Kind K) {
  switch (K) {
  case Kind::Function:
    return say(msg::KindFunction);
  case Kind::Type:
    return say(msg::KindType);
  case Kind::Enumerator:
    return say(msg::KindEnumerator);
  case Kind::Macro:
    return say(msg::KindMacro);
  case Kind::Variable:
    return say(msg::KindVariable);
  case Kind::Intrinsic:
    return say(msg::KindIntrinsic);
  case Kind::Member:
    return say(msg::KindMember);
  case Kind::Namespace:
    return say(msg::KindNamespace);
  case Kind::Header:
    return say(msg::KindHeader);
  case Kind::Library:
    return say(msg::KindLibrary);
  case Kind::EnvVar:
    return say(msg::KindEnvVar);
  case Kind::Attribute:
    return say(msg::KindAttribute);
  case Kind::Device:
    return say(msg::KindDevice);
  }
  llvm_unreachable("all kinds are named");
}

namespace {

Argument kinds(ArrayRef<Kind> All) { return listOf(map_range(All, aKind)); }

//===----------------------------------------------------------------------===//
// One entry alone: each check returns what is wrong, if anything is.
//===----------------------------------------------------------------------===//

bool isIdentifier(StringRef Name) {
  return !Name.empty() && !isDigit(Name[0]) &&
         llvm::all_of(Name, [](char C) { return isAlnum(C) || C == '_'; });
}

/// `a`, `a::b`, `a::b::c`.
bool isQualifiedName(StringRef Name) {
  SmallVector<StringRef> Parts;
  Name.split(Parts, "::");
  return llvm::all_of(Parts, isIdentifier);
}

bool isPath(StringRef Path) {
  return !Path.starts_with("/") && llvm::none_of(Path, [](char C) {
    return isSpace(C) || StringRef("\"<>\\").contains(C);
  });
}

bool fitsKind(StringRef Name, Kind K) {
  switch (K) {
  case Kind::Header:
    return isPath(Name);
  case Kind::Library:
    return isPath(Name) && !Name.contains('/');
  case Kind::EnvVar:
  case Kind::Device:
    return isIdentifier(Name);
  default:
    return isQualifiedName(Name);
  }
}

Message checkSpelling(const OwnedEntry &E) {
  for (const std::string *Name : {&E.From, &E.To})
    if ((Name == &E.From || !Name->empty()) && !fitsKind(*Name, E.K))
      return say(msg::NotNameOfKind, *Name, aKind(E.K))
          .add(E.K == Kind::Header ? say(msg::WritePathOfInclude)
                                   : say(msg::WriteNameAlone));
  if (E.K == Kind::Header && !E.To.empty() &&
      StringRef(E.From).ends_with("/") != StringRef(E.To).ends_with("/"))
    return say(msg::PrefixBecomesPrefix, E.From, E.To);
  return {};
}

Message checkIn(const OwnedEntry &E) {
  bool Qualified = StringRef(E.From).contains("::");
  if (E.K == Kind::Member) {
    StringRef Struct = StringRef(E.From).rsplit("::").first;
    if (!Qualified)
      return say(msg::MemberOfWhat, E.From);
    if (!E.In.empty() && E.In != Struct)
      return say(msg::MemberOfOther, E.From, Struct, E.In);
    return {};
  }
  if (E.K == Kind::Enumerator && E.In.empty() && !Qualified && !E.To.empty())
    return say(msg::EnumeratorOfWhat, E.From);
  if (E.K != Kind::Enumerator && !E.In.empty())
    return say(msg::KeyMisplaced, "in", kinds({Kind::Enumerator, Kind::Member}),
               E.From, aKind(E.K));
  return {};
}

Message checkKeys(const OwnedEntry &E) {
  auto Misplaced = [&](StringRef Key, Argument Where) {
    return say(msg::KeyMisplaced, Key, std::move(Where), E.From, aKind(E.K));
  };
  bool Callable = E.K == Kind::Function || E.K == Kind::Intrinsic;
  if (!E.Type.empty() && !Callable && E.K != Kind::Type)
    return Misplaced("type",
                     kinds({Kind::Function, Kind::Intrinsic, Kind::Type}));
  if (!E.Type.empty() && E.K == Kind::Function &&
      !StringRef(E.Type).ends_with(")"))
    return say(msg::NotPrototype, E.From, E.Type);
  if (!E.Shape.empty() && E.K != Kind::Type)
    return Misplaced("shape", kinds({Kind::Type}));
  if (!E.Shape.empty() &&
      !is_contained({"enum", "struct", "handle", "alias"}, StringRef(E.Shape)))
    return say(msg::UnknownShape, E.Shape);
  bool Number = E.K == Kind::Macro || E.K == Kind::Enumerator;
  if (E.Config && E.K != Kind::Macro)
    return Misplaced("config", kinds({Kind::Macro}));
  if (E.Numeric && !Number)
    return Misplaced("numeric", kinds({Kind::Macro, Kind::Enumerator}));
  if (!E.Value.empty() && E.K != Kind::Enumerator && !E.Numeric)
    return Misplaced("value", Argument({aKind(Kind::Enumerator),
                                        say(msg::KindNumericMacro)}));
  if (!E.FromValue.empty() && E.K != Kind::Enumerator)
    return Misplaced("fromValue", kinds({Kind::Enumerator}));
  return {};
}

Message checkStatus(const OwnedEntry &E) {
  bool Same = E.To == E.From;
  switch (E.S) {
  case Status::Supported:
    return Same ? say(msg::SupportedSame, E.From) : Message();
  case Status::Unchanged:
    return E.To.empty() || Same ? Message()
                                : say(msg::UnchangedBecomes, E.From, E.To);
  case Status::Unverified:
    return E.Flat && Same ? say(msg::FlatSame, E.From) : Message();
  case Status::Unsupported:
    return E.To.empty() ? Message() : say(msg::UnsupportedHasTo, E.From);
  case Status::Partial:
  case Status::RemovedFromCuda:
    return {};
  }
  llvm_unreachable("all statuses are handled");
}

/// What the status leaves to be told; without it a port is as right.
Message checkTold(const OwnedEntry &E) {
  switch (E.S) {
  case Status::Unchanged:
    // A common word stays on every platform; its note says so.
    return E.Evidence.empty() && E.Note.empty()
               ? say(msg::UnchangedUntold, E.From)
               : Message();
  case Status::Unverified:
    return E.Evidence.empty() ? Message()
                              : say(msg::UnverifiedHasEvidence, E.From);
  case Status::Partial:
  case Status::RemovedFromCuda:
    return E.Note.empty() ? say(msg::StatusUntold, E.From, statusName(E.S))
                          : Message();
  case Status::Supported:
  case Status::Unsupported:
    return {};
  }
  llvm_unreachable("all statuses are handled");
}

Message checkEvidence(const OwnedEntry &E) {
  if (E.Evidence.empty())
    return {};
  auto [Strength, Source] = StringRef(E.Evidence).split(": ");
  if (!is_contained({"header", "doc", "used"}, Strength))
    return say(msg::UnknownEvidence, E.Evidence);
  return Source.trim().empty() ? say(msg::EvidenceWithoutSource, Strength)
                               : Message();
}

/// `12.0`, `-12.9`, `12.3-`, `12.0-12.9`.
bool isVersionRange(StringRef Text) {
  auto [First, Last] = Text.split('-');
  auto From = parseVersion(First), To = parseVersion(Last);
  bool Dashed = Text.contains('-');
  return (First.empty() ? Dashed && To : From.has_value()) &&
         (Last.empty() || To) && !(From && To && *To < *From);
}

Message checkVersions(const OwnedEntry &E) {
  if (!E.Since.empty() && !parseVersion(E.Since))
    return say(msg::SinceNotVersion, E.Since);
  if (!E.Arch.empty() && !parseArch(E.Arch))
    return say(msg::ArchNotArch, E.Arch,
               targetPlatform().current().front()->Name);
  if (!E.Cuda.empty() && !isVersionRange(E.Cuda))
    return say(msg::CudaNotRange, E.Cuda);
  return {};
}

/// A word that stands for many things in code, paths and prose. A device
/// function such as `curand` is only ever called.
Message checkBareWord(const OwnedEntry &E) {
  bool Bare = llvm::all_of(E.From, isLower) ||
              (E.From.size() <= 5 && llvm::all_of(E.From, isUpper));
  if (!Bare || spaceOf(E.K) != Space::Identifier || E.K == Kind::Intrinsic ||
      !E.view().renames())
    return {};
  return say(msg::BareWord, E.From);
}

/// What a check finds is an error where a port would go wrong.
struct EntryCheck {
  Message (*Find)(const OwnedEntry &);
  Severity Level;
};

constexpr EntryCheck EntryChecks[] = {
    {checkSpelling, Severity::Error}, {checkIn, Severity::Error},
    {checkKeys, Severity::Error},     {checkStatus, Severity::Error},
    {checkVersions, Severity::Error}, {checkBareWord, Severity::Warning},
    {checkTold, Severity::Warning},   {checkEvidence, Severity::Warning}};

//===----------------------------------------------------------------------===//
// The table as a whole.
//===----------------------------------------------------------------------===//

std::string keyOf(Space In, const Twine &Name) {
  return (Twine(static_cast<int>(In)) + Name).str();
}

/// The target as the way back sees it: members are told apart by their struct.
std::string targetKey(const Entry &E) {
  if (E.K == Kind::Member)
    return keyOf(spaceOf(E.K), E.In + "::" + E.To);
  return keyOf(spaceOf(E.K), E.To);
}

/// A type, something to call and an enumerator exclude each other; a macro may
/// stand for any of them.
unsigned classOf(Kind K) {
  switch (K) {
  case Kind::Type:
    return 1;
  case Kind::Function:
  case Kind::Intrinsic:
    return 2;
  case Kind::Enumerator:
    return 3;
  default:
    return 0;
  }
}

std::string kindKey(StringRef Name, unsigned Class) {
  return (Twine(Class) + Name).str();
}

/// An entry and where it stands; without a file it is built in.
struct Placed {
  Entry E;
  const TableFile *File = nullptr;
  unsigned Line = 0;

  Message where(const TableFile &From) const {
    if (!File)
      return say(msg::InBuiltinTable);
    return File == &From ? say(msg::AtLine, Line)
                         : say(msg::AtFileLine, File->Path, Line);
  }
};

class Validator {
public:
  Validator(ArrayRef<TableFile> Files, const Table &Builtin);
  std::vector<TableFault> run();

private:
  void addKnown(const Placed &P);
  void checkFile(const TableFile &File);
  void checkEntry(const TableFile &File, const OwnedEntry &E);
  void checkHome(const OwnedEntry &E);
  void checkChain(const OwnedEntry &E);
  void checkWayBack(const OwnedEntry &E);
  void checkTargetKind(const OwnedEntry &E);
  void checkEnum(const OwnedEntry &E);
  void report(const OwnedEntry &E, Severity Level, Message What);
  const Placed *find(Space In, StringRef Name) const;

  ArrayRef<TableFile> Files;
  StringMap<Placed> ByName;
  StringMap<Placed> WayBack; ///< the first entry that claims a target
  StringMap<Placed> Kinds;   ///< the first entry of a name, by its class too
  const TableFile *Current = nullptr;
  std::vector<TableFault> Faults;
};

Validator::Validator(ArrayRef<TableFile> Files, const Table &Builtin)
    : Files(Files) {
  for (const TableFile &File : Files)
    for (const OwnedEntry &E : File.Entries)
      ByName.try_emplace(keyOf(spaceOf(E.K), E.From),
                         Placed{E.view(), &File, E.Line});
  Builtin.forEach([&](const Entry &E) {
    if (ByName.try_emplace(keyOf(spaceOf(E.K), E.From), Placed{E}).second)
      addKnown({E});
  });
  for (const TableFile &File : Files)
    for (const OwnedEntry &E : File.Entries)
      addKnown({E.view(), &File, E.Line});
}

void Validator::addKnown(const Placed &P) {
  const Entry &E = P.E;
  if (!E.To.empty() && E.Reverse)
    WayBack.try_emplace(targetKey(E), P);
  if (!classOf(E.K))
    return;
  if (!E.To.empty())
    Kinds.try_emplace(kindKey(E.To, classOf(E.K)), P);
  Kinds.try_emplace(kindKey(E.From, classOf(E.K)), P);
}

const Placed *Validator::find(Space In, StringRef Name) const {
  auto It = ByName.find(keyOf(In, Name));
  return It == ByName.end() ? nullptr : &It->second;
}

void Validator::report(const OwnedEntry &E, Severity Level, Message What) {
  Faults.push_back({Current->Path, E.Line, E.Column, Level, std::move(What)});
}

std::vector<TableFault> Validator::run() {
  for (const TableFile &File : Files)
    checkFile(File);
  return std::move(Faults);
}

void Validator::checkFile(const TableFile &File) {
  Current = &File;
  StringRef Last;
  bool Ordered = true; // one misplaced line is told, not all that follow
  for (const OwnedEntry &E : File.Entries) {
    if (Ordered && !E.Flat && E.From < Last) {
      Ordered = false;
      report(E, Severity::Warning, say(msg::NotSorted, E.From, Last));
    }
    Last = E.From;
    checkEntry(File, E);
  }
}

void Validator::checkEntry(const TableFile &File, const OwnedEntry &E) {
  for (const EntryCheck &Check : EntryChecks)
    if (Message Fault = Check.Find(E))
      report(E, Check.Level, std::move(Fault));
  checkHome(E);
  checkChain(E);
  checkWayBack(E);
  checkTargetKind(E);
  checkEnum(E);
}

// Within a file the loader has told it.
void Validator::checkHome(const OwnedEntry &E) {
  const Placed *First = find(spaceOf(E.K), E.From);
  if (First->File != Current)
    report(E, Severity::Error,
           say(msg::MappedTwice, E.From, First->where(*Current)));
}

// What a port writes must not be something that a port changes.
void Validator::checkChain(const OwnedEntry &E) {
  if (!E.view().renames() || E.K == Kind::Member)
    return;
  const Placed *Next = find(spaceOf(E.K), E.To);
  if (!Next || !Next->E.renames())
    return;
  StringSet<> Seen;
  std::vector<Argument> Path = {say(msg::Becomes, E.From, E.To)};
  StringRef Lowest = E.From;
  const Placed *At = Next;
  while (At && At->E.renames() && Seen.insert(At->E.From).second) {
    Path.emplace_back(say(msg::WhichBecomes, At->E.To));
    Lowest = std::min(Lowest, At->E.From);
    if (At->E.To == E.From) {
      if (Lowest == E.From) // once for each cycle
        report(E, Severity::Error,
               say(msg::MappingCycle, Argument(Path), Next->where(*Current)));
      return;
    }
    At = find(spaceOf(E.K), At->E.To);
  }
  report(E, Severity::Error,
         say(msg::MappingChain, Argument(Path), Next->where(*Current)));
}

void Validator::checkWayBack(const OwnedEntry &E) {
  Entry View = E.view();
  if (View.To.empty() || !View.Reverse)
    return;
  const Placed &First = WayBack.find(targetKey(View))->second;
  if (First.E.From == View.From || (E.Flat && !First.File))
    return;
  Message Both =
      say(msg::TwoWaysBack, E.From, E.To, First.E.From, First.where(*Current));
  if (E.Flat)
    return report(E, Severity::Note, Both.add(say(msg::FlatCannotTell)));
  report(E, Severity::Warning,
         Both.add(say(msg::AddReverse, "\"reverse\": false")));
}

void Validator::checkTargetKind(const OwnedEntry &E) {
  if (E.Flat || E.To.empty() || !classOf(E.K))
    return;
  for (unsigned Class : {1, 2, 3}) {
    auto It = Kinds.find(kindKey(E.To, Class));
    if (Class == classOf(E.K) || It == Kinds.end())
      continue;
    const Placed &Other = It->second;
    // Told once, at the later of the two.
    if (Other.File &&
        std::pair(Other.File, Other.Line) > std::pair(Current, E.Line))
      continue;
    report(E, Severity::Error,
           say(msg::OtherKindOfTarget, E.From, aKind(E.K), E.To,
               aKind(Other.E.K), Other.E.From, Other.where(*Current)));
  }
}

void Validator::checkEnum(const OwnedEntry &E) {
  if (E.In.empty())
    return;
  const Placed *Scope = find(Space::Identifier, E.In);
  if (Scope && Scope->E.K != Kind::Type && Scope->E.K != Kind::Macro)
    report(E, Severity::Error,
           say(msg::InNamesOther, E.From, E.In, aKind(Scope->E.K),
               Scope->where(*Current)));
}

} // namespace

std::string TableFault::text(Language L) const {
  return (Path + ":" + Twine(Line) + ":" + Twine(Column) + ": " +
          severityName(Level) + ": " + What.text(L))
      .str();
}

std::vector<TableFault> validateTables(ArrayRef<TableFile> Files,
                                       const Table &Builtin) {
  return Validator(Files, Builtin).run();
}

} // namespace musify

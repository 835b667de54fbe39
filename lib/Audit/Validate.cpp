#include "Audit/Validate.h"
#include "Audit/Words.h"
#include "Mapping/Version.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace musify {
namespace {

//===----------------------------------------------------------------------===//
// One entry alone: each check returns what is wrong, or "".
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

std::string checkSpelling(const OwnedEntry &E) {
  for (const std::string *Name : {&E.From, &E.To})
    if (!Name->empty() && !fitsKind(*Name, E.K))
      return quoted(*Name) + " cannot be the name of " + aKind(E.K) +
             (E.K == Kind::Header ? "; write the path as it stands in #include"
                                  : "; write the name alone");
  if (E.K == Kind::Header && !E.To.empty() &&
      StringRef(E.From).ends_with("/") != StringRef(E.To).ends_with("/"))
    return "a prefix of headers becomes a prefix: end both " + quoted(E.From) +
           " and " + quoted(E.To) + " with `/`, or neither";
  return "";
}

std::string checkIn(const OwnedEntry &E) {
  bool Qualified = StringRef(E.From).contains("::");
  if (E.K == Kind::Member) {
    StringRef Struct = StringRef(E.From).rsplit("::").first;
    if (!Qualified)
      return "the member " + quoted(E.From) +
             " does not say of what; write `Struct::" + E.From + "`";
    if (!E.In.empty() && E.In != Struct)
      return quoted(E.From) + " is a member of " + quoted(Struct) +
             ", but `in` says " + quoted(E.In);
    return "";
  }
  if (E.K == Kind::Enumerator && E.In.empty() && !Qualified && !E.To.empty())
    return "the enumerator " + quoted(E.From) +
           " does not say of which enum; add `in`";
  if (E.K != Kind::Enumerator && !E.In.empty())
    return "`in` belongs to an enumerator or a member, but " + quoted(E.From) +
           " is " + aKind(E.K);
  return "";
}

std::string checkKeys(const OwnedEntry &E) {
  auto Misplaced = [&](StringRef Key, StringRef Where) {
    return ("`" + Key + "` belongs to " + Where + ", but `" + E.From + "` is " +
            aKind(E.K))
        .str();
  };
  bool Callable = E.K == Kind::Function || E.K == Kind::Intrinsic;
  if (!E.Type.empty() && !Callable && E.K != Kind::Type)
    return Misplaced("type", "a function, an intrinsic or a type");
  if (!E.Type.empty() && E.K == Kind::Function &&
      !StringRef(E.Type).ends_with(")"))
    return "`type` of the function " + quoted(E.From) +
           " is not a prototype: " + quoted(E.Type) +
           "; write it as `result (parameters)`";
  if (!E.Shape.empty() && E.K != Kind::Type)
    return Misplaced("shape", "a type");
  if (!E.Shape.empty() &&
      !is_contained({"enum", "struct", "handle", "alias"}, StringRef(E.Shape)))
    return "unknown shape " + quoted(E.Shape) +
           "; it is enum, struct, handle or alias";
  bool Number = E.K == Kind::Macro || E.K == Kind::Enumerator;
  if (E.Config && E.K != Kind::Macro)
    return Misplaced("config", "a macro");
  if (E.Numeric && !Number)
    return Misplaced("numeric", "a macro or an enumerator");
  if (!E.Value.empty() && E.K != Kind::Enumerator && !E.Numeric)
    return Misplaced("value", "an enumerator or a numeric macro");
  if (!E.FromValue.empty() && E.K != Kind::Enumerator)
    return Misplaced("fromValue", "an enumerator");
  return "";
}

std::string checkStatus(const OwnedEntry &E) {
  bool Same = E.To == E.From;
  switch (E.S) {
  case Status::Supported:
    return Same ? quoted(E.From) + " becomes itself; its status is `unchanged`"
                : "";
  case Status::Unchanged:
    return E.To.empty() || Same
               ? ""
               : quoted(E.From) + " is unchanged, but becomes " + quoted(E.To) +
                     "; drop `to` or take another status";
  case Status::Unverified:
    return E.Flat && Same
               ? quoted(E.From) + " becomes itself; drop the line, or take the "
                                  "full form and the status `unchanged`"
               : "";
  case Status::Unsupported:
    return E.To.empty() ? ""
                        : quoted(E.From) + " is unsupported, but has `to`; "
                                           "say it in `note`, or take another "
                                           "status";
  case Status::Partial:
  case Status::RemovedFromCuda:
    return "";
  }
  llvm_unreachable("all statuses are handled");
}

/// What the status leaves to be told; without it a port is as right.
std::string checkTold(const OwnedEntry &E) {
  switch (E.S) {
  case Status::Unchanged:
    // A common word stays on every platform; its note says so.
    return E.Evidence.empty() && E.Note.empty()
               ? quoted(E.From) + " is unchanged without `evidence`, or a "
                                  "`note` on why it stays"
               : "";
  case Status::Unverified:
    return E.Evidence.empty()
               ? ""
               : quoted(E.From) + " is unverified, but has `evidence`; take "
                                  "`supported` or `partial`, or drop it";
  case Status::Partial:
  case Status::RemovedFromCuda:
    return E.Note.empty() ? quoted(E.From) + " is " + statusName(E.S).str() +
                                " without a `note` on what to do"
                          : "";
  case Status::Supported:
  case Status::Unsupported:
    return "";
  }
  llvm_unreachable("all statuses are handled");
}

std::string checkEvidence(const OwnedEntry &E) {
  if (E.Evidence.empty())
    return "";
  auto [Strength, Source] = StringRef(E.Evidence).split(": ");
  if (!is_contained({"header", "doc", "used"}, Strength))
    return "unknown evidence " + quoted(E.Evidence) +
           "; write `header: `, `doc: ` or `used: ` and the source";
  return Source.trim().empty()
             ? "evidence " + quoted(Strength) + " without its source"
             : "";
}

/// `12.0`, `-12.9`, `12.3-`, `12.0-12.9`.
bool isVersionRange(StringRef Text) {
  auto [First, Last] = Text.split('-');
  auto From = parseVersion(First), To = parseVersion(Last);
  bool Dashed = Text.contains('-');
  return (First.empty() ? Dashed && To : From.has_value()) &&
         (Last.empty() || To) && !(From && To && *To < *From);
}

std::string checkVersions(const OwnedEntry &E) {
  if (!E.Since.empty() && !parseVersion(E.Since))
    return "`since` is not a version of the SDK: " + quoted(E.Since) +
           "; write it like `5.1`";
  if (!E.Arch.empty() && !parseArch(E.Arch))
    return "`arch` is not an architecture: " + quoted(E.Arch) +
           "; write it like " +
           quoted(targetPlatform().current().front()->Name);
  if (!E.Cuda.empty() && !isVersionRange(E.Cuda))
    return "`cuda` is not a range of versions: " + quoted(E.Cuda) +
           "; write it like `12.0-`, `-12.9` or `11.3-12.9`";
  return "";
}

/// A word that stands for many things in code, paths and prose. A device
/// function such as `curand` is only ever called.
std::string checkBareWord(const OwnedEntry &E) {
  bool Bare = llvm::all_of(E.From, isLower) ||
              (E.From.size() <= 5 && llvm::all_of(E.From, isUpper));
  if (!Bare || spaceOf(E.K) != Space::Identifier || E.K == Kind::Intrinsic ||
      !E.view().renames())
    return "";
  return quoted(E.From) +
         " is a bare word: it would hit variables, namespaces and macros of "
         "that name; qualify it, or give it the kind namespace";
}

/// What a check finds is an error where a port would go wrong.
struct EntryCheck {
  std::string (*Find)(const OwnedEntry &);
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

  std::string where(const TableFile &From) const {
    if (!File)
      return "in the built-in table";
    std::string Line = "line " + std::to_string(this->Line);
    return File == &From ? Line : File->Path + ", " + Line;
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
  void say(const OwnedEntry &E, Severity Level, std::string Message);
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

void Validator::say(const OwnedEntry &E, Severity Level, std::string Message) {
  Faults.push_back(
      {Current->Path, E.Line, E.Column, Level, std::move(Message)});
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
      say(E, Severity::Warning,
          quoted(E.From) + " comes after " + quoted(Last) +
              "; entries are sorted by `from` in byte order: use --fix");
    }
    Last = E.From;
    checkEntry(File, E);
  }
}

void Validator::checkEntry(const TableFile &File, const OwnedEntry &E) {
  for (const EntryCheck &Check : EntryChecks)
    if (std::string Fault = Check.Find(E); !Fault.empty())
      say(E, Check.Level, std::move(Fault));
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
    say(E, Severity::Error,
        quoted(E.From) + " mapped twice; first at " + First->where(*Current));
}

// What a port writes must not be something that a port changes.
void Validator::checkChain(const OwnedEntry &E) {
  if (!E.view().renames() || E.K == Kind::Member)
    return;
  const Placed *Next = find(spaceOf(E.K), E.To);
  if (!Next || !Next->E.renames())
    return;
  StringSet<> Seen;
  std::string Path = quoted(E.From) + " becomes " + quoted(E.To);
  StringRef Lowest = E.From;
  const Placed *At = Next;
  while (At && At->E.renames() && Seen.insert(At->E.From).second) {
    Path += ", which becomes " + quoted(At->E.To);
    Lowest = std::min(Lowest, At->E.From);
    if (At->E.To == E.From) {
      if (Lowest == E.From) // once for each cycle
        say(E, Severity::Error,
            Path + ": a cycle, so a second port undoes the first; next at " +
                Next->where(*Current) + "; drop one of them");
      return;
    }
    At = find(spaceOf(E.K), At->E.To);
  }
  say(E, Severity::Error,
      Path + " (" + Next->where(*Current) +
          "): a second port would change it again; write the last name, or "
          "drop one of them");
}

void Validator::checkWayBack(const OwnedEntry &E) {
  Entry View = E.view();
  if (View.To.empty() || !View.Reverse)
    return;
  const Placed &First = WayBack.find(targetKey(View))->second;
  if (First.E.From == View.From || (E.Flat && !First.File))
    return;
  std::string Both = quoted(E.From) + " becomes " + quoted(E.To) + " as " +
                     quoted(First.E.From) + " does (" + First.where(*Current) +
                     ")";
  if (E.Flat)
    return say(E, Severity::Note,
               Both + "; which of them is the way back, the flat form cannot "
                      "tell");
  say(E, Severity::Warning,
      Both + "; add `\"reverse\": false` to all but the one that is the way "
             "back");
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
    say(E, Severity::Error,
        "the " + kindName(E.K).str() + " " + quoted(E.From) + " becomes " +
            quoted(E.To) + ", which is " + aKind(Other.E.K) +
            " by the entry of " + quoted(Other.E.From) + " (" +
            Other.where(*Current) + "); correct one of them");
  }
}

void Validator::checkEnum(const OwnedEntry &E) {
  if (E.In.empty())
    return;
  const Placed *Scope = find(Space::Identifier, E.In);
  if (Scope && Scope->E.K != Kind::Type && Scope->E.K != Kind::Macro)
    say(E, Severity::Error,
        "`in` of " + quoted(E.From) + " names " + quoted(E.In) + ", which is " +
            aKind(Scope->E.K) + " (" + Scope->where(*Current) + ")");
}

} // namespace

std::string TableFault::text() const {
  return (Path + ":" + Twine(Line) + ":" + Twine(Column) + ": " +
          severityName(Level) + ": " + Message)
      .str();
}

std::vector<TableFault> validateTables(ArrayRef<TableFile> Files,
                                       const Table &Builtin) {
  return Validator(Files, Builtin).run();
}

} // namespace musify

#include "Audit/Check.h"
#include "Audit/Declared.h"
#include "Audit/Words.h"
#include "Mapping/Version.h"
#include "Platform/Platform.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/ThreadPool.h"
#include <map>

using namespace llvm;

namespace musify {
namespace {

/// The entries of one library and what the SDKs declare of it.
struct Library {
  std::vector<Entry> Entries;
  HeaderSet Musa, Cuda;
  bool HasHeaders = false; ///< the table names some
  Declarations OnMusa, OnCuda;

  bool installed() const { return !Musa.Headers.empty(); }
};

class Checker {
public:
  Checker(const CheckRequest &Request, const Table &Names)
      : Request(Request), Names(Names) {}
  CheckResult run();

private:
  void collectLibraries();
  void addHeader(Library &L, const Entry &E);
  void read();
  void checkLibrary(const std::string &Name, const Library &L);
  void checkEntry(const Entry &E, const Library &L);
  void checkHeader(const Entry &E);
  Message faultOf(const Entry &E, const Declared &D, const Library &L);
  Message valueFault(const Entry &E, const Declared &D, const Library &L);
  const Declared *find(StringRef Name, const Library &L) const;
  const Declared *resolve(const Declared *D, const Library &L) const;
  std::string musaType(StringRef CudaType) const;
  std::string musaName(const Entry &E) const;
  void confirm(const Entry &E, StringRef Header) {
    ++(E.S == Status::Unverified ? Result.Unverified : Result.Confirmed);
    if (E.S == Status::Unverified)
      note(E, "confirmed", Header, "");
  }
  void note(const Entry &E, StringRef What, StringRef Header,
            StringRef Message) {
    Result.Names.push_back({E.Library.str(), E.From.str(), E.To.str(),
                            What.str(), Header.str(), Message.str()});
  }
  /// `D` is null for a name that is not there.
  void report(const Entry &E, Severity Level, Message What, const Declared *D) {
    note(E, D ? "differs" : "missing", D ? D->Header : "", What.text());
    Result.Findings.push_back({E.Library.str(), Level, std::move(What)});
  }

  const CheckRequest &Request;
  const Table &Names;
  std::map<std::string, Library> Libraries;
  CheckResult Result;
};

std::string includePath(StringRef Root, StringRef Header) {
  return (Root + "/include/" + Header).str();
}

/// A port of the entry writes `To`.
bool hasTarget(const Entry &E) {
  return !E.To.empty() && E.S != Status::Unsupported;
}

void Checker::collectLibraries() {
  Names.forEach([&](const Entry &E) {
    if (hasTarget(E))
      Libraries[E.Library.str()].Entries.push_back(E);
  });
  for (auto &[Name, L] : Libraries) {
    llvm::sort(L.Entries, [](const Entry &A, const Entry &B) {
      return std::pair(A.From, spaceOf(A.K)) < std::pair(B.From, spaceOf(B.K));
    });
    for (const Entry &E : L.Entries)
      if (E.K == Kind::Header)
        addHeader(L, E);
      else if (E.K == Kind::Function && !E.Type.empty())
        L.Musa.Expected.push_back({E.To.str(), musaType(E.Type)});
  }
}

void Checker::addHeader(Library &L, const Entry &E) {
  L.HasHeaders = true;
  auto Add = [](HeaderSet &Set, StringRef Root, StringRef Header) {
    Set.IncludeDir = includePath(Root, "");
    if (sys::fs::is_regular_file(includePath(Root, Header)) &&
        !is_contained(Set.Headers, Header))
      Set.Headers.push_back(Header.str());
  };
  Add(L.Musa, Request.MusaPath, E.To);
  if (!Request.CudaPath.empty())
    Add(L.Cuda, Request.CudaPath, E.From);
}

/// `Type` with the names of CUDA's types replaced.
std::string Checker::musaType(StringRef CudaType) const {
  auto IsWord = [](char C) { return isAlnum(C) || C == '_'; };
  std::string Out;
  while (!CudaType.empty()) {
    StringRef Word = CudaType.take_while(IsWord);
    StringRef Between = CudaType.drop_front(Word.size()).take_until(IsWord);
    auto E = Names.findName(Word);
    Out += E && E->renames() ? E->To : Word;
    Out += Between;
    CudaType = CudaType.drop_front(Word.size() + Between.size());
  }
  return Out;
}

// Clang's CUDA mode is how MUSA's compiler reads its own headers.
void Checker::read() {
  CrashRecoveryContext::Enable();
  DefaultThreadPool Pool;
  for (auto &[Name, L] : Libraries) {
    L.Musa.Flags = {"-x",
                    sourcePlatform().Compiler.Language,
                    "--cuda-host-only",
                    "-nocudainc",
                    "-nocudalib",
                    "--cuda-path=/nonexistent",
                    "-std=c++17"};
    llvm::append_range(L.Musa.Flags, targetMacroFlags());
    L.Cuda.Flags = {"-x", "c++", "-std=c++17"};
    if (L.installed())
      Pool.async([&L = L] { L.OnMusa = readDeclarations(L.Musa); });
    if (L.installed() && !L.Cuda.Headers.empty())
      Pool.async([&L = L] { L.OnCuda = readDeclarations(L.Cuda); });
  }
  Pool.wait();
}

/// In the library's own headers, else in those of any other.
const Declared *Checker::find(StringRef Name, const Library &L) const {
  if (auto It = L.OnMusa.Names.find(Name); It != L.OnMusa.Names.end())
    return &It->second;
  for (const auto &[Other, Its] : Libraries)
    if (auto It = Its.OnMusa.Names.find(Name); It != Its.OnMusa.Names.end())
      return &It->second;
  return nullptr;
}

/// What a macro stands for that is another name.
const Declared *Checker::resolve(const Declared *D, const Library &L) const {
  for (unsigned Depth = 0; D && !D->AliasOf.empty() && Depth < 8; ++Depth) {
    const Declared *Next = find(D->AliasOf, L);
    if (!Next)
      return D;
    D = Next;
  }
  return D;
}

/// `To`, of a member with its struct.
std::string Checker::musaName(const Entry &E) const {
  if (E.K != Kind::Member)
    return E.To.str();
  auto Struct = Names.findName(E.In);
  return ((Struct && !Struct->To.empty() ? Struct->To : E.In) + "::" + E.To)
      .str();
}

/// Of the compiler's own, which no header declares.
bool mayBeCompilers(const Entry &E) {
  return E.K == Kind::Intrinsic || E.K == Kind::Variable ||
         (E.K == Kind::Macro && E.To.starts_with("__"));
}

bool sameKind(Kind Wanted, Kind Found) {
  if (Wanted == Kind::Intrinsic)
    return Found == Kind::Function || Found == Kind::Macro;
  return Wanted == Found;
}

Message Checker::faultOf(const Entry &E, const Declared &D, const Library &L) {
  const Declared &Behind = E.K == Kind::Macro ? D : *resolve(&D, L);
  // A macro with more than a name behind it can be called all the same.
  bool Callable = E.K == Kind::Function && Behind.K == Kind::Macro;
  if (!sameKind(E.K, Behind.K) && !Callable)
    return say(msg::SdkOtherKind, E.From, aKind(E.K), musaName(E),
               aKind(Behind.K));
  if (E.S == Status::Partial)
    return {}; // its note says what differs
  if (auto It = L.OnMusa.OtherType.find(E.To);
      E.K == Kind::Function && It != L.OnMusa.OtherType.end())
    return say(msg::SdkOtherType, E.To, It->second, E.From, musaType(E.Type));
  return E.K == Kind::Enumerator ? valueFault(E, Behind, L) : Message();
}

Message Checker::valueFault(const Entry &E, const Declared &D,
                            const Library &L) {
  if (!D.Value)
    return {};
  if (!E.Value.empty())
    return E.Value == std::to_string(*D.Value)
               ? Message()
               : say(msg::SdkOtherValue, E.To, *D.Value, E.From, E.Value);
  auto It = L.OnCuda.Names.find(E.From);
  if (It == L.OnCuda.Names.end() || !It->second.Value ||
      *It->second.Value == *D.Value)
    return {};
  return say(msg::SdkValueDiffers, E.To, *D.Value, E.From, *It->second.Value);
}

void Checker::checkHeader(const Entry &E) {
  std::string Path = includePath(Request.MusaPath, E.To);
  if (E.To.ends_with("/") ? sys::fs::is_directory(Path)
                          : sys::fs::is_regular_file(Path))
    return confirm(E, E.To);
  report(E, E.S == Status::Unverified ? Severity::Warning : Severity::Error,
         say(msg::SdkLacksHeader, E.From, E.To), nullptr);
}

void Checker::checkEntry(const Entry &E, const Library &L) {
  auto Since = parseVersion(E.Since);
  if (Since && !Request.MusaVersion.empty() && Request.MusaVersion < *Since)
    return (void)++Result.Newer;
  if (E.K == Kind::Header)
    return checkHeader(E);
  if (spaceOf(E.K) == Space::String || E.K == Kind::Attribute)
    return (void)++Result.Unchecked;
  const Declared *D = find(musaName(E), L);
  if (!D && mayBeCompilers(E))
    return (void)++Result.Unchecked;
  Severity Level =
      E.S == Status::Unverified ? Severity::Warning : Severity::Error;
  if (!D) {
    Message What = say(msg::SdkLacksName, E.From, musaName(E));
    if (!E.Since.empty())
      What.add(say(msg::SinceByTable, E.Since));
    return report(E, Level, std::move(What), nullptr);
  }
  Message Fault = faultOf(E, *D, L);
  if (!Fault) {
    Result.NotCompared += E.K == Kind::Function && E.S != Status::Partial &&
                          L.OnMusa.NotCompared.contains(E.To);
    return confirm(E, D->Header);
  }
  report(E, Level, std::move(Fault), D);
}

void Checker::checkLibrary(const std::string &Name, const Library &L) {
  if (L.HasHeaders && !L.installed()) {
    Result.Unchecked += L.Entries.size();
    Result.Findings.push_back(
        {Name, Severity::Note, say(msg::SdkWithoutHeaders, L.Entries.size())});
    return;
  }
  for (const auto *View : {&L.OnMusa, &L.OnCuda})
    for (Message Problem : View->Problems)
      Result.Findings.push_back(
          {Name, Severity::Warning, Problem.add(say(msg::NamesMayBeMissed))});
  for (const Entry &E : L.Entries)
    checkEntry(E, L);
}

CheckResult Checker::run() {
  collectLibraries();
  read();
  for (const auto &[Name, L] : Libraries)
    if (Request.Libraries.empty() || is_contained(Request.Libraries, Name))
      checkLibrary(Name, L);
  return std::move(Result);
}

} // namespace

std::string installedVersion(StringRef Path) {
  const SdkVersionFile &Place = targetPlatform().VersionFile;
  auto Buffer = readPlainFile((Path + "/" + Place.Path).str());
  if (!Buffer || isNestedTooDeep((*Buffer)->getBuffer()))
    return "";
  auto Root = json::parse((*Buffer)->getBuffer());
  if (!Root) {
    consumeError(Root.takeError());
    return "";
  }
  const json::Object *Whole = Root->getAsObject();
  const json::Object *Part = Whole ? Whole->getObject(Place.Key) : nullptr;
  auto Version = Part ? Part->getString("version") : std::nullopt;
  return Version && parseVersion(*Version) ? Version->str() : "";
}

CheckResult checkTable(const CheckRequest &Request, const Table &Names) {
  return Checker(Request, Names).run();
}

} // namespace musify

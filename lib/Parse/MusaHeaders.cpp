#include "Parse/MusaHeaders.h"
#include "Platform/Platform.h"
#include "Scan/LexerEngine.h"
#include "Sdk/Embedded.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace musify {

/// Of several CUDA names with one MUSA name, only one may be declared under it.
/// The compiler's macros all go; Clang asks for its own functions by name.
static bool isRenamed(const Entry &E) {
  return E.renames() && E.Library != torch().Table &&
         (E.Reverse || E.Library == "compiler") &&
         !sourcePlatform().CompilerCalls.contains(E.From);
}

/// `Path` as MUSA calls it; the headers also name each other as `../x.h`.
static std::string headerThere(StringRef Path, const Table &Names) {
  StringRef Name = Path;
  while (Name.consume_front("../"))
    ;
  auto E = Names.findHeader(Name);
  if (!E || !isRenamed(*E))
    return Path.str();
  return Path.drop_back(Name.size()).str() + Table::renamedHeader(*E, Name);
}

/// True if only a later SDK has the name.
static bool isTooNew(const Entry &E, const VersionTuple &Version) {
  VersionTuple Since;
  return !Version.empty() && !E.Since.empty() && !Since.tryParse(E.Since) &&
         Version < Since;
}

/// True for the macro of the SDK's version where it gets its number.
static bool isDefinedVersion(StringRef Text, const Candidate &C) {
  return Text.take_front(C.Offset).rtrim(' ').ends_with("define") &&
         targetPlatform().Macros.Version.contains(C.E->To);
}

/// What follows the number that a macro stands for.
static StringRef skipNumber(StringRef Behind) {
  return Behind.ltrim(' ').drop_while([](char C) { return isDigit(C); });
}

/// `a::b` is opened by its parts, and anything else is written by its last one.
static StringRef partThere(const Entry &E, StringRef Text) {
  return E.From.starts_with((Text + "::").str()) ? E.To.split("::").first
                                                 : lastPart(E.To);
}

static std::string translated(StringRef Text, const Table &Names,
                              const VersionTuple &Version) {
  ScannedFile Scan = scanFile(Text, Names, /*WithComments=*/false);
  std::string Out;
  unsigned Done = 0;
  for (const Candidate &C : Scan.Candidates) {
    bool IsHeader = C.at() == Candidate::Place::Include;
    bool IsName = C.at() == Candidate::Place::Name && C.E && isRenamed(*C.E) &&
                  !isTooNew(*C.E, Version);
    if ((!IsHeader && !IsName) || C.Offset < Done)
      continue;
    Out += Text.slice(Done, C.Offset);
    // `namespace cuda` in `namespace thrust` is written by its last part too.
    Out += IsHeader                ? headerThere(C.Text, Names)
           : C.Text.contains("::") ? C.E->To.str()
                                   : partThere(*C.E, C.Text).str();
    Done = C.Offset + C.Length;
    if (IsName && isDefinedVersion(Text, C)) {
      Out += ' ' + std::to_string(targetPlatform().Versions.of(Version));
      Done = Text.size() - skipNumber(Text.drop_front(Done)).size();
    }
  }
  return Out += Text.drop_front(Done);
}

/// The C++ library's headers open its namespace, which is no name of the code
/// around it.
static std::string withNamespace(StringRef Path, std::string Text,
                                 const Table &Names) {
  StringRef Here = sourcePlatform().NamespaceName;
  auto E = Names.find(Space::Namespace, Here);
  if (!E || !E->renames() || !Path.starts_with(sourcePlatform().Sdk.Library))
    return Text;
  std::string Opened = ("namespace " + Here + " ").str();
  std::string There = ("namespace " + E->To + " ").str();
  for (size_t At = 0; (At = Text.find(Opened, At)) != std::string::npos;
       At += There.size())
    Text.replace(At, Opened.size(), There);
  return Text;
}

IntrusiveRefCntPtr<vfs::FileSystem> MusaHeaders::get() const {
  std::call_once(Made, [this] {
    auto Memory = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
    forEachSdkHeader([&](StringRef Path, StringRef Text) {
      std::string There = headerThere(Path, Names);
      Memory->addFile(
          MusaIncludeDir + "/" + There, 0,
          MemoryBuffer::getMemBufferCopy(
              withNamespace(Path, translated(Text, Names, Version), Names),
              There));
    });
    Headers = shareHeaders(std::move(Memory));
  });
  return Headers;
}

} // namespace musify

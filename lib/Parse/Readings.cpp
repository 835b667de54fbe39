#include "Parse/Readings.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using namespace clang;

namespace musify {

// Of LLVM's hashes this is one that is the same in every process.
static uint64_t mix(uint64_t Hash, uint64_t Next) {
  const uint64_t Both[] = {Hash, Next};
  return xxh3_64bits(ArrayRef(reinterpret_cast<const uint8_t *>(Both), 16));
}

/// Forwards what concerns the log.
class ReadingCallbacks : public PPCallbacks {
public:
  explicit ReadingCallbacks(ReadingLog &Log) : Log(Log) {}

  void LexedFileChanged(FileID File, LexedFileChangeReason,
                        SrcMgr::CharacteristicKind, FileID,
                        SourceLocation) override {
    Log.enter(File);
  }
  void SourceRangeSkipped(SourceRange Branch, SourceLocation) override {
    Log.skip(Branch);
  }

private:
  ReadingLog &Log;
};

ReadingLog::ReadingLog(Recorder &Out, const Session &Run,
                       const CompileCommand &Unit)
    : Out(Out), Telling(Run.TellingFiles), Unit(Unit),
      Start(isCudaUnit(Unit) + 2 * Unit.IsMusa +
            4 * llvm::is_contained(Unit.Flags, DeviceFlag)) {}

std::unique_ptr<PPCallbacks> ReadingLog::callbacks() {
  return std::make_unique<ReadingCallbacks>(*this);
}

bool ReadingLog::hasBodies(StringRef Path) const {
  return Path == Unit.File || !Unit.BodiesOf ||
         Unit.BodiesOf->count(Path.str());
}

bool ReadingLog::wantsBody(SourceLocation Loc) {
  const InputFile *Input =
      Out.inputAt(Out.sourceManager().getExpansionLoc(Loc));
  return Input && hasBodies(Input->Path);
}

void ReadingLog::enter(FileID Id) {
  Now = nullptr;
  const InputFile *Input =
      Out.inputAt(Out.sourceManager().getLocForStartOfFile(Id));
  if (Input && Telling.contains(Input->Path))
    Now = &Files.try_emplace(Id, File{Input, Start, {}}).first->second;
}

// The same tokens in another branch are other places.
void ReadingLog::skip(SourceRange Branch) {
  if (Now)
    Now->Hash =
        mix(Now->Hash, mix(Out.sourceManager().getFileOffset(Branch.getBegin()),
                           Out.sourceManager().getFileOffset(Branch.getEnd())));
}

void ReadingLog::see(const Token &Tok) {
  if (!Now)
    return;
  uint64_t Text = Tok.getKind();
  if (const IdentifierInfo *Id =
          Tok.isAnnotation() ? nullptr : Tok.getIdentifierInfo()) {
    Now->Names.insert(Id);
    Text = xxh3_64bits(Id->getName());
  } else if (Tok.isLiteral() && Tok.getLiteralData()) {
    Text = xxh3_64bits(StringRef(Tok.getLiteralData(), Tok.getLength()));
  }
  Now->Hash = mix(Now->Hash, Text);
}

// What a name in a header means may depend on the files before it: whose it is,
// and of which type it is an alias.
void ReadingLog::noteDeclaration(const NamedDecl &D) {
  const IdentifierInfo *Id = D.getIdentifier();
  const auto *Alias = dyn_cast<TypedefNameDecl>(&D);
  if (!Id || (!Alias && !Out.isInteresting(Id)))
    return;
  uint64_t Meaning = mix(xxh3_64bits(Id->getName()), uint64_t(Out.ownerOf(&D)));
  if (Alias)
    Meaning =
        mix(Meaning,
            xxh3_64bits(
                Alias->getUnderlyingType().getCanonicalType().getAsString()));
  FileID Home = Out.sourceManager().getFileID(
      Out.sourceManager().getExpansionLoc(D.getLocation()));
  for (auto &[Other, Mine] : Files)
    if (Other != Home && Mine.Names.contains(Id))
      Mine.Hash += Meaning; // in any order
}

void ReadingLog::noteDeclarations(ArrayRef<Decl *> Scope) {
  for (const Decl *D : Scope) {
    if (const auto *Named = dyn_cast<NamedDecl>(D))
      noteDeclaration(*Named);
    if (isa<NamespaceDecl, LinkageSpecDecl>(D)) {
      auto Inside = cast<DeclContext>(D)->decls();
      noteDeclarations(std::vector<Decl *>(Inside.begin(), Inside.end()));
    }
  }
}

std::vector<Reading> ReadingLog::finish(const DenseSet<FileID> &Broken) {
  std::vector<Reading> Out;
  for (const auto &[Id, Mine] : Files)
    Out.push_back({Mine.Input->Path, Mine.Hash, hasBodies(Mine.Input->Path),
                   Broken.contains(Id)});
  return Out;
}

} // namespace musify

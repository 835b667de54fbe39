#include "Parse/Recorder.h"
#include "Platform/Platform.h"
#include "Scan/CudaNames.h"
#include "Scan/Torch.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/FileEntry.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace clang;

namespace musify {

StringRef Recorder::nameHere(StringRef CudaName) const {
  auto E = IsMusa ? Run.names().findName(CudaName) : nullptr;
  return E && E->renames() ? E->To : CudaName;
}

bool Recorder::isApiType(StringRef Name) {
  if (IsMusa)
    return isWrittenByPort(Name);
  auto E = Run.names().findName(Name);
  return E && E->K == Kind::Type && E->renames();
}

bool Recorder::isInteresting(const IdentifierInfo *Name) {
  if (!Name)
    return false;
  auto [It, IsNew] = Interesting.try_emplace(Name, false);
  if (IsNew)
    It->second = Run.names().findName(Name->getName()) ||
                 !Run.names().Rules.named(Name->getName()).empty() ||
                 looksLikeSource(Run.names().direction(), Name->getName()) ||
                 isTorchMemberName(Run.names(), Name->getName()) ||
                 (IsMusa && isWrittenByPort(Name->getName()));
  return It->second;
}

const InputFile *Recorder::inputOf(FileID File) {
  auto [It, IsNew] = InputByFile.try_emplace(File, nullptr);
  if (!IsNew)
    return It->second;
  if (OptionalFileEntryRef Entry = SM->getFileEntryRefForID(File))
    if (auto Found = Run.ById.find(Entry->getUniqueID());
        Found != Run.ById.end())
      It->second = Found->second;
  return It->second;
}

const InputFile *Recorder::inputAt(SourceLocation Loc) {
  if (Loc.isInvalid())
    return nullptr;
  return inputOf(SM->getFileID(SM->getSpellingLoc(Loc)));
}

std::optional<Recorder::Spot> Recorder::spotOf(SourceLocation Loc) {
  if (Loc.isInvalid())
    return std::nullopt;
  auto [File, Offset] = SM->getDecomposedLoc(SM->getSpellingLoc(Loc));
  const InputFile *Input = inputOf(File);
  if (!Input)
    return std::nullopt;
  return Spot{&Out.Files[Input->Path], Input->Path, Offset};
}

void Recorder::record(SourceLocation Loc, NameFact Fact) {
  auto Spot = spotOf(Loc);
  if (!Spot)
    return;
  Fact.Unit = Unit;
  auto [It, IsNew] = Spot->File->Names.try_emplace(Spot->Offset, Fact);
  if (IsNew)
    return;
  It->second.Deduced |= Fact.Deduced;
  It->second.IsGlobal |= Fact.IsGlobal;
  It->second.IsInNamespace |= Fact.IsInNamespace;
  if (It->second.Whose != Fact.Whose)
    It->second.Whose = Owner::Ambiguous;
  else if (Fact.From < It->second.From)
    It->second = std::move(Fact);
}

void Recorder::noteOwner(SourceLocation Loc, const IdentifierInfo *Name,
                         Owner Whose, Engine From) {
  if (isInteresting(Name))
    record(Loc, {Whose, From, {}, {}});
}

bool Recorder::isMisparse(const NamedDecl *D) const {
  if (!D->isInvalidDecl() || isa<TypeDecl>(D))
    return false;
  auto E = Run.names().findName(nameOf(*D));
  return E && E->K == Kind::Type;
}

/// A namespace without a name counts as what it stands in.
static const DeclContext *scopeOf(const NamedDecl &D) {
  const DeclContext *Scope = D.getDeclContext()->getRedeclContext();
  while (Scope->isNamespace() &&
         cast<NamespaceDecl>(Scope)->isAnonymousNamespace())
    Scope = Scope->getParent()->getRedeclContext();
  return Scope;
}

void Recorder::noteReference(SourceLocation Loc, const NamedDecl *D) {
  if (!D || !D->getDeclName().isIdentifier() ||
      !isInteresting(D->getIdentifier()) || isMisparse(D))
    return;
  NameFact Fact;
  Fact.Whose = ownerOf(D);
  const DeclContext *Scope = scopeOf(*D->getUnderlyingDecl());
  Fact.IsGlobal = Scope->isTranslationUnit();
  Fact.IsInNamespace = Scope->isNamespace();
  record(Loc, std::move(Fact));
}

void Recorder::noteSdkMember(SourceLocation Loc, const NamedDecl *D,
                             StringRef Struct) {
  record(Loc, {Owner::Sdk, Engine::Ast, {}, Struct.str()});
}

void Recorder::noteNamespace(SourceLocation Loc, const NamedDecl *D) {
  record(Loc, {ownerOf(D), Engine::Ast, {}, {}});
}

void Recorder::noteNominated(SourceLocation Loc, const NamespaceDecl *D) {
  bool IsLibrary = D->getParent()->isTranslationUnit() &&
                   nameOf(*D) == sourcePlatform().NamespaceName;
  Owner Whose = ownerOf(D);
  if (IsLibrary && Whose == Owner::Sdk &&
      llvm::any_of(D->redecls(), [&](const NamespaceDecl *Each) {
        return inputAt(Each->getLocation());
      }))
    Whose = Owner::Ambiguous;
  if (IsLibrary || isInteresting(D->getIdentifier()))
    record(Loc, {Whose, Engine::Ast, {}, {}});
}

void Recorder::noteLaunch(SourceLocation Loc, bool Deduced) {
  record(Loc, {Owner::Sdk, Engine::Ast, {}, {}, Deduced});
}

void Recorder::noteFileScopeName(StringRef Name) {
  Out.DeclaredNames.insert(Name);
  FileScopeNames.insert(Name);
}

void Recorder::finish(bool Completed) {
  for (const auto &[File, Branches] : Skipped) {
    const InputFile *Input = InputByFile.lookup(File);
    auto &Unseen = Out.Files[Input->Path].Unseen;
    if (!Completed)
      Unseen = Ranges{{0, ~0u}};
    else
      Unseen = Unseen ? intersection(*Unseen, Branches) : Branches;
  }
  for (auto &Item : Out.Files) {
    if (Item.second.CoveredBy.empty())
      continue;
    Item.second.IncludesTorch = IncludesTorch;
    Item.second.OpensTorch = OpensTorch;
    Item.second.IncludesTorchStable = IncludesTorchStable;
    Item.second.InCudaUnit = IsCuda;
    for (const auto &Name : FileScopeNames)
      Item.second.UserNames.insert(Name.getKey());
  }
}

void Recorder::noteDeclaration(const NamedDecl *D) {
  if (const auto *Scope = dyn_cast<NamespaceDecl>(D);
      Scope && Scope->getParent()->isTranslationUnit() &&
      inputAt(Scope->getLocation())) {
    OpensTorch |= isTorchNamespace(Scope->getName());
    if (ownerOf(D) == Owner::User)
      Out.DeclaredNames.insert((Scope->getName() + "::").str());
  }
  if (!D->getDeclName().isIdentifier() || !isInteresting(D->getIdentifier()) ||
      ownerOf(D) != Owner::User || isMisparse(D))
    return;
  // A namespace `cuda` is not taken for a method of that name.
  if (isa<NamespaceDecl>(D) && !Run.names().findName(nameOf(*D)))
    return;
  Out.DeclaredNames.insert(nameOf(*D));
  // Members and locals are seen by the AST wherever they can be named bare.
  if (D->getDeclContext()->getRedeclContext()->isFileContext())
    noteFileScopeName(nameOf(*D));
}

void Recorder::noteDeclarator(const FunctionDecl *F) {
  if (!F->getDeclName().isIdentifier() || !isInteresting(F->getIdentifier()))
    return;
  if (auto Spot = spotOf(F->getLocation()))
    Spot->File->Declarators.insert(Spot->Offset);
}

void Recorder::noteCapabilityField(SourceLocation Member) {
  if (auto Spot = spotOf(sourceManager().getSpellingLoc(Member)))
    Spot->File->CapabilityFields.insert(Spot->Offset);
}

void Recorder::noteInclude(SourceLocation PathLoc, IncludeFact Fact) {
  auto Spot = spotOf(PathLoc);
  if (!Spot)
    return;
  Fact.Unit = Unit;
  // Quote or angle bracket: the path follows.
  Spot->File->Includes.try_emplace(Spot->Offset + 1, std::move(Fact));
}

void Recorder::noteLibrary(StringRef Header, OptionalFileEntryRef File) {
  StringRef Directory = Header.split('/').first;
  if (Directory.size() < Header.size() &&
      (!File || !Run.ById.contains(File->getUniqueID())))
    Libraries.insert(Directory);
}

void Recorder::notePasted(SourceLocation Loc) {
  if (auto Spot = spotOf(Loc))
    Spot->File->Pasted.insert(Spot->Offset);
}

void Recorder::noteMade(SourceLocation Loc, std::string Before, StringRef Maker,
                        std::string After) {
  if (auto Spot = spotOf(Loc))
    Spot->File->Made.insert(
        {Spot->Offset, std::move(Before), Maker.str(), std::move(After)});
}

void Recorder::noteProduct(SourceLocation Loc, std::string Product) {
  if (auto Spot = spotOf(Loc))
    Spot->File->Products.insert({Spot->Offset, std::move(Product)});
}

void Recorder::noteCaptured(SourceLocation Loc) {
  if (auto Spot = spotOf(Loc))
    Spot->File->Captured.insert(Spot->Offset);
}

void Recorder::noteStringised(SourceLocation Loc) {
  if (auto Spot = spotOf(Loc))
    Spot->File->Stringised.insert(Spot->Offset);
}

void Recorder::noteString(SourceLocation Loc, const StringFact &Fact) {
  if (auto Spot = spotOf(Loc))
    Spot->File->noteString(Spot->Offset, Fact);
}

void Recorder::noteCompiled(SourceLocation Loc) {
  if (auto Spot = spotOf(Loc))
    Spot->File->Compiled.insert(Spot->Offset);
}

bool Recorder::knowsString(StringRef Contents) const {
  return Run.names().find(Space::String, Contents) ||
         Run.names().findName(Contents);
}

bool Recorder::isWrittenByPort(StringRef Name) const {
  // The other names are not worth a look into the table.
  StringRef Prefix =
      Run.names().isReversed() ? StringRef() : targetPlatform().Prefixes.Driver;
  if (!Name.ltrim('_').starts_with_insensitive(Prefix))
    return false;
  bool IsWritten = false;
  Run.names().forEachOf(Name, [&](const Entry &E) {
    IsWritten |=
        spaceOf(E.K) == Space::Identifier && E.To == Name && E.To != E.From;
  });
  return IsWritten;
}

void Recorder::noteCall(SourceLocation Callee, CallFact Fact) {
  auto Spot = spotOf(Callee);
  if (!Spot)
    return;
  auto [It, IsNew] = Spot->File->Calls.try_emplace(Spot->Offset, Fact);
  if (!IsNew && It->second != Fact)
    It->second.reset(); // instantiations differ
}

void Recorder::noteMatch(StringRef Rule, SourceRange Range,
                         const std::map<std::string, SourceRange> &Nodes,
                         const LangOptions &Options) {
  const InputFile *Input = nullptr;
  auto BytesOf =
      [&](SourceRange R) -> std::optional<std::pair<unsigned, unsigned>> {
    CharSourceRange Chars = Lexer::makeFileCharRange(
        CharSourceRange::getTokenRange(R), *SM, Options);
    if (Chars.isInvalid())
      return std::nullopt;
    auto [File, Begin] = SM->getDecomposedLoc(Chars.getBegin());
    Input = inputOf(File);
    return std::pair(Begin, SM->getDecomposedLoc(Chars.getEnd()).second);
  };
  auto Whole = BytesOf(Range);
  if (!Whole || !Input)
    return;
  const InputFile *Home = Input;
  MatchFact Fact{Rule.str(), Whole->first, Whole->second, {}};
  for (const auto &[Name, R] : Nodes) {
    auto Bytes = BytesOf(R);
    if (!Bytes || Input != Home || Bytes->first < Fact.Begin ||
        Bytes->second > Fact.End)
      return;
    Fact.Nodes[Name] = *Bytes;
  }
  Out.Files[Home->Path].Matches.insert(std::move(Fact));
}

static std::vector<Replacement>
replacementsOf(ArrayRef<FixItHint> Fix, FileID File, const SourceManager &SM) {
  std::vector<Replacement> Out;
  for (const FixItHint &Hint : Fix) {
    CharSourceRange Range = Lexer::getAsCharRange(Hint.RemoveRange, SM, {});
    if (Range.getBegin().isMacroID() || Range.getEnd().isMacroID() ||
        SM.getFileID(Range.getBegin()) != File ||
        SM.getFileID(Range.getEnd()) != File)
      return {};
    unsigned Begin = SM.getFileOffset(Range.getBegin());
    Out.push_back(
        {Begin, SM.getFileOffset(Range.getEnd()) - Begin, Hint.CodeToInsert});
  }
  return Out;
}

void Recorder::observe(SourceLocation Loc, Message What,
                       std::optional<Severity> Level, ArrayRef<FixItHint> Fix) {
  auto Spot = spotOf(Loc);
  if (!Spot)
    return;
  SourceLocation At = SM->getSpellingLoc(Loc);
  unsigned Length = Lexer::MeasureTokenLength(At, *SM, LangOptions());
  Spot->File->Observed.insert({Spot->Offset, Length, std::move(What), Level,
                               Unit,
                               replacementsOf(Fix, SM->getFileID(At), *SM)});
}

std::string Recorder::placeOf(SourceLocation Loc) {
  auto Spot = spotOf(Loc);
  if (!Spot)
    return "";
  StringRef Path = Spot->Path; // the cache holds for another checkout, too
  Path.consume_front(Run.Project.Inputs.ProjectRoot);
  return (Path + ":" + Twine(Spot->Offset)).str();
}

void Recorder::noteUse(SourceLocation Loc, Asked Of, ValueNode Node,
                       Message What, Severity Level, ValueNode Threshold) {
  auto Spot = spotOf(Loc);
  if (!Spot)
    return;
  SourceLocation At = SM->getSpellingLoc(Loc);
  unsigned Length = Lexer::MeasureTokenLength(At, *SM, LangOptions());
  Spot->File->ValueUses.insert(
      {Of,
       Node,
       Threshold,
       {Spot->Offset, Length, std::move(What), Level, Unit, {}}});
}

void Recorder::noteMeaning(SourceRange Tokens, uint64_t Form, uint64_t Shape,
                           uint64_t Names) {
  CharSourceRange Text = SM->getExpansionRange(Tokens);
  auto [File, Begin] = SM->getDecomposedLoc(Text.getBegin());
  auto [EndFile, End] = SM->getDecomposedLoc(Text.getEnd());
  const InputFile *Input = File == EndFile ? inputOf(File) : nullptr;
  if (!Input)
    return;
  if (Text.isTokenRange())
    End += Lexer::MeasureTokenLength(Text.getEnd(), *SM, LangOptions());
  MeaningFact Fact{End, Shape, Names};
  auto [It, IsNew] =
      this->Out.Files[Input->Path].Meanings.try_emplace({Begin, Form}, Fact);
  if (!IsNew)
    It->second.merge(Fact);
}

void Recorder::noteFix(CharSourceRange Chars, std::string Text, Message Why) {
  if (Chars.getBegin().isMacroID() || Chars.getEnd().isMacroID())
    return;
  auto Begin = spotOf(Chars.getBegin()), End = spotOf(Chars.getEnd());
  if (!Begin || !End || Begin->File != End->File)
    return;
  unsigned Length = End->Offset - Begin->Offset;
  if (Chars.isTokenRange())
    Length += Lexer::MeasureTokenLength(Chars.getEnd(), *SM, LangOptions());
  Begin->File->Fixes.insert(
      {Begin->Offset, Length, std::move(Text), std::move(Why)});
}

void Recorder::noteCovered(FileID File) {
  if (const InputFile *Input = inputOf(File)) {
    FileFacts &Mine = Out.Files[Input->Path];
    Mine.CoveredBy = Unit;
    Mine.IsUnit |= File == SM->getMainFileID();
    Skipped.try_emplace(File);
    if (!compares() || AsksForDevice)
      return;
    StringRef Text = SM->getBufferData(File);
    AsksForDevice = Text.contains(sourcePlatform().Macros.Architecture) ||
                    Text.contains(targetPlatform().Macros.Architecture);
  }
}

void Recorder::noteSkipped(SourceRange Branch) {
  auto [File, Begin] = SM->getDecomposedLoc(Branch.getBegin());
  auto It = Skipped.find(File);
  if (It != Skipped.end())
    It->second.emplace_back(Begin, SM->getFileOffset(Branch.getEnd()));
}

void Recorder::noteTorchHeader(StringRef Path) {
  IncludesTorch |= isTorchHeader(Path);
  IncludesTorchStable |= isTorchStableHeader(Path);
}

} // namespace musify

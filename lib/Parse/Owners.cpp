// Whose a declaration is: the SDK's, PyTorch's, or the user's.
#include "Parse/Recorder.h"
#include "Platform/Platform.h"
#include "Scan/CudaNames.h"
#include "Scan/Torch.h"
#include "Sdk/Embedded.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/FileEntry.h"

using namespace llvm;
using namespace clang;

namespace musify {

bool Recorder::isSdkPath(StringRef Path) const {
  return Path.starts_with(EmbeddedRoot) ||
         (!Run.CudaPath.empty() && Path.starts_with(Run.CudaPath)) ||
         sourcePlatform().SdkPaths.contains(Path);
}

bool Recorder::isInSdk(SourceLocation Loc) {
  if (Loc.isInvalid())
    return false;
  SourceLocation Where = SM->getExpansionLoc(Loc);
  if (SM->isWrittenInBuiltinFile(Where) ||
      SM->isWrittenInCommandLineFile(Where))
    return true;
  FileID File = SM->getFileID(Where);
  if (inputOf(File))
    return false; // whatever the user's folders are called
  OptionalFileEntryRef Entry = SM->getFileEntryRefForID(File);
  // In MUSA's code MUSA's own headers are no user's either.
  return Entry && (isSdkPath(Entry->getName()) ||
                   ((IsMusa || Run.names().isReversed()) &&
                    (targetPlatform().SdkPaths.contains(Entry->getName()) ||
                     SM->isInSystemHeader(Where))));
}

bool Recorder::isSdkFunction(const FunctionDecl &F, const NameSet &CudaNames) {
  return F.getDeclName().isIdentifier() &&
         llvm::any_of(
             CudaNames.spellings(),
             [&](StringRef Name) { return nameHere(Name) == F.getName(); }) &&
         ownerOf(&F) == Owner::Sdk;
}

Owner Recorder::ownerOf(const NamedDecl *D) {
  auto [It, IsNew] = Owners.try_emplace(D, Owner::User);
  if (IsNew) {
    Owner Whose = classify(D);
    Owners[D] = Whose;
    return Whose;
  }
  return It->second;
}

/// True if a declaration without a definition at global scope only repeats the
/// SDK's, as code does that avoids the SDK's headers.
static bool onlyRedeclares(const NamedDecl *D) {
  if (!D->getDeclContext()->getRedeclContext()->isTranslationUnit())
    return false;
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return !F->isDefined() && F->isExternC();
  if (const auto *T = dyn_cast<TagDecl>(D))
    return !T->getDefinition();
  return isa<TypedefNameDecl>(D);
}

/// Declared below a namespace of PyTorch, and not by the user: a declaration
/// alone is made by code that avoids the headers.
bool Recorder::isTorchDeclaration(const NamedDecl *D) {
  const DeclContext *Outermost = D->getDeclContext();
  while (!Outermost->isTranslationUnit() &&
         !Outermost->getParent()->isTranslationUnit())
    Outermost = Outermost->getParent();
  const auto *Scope = dyn_cast<NamespaceDecl>(Outermost);
  if (!Scope || !isTorchNamespace(Scope->getName()))
    return false;
  if (!inputAt(D->getLocation()))
    return true;
  const auto *Class = dyn_cast<TagDecl>(D);
  return Class && !Class->getDefinition();
}

/// A namespace of a library stays the library's, also where code adds to it.
bool Recorder::isLibraryNamespace(const NamedDecl *D) const {
  const auto *Outermost = dyn_cast<NamespaceDecl>(D);
  while (Outermost && !Outermost->getParent()->isTranslationUnit())
    Outermost = dyn_cast<NamespaceDecl>(Outermost->getParent());
  return Outermost && Libraries.contains(Outermost->getName()) &&
         findNamespace(Run.names(), Outermost->getName());
}

std::string Recorder::stableClass(const RecordDecl &Class) const {
  const auto *Scope = dyn_cast<NamespaceDecl>(Class.getDeclContext());
  const auto *Outer =
      Scope ? dyn_cast<NamespaceDecl>(Scope->getParent()) : nullptr;
  if (!Outer || !isTorchNamespace(Outer->getName()) ||
      Scope->getName() != torch().StableNamespace)
    return "";
  return (Scope->getName() + "::" + Class.getName()).str();
}

bool Recorder::isTorchs(StringRef Name, SourceLocation Loc) {
  return isTorchEntry(Run.names().findName(Name)) && !inputAt(Loc);
}

bool Recorder::isTorchMethod(const IdentifierInfo *Name) const {
  return Name && findTorchMethod(Run.names(), Name->getName());
}

/// True for a namespace of the table, PyTorch's aside, as it is named from
/// outside.
bool Recorder::isKnown(const NamespaceDecl &Space) const {
  auto E = findNamespace(Run.names(), Space.getQualifiedNameAsString());
  return E && E->renames() && !isTorchEntry(E);
}

Owner Recorder::classify(const NamedDecl *D) {
  if (const auto *Shadow = dyn_cast<UsingShadowDecl>(D))
    return ownerOf(Shadow->getTargetDecl());
  if (const auto *Using = dyn_cast<UsingDecl>(D)) {
    for (const UsingShadowDecl *Shadow : Using->shadows())
      return ownerOf(Shadow->getTargetDecl());
    return Owner::User;
  }
  for (const Decl *R : D->redecls())
    if (isInSdk(R->getLocation()))
      return Owner::Sdk;
  if (isLibraryNamespace(D))
    return Owner::Sdk;
  if (const auto *Space = dyn_cast<NamespaceDecl>(D); Space && isKnown(*Space))
    return Owner::Ambiguous; // added to, or the project's own
  bool IsTorchs = isTorchEntry(Run.names().findName(nameOf(*D))) ||
                  isTorchMemberName(Run.names(), nameOf(*D));
  if (IsTorchs)
    return isTorchDeclaration(D) ? Owner::Sdk : Owner::User;
  // In MUSA's code an alias of a CUDA name is no declaration of CUDA's.
  bool IsAlias =
      IsMusa && isa<TypedefNameDecl>(D) && !isWrittenByPort(nameOf(*D));
  return onlyRedeclares(D) && !IsAlias ? Owner::Sdk : Owner::User;
}

} // namespace musify

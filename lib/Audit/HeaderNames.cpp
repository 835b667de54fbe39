#include "Audit/HeaderNames.h"
#include "Audit/DeclarationsAction.h"
#include "Audit/PublicName.h"
#include "Diag/MessageError.h"
#include "Platform/Platform.h"
#include "Sdk/Embedded.h"
#include "Support/Untrusted.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/Builtins.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace llvm;
using namespace clang;

namespace musify {
namespace {

/// The headers of one SDK: which there are, and whose a file is.
class HeaderTree {
public:
  explicit HeaderTree(StringRef CudaPath) {
    SmallString<256> Real;
    if (!sys::fs::real_path(CudaPath + "/include", Real))
      Root = std::string(Real);
  }

  /// True for `X.hpp` where there is an `X.h`.
  bool holdsBodies(StringRef Header) const {
    return Header.consume_back(".hpp") && Paths.count((Header + ".h").str());
  }

  Error read() {
    std::error_code EC;
    if (Root.empty())
      EC = std::make_error_code(std::errc::no_such_file_or_directory);
    for (sys::fs::recursive_directory_iterator It(Root, EC), End;
         It != End && !EC; It.increment(EC))
      if (It->type() == sys::fs::file_type::regular_file &&
          isHeader(It->path()))
        Paths[nameOf(It->path()).str()] = It->path();
    return EC ? errorCodeToError(EC) : Error::success();
  }

  /// `Path` as it is written in an include; "" if it is not the SDK's.
  StringRef nameOf(StringRef Path) const {
    if (!Path.consume_front(Root) || !Path.consume_front("/"))
      return "";
    Path.consume_front("cccl/");
    return Path;
  }

  std::string Root;
  std::map<std::string, std::string> Paths; ///< by name in an include

private:
  // libcu++ and nv/target have no extension.
  static bool isHeader(StringRef Path) {
    StringRef Extension = sys::path::extension(Path);
    return Extension == ".h" || Extension == ".hpp" ||
           Extension == sourcePlatform().HeaderSuffix || Extension.empty();
  }
};

/// What all parses add to.
struct Collected {
  const HeaderTree &Tree;
  std::map<std::string, SdkName> Names; ///< by name; the first place stays
  StringSet<> NotFound;                 ///< includes

  void add(const Twine &Name, Kind K, StringRef Header) {
    std::string Text = Name.str();
    // A header and a function may share a spelling.
    std::string Key = (K == Kind::Header ? "<" : "") + Text;
    Names.try_emplace(Key, SdkName{Text, Header.str(), K});
  }
};

/// Walks the declarations that stand in headers of the SDK.
class Walker {
public:
  Walker(ASTContext &Context, Collected &Out)
      : Sources(Context.getSourceManager()), Out(Out) {
    for (unsigned ID = 1; ID < Builtin::FirstTSBuiltin; ++ID)
      if (Context.BuiltinInfo.isPredefinedLibFunction(ID))
        LibraryFunctions.insert(Context.BuiltinInfo.getName(ID));
  }

  void walk(const DeclContext *Scope, const std::string &Prefix) {
    for (const Decl *D : Scope->decls()) {
      StringRef Header = headerOf(D);
      if (!Header.empty() && !D->isImplicit())
        visit(D, Prefix, Header);
    }
  }

private:
  StringRef nameOf(FileEntryRef File) {
    return Out.Tree.nameOf(File.getFileEntry().tryGetRealPathName());
  }

  StringRef headerOf(const Decl *D) {
    FileID File = Sources.getFileID(Sources.getExpansionLoc(D->getLocation()));
    if (File.isInvalid()) // Clang's own
      return "";
    auto [It, IsNew] = HeaderOfFile.try_emplace(File);
    if (IsNew)
      if (auto Entry = Sources.getFileEntryRefForID(File))
        It->second = nameOf(*Entry);
    return It->second;
  }

  void visit(const Decl *D, const std::string &Prefix, StringRef Header) {
    if (isa<LinkageSpecDecl, ExportDecl>(D))
      return walk(cast<DeclContext>(D), Prefix);
    if (const auto *N = dyn_cast<NamespaceDecl>(D))
      return visitNamespace(*N, Prefix, Header);
    if (const auto *E = dyn_cast<EnumDecl>(D))
      return visitEnum(*E, Prefix, Header);
    if (const auto *R = dyn_cast<RecordDecl>(D))
      return visitRecord(*R, Prefix, Header);
    if (const auto *T = dyn_cast<TypedefNameDecl>(D))
      if (const RecordDecl *R = T->getUnderlyingType()->getAsRecordDecl();
          R && hasTypedefInstead(*R->getDefinitionOrSelf()))
        visitFields(*R->getDefinitionOrSelf(),
                    Prefix + T->getName().str() + "::", Header);
    const auto *Named = dyn_cast<NamedDecl>(D);
    if (!Named)
      return;
    if (auto K = kindOf(Named))
      if (!isOfC(Named))
        note(nameOf(*Named), *K, Prefix, Header);
  }

  static bool hasTypedefInstead(const RecordDecl &R) {
    return R.isThisDeclarationADefinition() && R.getName().ends_with("_st");
  }

  /// A function that the host's C library has, or that Clang knows as one: the
  /// host's declaration is lost where the SDK's stands in its way.
  bool isOfC(const NamedDecl *D) {
    bool MayBe = isa<FunctionDecl>(D) || isa<UsingDecl>(D); // using std::acos
    if (!MayBe || !D->getDeclName().isIdentifier())
      return false;
    return LibraryFunctions.contains(D->getName()) ||
           any_of(D->getDeclContext()->getRedeclContext()->lookup(
                      D->getDeclName()),
                  [&](const NamedDecl *Other) {
                    return isa<FunctionDecl>(Other) && headerOf(Other).empty();
                  });
  }

  void visitNamespace(const NamespaceDecl &N, const std::string &Prefix,
                      StringRef Header) {
    if (N.isInline() || N.isAnonymousNamespace())
      return walk(&N, Prefix);
    if (isPublicNamespace(N.getName()))
      walk(&N, Prefix + N.getName().str() + "::");
  }

  void visitEnum(const EnumDecl &E, const std::string &Prefix,
                 StringRef Header) {
    note(nameOf(E), Kind::Type, Prefix, Header);
    if (!E.isScoped())
      for (const EnumConstantDecl *C : E.enumerators())
        note(C->getName(), Kind::Enumerator, Prefix, Header);
  }

  void visitRecord(const RecordDecl &R, const std::string &Prefix,
                   StringRef Header) {
    StringRef Name = nameOf(R);
    if (hasTypedefInstead(R))
      return;
    note(Name, Kind::Type, Prefix, Header);
    if (!Name.empty() && isPublicName(Name, Kind::Type))
      visitFields(R, Prefix + Name.str() + "::", Header);
  }

  // Members of a nested anonymous struct are named like the outer one's.
  void visitFields(const RecordDecl &R, const std::string &Prefix,
                   StringRef Header) {
    for (const Decl *D : R.decls()) {
      if (D->getAccess() != AS_none && D->getAccess() != AS_public)
        continue;
      if (const auto *F = dyn_cast<FieldDecl>(D))
        note(nameOf(*F), Kind::Member, Prefix, Header);
      else if (const auto *Inner = dyn_cast<RecordDecl>(D))
        visitFields(*Inner, Prefix, Header);
    }
  }

  /// "" for operators, constructors and what has no name.
  static StringRef nameOf(const NamedDecl &D) {
    if (const auto *Tag = dyn_cast<TagDecl>(&D))
      if (const TypedefNameDecl *Name = Tag->getTypedefNameForAnonDecl())
        return Name->getName();
    return D.getDeclName().isIdentifier() ? D.getName() : "";
  }

  static std::optional<Kind> kindOf(const NamedDecl *D) {
    if (const auto *Using = dyn_cast<UsingDecl>(D))
      return Using->shadow_size()
                 ? kindOf((*Using->shadow_begin())->getTargetDecl())
                 : std::nullopt;
    if (isa<UsingDirectiveDecl, UsingShadowDecl, CXXDeductionGuideDecl>(D))
      return std::nullopt;
    if (isa<NamespaceAliasDecl>(D))
      return Kind::Namespace;
    if (const auto *Template = dyn_cast<TemplateDecl>(D)) {
      if (isa<ConceptDecl, TypeAliasTemplateDecl>(D))
        return Kind::Type;
      D = Template->getTemplatedDecl();
      if (!D || isa<CXXDeductionGuideDecl>(D))
        return std::nullopt;
    }
    if (isa<TypeDecl>(D))
      return Kind::Type;
    if (const auto *F = dyn_cast<FunctionDecl>(D))
      return F->hasAttr<CUDADeviceAttr>() ? Kind::Intrinsic : Kind::Function;
    if (isa<VarDecl>(D))
      return Kind::Variable;
    return std::nullopt;
  }

  void note(StringRef Name, Kind K, const std::string &Prefix,
            StringRef Header) {
    if (Name.empty() || !isPublicName(Name, K) || !declaresPublicNames(Header))
      return;
    bool IsBody = K == Kind::Intrinsic && Out.Tree.holdsBodies(Header);
    bool IsScoped = !Prefix.empty() && K != Kind::Member;
    if (Name.starts_with("__") && (IsBody || IsScoped))
      return;
    Out.add(Prefix + Name, K, Header);
  }

  SourceManager &Sources;
  Collected &Out;
  StringSet<> LibraryFunctions;
  DenseMap<FileID, StringRef> HeaderOfFile;
};

class Consumer : public ASTConsumer {
public:
  explicit Consumer(Collected &Out) : Out(Out) {}
  void HandleTranslationUnit(ASTContext &Context) override {
    Walker W(Context, Out);
    W.walk(Context.getTranslationUnitDecl(), "");
  }

private:
  Collected &Out;
};

/// Headers of other products (OpenGL, VDPAU) may be away.
class MissingIncludes : public PPCallbacks {
public:
  explicit MissingIncludes(Collected &Out) : Out(Out) {}
  bool FileNotFound(StringRef FileName) override {
    Out.NotFound.insert(FileName);
    return true;
  }

private:
  Collected &Out;
};

class Action : public DeclarationsAction {
public:
  explicit Action(Collected &Out) : Out(Out) {}
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    CI.getPreprocessor().addPPCallbacks(std::make_unique<MissingIncludes>(Out));
    return std::make_unique<Consumer>(Out);
  }

private:
  Collected &Out;
};

/// Parses `Text` as one unit. False if the parser crashed. Errors are normal:
/// the SDK's declarations of C functions do not agree with the host's.
bool parse(StringRef Text, ArrayRef<std::string> Flags, Collected &Out) {
  constexpr llvm::StringLiteral Main = "/musify-audit/unit.cu";
  const std::string &Include = Out.Tree.Root;
  std::vector<std::string> Args = {
      "clang++",    "-fsyntax-only", "-w",        "-ferror-limit=0", "-xcuda",
      "-std=c++20", "-nobuiltininc", "-nocudalib"};
  Args.insert(Args.end(), Flags.begin(), Flags.end());
  Args.insert(Args.end(), {"-isystem", Include, "-isystem", Include + "/cccl",
                           "-Xclang", "-internal-isystem", "-Xclang",
                           ClangIncludeDir.str(), Main.str()});
  auto FS = makeIntrusiveRefCnt<vfs::OverlayFileSystem>(createFileSystem());
  auto Memory = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  Memory->addFile(Main, 0, MemoryBuffer::getMemBufferCopy(Text));
  FS->pushOverlay(Memory);
  auto Files = makeIntrusiveRefCnt<FileManager>(FileSystemOptions(), FS);
  IgnoringDiagConsumer Errors;

  constexpr unsigned StackSize = 64 << 20;
  CrashRecoveryContext Recovery;
  return Recovery.RunSafelyOnThread(
      [&] {
        tooling::ToolInvocation Invocation(Args, std::make_unique<Action>(Out),
                                           Files.get());
        Invocation.setDiagnosticConsumer(&Errors);
        Invocation.run();
      },
      StackSize);
}

std::string archFlag() {
  return "--cuda-gpu-arch=" + sourcePlatform().Sdk.Architecture;
}

/// As nvcc shows itself, for what the SDK declares when it compiles; without
/// Clang's own CUDA headers, which would stand in for the SDK's.
std::vector<std::string> likeNvcc() {
  std::vector<std::string> Flags = {"-nocudainc", archFlag()};
  for (const std::string &Macro : sourcePlatform().Macros.Defined)
    Flags.push_back("-D" + Macro);
  return Flags;
}

void parseBothSides(StringRef Text, Collected &Out,
                    std::vector<Message> &Problems) {
  for (bool Device : {false, true}) {
    std::vector<std::string> Flags = likeNvcc();
    Flags.emplace_back(Device ? "--cuda-device-only" : "--cuda-host-only");
    if (!parse(Text, Flags, Out))
      Problems.push_back(say(msg::ParserCrashed));
  }
}

std::string includeOf(StringRef Header) {
  return ("#include <" + Header + ">\n").str();
}

/// Thrust, CUB and the standard library of libcu++ keep all names in their
/// namespaces.
bool isNamespaced(StringRef Header) {
  return sourcePlatform().Sdk.NamespacedHeaders.contains(Header);
}

} // namespace

Expected<SdkNames> readSdkNames(StringRef CudaPath) {
  HeaderTree Tree(CudaPath);
  auto Fail = [&](Message Why) {
    return errorOf(say(msg::ProblemOf, (CudaPath + "/include").str(),
                       Why.add(say(msg::CudaPathNames))));
  };
  if (Error E = Tree.read())
    return Fail(messageOf(std::move(E)));
  if (Tree.Paths.empty())
    return Fail(say(msg::ContainsNoHeader));

  SdkNames Result;
  Collected Out{Tree, {}, {}};
  std::string LibCudaCxx;
  // First, as nvcc does.
  std::string All = includeOf(sourcePlatform().RuntimeHeader);
  for (const auto &[Header, Path] : Tree.Paths) {
    if (!isPublicHeader(Header))
      continue;
    Out.add(Header, Kind::Header, Header);
    auto Buffer = readPlainFile(Path);
    if (!Buffer) {
      Result.Problems.push_back(
          say(msg::ProblemOf, Path, systemMessage(Buffer.getError())));
      continue;
    }
    if (!declaresPublicNames(Header))
      continue;
    for (StringRef Macro : publicMacros((*Buffer)->getBuffer()))
      Out.add(Macro, Kind::Macro, Header);
    if (isNamespaced(Header))
      Out.add(StringRef(Header).split('/').first, Kind::Namespace, Header);
    else if (StringRef(Header).starts_with(sourcePlatform().Sdk.Library))
      LibCudaCxx += includeOf(Header);
    else
      All += includeOf(Header);
  }
  parseBothSides(All, Out, Result.Problems);
  if (!LibCudaCxx.empty() &&
      !parse(LibCudaCxx,
             {"--cuda-host-only", archFlag(), "--cuda-path-ignore-env"}, Out))
    Result.Problems.push_back(
        say(msg::ProblemOf, "libcu++", say(msg::ParserCrashed)));

  for (auto &[Key, Name] : Out.Names)
    Result.Names.push_back(std::move(Name));
  for (StringRef Header : Out.NotFound.keys())
    Result.NotFound.push_back(Header.str());
  llvm::sort(Result.NotFound);
  llvm::sort(Result.Names, [](const SdkName &A, const SdkName &B) {
    return std::tie(A.Header, A.Name, A.K) < std::tie(B.Header, B.Name, B.K);
  });
  return Result;
}

} // namespace musify

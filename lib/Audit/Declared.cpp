#include "Audit/Declared.h"
#include "Audit/DeclarationsAction.h"
#include "Sdk/Embedded.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"

using namespace llvm;
using namespace clang;

namespace musify {
namespace {

constexpr llvm::StringLiteral MainFile = "/musify-check.cpp";
constexpr llvm::StringLiteral ExpectedPrefix = "__musify_expected_";

/// The includes, and an alias for each type that is expected: Clang compares
/// types better than texts.
std::string unitText(const HeaderSet &Set) {
  std::string Text;
  for (const std::string &Header : Set.Headers)
    Text += "#include <" + Header + ">\n";
  for (const auto &[Index, E] : enumerate(Set.Expected))
    Text += ("using " + ExpectedPrefix + Twine(Index) + " = " + E.Type + ";\n")
                .str();
  return Text;
}

/// Errors in our own lines are types that the headers do not know; errors
/// elsewhere are problems.
class ErrorSplitter : public DiagnosticConsumer {
public:
  explicit ErrorSplitter(std::vector<Message> &Problems) : Problems(Problems) {}

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    if (Level < DiagnosticsEngine::Error)
      return;
    PresumedLoc At;
    if (Info.hasSourceManager() && Info.getLocation().isValid())
      At = Info.getSourceManager().getPresumedLoc(Info.getLocation());
    if (At.isValid() && At.getFilename() == MainFile && At.getLine() > Includes)
      return (void)BadLines.insert(At.getLine());
    if (++Count > Kept)
      return;
    SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    std::string Where =
        At.isValid()
            ? (At.getFilename() + Twine(":") + Twine(At.getLine()) + ": ").str()
            : "";
    Problems.push_back(say(msg::SystemError, (Where + Text).str()));
  }

  static constexpr unsigned Kept = 5;
  unsigned Includes = 0; ///< lines of the unit that are includes
  unsigned Count = 0;
  std::set<unsigned> BadLines;

private:
  std::vector<Message> &Problems;
};

/// Walks what the SDK declares at file scope and in namespaces and structs.
class Collector {
public:
  Collector(ASTContext &Context, StringRef IncludeDir, Declarations &Out)
      : Context(Context), IncludeDir(IncludeDir), Out(Out) {}

  void collect(const DeclContext *Scope, const std::string &Prefix);
  void collectMacros(const Preprocessor &PP);
  void compare(const ExpectedType &Expected, const TypeAliasDecl *Alias);

  StringMap<const TypeAliasDecl *> Aliases; ///< ours, by name

private:
  void add(const Twine &Name, Declared D) {
    auto [It, IsNew] = Out.Names.try_emplace(Name.str(), std::move(D));
    if (IsNew)
      It->second.Header = Header;
  }
  /// The C library declares things, too. Keeps the header of what it is asked
  /// about.
  bool inSdk(SourceLocation At) {
    const SourceManager &SM = Context.getSourceManager();
    StringRef File = SM.getFilename(SM.getExpansionLoc(At));
    if (!File.consume_front(IncludeDir))
      return false;
    Header = File.ltrim('/').str();
    return true;
  }
  void collectOne(const NamedDecl *D, const std::string &Prefix);
  void collectType(const TypeDecl *D, const std::string &Name);
  void collectFields(const RecordDecl *Record, const std::string &Struct);
  void collectEnum(const EnumDecl *D, const std::string &Prefix);

  ASTContext &Context;
  StringRef IncludeDir;
  Declarations &Out;
  std::string Header; ///< of what is collected
  StringMap<SmallVector<const FunctionDecl *, 1>> Functions;
};

void Collector::collect(const DeclContext *Scope, const std::string &Prefix) {
  for (const Decl *D : Scope->decls()) {
    if (const auto *Linkage = dyn_cast<LinkageSpecDecl>(D))
      collect(Linkage, Prefix);
    else if (const auto *Enum = dyn_cast<EnumDecl>(D))
      collectEnum(Enum, Prefix);
    if (const auto *Named = dyn_cast<NamedDecl>(D);
        Named && Named->getIdentifier() && !Named->getName().empty())
      collectOne(Named, Prefix);
  }
}

void Collector::collectOne(const NamedDecl *D, const std::string &Prefix) {
  std::string Name = Prefix + D->getName().str();
  if (const auto *Space = dyn_cast<NamespaceDecl>(D)) {
    if (inSdk(D->getLocation()))
      add(Name, {Kind::Namespace, {}, ""});
    return collect(Space, Space->isInline() ? Prefix : Name + "::");
  }
  if (const auto *Alias = dyn_cast<TypeAliasDecl>(D);
      Alias && D->getName().starts_with(ExpectedPrefix))
    Aliases[D->getName()] = Alias;
  if (!inSdk(D->getLocation()))
    return;
  if (const auto *F = dyn_cast<FunctionDecl>(D)) {
    add(Name, {Kind::Function, {}, ""});
    Functions[Name].push_back(F);
  } else if (isa<FunctionTemplateDecl>(D)) {
    add(Name, {Kind::Function, {}, ""});
    Functions[Name].push_back(nullptr); // its type cannot be compared
  } else if (const auto *T = dyn_cast<TypeDecl>(D)) {
    collectType(T, Name);
  } else if (isa<ClassTemplateDecl, TypeAliasTemplateDecl>(D)) {
    add(Name, {Kind::Type, {}, ""});
  } else if (isa<VarDecl>(D)) {
    add(Name, {Kind::Variable, {}, ""});
  }
}

void Collector::collectType(const TypeDecl *D, const std::string &Name) {
  add(Name, {Kind::Type, {}, ""});
  QualType T = Context.getTypeDeclType(D);
  if (const RecordDecl *Record = T->getAsRecordDecl())
    if (const RecordDecl *Full = Record->getDefinition())
      collectFields(Full, Name);
}

/// Fields of unnamed structs and unions count as those of the outer one.
void Collector::collectFields(const RecordDecl *Record,
                              const std::string &Struct) {
  for (const FieldDecl *F : Record->fields()) {
    if (F->getIdentifier())
      add(Struct + "::" + F->getName(), {Kind::Member, {}, ""});
    else if (F->isAnonymousStructOrUnion())
      collectFields(F->getType()->getAsRecordDecl(), Struct);
  }
}

void Collector::collectEnum(const EnumDecl *D, const std::string &Prefix) {
  if (!inSdk(D->getLocation()))
    return;
  for (const EnumConstantDecl *E : D->enumerators()) {
    Declared Value{Kind::Enumerator, E->getInitVal().getExtValue(), ""};
    if (!D->isScoped())
      add(Prefix + E->getName(), Value);
    if (D->getIdentifier())
      add(Prefix + D->getName() + "::" + E->getName(), Value);
  }
}

void Collector::collectMacros(const Preprocessor &PP) {
  for (const auto &[Name, State] : PP.macros()) {
    const MacroInfo *Macro = PP.getMacroInfo(Name);
    if (!Macro || !inSdk(Macro->getDefinitionLoc()))
      continue;
    std::string AliasOf;
    if (Macro->isObjectLike() && Macro->getNumTokens() == 1 &&
        Macro->getReplacementToken(0).is(tok::identifier))
      AliasOf =
          Macro->getReplacementToken(0).getIdentifierInfo()->getName().str();
    add(Name->getName(), {Kind::Macro, {}, AliasOf});
  }
}

void Collector::compare(const ExpectedType &Expected,
                        const TypeAliasDecl *Alias) {
  auto It = Functions.find(Expected.Name);
  if (It == Functions.end())
    return;
  QualType Wanted = Alias->getUnderlyingType();
  for (const FunctionDecl *F : It->second)
    if (!F ||
        Context.hasSameFunctionTypeIgnoringExceptionSpec(F->getType(), Wanted))
      return;
  PrintingPolicy Policy(Context.getLangOpts());
  Out.OtherType[Expected.Name] =
      It->second.front()->getType().getAsString(Policy);
}

class Consumer : public ASTConsumer {
public:
  Consumer(const HeaderSet &Set, const ErrorSplitter &Errors,
           const Preprocessor &PP, Declarations &Out)
      : Set(Set), Errors(Errors), PP(PP), Out(Out) {}

  void HandleTranslationUnit(ASTContext &Context) override {
    Collector C(Context, Set.IncludeDir, Out);
    C.collect(Context.getTranslationUnitDecl(), "");
    C.collectMacros(PP);
    for (const auto &[Index, E] : enumerate(Set.Expected)) {
      auto *Alias = C.Aliases.lookup((ExpectedPrefix + Twine(Index)).str());
      unsigned Line = Errors.Includes + Index + 1;
      if (Alias && !Alias->isInvalidDecl() && !Errors.BadLines.count(Line))
        C.compare(E, Alias);
      else
        Out.NotCompared.insert(E.Name);
    }
  }
  bool shouldSkipFunctionBody(Decl *) override { return true; }

private:
  const HeaderSet &Set;
  const ErrorSplitter &Errors;
  const Preprocessor &PP;
  Declarations &Out;
};

class Action : public DeclarationsAction {
public:
  Action(const HeaderSet &Set, const ErrorSplitter &Errors, Declarations &Out)
      : Set(Set), Errors(Errors), Out(Out) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    return std::make_unique<Consumer>(Set, Errors, CI.getPreprocessor(), Out);
  }

private:
  const HeaderSet &Set;
  const ErrorSplitter &Errors;
  Declarations &Out;
};

void runClang(const HeaderSet &Set, ErrorSplitter &Errors, Declarations &Out) {
  auto Memory = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  Memory->addFile(MainFile, 0, MemoryBuffer::getMemBufferCopy(unitText(Set)));
  auto FS = makeIntrusiveRefCnt<vfs::OverlayFileSystem>(createFileSystem());
  FS->pushOverlay(Memory);
  std::vector<std::string> Args = {"clang++", "-fsyntax-only", "-w",
                                   "-ferror-limit=0", "-nobuiltininc"};
  llvm::append_range(Args, Set.Flags);
  Args.insert(Args.end(),
              {"-isystem", Set.IncludeDir, "-Xclang", "-internal-isystem",
               "-Xclang", ClangIncludeDir.str(), MainFile.str()});
  auto Files = makeIntrusiveRefCnt<FileManager>(FileSystemOptions(), FS);
  tooling::ToolInvocation Invocation(
      Args, std::make_unique<Action>(Set, Errors, Out), Files.get());
  Invocation.setDiagnosticConsumer(&Errors);
  Invocation.run();
}

} // namespace

Declarations readDeclarations(const HeaderSet &Set) {
  Declarations Out;
  ErrorSplitter Errors(Out.Problems);
  Errors.Includes = Set.Headers.size();
  constexpr unsigned StackSize = 64 << 20;
  CrashRecoveryContext Recovery;
  if (!Recovery.RunSafelyOnThread([&] { runClang(Set, Errors, Out); },
                                  StackSize))
    Out.Problems.push_back(say(msg::ParserCrashed));
  if (Errors.Count > ErrorSplitter::Kept)
    Out.Problems.push_back(
        say(msg::MoreErrors, Errors.Count - ErrorSplitter::Kept));
  return Out;
}

} // namespace musify

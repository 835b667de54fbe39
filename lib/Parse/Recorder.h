//===- Recorder.h - Places and owners in one translation unit ---*- C++ -*-===//
#ifndef MUSIFY_PARSE_RECORDER_H
#define MUSIFY_PARSE_RECORDER_H

#include "Facts/Facts.h"
#include "Parse/RunClang.h"
#include "Parse/Session.h"
#include "Platform/Platform.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include <optional>

namespace musify {

/// The identifier; empty for constructors, operators and the like, of which
/// `getName` must not be asked.
inline llvm::StringRef nameOf(const clang::NamedDecl &D) {
  return D.getDeclName().isIdentifier() ? D.getName() : llvm::StringRef();
}

/// The one way from Clang's locations and declarations to facts. Both engines
/// write through it.
class Recorder {
public:
  Recorder(const Session &Run, const CompileCommand &Command, Facts &Out)
      : Run(Run), Unit(Command.Name), IsMusa(Command.IsMusa),
        IsCuda(isCudaUnit(Command)),
        IsForDevice(llvm::is_contained(Command.Flags, DeviceFlag)), Out(Out) {}

  void setSourceManager(const clang::SourceManager &SM) { this->SM = &SM; }
  const clang::SourceManager &sourceManager() const { return *SM; }
  const std::string &unit() const { return Unit; }
  /// True if the unit is MUSA's code, and the declarations have MUSA's names.
  bool isMusa() const { return IsMusa; }
  bool isForDevice() const { return IsForDevice; }
  /// True once the unit covers a file that names the macro of a device's
  /// number.
  bool asksForDevice() const { return AsksForDevice; }
  /// True if meanings are wanted.
  bool compares() const { return Run.Compares; }
  /// True if a port writes another name for this type of the declarations.
  bool isApiType(llvm::StringRef Name);
  /// What the unit's declarations call the SDK's `CudaName`.
  llvm::StringRef nameHere(llvm::StringRef CudaName) const;

  /// True if some rule may speak about names of this spelling.
  bool isInteresting(const clang::IdentifierInfo *Name);

  /// `Loc` spells a name that means `D`.
  void noteReference(clang::SourceLocation Loc, const clang::NamedDecl *D);
  /// As above, for a name whose owner is known otherwise.
  void noteOwner(clang::SourceLocation Loc, const clang::IdentifierInfo *Name,
                 Owner Whose, Engine From);
  /// A member of an SDK struct: the struct's name goes with it.
  void noteSdkMember(clang::SourceLocation Loc, const clang::NamedDecl *D,
                     llvm::StringRef Struct);
  /// `Loc` spells the namespace `D` in `using namespace` or an alias. What the
  /// project adds to the namespace of CUDA's C++ library does not move with the
  /// rest of it.
  void noteNominated(clang::SourceLocation Loc, const clang::NamespaceDecl *D);
  /// `Loc` spells the namespace `D` before a `::`.
  void noteNamespace(clang::SourceLocation Loc, const clang::NamedDecl *D);
  /// The user declares `D`: the lexer must know its name.
  void noteDeclaration(const clang::NamedDecl *D);
  /// The name at the location of `F` is declared or defined there, not called.
  void noteDeclarator(const clang::FunctionDecl *F);
  /// A member with a name of the capability's parts, whosever it is.
  void noteCapabilityField(clang::SourceLocation Member);
  void noteFileScopeName(llvm::StringRef Name);
  /// A kernel launch, at its `<<<`.
  void noteLaunch(clang::SourceLocation Loc, bool Deduced);
  void noteInclude(clang::SourceLocation PathLoc, IncludeFact Fact);
  /// The name at `Loc` is the left operand of a macro's `##`.
  void notePasted(clang::SourceLocation Loc);
  /// The name at `Loc`, the SDK's `Maker`, is an operand of a macro's `##`s,
  /// which make a name with `Before` and `After` around it.
  void noteMade(clang::SourceLocation Loc, std::string Before,
                llvm::StringRef Maker, std::string After);
  /// `##` makes `Product` of the word at `Loc`, which a macro's body has.
  void noteProduct(clang::SourceLocation Loc, std::string Product);
  /// The new name of the SDK's name at `Loc` means another thing there.
  void noteCaptured(clang::SourceLocation Loc);
  /// The name at `Loc` is the operand of a macro's `#`.
  void noteStringised(clang::SourceLocation Loc);
  /// The string whose contents begin at `Loc` is a name of the SDK.
  void noteString(clang::SourceLocation Loc, const StringFact &Fact);
  /// What the literal at `Loc` spells is compiled at run time.
  void noteCompiled(clang::SourceLocation Loc);
  /// True if some rule may speak about a string of these contents.
  bool knowsString(llvm::StringRef Contents) const;
  /// False if surely no name of the table ends with `Name`.
  bool mayHaveEntry(llvm::StringRef Name) const {
    return !Name.empty() && Run.names().mayKnow(Name);
  }
  /// The table's entry of a name.
  const Entry *entryOf(llvm::StringRef Name) const {
    return Run.names().findName(Name);
  }
  void forEachEntry(llvm::function_ref<void(const Entry &)> Visit) const {
    Run.names().forEach(Visit);
  }
  Direction direction() const { return Run.names().direction(); }
  /// The custom rules of this run.
  const RuleSet &customRules() const { return Run.names().Rules; }
  /// The architectures that findings are for; empty in a port to CUDA.
  llvm::ArrayRef<const Architecture *> targets() const { return Run.Targets; }
  /// True if a port writes this name for another one.
  bool isWrittenByPort(llvm::StringRef Name) const;
  void noteCall(clang::SourceLocation Callee, CallFact Fact);
  /// Notes the match if its range, and those of its nodes, lie in one input
  /// file as they are written; a match inside a macro's body does not.
  void noteMatch(llvm::StringRef Rule, clang::SourceRange Range,
                 const std::map<std::string, clang::SourceRange> &Nodes,
                 const clang::LangOptions &Options);
  /// Notes what a rule sees at the token at `Loc`. `Level`: absent, that of
  /// the message. `Fix` would settle it; it is left out if a part of it does
  /// not stand in the same file, outside of macros.
  void observe(clang::SourceLocation Loc, Message What,
               std::optional<Severity> Level = std::nullopt,
               llvm::ArrayRef<clang::FixItHint> Fix = {});
  /// False: nobody asks for what `noteFlow` and its like would record.
  bool followsValues() const { return Run.FollowsValues; }
  /// "PATH:OFFSET" where `Loc` is written, in an input file; else empty.
  std::string placeOf(clang::SourceLocation Loc);
  void noteOrigin(ValueOrigin Origin) {
    Out.ValueOrigins.insert(std::move(Origin));
  }
  void noteFlow(ValueNode From, ValueNode To) {
    Out.ValueFlows.insert({From, To});
  }
  /// A number of the code gets into the node.
  void noteNumber(ValueNode Node) { Out.Numbered.insert(Node); }
  /// The first argument of `What` is filled in where the value comes from.
  void noteUse(clang::SourceLocation Loc, Asked Of, ValueNode Node,
               Message What, Severity Level, ValueNode Threshold = 0);
  /// What the tokens of the range mean in one of their forms, which are those
  /// of `FileFacts::Meanings`. A range that is not of one input file is left
  /// out.
  void noteMeaning(clang::SourceRange Tokens, uint64_t Form, uint64_t Shape,
                   uint64_t Names);
  /// Clang would replace the characters by `Text`.
  void noteFix(clang::CharSourceRange Chars, std::string Text, Message Why);
  void noteCovered(clang::FileID File);
  /// The preprocessor leaves out a branch.
  void noteSkipped(clang::SourceRange Branch);
  /// The unit includes a header of the library whose namespace the header's
  /// directory is called after, and the header is no input.
  void noteLibrary(llvm::StringRef Header, clang::OptionalFileEntryRef File);
  /// The unit includes a header of PyTorch, found or not.
  void noteTorchHeader(llvm::StringRef Path);
  /// The namespace and name of a class of PyTorch's stable ABI, as the table
  /// has them; empty for any other.
  std::string stableClass(const clang::RecordDecl &Class) const;
  /// True if PyTorch's table has the name, and `Loc` is in no input file.
  bool isTorchs(llvm::StringRef Name, clang::SourceLocation Loc);
  /// True if PyTorch's table lists the name as a method.
  bool isTorchMethod(const clang::IdentifierInfo *Name) const;

  /// Hands the names declared so far, and what was left out, to the files that
  /// the unit covers. If the parse was not completed, nobody knows how much of
  /// a file it saw.
  void finish(bool Completed);

  Owner ownerOf(const clang::NamedDecl *D);
  /// True if `F` is the SDK's function of one of these names of CUDA's, which
  /// are spelled out.
  bool isSdkFunction(const clang::FunctionDecl &F, const NameSet &CudaNames);

  /// The input file that holds the spelling of `Loc`; null if none does.
  const InputFile *inputAt(clang::SourceLocation Loc);
  /// True for a location in the SDK's headers, ours or real.
  bool isInSdk(clang::SourceLocation Loc);
  bool isSdkPath(llvm::StringRef Path) const;

private:
  struct Spot {
    FileFacts *File;
    llvm::StringRef Path;
    unsigned Offset;
  };
  std::optional<Spot> spotOf(clang::SourceLocation Loc);
  const InputFile *inputOf(clang::FileID File);
  /// `UNKNOWN_MACRO cudaError_t f();` reads as a variable `cudaError_t` of an
  /// unknown type: what Clang then says of the name means nothing.
  bool isMisparse(const clang::NamedDecl *D) const;
  Owner classify(const clang::NamedDecl *D);
  bool isKnown(const clang::NamespaceDecl &Space) const;
  bool isTorchDeclaration(const clang::NamedDecl *D);
  bool isLibraryNamespace(const clang::NamedDecl *D) const;
  void record(clang::SourceLocation Loc, NameFact Fact);

  const Session &Run;
  std::string Unit;
  bool IsMusa;
  bool IsCuda;
  bool IsForDevice, AsksForDevice = false;
  Facts &Out;
  const clang::SourceManager *SM = nullptr;
  llvm::DenseMap<clang::FileID, const InputFile *> InputByFile;
  llvm::DenseMap<const clang::IdentifierInfo *, bool> Interesting;
  llvm::DenseMap<const clang::Decl *, Owner> Owners;
  llvm::StringSet<> FileScopeNames;
  llvm::StringSet<> Libraries; ///< namespaces of `noteLibrary`
  /// A file may be entered several times, with other branches.
  llvm::DenseMap<clang::FileID, Ranges> Skipped;
  bool IncludesTorch = false, OpensTorch = false, IncludesTorchStable = false;
};

} // namespace musify

#endif // MUSIFY_PARSE_RECORDER_H

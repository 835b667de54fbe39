#include "Parse/PreprocessorEngine.h"
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "Scan/CudaNames.h"
#include "Scan/Torch.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/MacroArgs.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/Token.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace musify {
namespace {

class PreprocessorEngine : public PPCallbacks {
public:
  PreprocessorEngine(Recorder &Out, std::vector<std::string> &Missing)
      : Out(Out), Missing(Missing) {}

  void LexedFileChanged(FileID File, LexedFileChangeReason Reason,
                        SrcMgr::CharacteristicKind, FileID,
                        SourceLocation) override {
    if (Reason == LexedFileChangeReason::EnterFile)
      Out.noteCovered(File);
  }

  bool FileNotFound(StringRef Name) override {
    if (!llvm::is_contained(Missing, Name))
      Missing.push_back(Name.str());
    return true; // go on as if it were empty
  }

  void InclusionDirective(SourceLocation, const Token &, StringRef Name, bool,
                          CharSourceRange Path, OptionalFileEntryRef File,
                          StringRef, StringRef, const Module *, bool,
                          SrcMgr::CharacteristicKind FileType) override {
    Out.noteTorchHeader(Name);
    Out.noteLibrary(Name, File);
    if (Path.getBegin().isMacroID())
      return;
    IncludeFact Fact;
    if (File) {
      Fact.InSdk = Out.isSdkPath(File->getName());
      if (!Fact.InSdk)
        Fact.Resolved = File->getFileEntry().tryGetRealPathName().str();
    }
    Out.noteInclude(Path.getBegin(), std::move(Fact));
  }

  void MacroDefined(const Token &Name, const MacroDirective *MD) override {
    const IdentifierInfo *Id = Name.getIdentifierInfo();
    if (Id && Out.inputAt(Name.getLocation()))
      noteIfCaptured(Name.getLocation(), Id->getName(), Out);
    if (!Out.isInteresting(Id) || isSdks(Name, Name.getLocation()))
      return;
    Out.noteOwner(Name.getLocation(), Id, Owner::User, Engine::Preprocessor);
    Out.noteFileScopeName(Id->getName());
  }
  void MacroUndefined(const Token &Name, const MacroDefinition &MD,
                      const MacroDirective *) override {
    use(Name, MD);
  }
  void MacroExpands(const Token &Name, const MacroDefinition &MD, SourceRange,
                    const MacroArgs *Args) override {
    use(Name, MD);
    if (Args && MD.getMacroInfo())
      lookAtOperands(*MD.getMacroInfo(), *Args);
  }
  void Defined(const Token &Name, const MacroDefinition &MD,
               SourceRange) override {
    use(Name, MD);
  }
  void Ifdef(SourceLocation, const Token &Name,
             const MacroDefinition &MD) override {
    use(Name, MD);
  }
  void Ifndef(SourceLocation, const Token &Name,
              const MacroDefinition &MD) override {
    use(Name, MD);
  }
  void Elifdef(SourceLocation, const Token &Name,
               const MacroDefinition &MD) override {
    use(Name, MD);
  }
  void Elifndef(SourceLocation, const Token &Name,
                const MacroDefinition &MD) override {
    use(Name, MD);
  }

  void SourceRangeSkipped(SourceRange Branch, SourceLocation) override {
    Out.noteSkipped(Branch);
  }

private:
  bool isSdks(const Token &Name, SourceLocation Definition) {
    return Out.isInSdk(Definition) ||
           Out.isTorchs(Name.getIdentifierInfo()->getName(), Definition);
  }

  // A macro that nobody defines is the SDK's as far as this unit can tell.
  void use(const Token &Name, const MacroDefinition &MD) {
    const MacroInfo *Info = MD.getMacroInfo();
    bool Users = Info && !isSdks(Name, Info->getDefinitionLoc());
    Out.noteOwner(Name.getLocation(), Name.getIdentifierInfo(),
                  Users ? Owner::User : Owner::Sdk, Engine::Preprocessor);
  }

  // What `#` and `##` make of an argument no look-up of names sees.
  void lookAtOperands(const MacroInfo &Macro, const MacroArgs &Args) {
    ArrayRef<Token> Body = Macro.tokens();
    for (size_t I = 0; I < Body.size(); ++I) {
      const IdentifierInfo *Parameter = Body[I].getIdentifierInfo();
      int Number = Parameter ? Macro.getParameterNum(Parameter) : -1;
      if (Parameter && Number < 0 &&
          (isPaste(Body, I - 1) || isPaste(Body, I + 1)))
        noteProduct(Macro, Args, I);
      if (Number < 0)
        continue;
      const Token *Argument = Args.getUnexpArgument(Number);
      const IdentifierInfo *Id = Argument->getIdentifierInfo();
      if (!Id || MacroArgs::getArgLength(Argument) != 1)
        continue;
      if (I > 0 && Body[I - 1].is(tok::hash) && Out.isInteresting(Id))
        Out.noteStringised(Argument->getLocation());
      noteMade(Macro, Args, I, *Argument);
      bool IsLeft = I + 1 < Body.size() && Body[I + 1].is(tok::hashhash) &&
                    (I == 0 || Body[I - 1].isNot(tok::hashhash));
      if (IsLeft && looksLikeFragment(Out.direction(), Id->getName()))
        Out.notePasted(Argument->getLocation());
    }
  }

  static bool isPaste(ArrayRef<Token> Body, size_t At) {
    return At < Body.size() && Body[At].is(tok::hashhash);
  }

  // `p_##Name##_t` with an SDK's name for `Name`.
  void noteMade(const MacroInfo &Macro, const MacroArgs &Args, size_t I,
                const Token &Argument) {
    StringRef Name = Argument.getIdentifierInfo()->getName();
    auto E = Out.entryOf(Name);
    if (!E || !E->renames())
      return;
    auto Around = pastedAround(Macro, Args, I);
    if (Around && !(Around->first.empty() && Around->second.empty()))
      Out.noteMade(Argument.getLocation(), Around->first, Name, Around->second);
  }

  // `cuda##Name`, whatever stands for `Name`.
  void noteProduct(const MacroInfo &Macro, const MacroArgs &Args, size_t I) {
    const Token &Word = Macro.tokens()[I];
    StringRef Name = Word.getIdentifierInfo()->getName();
    if (!looksLikeFragment(Out.direction(), Name))
      return;
    auto Around = pastedAround(Macro, Args, I);
    if (Around && !(Around->first.empty() && Around->second.empty()))
      Out.noteProduct(Word.getLocation(),
                      Around->first + Name.str() + Around->second);
  }

  /// What `##` puts before and behind the token; none if that is not known.
  std::optional<std::pair<std::string, std::string>>
  pastedAround(const MacroInfo &Macro, const MacroArgs &Args, size_t I) const {
    ArrayRef<Token> Body = Macro.tokens();
    std::string Before, After;
    for (size_t At = I; isPaste(Body, At - 1); At -= 2) {
      auto Text = spelled(Macro, Args, Body[At - 2]);
      if (!Text)
        return std::nullopt;
      Before.insert(0, *Text);
    }
    for (size_t At = I; isPaste(Body, At + 1); At += 2) {
      auto Text = spelled(Macro, Args, Body[At + 2]);
      if (!Text)
        return std::nullopt;
      After += *Text;
    }
    return std::pair(std::move(Before), std::move(After));
  }

  /// The text of a macro's token, or of the argument in its place; none if that
  /// is not one token.
  std::optional<std::string> spelled(const MacroInfo &Macro,
                                     const MacroArgs &Args,
                                     const Token &Tok) const {
    const Token *Spelled = &Tok;
    if (const IdentifierInfo *Id = Tok.getIdentifierInfo())
      if (int Number = Macro.getParameterNum(Id); Number >= 0) {
        Spelled = Args.getUnexpArgument(Number);
        unsigned Length = MacroArgs::getArgLength(Spelled);
        if (Length != 1)
          return Length ? std::nullopt : std::optional<std::string>("");
      }
    return Lexer::getSpelling(*Spelled, Out.sourceManager(), LangOptions());
  }

  Recorder &Out;
  std::vector<std::string> &Missing;
};

} // namespace

std::unique_ptr<PPCallbacks>
makePreprocessorEngine(Recorder &Out, std::vector<std::string> &Missing) {
  return std::make_unique<PreprocessorEngine>(Out, Missing);
}

} // namespace musify

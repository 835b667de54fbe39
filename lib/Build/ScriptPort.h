//===- ScriptPort.h - One script under decision (internal) ------*- C++ -*-===//
#ifndef MUSIFY_BUILD_SCRIPTPORT_H
#define MUSIFY_BUILD_SCRIPTPORT_H

#include "Build/Halves.h"
#include "Build/Port.h"
#include "Lint/Catalogue.h"
#include "llvm/ADT/DenseSet.h"
#include <map>

namespace musify {

/// `nvcc`, `/usr/local/cuda/bin/nvcc`, `$(CUDA_HOME)/bin/mcc`.
bool isDeviceCompiler(llvm::StringRef Word);

/// True if the token is a variable that is set, also by `set(NAME value)`.
bool isAssigned(llvm::ArrayRef<ScriptToken> Tokens, size_t I);

/// `Text` in backticks, on one line.
std::string oneLine(llvm::StringRef Text);

/// The message, followed by the note of the rule.
Message withNote(Message What, const BuildRule &R);

/// `kwargs` of `f(**kwargs)`, where it is token `I`; empty: another token.
llvm::StringRef spreadAt(llvm::ArrayRef<ScriptToken> Tokens,
                         llvm::StringRef Text, size_t I);

class ScriptPort {
public:
  ScriptPort(const Script &S, const BuildRules &Rules, const BuildTree &Tree,
             const Table &Names, UnverifiedPolicy Unverified)
      : S(S), Text(S.Text), Tokens(S.Scan.Tokens), Rules(Rules), Tree(Tree),
        Names(Names), Unverified(Unverified) {}

  std::vector<Finding> run();
  std::vector<llvm::StringRef> definedMacros() const;

private:
  using Token = ScriptToken;
  using Place = BuildRule::Place;
  using Action = BuildRule::Action;

  // Port.cpp: which rule is for which token.
  void visit(size_t I);
  void visitCommand(size_t I);
  void visitVariable(size_t I);
  void findRoots();
  void visitWord(size_t I);
  bool wordRules(size_t I);
  bool setsCMakeVariable(size_t I);
  size_t valueOfFlag(size_t I) const;
  bool flagRules(size_t I);
  bool namedVariable(size_t I);
  bool beginsCall(size_t I) const;
  void programRules(size_t I);
  void pathRules(size_t I);
  void belowRoot(unsigned At, bool IsPart = false);
  const BuildRule *findRule(Place At, llvm::StringRef Text, size_t I) const;
  bool applies(const BuildRule &R, size_t I) const;
  bool isSyntax(const BuildRule &R) const;
  void tellUnread();

  // Nvcc.cpp
  void findNvccWords();
  bool speaksOfNvcc(const Token &T) const;

  // Link.cpp
  void linkRuntime();
  std::string rootText() const;
  std::string rootName(llvm::StringRef Variable) const;
  bool isCalledByOther(const Token &T) const;
  bool callsCompiler(const Token &T, llvm::StringRef Compiler) const;
  size_t redirectionAt(llvm::ArrayRef<const Token *> Words,
                       unsigned Begin) const;
  std::vector<const Token *> argumentsOf(size_t I) const;
  std::vector<llvm::StringRef>
  spelledOut(llvm::ArrayRef<const Token *> Words) const;
  void valuesOf(llvm::StringRef Variable, llvm::StringSet<> &Seen,
                std::vector<llvm::StringRef> &Out) const;

  // KeepSuffix.cpp
  void keepSuffixes();
  std::vector<const Token *> ruleOf(size_t Call) const;
  std::optional<bool> standsForSources(const Token &T, size_t Call) const;
  void keepInCall(const BuildRule &R, size_t Call, const BuildRule &Link);
  void keepInTarget(const BuildRule &R, size_t Call);
  void keepInPackage(const BuildRule &R, size_t Call);
  void keepInCommand(const BuildRule &R, size_t I);
  unsigned countExtensions(const BuildRule &R) const;
  bool keepInExtension(const BuildRule &R, size_t I);

  // Literals.cpp
  void visitLiteral(size_t I);

  // Actions.cpp: what a rule does.
  void apply(const BuildRule &R, size_t I, unsigned Begin, unsigned End,
             size_t ValueAt);
  void replace(const BuildRule &R, unsigned Begin, unsigned End);

  // Quotes.cpp: quotes in a string, for the program that is called.
  std::optional<ScriptRange> quotesAt(unsigned At, unsigned Limit) const;
  std::optional<ScriptRange> quotesAround(const Token &T) const;
  unsigned endOfFlag(size_t First, size_t Last) const;
  ScriptRange insideQuotes(ScriptRange Quoted) const;
  bool unquoteItem(const BuildRule &R, const Token &Value);

  // Drop.cpp
  void drop(const BuildRule &R, size_t First, size_t Last);
  ScriptRange handedOn(const Token &T, size_t ValueAt) const;
  void joinToPrefix(const BuildRule &R, unsigned Begin, ScriptRange Whole,
                    ScriptRange Held);
  void unwrapItem(const BuildRule &R, size_t I, size_t ValueAt);
  void unwrap(const BuildRule &R, size_t I, size_t ValueAt);
  std::optional<ScriptRange> rangeToDrop(size_t First, size_t Last);
  size_t blanksBefore(size_t At, size_t Limit) const;
  bool dropLineOf(unsigned At);
  bool isListItem(const Token &T) const;
  std::optional<ScriptRange> listItemToDrop(unsigned Begin, unsigned End) const;

  // Arch.cpp
  unsigned archGroup(const Token &T) const;
  void arch(const BuildRule &R, size_t First, size_t Last);
  bool archOfVariable(const BuildRule &R, size_t I);
  llvm::StringRef appending(const Token &T) const;
  bool archAppended(const BuildRule &R, size_t I);
  bool isBesideArch(const Token &T) const;
  void reportArch(const BuildRule &R, unsigned Begin, unsigned End,
                  llvm::StringRef Written);

  std::string archText(const BuildRule &R, llvm::StringRef Separator) const;

  // ArchLists.cpp
  std::string archNumbers() const;
  std::string archFlagsText(llvm::StringRef Separator) const;
  ScriptRange valueOf(size_t I) const;
  ScriptRange valueOfProperty(size_t I, bool TakesRest) const;
  size_t endOfCall(size_t Call) const;
  void skipTokens(unsigned Begin, unsigned End);
  void archList(const BuildRule &R, size_t I);
  void archFlags(const BuildRule &R, size_t I);
  void archProperty(const BuildRule &R, size_t I);

  // Packages.cpp
  void package(const BuildRule &R, size_t I);
  void language(const BuildRule &R, size_t I);
  void insertBefore(const BuildRule &R, size_t I);
  std::string lines(const BuildRule &R, unsigned At);
  /// The block of `if`, `foreach`... that a CMake command stands in changes.
  void enterBlock(llvm::StringRef Command);

  // Names.cpp: the mapping table decides.
  bool tableRules(size_t I);
  template <typename Fn> void forEachTableRule(size_t I, Fn IsEnough) const;
  bool asksForMacro(size_t I) const;
  bool namesRunTimeVariable(size_t I) const;
  bool lookUp(const BuildRule &R, size_t I);
  std::optional<Entry> findLibrary(llvm::StringRef Name) const;
  bool tellStatic(llvm::StringRef Word);
  bool lookUpFile(llvm::StringRef File);
  bool lookUpHeader(llvm::StringRef Word, bool IsPath);
  const Entry *functionOf(const Token &T, unsigned &At) const;
  void tellFunction(const Token &T);
  void tellFunction(const Entry &Function, unsigned At);
  bool lookUpMacro(llvm::StringRef Word);
  void applyEntry(const Entry &E, llvm::StringRef Old, llvm::StringRef New,
                  unsigned Begin);

  // HalvesOfNames.cpp: names that both sides of a script use.
  bool isInHalf(unsigned Offset) const {
    return Halves.isCudas(Offset) || Halves.isMusas(Offset);
  }
  struct NameUse {
    bool InCudas = false, Elsewhere = false;
    bool MusasImport = false; ///< MUSA's side imports one of that name
  };
  NameUse useOf(llvm::StringRef Name, size_t First, size_t Last) const;
  bool staysForHalves(const BuildRule &R, llvm::StringRef Bound, size_t First,
                      size_t Last, bool &IsShared);
  bool isKeyOfHalf(unsigned Offset) const;
  void leaveHalves();

  // Python.cpp
  void readImports();
  void readImportFrom(size_t From);
  const BuildRule *importRule(llvm::StringRef Name,
                              llvm::StringRef Module) const;
  void renameImported(size_t At, const BuildRule &R);
  void splitImport(size_t From, size_t First, size_t Last,
                   llvm::ArrayRef<std::string> Kept,
                   llvm::ArrayRef<std::string> Moved, llvm::StringRef Module);
  void noteModule(llvm::StringRef Spelling, llvm::StringRef Module,
                  size_t Last);
  void importModules(size_t I);
  bool visitQualified(size_t I);
  std::string fullName(llvm::StringRef Name) const;
  void insertImports();
  unsigned importBefore(size_t Last) const;
  bool isAtTop(size_t Last) const;
  void visitName(size_t I);
  bool isKeyword(const Token &T) const;
  bool buildsExtensions() const;
  void belowRootOfName(size_t I, unsigned End);

  void findRootNames();
  void visitPythonWord(size_t I);

  // PythonArguments.cpp
  bool isOfOption(size_t I, llvm::StringRef Glob) const;
  bool isComparedWith(size_t I, llvm::StringRef Glob) const;
  bool isParameter(size_t I, llvm::StringRef Glob) const;
  bool standsBehind(size_t I, llvm::StringRef Glob) const;
  bool isOf(const BuildRule &R, const Token &T, llvm::StringRef Call) const;
  void findLists();
  void findLibraryLists();

  // Cython.cpp
  bool visitCythonName(size_t I);

  // RunTime.cpp
  const BuildRule *findAttribute(size_t I, llvm::StringRef &Name) const;
  const BuildRule *findMember(const Token &T, unsigned &At) const;
  const BuildRule *findMemberMade(size_t I, unsigned &At) const;
  bool visitMember(size_t I);
  const BuildRule *findModule(size_t I) const;
  bool visitAttributeText(size_t I);
  bool concernsRunTime(size_t I) const;
  void countRunTime();

  // Mentions.cpp
  struct Mention;
  void followRest();
  void followChoices();
  void followBareSuffixes();
  void followSuffix(llvm::StringRef Word, bool MayBeShorter = false);
  void follow(unsigned At, llvm::StringRef Old, llvm::StringRef New,
              llvm::StringRef Name);
  Mention mentionAt(unsigned At, unsigned SuffixEnd) const;
  bool namesRenamed(const Mention &M, llvm::StringRef Suffix) const;
  bool isDecided(unsigned Begin, unsigned End) const;
  bool isUnread(unsigned At) const;
  bool isInGenerated(unsigned At) const;

  // Sources.cpp
  void followSources(size_t I);
  bool namesSource(llvm::StringRef Word, bool &IsLiteral) const;
  bool matchesSource(const std::string &Pattern) const;
  void findGenerated();
  bool isGenerated(llvm::StringRef Word) const;
  bool isReplaced(size_t I) const;
  bool isWrittenUnit(llvm::StringRef Word) const;
  void reportKeptSources(const Token &T);

  // What becomes of it.
  void edit(llvm::StringRef Rule, unsigned Begin, unsigned End, std::string New,
            Message Why, llvm::StringRef Entry);
  void report(unsigned Begin, unsigned End, Message What, llvm::StringRef Entry,
              std::optional<Severity> Level = std::nullopt);
  /// A rule that changes nothing here, or whose change needs a check.
  void reportRule(const BuildRule &R, unsigned Begin, unsigned End);
  bool isComment(unsigned Offset) const;
  /// The first token of the statement of token `I`.
  size_t firstOfStatement(size_t I) const;

  const Script &S;
  llvm::StringRef Text;
  const std::vector<Token> &Tokens;
  const BuildRules &Rules;
  const BuildTree &Tree;
  const Table &Names;
  UnverifiedPolicy Unverified;
  ScriptHalves Halves; ///< read by `run`
  std::vector<Finding> Out;
  /// The token that `firstOfStatement` was asked for last, and its answer.
  mutable std::pair<size_t, size_t> LastStatement = {0, 0};

  std::map<llvm::StringRef, std::string>
      Imported; ///< name → module it came from
  /// How the script spells a module that rules speak about, and where the
  /// imports of it end.
  struct ImportedModule {
    std::string Module, NewModule;
    std::vector<size_t> LastTokens;
  };
  std::map<llvm::StringRef, ImportedModule> Modules;
  llvm::StringSet<> UsedModules; ///< spellings of those with replaced names
  llvm::DenseSet<unsigned> NvccStatements; ///< that name the compiler
  llvm::DenseSet<const char *> NvccCalls;  ///< of a shell, likewise
  llvm::StringSet<> NvccLists; ///< Python's variables with flags of nvcc
  /// Python's names → the keyword of a call whose value they are; Make's →
  /// what stands before each of their words in a command.
  llvm::StringMap<llvm::StringRef> ListsOf;
  /// Python's names → the calls that get them with `**`.
  llvm::StringMap<llvm::StringSet<>> HandedOn;
  std::vector<ScriptRange> NvccFunctions; ///< of Python, by their names
  /// Words that name what the build writes; true: CMake itself does.
  llvm::StringMap<bool> Generated;
  llvm::DenseSet<unsigned> Done;     ///< tokens that need no look any more
  llvm::DenseSet<unsigned> ArchDone; ///< groups whose architecture is written
  llvm::StringSet<> OwnRoots;    ///< variables that hold the toolkit's folder
  llvm::StringSet<> RootAliases; ///< names that Python imports such a folder as
  llvm::StringMap<llvm::StringRef> Aliases; ///< of imported names that move
  llvm::StringSet<> Reported;               ///< rules that were reported
  unsigned DroppedUntil = 0;
  llvm::StringRef ArchAppended;   ///< before the last item of a pair of lines
  unsigned ArchAppendedUntil = 0; ///< the line after it
  bool AsksForRunTime = false;    ///< rules about it are looked up, not applied
  bool EnablesLanguage = false;   ///< of CMake: MUSA's
  bool CompilerIsNvcc = false;    ///< and so CFLAGS are nvcc's
  bool ReportedArch = false, ReportedKeptSource = false;
  std::vector<unsigned> Blocks; ///< open ones, by number
  unsigned LastBlock = 0;
  std::map<std::string, std::vector<std::vector<unsigned>>> InsertedIn;
};

} // namespace musify

#endif // MUSIFY_BUILD_SCRIPTPORT_H

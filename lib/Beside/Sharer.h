//===- Sharer.h - The additions to one shared file --------------*- C++ -*-===//
//
// Share.cpp has guards, declarations, branches and cases; ShareEnumerators.cpp
// and ShareConditions.cpp have what their names say.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_BESIDE_SHARER_H
#define MUSIFY_BESIDE_SHARER_H

#include "Beside/Code.h"
#include "Beside/Share.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

namespace musify {

/// The bytes of the range as a port has them.
std::string portedText(llvm::StringRef Text, TextRange Range,
                       const FilePlan &Plan);
/// True if the line is a directive that tests something.
bool isCondition(llvm::StringRef Text, unsigned Offset);
/// True if an edit begins in the range.
bool hasEdit(const FilePlan &Plan, TextRange In);

class Sharer {
public:
  Sharer(const SharedText &In, const RenameDecisions &Decided,
         const BackendSwitch &Switch)
      : In(In), Decided(Decided), Switch(Switch),
        Break(In.Text.contains("\r\n") ? "\r\n" : "\n") {}

  FilePlan run();

private:
  void insert(unsigned At, std::string Text, llvm::StringRef Beside);
  void collectGuards();
  bool registersAnother(const CodeDeclaration &D) const;
  void addDeclared();
  void addBranches();
  void addGuards();
  void addGuard(const Guard &G, llvm::StringRef New);
  bool hasCounterpart(const Guard &G, llvm::StringRef New) const;
  void reportTwice(const Guard &G);
  void addCases();
  void addEnumerator(const Enumeration &E, llvm::StringRef Old,
                     const std::string &New);
  void addBeforeCounter(const Enumeration &E, llvm::StringRef Old,
                        const std::string &New);
  void reportEnumerator(llvm::StringRef Name);
  void addEnumerators();
  void addDefinitions();
  bool changesBody(const TextRange &Body) const;
  bool asksAlready(const Conditional &C) const;
  void widen(const Conditional &C);
  void widenConditions();
  void report(const Finding &F);
  bool isDone(unsigned Offset) const {
    return llvm::any_of(Done,
                        [&](const TextRange &R) { return R.holds(Offset); });
  }
  bool isGuarded(unsigned Offset) const {
    return llvm::any_of(Guards,
                        [&](const Guard &G) { return G.Whole.holds(Offset); });
  }
  std::string newMacro(const Guard &G) const;
  std::string portedBody(TextRange Range) const;
  std::string guarded(const std::string &Text) const;
  std::pair<unsigned, std::string> vendorsPlace(llvm::StringRef Name) const;

  const SharedText &In;
  const RenameDecisions &Decided;
  const BackendSwitch &Switch;
  llvm::StringRef Break;
  std::vector<Guard> Guards;   ///< the outermost
  std::vector<Guard> Rows;     ///< these, and those of other backends
  std::vector<TextRange> Done; ///< has its counterpart
  llvm::StringSet<> Reported;
  FilePlan Out;
};

} // namespace musify

#endif // MUSIFY_BESIDE_SHARER_H

//===- Code.h - Places for another backend in shared code -------*- C++ -*-===//
//
// Found by tokens, so that they are found in branches that no build compiles.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_BESIDE_CODE_H
#define MUSIFY_BESIDE_CODE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace musify {

/// Half-open byte range of a text.
struct TextRange {
  unsigned Begin = 0, End = 0;
  bool holds(unsigned Offset) const { return Begin <= Offset && Offset < End; }
  bool holds(const TextRange &In) const {
    return Begin <= In.Begin && In.End <= End;
  }
};

/// `#ifdef X` or `#if defined(X)` up to its `#endif`, whole lines.
struct Guard {
  llvm::StringRef Macro;
  TextRange Whole;
  TextRange Body;       ///< of the branch for the macro
  bool HasElse = false; ///< other branches follow
  bool ByValue = false; ///< `#if X`: also a macro that is 0 is defined
};

/// The outermost guards whose macro `IsSwitch` accepts, in order.
std::vector<Guard>
findGuards(llvm::StringRef Text,
           llvm::function_ref<bool(llvm::StringRef)> IsSwitch);

/// A branch that a condition of the preprocessor chooses.
struct Conditional {
  llvm::StringRef Name; ///< `if`, `ifdef`, `ifndef`, `elif`
  TextRange Directive;  ///< from the name on
  TextRange Condition;
  TextRange Body; ///< whole lines
};
/// In order; outer ones first.
std::vector<Conditional> findConditionals(llvm::StringRef Text);

/// The directive, from its name on, with each name for which `NewName` has
/// another one asked for beside that one; none if a name is compared, or is no
/// question of its own.
std::optional<std::string>
widenedDirective(const Conditional &C, llvm::StringRef Text,
                 llvm::function_ref<llvm::StringRef(unsigned Offset)> NewName);

/// `case A::B:` up to the next label, or to the end of the switch.
struct CaseRange {
  llvm::StringRef Name; ///< `B`
  TextRange Whole;
};
std::vector<CaseRange> findCases(llvm::StringRef Text);

struct Enumeration {
  std::vector<llvm::StringRef> Names;
  unsigned End = 0; ///< behind the last enumerator, its value included
  /// The first of the enumerators at the end that count the others or say where
  /// they end (`kNumKinds`, `KIND_LAST`); "": there is none.
  llvm::StringRef Counter;
  /// One more, before the counter or at the end, has a value of its own.
  bool TakesOne = true;
};
std::vector<Enumeration> findEnumerations(llvm::StringRef Text);

/// A statement `if` that its condition chooses.
struct Branch {
  TextRange Condition;    ///< what stands in the parentheses
  TextRange Body;         ///< of a block: the lines between its braces
  TextRange Whole;        ///< up to the end of the body; else all of it
  llvm::StringRef Indent; ///< of the brace that ends a block
  bool IsBlock = false;
};
/// Blocks whose braces end and begin lines, and single statements that leave
/// the code around them; outer ones first.
std::vector<Branch> findBranches(llvm::StringRef Text);

/// A function or a macro that is declared outside of classes, or the use of a
/// macro there, as registrations are.
struct CodeDeclaration {
  enum class Is { Function, Macro, Use };
  Is What;
  llvm::StringRef Name;
  TextRange Whole;     ///< whole lines
  TextRange Arguments; ///< of a use
  /// Those of its arguments that are names, also qualified ones.
  std::vector<TextRange> GivenNames;
};
std::vector<CodeDeclaration> findDeclared(llvm::StringRef Text);

/// Functions that the text defines with external linkage, outside of classes:
/// each name with the namespaces around it.
struct DefinedFunction {
  llvm::StringRef Name;
  unsigned Offset = 0;
  std::vector<llvm::StringRef> Namespaces;
};
std::vector<DefinedFunction> findFunctions(llvm::StringRef Text);

} // namespace musify

#endif // MUSIFY_BESIDE_CODE_H

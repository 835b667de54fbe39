//===- ValueReader.h - Which declarations a number comes from ---*- C++ -*-===//
#ifndef MUSIFY_PARSE_RULES_VALUEREADER_H
#define MUSIFY_PARSE_RULES_VALUEREADER_H

#include "Facts/Facts.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

namespace musify {

class Recorder;

/// Reads where numbers come from and go to, as `ValueNode`s. Templates count as
/// their patterns. What is not declared in an input file has no node, which is
/// 0.
class ValueReader {
public:
  explicit ValueReader(Recorder &Out) : Out(Out) {}

  /// A variable, member or parameter; a pointer or reference to a number stands
  /// for the number.
  ValueNode nodeOf(const clang::ValueDecl &D);
  /// What a function returns.
  ValueNode resultOf(const clang::FunctionDecl &F);
  ValueNode parameterOf(const clang::FunctionDecl &F, unsigned Index);
  /// What a function answers that hands the parameter on as a question.
  ValueNode answerTo(const clang::FunctionDecl &F, unsigned Index);
  /// From here on the variable stands for another number: its node changes.
  void renew(const clang::VarDecl &V) { ++Renewed[&V]; }
  /// A node that all units know by this text.
  static ValueNode nodeOf(llvm::StringRef Known);
  /// What the expression hands on of `leavesOf`; without those that have none.
  llvm::SmallVector<ValueNode, 2> nodesIn(const clang::Expr *E);

private:
  std::string keyOf(const clang::FunctionDecl &F);
  ValueNode nodeOfLeaf(const clang::Expr &Leaf);

  Recorder &Out;
  llvm::DenseMap<const clang::VarDecl *, unsigned> Renewed;
};

/// A number, or what leads to one: a pointer, an array, `std::pair<int, int>`,
/// a string, a pointer to a function that returns one.
bool holdsNumber(clang::QualType T);

/// True if the host cannot call the function.
bool isDeviceOnly(const clang::FunctionDecl &F);

/// Names, members and calls whose numbers the expression hands on, with
/// arithmetic on them.
llvm::SmallVector<const clang::Expr *, 2> leavesOf(const clang::Expr *E);

/// The variable or member that an argument gives away to be written: `&x`, or
/// the one that a reference is bound to. Null if there is none.
const clang::ValueDecl *writtenBy(const clang::Expr &Argument);

/// The container that the call fills with its arguments: `v.push_back(x)`,
/// `p = {x, y}`. Null if there is none.
const clang::Expr *containerWrittenBy(const clang::CallExpr &Call);

/// True for a function or method of the standard library.
bool isStd(const clang::FunctionDecl &F);

struct TableLookup {
  const clang::Expr *Table = nullptr; ///< null: no look-up
  const clang::Expr *Key = nullptr;
};
/// `t[k]`, `m.find(k)`, `m.at(k)`, `std::find(v.begin(), v.end(), k)`
TableLookup lookupBy(const clang::Expr &E);

/// The highest number in the initializer of the variable that `E` names, or in
/// `E` itself; zero if there is none.
int64_t listedNumber(const clang::Expr *E, const clang::ASTContext &Context);

/// True if `E`, or that initializer, makes an object of numbers alone.
bool listsNumbersOnly(const clang::Expr *E, const clang::ASTContext &Context);

/// The highest number that `E` stands for in a comparison: its value, or that
/// of an element of a table or container of constants. Zero if there is none.
int64_t comparedNumber(const clang::Expr *E, const clang::ASTContext &Context);

} // namespace musify

#endif // MUSIFY_PARSE_RULES_VALUEREADER_H

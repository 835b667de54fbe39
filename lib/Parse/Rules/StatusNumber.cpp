// Enumerators keep their names on MUSA, not their numbers. A number in the code
// is not renamed: of a status, 0 alone is success everywhere; of another enum,
// the tables tell which numbers differ.
#include "Parse/Recorder.h"
#include "Parse/Rules/All.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"

using namespace llvm;
using namespace clang;
using namespace clang::ast_matchers;

namespace musify {
namespace {

/// The enum of an expression, also of one that is cast to an integer.
const EnumDecl *enumOf(const Expr *E) {
  for (E = E->IgnoreParens();;) {
    if (const auto *Enum = E->getType()->getAsEnumDecl())
      return Enum;
    const auto *Cast = dyn_cast<CastExpr>(E);
    if (!Cast)
      return nullptr;
    E = Cast->getSubExpr()->IgnoreParens();
  }
}

std::string nameOfEnum(const EnumDecl &Enum) {
  if (const TypedefNameDecl *Typedef = Enum.getTypedefNameForAnonDecl())
    return Typedef->getNameAsString();
  return Enum.getNameAsString();
}

bool isStatus(StringRef Name) {
  return Name.contains_insensitive("error") ||
         Name.contains_insensitive("status") ||
         Name.contains_insensitive("result");
}

class StatusNumber : public AstConcern {
public:
  using AstConcern::AstConcern;
  void addTo(MatchFinder &Finder) override {
    auto ToEnum = hasType(hasCanonicalType(hasDeclaration(enumDecl())));
    Finder.addMatcher(binaryOperator(isComparisonOperator()).bind("comparison"),
                      this);
    Finder.addMatcher(
        castExpr(ToEnum, hasSourceExpression(expr(hasType(isInteger()))))
            .bind("cast"),
        this);
    Finder.addMatcher(switchStmt().bind("switch"), this);
  }
  void run(const MatchFinder::MatchResult &Result) override {
    if (const auto *Cast = Result.Nodes.getNodeAs<CastExpr>("cast"))
      return checkValue(Cast->getSubExpr(), enumOf(Cast));
    if (const auto *Op = Result.Nodes.getNodeAs<BinaryOperator>("comparison")) {
      checkValue(Op->getLHS(), enumOf(Op->getRHS()));
      return checkValue(Op->getRHS(), enumOf(Op->getLHS()));
    }
    const auto *Switch = Result.Nodes.getNodeAs<SwitchStmt>("switch");
    for (const SwitchCase *Case = Switch->getSwitchCaseList(); Case;
         Case = Case->getNextSwitchCase())
      if (const auto *C = dyn_cast<CaseStmt>(Case))
        checkValue(C->getLHS(), enumOf(Switch->getCond()));
  }

private:
  /// Checks the literals that `E` may be.
  void checkValue(const Expr *E, const EnumDecl *Enum) {
    if (!Enum)
      return;
    E = E->IgnoreParenImpCasts();
    if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E)) {
      checkValue(Choice->getTrueExpr(), Enum);
      return checkValue(Choice->getFalseExpr(), Enum);
    }
    int64_t Sign = 1;
    if (const auto *Minus = dyn_cast<UnaryOperator>(E);
        Minus && Minus->getOpcode() == UO_Minus) {
      Sign = -1;
    }
    const auto *Number = dyn_cast<IntegerLiteral>(
        Sign < 0 ? cast<UnaryOperator>(E)->getSubExpr()->IgnoreParenImpCasts()
                 : E);
    if (Number && Out.ownerOf(Enum) == Owner::Sdk)
      checkNumber(E->getSourceRange(), Number->getLocation(),
                  Sign * Number->getValue().getSExtValue(), *Enum);
  }

  /// `Whole` is the number with its sign, `Loc` where it is reported.
  void checkNumber(SourceRange Whole, SourceLocation Loc, int64_t Number,
                   const EnumDecl &Enum) {
    std::string Type = nameOfEnum(Enum);
    const Entry *Same = enumeratorOf(Number, Enum);
    auto Tell = [&](Message What) {
      std::vector<FixItHint> Fix;
      if (Same && (!Out.isMusa() || Same->renames()))
        Fix.push_back(FixItHint::CreateReplacement(
            Whole, Out.isMusa() ? Same->To : Same->From));
      Out.observe(Loc, std::move(What), std::nullopt, Fix);
    };
    if (isStatus(Type)) {
      if (Number)
        Tell(say(msg::StatusNumber, Type));
      return;
    }
    if (!Same)
      return;
    if (!Same->Value.empty())
      Tell(say(msg::EnumNumber, itostr(Number), Type, Same->From, Same->To,
               Same->Value));
    else if (Same->S != Status::Supported && isRenumbered(Enum))
      Tell(say(msg::EnumNumberUnknown, itostr(Number), Type, Same->From));
  }

  /// CUDA's enumerator of this number; of several, the one whose number on MUSA
  /// is known. None if MUSA's code means a number of MUSA's.
  const Entry *enumeratorOf(int64_t Number, const EnumDecl &Enum) {
    const Entry *Found = nullptr;
    for (const EnumConstantDecl *Each : Enum.enumerators()) {
      auto It = numbered().find(Each->getName());
      if (It == numbered().end())
        continue;
      const Entry &E = It->second;
      if (Out.isMusa() && is(E.Value, Number))
        return nullptr;
      if (is(E.FromValue, Number) && (!Found || Found->Value.empty()))
        Found = &E;
    }
    return Found;
  }

  bool isRenumbered(const EnumDecl &Enum) {
    return any_of(Enum.enumerators(), [&](const EnumConstantDecl *Each) {
      auto It = numbered().find(Each->getName());
      return It != numbered().end() && !It->second.Value.empty();
    });
  }

  static bool is(StringRef Text, int64_t Number) {
    int64_t Value = 0;
    return !Text.getAsInteger(10, Value) && Value == Number;
  }

  /// Enumerators whose number in CUDA is known, by their names in this unit.
  const StringMap<Entry> &numbered() {
    if (!Numbered) {
      Numbered.emplace();
      Out.forEachEntry([&](const Entry &E) {
        if (!E.FromValue.empty())
          Numbered->try_emplace(Out.isMusa() && E.renames() ? E.To : E.From, E);
      });
    }
    return *Numbered;
  }

  std::optional<StringMap<Entry>> Numbered; ///< made when asked for
};

} // namespace

std::unique_ptr<AstConcern> makeStatusNumber(Recorder &Out) {
  return std::make_unique<StatusNumber>(Out);
}

} // namespace musify

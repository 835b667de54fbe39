#include "Ptx/Lop3.h"
#include "llvm/ADT/StringExtras.h"
#include <array>
#include <vector>

namespace musify {
namespace {

struct Expression {
  std::string Text;
  unsigned Cost = ~0u;
};
using Expressions = std::array<Expression, 256>;

std::string nested(const std::string &Text) {
  return Text.find(' ') == std::string::npos ? Text : "(" + Text + ")";
}

/// All tables, the cheap expressions first; a new one of `Cost` is an operator
/// over two whose costs are one less together.
Expressions allExpressions() {
  Expressions All;
  std::vector<std::vector<unsigned>> OfCost(1);
  auto Note = [&](unsigned Table, std::string Text, unsigned Cost) {
    if (All[Table].Cost <= Cost)
      return;
    All[Table] = {std::move(Text), Cost};
    OfCost[Cost].push_back(Table);
  };
  Note(0xF0, "$~a", 0);
  Note(0xCC, "$~b", 0);
  Note(0xAA, "$~c", 0);
  Note(0x00, "0u", 0);
  Note(0xFF, "~0u", 0);
  for (unsigned Cost = 1, Known = 5; Known < 256; ++Cost) {
    OfCost.emplace_back();
    for (unsigned X : OfCost[Cost - 1])
      Note(~X & 0xFF, "~" + nested(All[X].Text), Cost);
    for (unsigned Left = 0; Left < Cost; ++Left)
      for (unsigned X : OfCost[Left])
        for (unsigned Y : OfCost[Cost - 1 - Left]) {
          std::string A = nested(All[X].Text), B = nested(All[Y].Text);
          Note(X & Y, llvm::join_items(" & ", A, B), Cost);
          Note(X | Y, llvm::join_items(" | ", A, B), Cost);
          Note(X ^ Y, llvm::join_items(" ^ ", A, B), Cost);
        }
    Known += OfCost[Cost].size();
  }
  return All;
}

} // namespace

std::string lop3Expression(unsigned char Table) {
  static const Expressions All = allExpressions();
  return All[Table].Text;
}

} // namespace musify

//===- AstEngine.h - AST matchers that record owners ------------*- C++ -*-===//
#ifndef MUSIFY_PARSE_ASTENGINE_H
#define MUSIFY_PARSE_ASTENGINE_H

#include "clang/ASTMatchers/ASTMatchFinder.h"
#include <memory>
#include <vector>

namespace musify {

class Recorder;

/// One concern of the AST: which nodes spell names, and whose they are.
class AstConcern : public clang::ast_matchers::MatchFinder::MatchCallback {
public:
  explicit AstConcern(Recorder &Out) : Out(Out) {}
  virtual void addTo(clang::ast_matchers::MatchFinder &Finder) = 0;

protected:
  Recorder &Out;
};

/// Every concern: the list in AstEngine.cpp, then the rules of Rules/All.def.
std::vector<std::unique_ptr<AstConcern>> makeAstConcerns(Recorder &Out);

} // namespace musify

#endif // MUSIFY_PARSE_ASTENGINE_H

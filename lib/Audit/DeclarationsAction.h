//===- DeclarationsAction.h - A parse for declarations alone ----*- C++ -*-===//
#ifndef MUSIFY_AUDIT_DECLARATIONSACTION_H
#define MUSIFY_AUDIT_DECLARATIONSACTION_H

#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"

namespace musify {

/// What functions do is skipped, and no number of errors ends the parse: the
/// headers of an SDK may be for another host.
class DeclarationsAction : public clang::ASTFrontendAction {
public:
  bool BeginInvocation(clang::CompilerInstance &CI) override {
    CI.getFrontendOpts().SkipFunctionBodies = true;
    CI.getDiagnosticOpts().ErrorLimit = 0;
    return true;
  }
};

} // namespace musify

#endif // MUSIFY_AUDIT_DECLARATIONSACTION_H

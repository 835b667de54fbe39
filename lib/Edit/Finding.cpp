//===- Finding.cpp - Spelling of engines and severities -------------------===//
#include "Edit/Finding.h"

#include "llvm/Support/ErrorHandling.h"

using namespace musify;

llvm::StringRef musify::engineName(Engine E) {
  switch (E) {
  case Engine::Ast:
    return "ast";
  case Engine::Preprocessor:
    return "preprocessor";
  case Engine::Lexer:
    return "lexer";
  }
  llvm_unreachable("unknown engine");
}

llvm::StringRef musify::severityName(Severity S) {
  switch (S) {
  case Severity::Note:
    return "note";
  case Severity::Warning:
    return "warning";
  case Severity::Error:
    return "error";
  }
  llvm_unreachable("unknown severity");
}

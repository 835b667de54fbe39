//===- Finding.cpp - Findings from messages -------------------===//
#include "Edit/Finding.h"

#include "llvm/Support/ErrorHandling.h"

using namespace musify;

Finding musify::makeFinding(SourceSpan Where, Message What, Provenance From,
                            std::optional<Severity> Level) {
  const MessageText &Text = textOf(What.Id);
  return {Text.Rule.str(), std::move(Where),
          std::nullopt,    Level.value_or(Text.Level),
          std::move(What), std::move(From)};
}

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

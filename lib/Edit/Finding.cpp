//===- Finding.cpp - Findings from messages -------------------===//
#include "Edit/Finding.h"

#include "llvm/Support/ErrorHandling.h"

using namespace musify;

Finding musify::makeFinding(SourceSpan Where, Message What, Provenance From,
                            std::optional<Severity> Level) {
  const MessageText &Text = textOf(What.Id);
  return {Text.Rule,       Where, std::nullopt, Level.value_or(Text.Level),
          std::move(What), From};
}

void musify::dropPlainReasons(std::vector<Finding> &All, llvm::StringRef Text) {
  for (Finding &F : All) {
    llvm::StringRef Old = Text.substr(F.Where.Offset, F.Where.Length);
    if (F.NewText && F.What == say(msg::Becomes, Old, *F.NewText))
      F.What = {};
  }
}

Message musify::reasonOf(const Finding &Edit, llvm::StringRef Old) {
  return Edit.What ? Edit.What : say(msg::Becomes, Old, *Edit.NewText);
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

// What a rule does to the place that it is for.
#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

std::string quoted(StringRef Text) {
  std::string Out = "`";
  for (size_t I = 0; I < Text.size(); ++I) {
    bool Space = isSpace(Text[I]) || (Text[I] == '\\' && I + 1 < Text.size() &&
                                      isSpace(Text[I + 1]));
    if (!Space)
      Out += Text[I];
    else if (Out.back() != ' ')
      Out += ' ';
  }
  return Out + "`";
}

std::string withNote(std::string Message, const BuildRule &R) {
  return R.Note.empty() ? Message : Message + "; " + R.Note;
}

//===----------------------------------------------------------------------===//
// Edits and findings
//===----------------------------------------------------------------------===//

void ScriptPort::edit(StringRef Rule, unsigned Begin, unsigned End,
                      std::string New, std::string Why, StringRef Entry) {
  Out.push_back({Rule.str(),
                 {S.Path, Begin, End - Begin},
                 std::move(New),
                 Severity::Note,
                 std::move(Why),
                 {Engine::Lexer, "", Entry.str()}});
}

void ScriptPort::tell(RuleName Rule, unsigned Begin, unsigned End,
                      Severity Level, std::string Message, StringRef Entry) {
  Out.push_back({Rule.str().str(),
                 {S.Path, Begin, End - Begin},
                 std::nullopt,
                 Level,
                 std::move(Message),
                 {Engine::Lexer, "", Entry.str()}});
}

bool ScriptPort::isComment(unsigned Offset) const {
  return any_of(S.Scan.Comments,
                [&](const ScriptRange &R) { return R.holds(Offset); });
}

/// A rule that changes nothing here, or whose change a person must look at.
void ScriptPort::tellRule(const BuildRule &R, unsigned Begin, unsigned End) {
  std::string What = quoted(Text.slice(Begin, End));
  // What a script says in many places is one thing to look at.
  bool Again = R.At != Place::Flag && R.At != Place::Command &&
               R.S != Status::Unsupported && !Told.insert(R.Name).second;
  auto Tell = [&](RuleName Rule, Severity Usual, const std::string &Message) {
    tell(Rule, Begin, End, Again ? Severity::Note : R.Level.value_or(Usual),
         withNote(Message, R), R.Name);
  };
  if (!R.To.empty())
    return Tell("partial-build", Severity::Warning,
                What + " stays; MUSA's is " + quoted(R.To));
  switch (R.S) {
  case Status::Unsupported:
    return Tell("unsupported-build", Severity::Error,
                What + " has no counterpart on MUSA");
  case Status::Unverified:
    return Tell("unverified-build", Severity::Warning,
                "no counterpart of " + What + " is known");
  default:
    return Tell("partial-build", Severity::Warning, What + " needs a look");
  }
}

void ScriptPort::replace(const BuildRule &R, unsigned Begin, unsigned End) {
  StringRef Old = Text.slice(Begin, End);
  if (R.To.empty() || R.To == Old) {
    if (!R.Note.empty() && R.S != Status::Unchanged)
      tellRule(R, Begin, End);
    return;
  }
  std::string Becomes = quoted(Old) + " becomes " + quoted(R.To);
  if (R.S != Status::Unverified) {
    edit("build-rule", Begin, End, R.To, withNote(Becomes, R), R.Name);
    if (R.S == Status::Partial)
      tell("partial-build", Begin, End, R.Level.value_or(Severity::Warning),
           withNote(quoted(R.To) + " differs from " + quoted(Old), R), R.Name);
    return;
  }
  std::string Doubt = ", but nothing shows that MUSA has it";
  if (Unverified == UnverifiedPolicy::Port)
    return edit("unverified-build", Begin, End, R.To,
                withNote(Becomes + Doubt, R), R.Name);
  tell("unverified-build", Begin, End,
       Unverified == UnverifiedPolicy::Keep ? Severity::Warning
                                            : Severity::Error,
       withNote(quoted(Old) + " would become " + quoted(R.To) + Doubt +
                    "; left as it is",
                R),
       R.Name);
}

void ScriptPort::apply(const BuildRule &R, size_t I, unsigned Begin,
                       unsigned End, size_t ValueAt) {
  const Token &T = Tokens[I];
  switch (R.Do) {
  case Action::Replace:
    return replace(R, Begin, End);
  case Action::Drop:
    return drop(R, I, ValueAt);
  case Action::Unwrap:
    return unwrap(R, I, ValueAt);
  case Action::Arch:
    return arch(R, I, ValueAt);
  case Action::Package:
    return package(R, I);
  case Action::Language:
    return language(R, I);
  case Action::Enable:
    EnablesLanguage = true;
    insertBefore(R, I);
    return replace(R, T.Offset, T.end());
  case Action::Table:
    return; // asked after all other rules
  }
}

} // namespace musify

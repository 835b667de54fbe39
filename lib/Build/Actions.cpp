// What a rule does to the place that it is for.
#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

std::string oneLine(StringRef Text) {
  std::string Out;
  for (size_t I = 0; I < Text.size(); ++I) {
    bool Space = isSpace(Text[I]) || (Text[I] == '\\' && I + 1 < Text.size() &&
                                      isSpace(Text[I + 1]));
    if (!Space)
      Out += Text[I];
    else if (Out.empty() || Out.back() != ' ')
      Out += ' ';
  }
  return Out;
}

Message withNote(Message What, const BuildRule &R) {
  return R.Note.empty() ? What : std::move(What).add(say(msg::Note, R.Note));
}

//===----------------------------------------------------------------------===//
// Edits and findings
//===----------------------------------------------------------------------===//

void ScriptPort::edit(StringRef Rule, unsigned Begin, unsigned End,
                      std::string New, Message Why, StringRef Entry) {
  Out.push_back({Rule.str(),
                 {S.Path, Begin, End - Begin},
                 std::move(New),
                 Severity::Note,
                 std::move(Why),
                 {Engine::Lexer, "", Entry.str()}});
}

void ScriptPort::report(unsigned Begin, unsigned End, Message What,
                        StringRef Entry, std::optional<Severity> Level) {
  Out.push_back(makeFinding({S.Path, Begin, End - Begin}, std::move(What),
                            {Engine::Lexer, "", Entry.str()}, Level));
}

bool ScriptPort::isComment(unsigned Offset) const {
  return any_of(S.Scan.Comments,
                [&](const ScriptRange &R) { return R.holds(Offset); });
}

/// A rule that changes nothing here, or whose change a person must look at.
static Message statusOf(const BuildRule &R, const std::string &Shown,
                        const std::string &New) {
  if (!New.empty())
    return say(msg::BuildNotReplaced, Shown, New);
  switch (R.S) {
  case Status::Unsupported:
    return say(msg::BuildUnsupported, Shown);
  case Status::Unverified:
    return say(msg::BuildUnknown, Shown);
  default:
    return say(msg::BuildNeedsLook, Shown);
  }
}

void ScriptPort::reportRule(const BuildRule &R, unsigned Begin, unsigned End) {
  // What a script says in many places is one thing to look at, and so is what
  // it imports of one package.
  bool IsModule = R.At == Place::Module;
  bool Again = R.At != Place::Flag && R.At != Place::Command &&
               (R.S != Status::Unsupported || IsModule) &&
               !Reported.insert(IsModule ? R.Note : R.Name + R.Note).second;
  report(Begin, End,
         withNote(
             statusOf(R, oneLine(Text.slice(Begin, End)), archText(R, " ")), R),
         R.Name, Again ? Severity::Note : R.Level);
}

/// `cuda:*` → `musa:*`: only what is written out changes.
static bool keepsRest(const BuildRule &R) {
  return StringRef(R.From).ends_with("*") && StringRef(R.To).ends_with("*");
}

/// `*.NCCL` → `*.MCCL`, likewise.
static bool keepsBegin(const BuildRule &R) {
  return StringRef(R.From).starts_with("*") && StringRef(R.To).starts_with("*");
}

/// `(0).total_memory` of a call: a member that means the same on MUSA.
static bool takesMember(StringRef Call, ArrayRef<std::string> Members) {
  if (Members.empty() || !Call.consume_front("("))
    return false;
  Call = Call.take_front(1000); // many calls may have no end
  int Depth = 1;
  size_t End = 0;
  for (; End < Call.size() && Depth; ++End)
    Depth += (Call[End] == '(') - (Call[End] == ')');
  StringRef Rest = Call.drop_front(End);
  return Rest.consume_front(".") &&
         is_contained(Members, Rest.take_while([](char C) {
           return isAlnum(C) || C == '_';
         }));
}

void ScriptPort::replace(const BuildRule &R, unsigned Begin, unsigned End) {
  StringRef To = R.To;
  if (keepsRest(R)) {
    End = Begin + unsigned(R.From.size()) - 1;
    To = To.drop_back();
  }
  if (keepsBegin(R)) {
    Begin = End - unsigned(R.From.size()) + 1;
    To = To.drop_front();
  }
  StringRef Old = Text.slice(Begin, End);
  if (To.empty() || To == Old) {
    if (!R.Note.empty() && R.S != Status::Unchanged)
      reportRule(R, Begin, End);
    return;
  }
  std::string Shown = oneLine(Old);
  if (R.S != Status::Unverified) {
    edit("build-rule", Begin, End, To.str(),
         withNote(say(msg::Becomes, Shown, To), R), R.Name);
    if (R.S == Status::Partial && !takesMember(Text.substr(End), R.Unless))
      report(Begin, End, withNote(say(msg::BuildPartial, To, Shown), R), R.Name,
             R.Level);
    return;
  }
  if (Unverified == UnverifiedPolicy::Port)
    return edit("unverified-build", Begin, End, To.str(),
                withNote(say(msg::BuildUnverified, Shown, To), R), R.Name);
  report(Begin, End, withNote(say(msg::BuildUnverifiedKept, Shown, To), R),
         R.Name,
         Unverified == UnverifiedPolicy::Keep ? Severity::Warning
                                              : Severity::Error);
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
  case Action::ArchList:
    return archList(R, I);
  case Action::ArchFlags:
    return archFlags(R, I);
  case Action::ArchProperty:
    return archProperty(R, I);
  case Action::Table:
    return; // asked after all other rules
  }
}

} // namespace musify

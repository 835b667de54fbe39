// What Python code does at run time: names of torch, devices in strings,
// members of tensors. A build script is ported always, such code on request.
#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {

/// `torch.cuda.Stream` in `torch.cuda.Stream.priority_range`: the longest
/// beginning that a rule names, then patterns.
const BuildRule *ScriptPort::findAttribute(size_t I, StringRef &Name) const {
  Name = Tokens[I].Text;
  if (!Rules.mayBeAttribute(Name))
    return nullptr;
  for (StringRef Part = Name; !Part.empty(); Part = Part.rsplit('.').first) {
    const BuildRule *R = findRule(Place::Attribute, Part, I);
    if (R && R->From == Part) {
      Name = Part;
      return R;
    }
    if (!Part.contains('.'))
      break;
  }
  return findRule(Place::Attribute, Name, I);
}

/// `x.cuda()`, `f(x).is_cuda`: `At` is where the member's name begins.
const BuildRule *ScriptPort::findMember(const Token &T, unsigned &At) const {
  size_t Dot = T.Text.rfind('.');
  bool Follows = T.Offset && Text[T.Offset - 1] == '.';
  if (Dot == StringRef::npos && !Follows)
    return nullptr;
  StringRef Name = Dot == StringRef::npos ? T.Text : T.Text.substr(Dot + 1);
  At = T.end() - unsigned(Name.size());
  bool IsCall = Text.substr(T.end()).starts_with("(");
  for (const BuildRule *R : Rules.at(Place::Member)) {
    StringRef From = R->From;
    bool NeedsCall = From.consume_back("()");
    if (From == Name && isSyntax(*R) && (IsCall || !NeedsCall))
      return R;
  }
  return nullptr;
}

bool ScriptPort::visitMember(const Token &T) {
  unsigned At = 0;
  const BuildRule *R = findMember(T, At);
  if (R)
    replace(*R, At, T.end());
  return R;
}

/// Is there a rule about run time for the token?
bool ScriptPort::concernsRunTime(size_t I) const {
  const Token &T = Tokens[I];
  StringRef Name;
  unsigned At = 0;
  const BuildRule *R = nullptr;
  if (T.At == Token::Place::Name) {
    R = findAttribute(I, Name);
    R = R ? R : findMember(T, At);
    if (!R && !S.Builds && functionOf(T, At))
      return true;
  } else if (T.At == Token::Place::Word && T.Whole && !T.Prose) {
    R = findRule(Place::Word, T.Text, I);
    if (!R)
      return namesRunTimeVariable(I);
  }
  return R && R->AtRunTime;
}

/// Without a port of such code, one note for all of it that is left.
void ScriptPort::countRunTime() {
  if (S.Syntax != ScriptSyntax::Python || Tree.Python)
    return;
  AsksForRunTime = true;
  unsigned Places = 0;
  const Token *First = nullptr;
  for (size_t I = 0; I < Tokens.size(); ++I)
    if (concernsRunTime(I) && !isDecided(Tokens[I].Offset, Tokens[I].end())) {
      First = First ? First : &Tokens[I];
      ++Places;
    }
  AsksForRunTime = false;
  if (First)
    report(First->Offset, First->end(), say(msg::RunTimeCode, Places), "");
}

} // namespace musify

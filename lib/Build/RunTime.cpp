// What Python code does at run time: names of torch, devices in strings,
// members of tensors. A build script is ported always, such code on request.
#include "Build/ScriptPort.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

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
    bool IsWhole = Part.size() == Tokens[I].Text.size();
    if (R && R->From == Part && (IsWhole || !Rules.hasAttributesBelow(Part))) {
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

/// The line at `At`, without its blanks, and how far it is indented.
static std::pair<StringRef, size_t> lineAt(StringRef Text, size_t At) {
  size_t Begin = At ? Text.rfind('\n', At - 1) + 1 : 0;
  StringRef Line = Text.substr(Begin).split('\n').first.rtrim();
  return {Line.ltrim(" \t"), Line.size() - Line.ltrim(" \t").size()};
}

/// At a line of a class's body: the lines before it that are indented as far,
/// or further, belong to the class too.
static bool isInClass(StringRef Text, size_t At) {
  auto [First, Indent] = lineAt(Text, At);
  for (size_t End = Text.rfind('\n', At); Indent && End != StringRef::npos;
       End = End ? Text.rfind('\n', End) : StringRef::npos) {
    auto [Line, Here] = lineAt(Text, End);
    if (!Line.empty() && Line[0] != '#' && Line[0] != ')' && Here < Indent)
      return Line.starts_with("class ");
    if (!End)
      break;
  }
  return false;
}

/// A value of Python that can be called: `lambda`, or the name of a function
/// of the script.
static bool isFunction(StringRef Text, StringRef Value) {
  StringRef Name =
      Value.take_while([](char C) { return isAlnum(C) || C == '_'; });
  if (Name == "lambda")
    return true;
  StringRef Rest = Value.substr(Name.size()).ltrim(" \t\r");
  bool IsWhole = Rest.empty() || Rest[0] == '\n' || Rest[0] == '#';
  return IsWhole && !Name.empty() &&
         (Text.contains(("def " + Name + "(").str()) ||
          Text.contains(("def " + Name + " (").str()));
}

/// `def cuda(self)` in a class, `Class.cuda = function`: where the script
/// itself makes a member that has a rule, so that its uses find it.
const BuildRule *ScriptPort::findMemberMade(size_t I, unsigned &At) const {
  const Token &T = Tokens[I];
  auto [Owner, Last] = T.Text.rsplit('.');
  StringRef Name = Last.empty() ? T.Text : Last;
  auto IsAbout = [&](const BuildRule *R) {
    StringRef From = R->From;
    From.consume_back("()");
    return From == Name && isSyntax(*R);
  };
  ArrayRef<const BuildRule *> Members = Rules.at(Place::Member);
  const auto *R = llvm::find_if(Members, IsAbout);
  if (R == Members.end())
    return nullptr;
  StringRef Value = Text.substr(T.end()).ltrim(" \t");
  bool IsMade = Last.empty() ? I && Tokens[I - 1].At == Token::Place::Name &&
                                   Tokens[I - 1].Text == "def" &&
                                   isInClass(Text, Tokens[I - 1].Offset)
                             : Value.consume_front("=") &&
                                   isFunction(Text, Value.ltrim(" \t"));
  At = T.end() - unsigned(Name.size());
  return IsMade ? *R : nullptr;
}

bool ScriptPort::visitMember(size_t I) {
  unsigned At = 0;
  const BuildRule *R = findMember(Tokens[I], At);
  R = R ? R : findMemberMade(I, At);
  if (R)
    replace(*R, At, Tokens[I].end());
  return R;
}

// A statement may have thousands of tokens, and each is asked for.
size_t ScriptPort::firstOfStatement(size_t I) const {
  auto &[From, First] = LastStatement;
  size_t At = I;
  while (At && At != From && Tokens[At - 1].Statement == Tokens[I].Statement)
    --At;
  if (At != From)
    First = At;
  From = I;
  return First;
}

/// `import cupy`, `from cuda.bindings import driver`, `from numba import cuda`:
/// a module that a rule is about.
const BuildRule *ScriptPort::findModule(size_t I) const {
  const Token &T = Tokens[I];
  size_t First = firstOfStatement(I);
  StringRef Keyword = Tokens[First].Text;
  bool IsRelative = T.Offset && Text[T.Offset - 1] == '.';
  if (First == I || IsRelative ||
      Tree.Modules.contains(T.Text.split('.').first))
    return nullptr;
  if (Keyword == "import")
    return Tokens[I - 1].Text == "as" ? nullptr
                                      : findRule(Place::Module, T.Text, I);
  if (Keyword != "from" || I != First + 1)
    return nullptr;
  const BuildRule *R = findRule(Place::Module, T.Text, I);
  for (size_t J = I + 2; !R && J < Tokens.size(); ++J) {
    bool IsName = Tokens[J].Statement == T.Statement ||
                  (Tokens[J].Bracket == '(' &&
                   Tokens[J].Statement == Tokens[I + 2].Statement);
    if (!IsName)
      break;
    if (Tokens[J - 1].Text == "as")
      continue;
    R = findRule(Place::Module, (T.Text + "." + Tokens[J].Text).str(), I);
  }
  return R;
}

/// `patch("torch.cuda.is_available")`: an attribute that a string names.
bool ScriptPort::visitAttributeText(size_t I) {
  const Token &T = Tokens[I];
  StringRef Name;
  if (!T.Whole || !T.Text.contains('.') || (!Tree.Python && !AsksForRunTime))
    return false;
  const BuildRule *R = findAttribute(I, Name);
  if (R && R->AtRunTime && !AsksForRunTime)
    apply(*R, I, T.Offset, T.Offset + unsigned(Name.size()), I);
  return R && R->AtRunTime;
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
    R = R ? R : findMemberMade(I, At);
    R = R ? R : findModule(I);
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
    if (!isInHalf(Tokens[I].Offset) && concernsRunTime(I) &&
        !isDecided(Tokens[I].Offset, Tokens[I].end())) {
      First = First ? First : &Tokens[I];
      ++Places;
    }
  AsksForRunTime = false;
  if (First)
    report(First->Offset, First->end(), say(msg::RunTimeCode, Places), "");
}

} // namespace musify

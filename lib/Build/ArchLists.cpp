// Lists of architectures: what CMake and PyTorch call the variables and the
// property that hold them.
#include "Build/ScriptPort.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

/// `8.0`, `90a`, `8.6+PTX`, `80-real`, `native`.
static bool isArchitecture(StringRef Word) {
  if (is_contained({"native", "all", "all-major"}, Word))
    return true;
  StringRef Rest = Word.ltrim("0123456789.");
  return Rest.size() < Word.size() &&
         is_contained({"", "a", "f", "+PTX", "a+PTX", "-real", "-virtual",
                       "a-real", "a-virtual"},
                      Rest);
}

static bool isArchitectureList(StringRef Text) {
  SmallVector<StringRef, 8> Words;
  SplitString(Text, Words, " ;,\t\r\n");
  return !Words.empty() && all_of(Words, isArchitecture);
}

/// `22;31`, as PyTorch's variable takes them.
std::string ScriptPort::archNumbers() const {
  std::vector<std::string> Numbers;
  for (StringRef Name : Tree.Archs) {
    Name.consume_front(targetPlatform().Compiler.ArchitecturePrefix);
    Numbers.push_back(Name.str());
  }
  return join(Numbers, ";");
}

/// `--offload-arch=mp_22`, once for each architecture.
std::string ScriptPort::archFlagsText(StringRef Separator) const {
  std::vector<std::string> Flags;
  for (const std::string &Name : Tree.Archs)
    Flags.push_back(targetPlatform().Compiler.ArchitectureFlag + Name);
  return join(Flags, Separator);
}

/// The text that the variable at `I` is set to, without its quotes; empty if
/// it is only read.
ScriptRange ScriptPort::valueOf(size_t I) const {
  const Token &Name = Tokens[I];
  ScriptRange Out;
  for (size_t J = I + 1; J < Tokens.size(); ++J) {
    const Token &V = Tokens[J];
    bool Belongs = V.Statement == Name.Statement || V.Keyword == Name.Text;
    if (!Belongs)
      continue;
    if (V.At != Token::Place::Word)
      break;
    if (Out.End && (V.quoted() || V.Text.contains_insensitive("cache")))
      if (V.QuoteBegin + 1 != Out.Begin)
        break; // CMake's `CACHE STRING "what it is"`
    if (!Out.End)
      Out.Begin = V.quoted() ? V.QuoteBegin + 1 : V.Offset;
    Out.End = V.quoted() ? V.QuoteEnd - 1 : V.end();
  }
  return Out;
}

void ScriptPort::skipTokens(unsigned Begin, unsigned End) {
  for (size_t J = 0; J < Tokens.size(); ++J)
    if (Tokens[J].Offset >= Begin && Tokens[J].Offset < End)
      Done.insert(unsigned(J));
}

/// `TORCH_CUDA_ARCH_LIST="8.0;9.0"`: variable and value change together.
void ScriptPort::archList(const BuildRule &R, size_t I) {
  const Token &T = Tokens[I];
  ScriptRange Value = valueOf(I);
  StringRef Old = Text.slice(Value.Begin, Value.End);
  bool IsRead = !Value.End;
  edit("build-arch", T.Offset, T.end(), R.To, say(msg::Becomes, T.Text, R.To),
       R.Name);
  if (IsRead)
    return;
  if (!isArchitectureList(Old))
    return report(
        Value.Begin, Value.End,
        withNote(say(msg::BuildNotReplaced, oneLine(Old), archNumbers()), R),
        R.Name);
  skipTokens(Value.Begin, Value.End);
  edit("build-arch", Value.Begin, Value.End, archNumbers(),
       say(msg::Becomes, Old, archNumbers()), R.Name);
  reportArch(R, Value.Begin, Value.End, archNumbers());
}

/// `set(CMAKE_CUDA_ARCHITECTURES 80 90)` becomes
/// `string(APPEND CMAKE_MUSA_FLAGS " --offload-arch=mp_22")`.
void ScriptPort::archFlags(const BuildRule &R, size_t I) {
  const Token &T = Tokens[I];
  ScriptRange Value = valueOf(I);
  bool IsSet = I && Tokens[I - 1].At == Token::Place::Command &&
               Tokens[I - 1].Text.equals_insensitive("set");
  size_t Close = Text.find(')', Value.End);
  bool Fits = IsSet && Close != StringRef::npos &&
              isArchitectureList(Text.slice(Value.Begin, Value.End)) &&
              !isComment(unsigned(Close));
  if (!Fits)
    return reportRule(R, T.Offset, T.end());
  const Token &Call = Tokens[I - 1];
  std::string New =
      "string(APPEND " + R.To + " \" " + archFlagsText(" ") + "\")";
  StringRef Old = Text.slice(Call.Offset, unsigned(Close) + 1);
  skipTokens(T.Offset, unsigned(Close));
  edit("build-arch", Call.Offset, unsigned(Close) + 1, New,
       say(msg::Becomes, oneLine(Old), New), R.Name);
  reportArch(R, T.Offset, T.end(), archFlagsText(" "));
}

/// `set_target_properties(k PROPERTIES CUDA_ARCHITECTURES "80;90")` becomes
/// `target_compile_options(k PRIVATE ...)`, or goes and that follows it.
void ScriptPort::archProperty(const BuildRule &R, size_t I) {
  const Token &T = Tokens[I];
  size_t Call = I, Keyword = 0;
  while (Call && Tokens[Call].At != Token::Place::Command)
    if (Tokens[--Call].Text.starts_with("PROPERT"))
      Keyword = Call;
  bool IsOne = Tokens[Call].Text.equals_insensitive("set_property");
  size_t First = Call + 1 + IsOne; // `TARGET`
  size_t Names = 0;
  for (size_t J = First; J < Keyword; ++J)
    Names += Tokens[J].At == Token::Place::Word;
  // `set_property` gives one property all that follows.
  ScriptRange Value = valueOfProperty(I, /*TakesRest=*/IsOne);
  size_t Close = Text.find(')', Value.End);
  bool Fits = Keyword && Names == 1 && Close != StringRef::npos &&
              Tokens[First].Offset < T.Offset && Value.End &&
              isArchitectureList(Text.slice(Value.Begin, Value.End).trim('"'));
  if (!Fits)
    return reportRule(R, T.Offset, T.end());
  bool Several = Tree.Archs.size() > 1;
  std::string Quote = Several ? "\"" : "";
  std::string New =
      ("target_compile_options(" + Tokens[First].Text + " PRIVATE " + Quote +
       "$<$<COMPILE_LANGUAGE:" + targetPlatform().Prefixes.Word +
       ">:" + archFlagsText(";") + ">" + Quote + ")")
          .str();
  bool IsAlone =
      I == Keyword + 1 && Text.slice(Value.End, unsigned(Close)).trim().empty();
  Message Why = say(msg::Becomes, T.Text, New);
  skipTokens(T.Offset, Value.End);
  if (IsAlone) {
    skipTokens(Tokens[Call].Offset, unsigned(Close));
    edit("build-arch", Tokens[Call].Offset, unsigned(Close) + 1, New, Why,
         R.Name);
  } else {
    unsigned Begin = unsigned(blanksBefore(T.Offset, 0));
    edit("build-arch", Begin, Value.End, "", Why, R.Name);
    Close = endOfCall(Call);
    size_t Line = Text.rfind('\n', Tokens[Call].Offset) + 1;
    edit("build-arch", unsigned(Close) + 1, unsigned(Close) + 1,
         "\n" + Text.slice(Line, Tokens[Call].Offset).str() + New, Why, R.Name);
  }
  reportArch(R, T.Offset, T.end(), archFlagsText(" "));
}

/// The item behind a property's name, with its quotes, or all items.
ScriptRange ScriptPort::valueOfProperty(size_t I, bool TakesRest) const {
  ScriptRange Out;
  for (size_t J = I + 1;
       J < Tokens.size() && Tokens[J].Statement == Tokens[I].Statement; ++J) {
    const Token &V = Tokens[J];
    bool IsNext = Out.End && (!V.quoted() || V.QuoteBegin != Out.Begin);
    if (IsNext && !TakesRest)
      break;
    if (!IsNext)
      Out.Begin = V.quoted() ? V.QuoteBegin : V.Offset;
    Out.End = V.quoted() ? V.QuoteEnd : V.end();
  }
  return Out;
}

/// The bracket that closes CMake's call.
size_t ScriptPort::endOfCall(size_t Call) const {
  size_t Last = Call;
  while (Last + 1 < Tokens.size() &&
         Tokens[Last + 1].Statement == Tokens[Call].Statement)
    ++Last;
  size_t End = Text.find(')', Tokens[Last].itemEnd());
  while (End != StringRef::npos && isComment(unsigned(End)))
    End = Text.find(')', End + 1);
  return End;
}

} // namespace musify

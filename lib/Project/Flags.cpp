#include "Project/Flags.h"
#include "Project/FileNames.h"
#include "Project/FlagTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace musify {
namespace {

bool looksLikeFlag(StringRef Word) {
  return Word.size() > 1 && Word.front() == '-';
}

bool takesNextWord(const FlagRule &Rule, StringRef Tail,
                   ArrayRef<std::string> Words) {
  if (!Tail.empty() || Rule.Value == Takes::Nothing ||
      Rule.Value == Takes::Attached)
    return false;
  return Rule.Value != Takes::Maybe ||
         (Words.size() > 1 && !looksLikeFlag(Words[1]));
}

/// nvcc reads `-I=dir` as `-I dir`; gcc means a directory of the sysroot.
bool allowsEquals(const FlagRule &Rule, Dialect Of) {
  return Rule.Value == Takes::Equals || Rule.Value == Takes::Maybe ||
         (Rule.Value == Takes::Either && Of == Dialect::Nvcc);
}

/// nvcc writes values as words of their own. Taking one too many does no harm:
/// a word that is not a flag is left out anyway.
Flag unknownFlag(ArrayRef<std::string> Words, Dialect Of) {
  bool HasValue = Of == Dialect::Nvcc && Words.size() > 1 &&
                  !StringRef(Words[0]).contains('=') &&
                  !looksLikeFlag(Words[1]) && !isSourceExtension(Words[1]);
  return {FlagKind::Unknown, "", Words.take_front(HasValue ? 2 : 1)};
}

/// The flag that `Words` begins with.
Flag readFlag(ArrayRef<std::string> Words, Dialect Of) {
  if (!looksLikeFlag(Words.front()))
    return {FlagKind::Input, Words.front(), Words.take_front()};
  const FlagRule *Rule = findFlagRule(Words.front(), Of);
  if (!Rule)
    return unknownFlag(Words, Of);
  Flag Out = {Rule->Kind, *tailOf(Words.front(), *Rule), Words.take_front(),
              Rule};
  if (takesNextWord(*Rule, Out.Value, Words)) {
    Out.LacksValue = Words.size() < 2;
    if (!Out.LacksValue) {
      Out.Value = Words[1];
      Out.Words = Words.take_front(2);
    }
  } else if (allowsEquals(*Rule, Of)) {
    Out.Value.consume_front("=");
  }
  return Out;
}

bool isMacro(FlagKind Kind) {
  return Kind == FlagKind::Define || Kind == FlagKind::Undefine;
}

bool isIncludeDir(FlagKind Kind) {
  return is_contained({FlagKind::IncludeDir, FlagKind::SystemDir,
                       FlagKind::QuoteDir, FlagKind::AfterDir},
                      Kind);
}

std::vector<std::string> wordsOf(ArrayRef<std::string> Flags,
                                 function_ref<bool(FlagKind)> IsWanted) {
  std::vector<std::string> Out;
  for (const Flag &F : readFlags(Flags))
    if (IsWanted(F.Kind))
      append_range(Out, F.Words);
  return Out;
}

} // namespace

std::vector<Flag> readFlags(ArrayRef<std::string> Words, Dialect Of) {
  std::vector<Flag> Out;
  while (!Words.empty() && Words.front() != "--") {
    Out.push_back(readFlag(Words, Of));
    Words = Words.drop_front(Out.back().Words.size());
  }
  return Out;
}

std::vector<std::string> macroFlags(ArrayRef<std::string> Flags) {
  std::vector<std::string> Out;
  for (const Flag &F : readFlags(Flags))
    if (isMacro(F.Kind))
      Out.push_back(
          (Twine(F.Kind == FlagKind::Define ? "-D" : "-U") + F.Value).str());
  return Out;
}

std::vector<std::string> definedMacros(ArrayRef<std::string> Flags) {
  std::vector<std::string> Out;
  for (const Flag &F : readFlags(Flags))
    if (F.Kind == FlagKind::Define)
      Out.push_back(F.Value.str());
  return Out;
}

std::vector<std::string> includeDirFlags(ArrayRef<std::string> Flags) {
  return wordsOf(Flags, isIncludeDir);
}

std::vector<std::string> languageFlags(ArrayRef<std::string> Flags) {
  return wordsOf(Flags, [](FlagKind Kind) {
    return !isMacro(Kind) && !isIncludeDir(Kind) &&
           Kind != FlagKind::ForcedInclude && Kind != FlagKind::ForcedMacros;
  });
}

std::optional<StringRef> languageFlag(ArrayRef<std::string> Flags) {
  std::optional<StringRef> Last;
  for (const Flag &F : readFlags(Flags))
    if (F.Kind == FlagKind::Language)
      Last = F.Value;
  return Last;
}

} // namespace musify

#include "Rename/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// Shorter words are found by chance within others.
constexpr size_t LongWord = 4;

bool isLowerChar(char C) { return C >= 'a' && C <= 'z'; }
bool isUpperChar(char C) { return C >= 'A' && C <= 'Z'; }

char charBefore(StringRef Text, size_t At) { return At ? Text[At - 1] : 0; }
char charAt(StringRef Text, size_t At) {
  return At < Text.size() ? Text[At] : 0;
}

/// The letters and digits around the place.
StringRef partAround(StringRef Text, size_t At, size_t Length) {
  size_t Begin = At, End = At + Length;
  while (Begin && isAlnum(Text[Begin - 1]))
    --Begin;
  while (End < Text.size() && isAlnum(Text[End]))
    ++End;
  return Text.slice(Begin, End);
}

const RenameRule *ruleAt(StringRef Text, size_t At, ArrayRef<RenameRule> Rules,
                         RenameRule::Domain In) {
  const RenameRule *Best = nullptr;
  auto Rank = [](const RenameRule &R) {
    return std::pair(R.From.size(), R.Style != RenameRule::Case::Any);
  };
  for (const RenameRule &R : Rules)
    if (R.What == RenameRule::Match::Word && (R.In & In) &&
        isWordAt(Text, At, R.From) &&
        hasCase(Text, At, R.From.size(), R.Style) &&
        (!Best || Rank(R) >= Rank(*Best)))
      Best = &R;
  return Best;
}

RenameRule::Case caseOf(StringRef Part) {
  return llvm::any_of(Part, isLowerChar) ? RenameRule::Case::Camel
                                         : RenameRule::Case::Upper;
}

} // namespace

std::vector<StringRef> wordsOf(StringRef Text) {
  std::vector<StringRef> Out;
  for (size_t At = 0; At < Text.size();) {
    size_t End = At + 1;
    if (isUpperChar(Text[At])) {
      while (isUpperChar(charAt(Text, End)))
        ++End;
      if (isLowerChar(charAt(Text, End)) && End - At > 1)
        --End; // the last capital begins the next word
      else
        while (End - At == 1 && isLowerChar(charAt(Text, End)))
          for (++End; isLowerChar(charAt(Text, End)); ++End)
            ;
    } else if (isLowerChar(Text[At])) {
      while (isLowerChar(charAt(Text, End)))
        ++End;
    }
    while (isAlnum(Text[At]) && isDigit(charAt(Text, End)))
      ++End;
    Out.push_back(Text.slice(At, End));
    At = End;
  }
  return Out;
}

bool isWordAt(StringRef Text, size_t At, StringRef Word) {
  if (Word.empty() || !Text.substr(At).starts_with(Word))
    return false;
  char Before = charBefore(Text, At), Next = charAt(Text, At + Word.size());
  bool IsLong = Word.size() >= LongWord;
  if (isLowerChar(Word.front()) && isAlpha(Before))
    return false;
  if (isUpperChar(Word.front()) && isUpperChar(Before) && !IsLong)
    return false;
  bool EndsLower = isLowerChar(Word.back());
  if (isLowerChar(Next))
    return EndsLower && IsLong;
  return EndsLower || IsLong || !isUpperChar(Next) ||
         isLowerChar(charAt(Text, At + Word.size() + 1));
}

bool hasCase(StringRef Text, size_t At, size_t Length, RenameRule::Case Style) {
  return Style == RenameRule::Case::Any ||
         Style == caseOf(partAround(Text, At, Length));
}

std::string renameWords(StringRef Text, ArrayRef<RenameRule> Rules,
                        RenameRule::Domain In) {
  std::string Out;
  for (size_t At = 0; At < Text.size();)
    if (const RenameRule *R = ruleAt(Text, At, Rules, In)) {
      Out += R->To;
      At += R->From.size();
    } else {
      Out += Text[At++];
    }
  return Out;
}

unsigned countWord(StringRef Text, const RenameRule &Rule) {
  unsigned Count = 0;
  for (size_t At = Text.find(Rule.From); At != StringRef::npos;
       At = Text.find(Rule.From, At + 1))
    Count += isWordAt(Text, At, Rule.From) &&
             hasCase(Text, At, Rule.From.size(), Rule.Style);
  return Count;
}

std::optional<WordChange> wordChange(StringRef Old, StringRef New) {
  std::vector<StringRef> Was = wordsOf(Old), Now = wordsOf(New);
  if (Was.size() != Now.size())
    return std::nullopt;
  std::optional<WordChange> Out;
  for (auto [From, To] : zip(Was, Now)) {
    if (From == To)
      continue;
    WordChange Change{
        From.str(), To.str(),
        caseOf(partAround(Old, From.data() - Old.data(), From.size()))};
    if (!isAlpha(From.front()) || !isAlpha(To.front()) ||
        (Out && *Out != Change))
      return std::nullopt;
    Out = std::move(Change);
  }
  return Out;
}

} // namespace musify

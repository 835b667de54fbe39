#include "Report/SourceLine.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Unicode.h"
#include <algorithm>

using namespace musify;
using llvm::StringRef;

/// Takes the first character off `Text` and returns what to show for it: `?`
/// for what must not reach a terminal, that is control and formatting
/// characters and bytes that are not UTF-8.
static StringRef takeCharacter(StringRef &Text) {
  auto *Begin = reinterpret_cast<const llvm::UTF8 *>(Text.data());
  auto *At = Begin, *End = Begin + Text.size();
  llvm::UTF32 Char = 0;
  bool IsUtf8 =
      llvm::convertUTF8Sequence(&At, End, &Char, llvm::strictConversion) ==
      llvm::conversionOK;
  size_t Length = IsUtf8 ? At - Begin : 1;
  StringRef Taken = Text.take_front(Length);
  Text = Text.drop_front(Length);
  bool IsShown =
      IsUtf8 && (Char == '\t' || llvm::sys::unicode::isPrintable(int(Char)));
  return IsShown ? Taken : "?";
}

std::string musify::printable(StringRef Text) {
  std::string Out;
  while (!Text.empty())
    Out += takeCharacter(Text);
  return Out;
}

/// `Text` is printable. Tabs count as one: see `blanksFor`.
static size_t columnsOf(StringRef Text) {
  size_t Sum = 0;
  for (StringRef Part : llvm::split(Text, '\t'))
    Sum += std::max(0, llvm::sys::unicode::columnWidthUTF8(Part)) + 1;
  return Sum - 1;
}

/// As wide as the printable `Text`; its tabs stay tabs.
static std::string blanksFor(StringRef Text) {
  std::string Out;
  for (StringRef Part : llvm::split(Text, '\t'))
    Out += std::string(columnsOf(Part), ' ') + '\t';
  Out.pop_back();
  return Out;
}

void musify::printSourceLine(llvm::raw_ostream &OS, StringRef Line, size_t At,
                             size_t Length, const Palette &P) {
  constexpr size_t Before = 100, MaxLine = 240;
  At = std::min(At, Line.size());
  size_t Cut = Line.size() > MaxLine && At > Before ? At - Before : 0;
  while (Cut && Cut < At && (Line[Cut] & 0xc0) == 0x80)
    ++Cut; // not within a character
  Line = Line.drop_front(Cut).take_front(MaxLine);
  At -= Cut;

  std::string Left = printable(Line.take_front(At));
  size_t Marked = columnsOf(printable(Line.substr(At, Length)));
  OS << printable(Line) << '\n'
     << blanksFor(Left) << P.Green << '^'
     << std::string(std::max<size_t>(Marked, 1) - 1, '~') << P.Reset << '\n';
}

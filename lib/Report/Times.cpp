#include "Report/Times.h"
#include "Report/SourceLine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {

static Message nameOf(Phase P) {
  switch (P) {
  case Phase::Read:
    return say(msg::TimeRead);
  case Phase::Plan:
    return say(msg::TimePlan);
  case Phase::Recall:
    return say(msg::TimeRecall);
  case Phase::Precompile:
    return say(msg::TimePrecompile);
  case Phase::Parse:
    return say(msg::TimeParse);
  case Phase::Match:
    return say(msg::TimeMatch);
  case Phase::Merge:
    return say(msg::TimeMerge);
  case Phase::Decide:
    return say(msg::TimeDecide);
  case Phase::Write:
    return say(msg::TimeWrite);
  }
  llvm_unreachable("all phases are above");
}

/// `Text` at the right end of a column; a Chinese character is two wide.
static std::string column(StringRef Text) {
  constexpr int Width = 10;
  int Taken = std::max(sys::unicode::columnWidthUTF8(Text), 0);
  return std::string(std::max(Width - Taken, 0), ' ') + Text.str();
}

std::string timesText(const TimeReport &Times, Language Lang) {
  constexpr size_t MostUnits = 10;
  std::string Text;
  raw_string_ostream OS(Text);
  auto Line = [&](const Spent &S, StringRef Name) {
    OS << format("%10.3f%10.3f%10u  ", S.Wall, S.Processor, S.Times) << Name
       << '\n';
  };
  if (!Times.Process.Times)
    return "";
  for (const Message &Heading :
       {say(msg::TimeWall), say(msg::TimeProcessor), say(msg::TimeCount)})
    OS << column(Heading.text(Lang));
  OS << '\n';
  for (unsigned I = 0; I < PhaseCount; ++I)
    if (Times.Phases[I].Times)
      Line(Times.Phases[I], nameOf(Phase(I)).text(Lang));
  Line(Times.Process, say(msg::TimeWhole).text(Lang));
  if (!Times.Units.empty())
    OS << say(msg::TimeUnits).text(Lang) << ":\n";
  for (const auto &[Name, S] : ArrayRef(Times.Units).take_front(MostUnits))
    Line(S, printable(Name));
  return Text;
}

} // namespace musify

#include "UnverifiedPage.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <vector>

using namespace llvm;

namespace musify {
namespace {

struct Names {
  /// Those that a program calls, declares or includes.
  std::vector<StringRef> Listed;
  unsigned Enumerators = 0, Members = 0, All = 0;
};

void count(const OwnedEntry &E, Names &Into) {
  ++Into.All;
  if (E.K == Kind::Enumerator)
    ++Into.Enumerators;
  else if (E.K == Kind::Member)
    ++Into.Members;
  else
    Into.Listed.emplace_back(E.From);
}

void writeList(raw_ostream &OS, ArrayRef<StringRef> Listed) {
  constexpr unsigned Width = 124;
  unsigned Column = 0;
  for (StringRef Name : Listed) {
    unsigned Needed = Name.size() + 3;
    if (Column && Column + Needed > Width) {
      OS << '\n';
      Column = 0;
    }
    OS << (Column ? " `" : "`") << Name << '`';
    Column += Needed;
  }
  OS << '\n';
}

} // namespace

std::string unverifiedPage(ArrayRef<OwnedEntry> Entries,
                           function_ref<StringRef(StringRef)> TitleOf) {
  constexpr size_t MostListed = 3000; // more than a page can show
  std::map<std::string, Names> All;
  for (const OwnedEntry &E : Entries)
    if (E.S == Status::Unverified)
      count(E, All[E.Library]);
  std::string Text;
  raw_string_ostream OS(Text);
  OS << "# Names without evidence\n\n"
        "These CUDA names become regular MUSA names that nobody was seen "
        "using. Who has a MUSA SDK can confirm them:\n\n"
        "```sh\nmusify mapping check --musa-path /usr/local/musa --json "
        ">sdk.json\n```\n\n"
        "The file names what the SDK declares and what it lacks; "
        "[`musify mapping merge-evidence`](../cli.md#musify-mapping-merge-"
        "evidence) takes it into the tables.\n\n"
        "| library | unverified | functions, types, macros, headers | "
        "enumerators | members |\n|---|---:|---:|---:|---:|\n";
  for (const auto &[Library, N] : All)
    OS << "| [" << TitleOf(Library) << "](" << Library << ".md) | " << N.All
       << " | " << N.Listed.size() << " | " << N.Enumerators << " | "
       << N.Members << " |\n";
  for (const auto &[Library, N] : All) {
    if (N.Listed.empty())
      continue;
    OS << "\n## " << TitleOf(Library) << "\n\n";
    if (N.Listed.size() > MostListed)
      OS << "[" << N.Listed.size() << " names](" << Library << ".md)\n";
    else
      writeList(OS, N.Listed);
  }
  return Text;
}

} // namespace musify

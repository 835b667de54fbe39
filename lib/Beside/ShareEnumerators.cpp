// One more enumerator for MUSA.
#include "Beside/Pieces.h"
#include "Beside/Sharer.h"
#include "Diag/Message.h"
#include "Rename/BesideWords.h"
#include "Rename/Words.h"

using namespace llvm;

namespace musify {

/// One that stays alone: another one would have a value that is taken, or
/// change what is counted in a build for CUDA.
void Sharer::reportEnumerator(StringRef Name) {
  std::string New = renameWords(Name, besideRenames(), RenameRule::Names);
  if (New != Name && !In.Text.contains(New))
    Out.Findings.push_back(
        makeFinding({In.Path.str(), unsigned(Name.data() - In.Text.data()),
                     unsigned(Name.size())},
                    say(msg::EnumeratorStays, Name, New), {}));
}

/// Before the enumerator that counts the others, or behind the last one, which
/// may have a line of its own.
void Sharer::addEnumerator(const Enumeration &E, StringRef Old,
                           const std::string &New) {
  if (Switch.Macro.empty())
    return insert(E.End, ", " + New, Old);
  if (!E.Counter.empty())
    return addBeforeCounter(E, Old, New);
  unsigned Begin = lineBegin(In.Text, E.End), End = lineEnd(In.Text, E.End);
  StringRef Rest = In.Text.slice(E.End, End).ltrim();
  bool HasComma = Rest.consume_front(",");
  Rest = Rest.ltrim();
  StringRef Indent = In.Text.substr(Begin).take_while(
      [](char C) { return C == ' ' || C == '\t'; });
  if (Rest.empty() || Rest.starts_with("//"))
    return insert(
        End,
        guarded((Indent + (HasComma ? New + "," : ", " + New) + Break).str()),
        Old);
  if (!HasComma)
    insert(E.End, Break.str() + guarded((Indent + "  , " + New + Break).str()),
           Old);
}

void Sharer::addBeforeCounter(const Enumeration &E, StringRef Old,
                              const std::string &New) {
  unsigned At = E.Counter.data() - In.Text.data();
  unsigned Begin = lineBegin(In.Text, At);
  StringRef Before = In.Text.slice(Begin, At);
  StringRef Indent =
      Before.take_while([](char C) { return C == ' ' || C == '\t'; });
  bool BeginsLine = Indent.size() == Before.size();
  std::string Text = guarded((Indent + New + "," + Break).str());
  insert(BeginsLine ? Begin : At, BeginsLine ? Text : Break.str() + Text, Old);
}

void Sharer::addEnumerators() {
  for (const Enumeration &E : findEnumerations(In.Text))
    for (StringRef Name : E.Names) {
      auto It = Decided.Names.find(Name.str());
      unsigned At = Name.data() - In.Text.data();
      if (!E.TakesOne || (Switch.Macro.empty() && !E.Counter.empty())) {
        reportEnumerator(Name);
        continue;
      }
      if (It == Decided.Names.end() || isDone(At))
        continue;
      Done.push_back({At, unsigned(At + Name.size())});
      if (is_contained(E.Names, It->second))
        continue;
      addEnumerator(E, Name, It->second);
    }
}

} // namespace musify

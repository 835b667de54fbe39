#include "PrintEntry.h"
#include "Language.h"
#include "Report/SourceLine.h"

using namespace llvm;

namespace musify {
namespace {

/// `used: SOURCE` has two parts; an entry without evidence has none.
std::pair<StringRef, StringRef> strengthAndSource(const Entry &E) {
  auto [Strength, Source] = E.Evidence.split(':');
  return {Strength, Source.ltrim()};
}

/// What a strength means, for people.
std::string meaningOf(StringRef Strength) {
  if (Strength == "header")
    return told(say(msg::EvidenceHeader));
  if (Strength == "doc")
    return told(say(msg::EvidenceDoc));
  if (Strength == "used")
    return told(say(msg::EvidenceUsed));
  return Strength.str();
}

} // namespace

void printField(raw_ostream &OS, TypedId<0> Name, StringRef Value) {
  if (!Value.empty())
    OS << "  " << told(say(Name)) << ": " << printable(Value) << '\n';
}

void printEvidence(raw_ostream &OS, const Entry &E) {
  auto [Strength, Source] = strengthAndSource(E);
  printField(OS, msg::FieldEvidence, meaningOf(Strength));
  printField(OS, msg::FieldSource, Source);
  printField(OS, msg::FieldNote, E.Note);
}

void printLine(raw_ostream &OS, const Entry &E) {
  OS << printable(E.From) << " -> "
     << (E.To.empty() ? told(say(msg::NoTarget)) : printable(E.To)) << "  ["
     << kindName(E.K) << ", " << statusName(E.S);
  if (!E.Since.empty())
    OS << ", " << printable(told(say(msg::SinceSdk, E.Since)));
  OS << "]\n";
}

void printEntry(raw_ostream &OS, const Entry &E) {
  printLine(OS, E);
  printField(OS, msg::FieldLibrary, E.Library);
  printField(OS, msg::FieldMemberOf, E.In);
  printField(OS, msg::FieldType, E.Type);
  printField(OS, msg::FieldValue, E.Value);
  printField(OS, msg::FieldCuda, E.Cuda);
  printField(OS, msg::FieldSdk, E.Since);
  printField(OS, msg::FieldArch, E.Arch);
  if (!E.Reverse)
    printField(OS, msg::FieldWayBack, told(say(msg::FieldNo)));
  printEvidence(OS, E);
}

} // namespace musify

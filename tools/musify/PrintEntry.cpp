#include "PrintEntry.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace musify {
namespace {

/// `used: SOURCE` has two parts; an entry without evidence has none.
std::pair<StringRef, StringRef> strengthAndSource(const Entry &E) {
  auto [Strength, Source] = E.Evidence.split(':');
  return {Strength, Source.ltrim()};
}

/// What a strength means, for people.
StringRef meaningOf(StringRef Strength) {
  return StringSwitch<StringRef>(Strength)
      .Case("header", "header: a vendor header, or a copy of one, declares it")
      .Case("doc", "doc: the vendor documents it")
      .Case("used", "used: code for MUSA uses it")
      .Default(Strength);
}

} // namespace

void printField(raw_ostream &OS, StringRef Name, StringRef Value) {
  if (!Value.empty())
    OS << "  " << Name << ": " << Value << '\n';
}

void printEvidence(raw_ostream &OS, const Entry &E) {
  auto [Strength, Source] = strengthAndSource(E);
  printField(OS, "evidence", meaningOf(Strength));
  printField(OS, "source", Source);
  printField(OS, "note", E.Note);
}

void printLine(raw_ostream &OS, const Entry &E) {
  OS << E.From << " -> " << (E.To.empty() ? "(nothing)" : E.To) << "  ["
     << kindName(E.K) << ", " << statusName(E.S)
     << (E.Since.empty() ? "" : ", since ") << E.Since << "]\n";
}

void printEntry(raw_ostream &OS, const Entry &E) {
  printLine(OS, E);
  printField(OS, "library", E.Library);
  printField(OS, "member of", E.In);
  printField(OS, "type", E.Type);
  printField(OS, "MUSA value", E.Value);
  printField(OS, "CUDA", E.Cuda);
  printField(OS, "MUSA SDK", E.Since);
  printField(OS, "architecture", E.Arch);
  if (!E.Reverse)
    printField(OS, "way back", "no");
  printEvidence(OS, E);
}

} // namespace musify

// Lists of devices in scripts that both backends share: parameters of tests,
// choices of an option, the matrix of a CI job.
#include "Beside/Devices.h"
#include "Beside/Pieces.h"
#include "Beside/Script.h"
#include "Build/Halves.h"
#include "Platform/Platform.h"
#include "Rename/BesideWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

StringRef cudaWord() { return sourcePlatform().Prefixes.Lower.front(); }
StringRef musaWord() { return targetPlatform().Prefixes.Lower.front(); }

bool isDevice(StringRef Word) {
  std::string Lower = Word.lower();
  return Lower == cudaWord() || is_contained(deviceWords(), Lower) ||
         is_contained(otherVendors(), Lower);
}

/// `["cpu", "cuda"]`: devices alone, CUDA's among them and not MUSA's.
struct DeviceList {
  TextRange Whole;     ///< with its brackets
  TextRange Cuda;      ///< the element, with its quotes
  unsigned Behind = 0; ///< the last element
  StringRef Gap;       ///< between two elements
};

class DeviceSharer {
public:
  DeviceSharer(const SharedScript &S, ScriptAdder &To)
      : S(S), To(To), Text(S.In.Text), Halves(halvesOf(S.In.Text, S.Syntax)) {}
  void run();

private:
  std::optional<DeviceList> listAt(unsigned Open) const;
  void visit(const DeviceList &L);
  void visitItems();
  std::string elementFor(const DeviceList &L) const;
  bool isInString(unsigned Offset) const {
    return S.Syntax == ScriptSyntax::Python &&
           llvm::any_of(S.Scan.Strings,
                        [&](const ScriptText &R) { return R.holds(Offset); });
  }
  bool isLeft(unsigned Offset) const {
    return To.isDone(Offset) || Halves.isCudas(Offset) ||
           Halves.isMusas(Offset) || S.Scan.isExcluded(Offset) ||
           llvm::any_of(S.Scan.Comments,
                        [&](const ScriptRange &R) { return R.holds(Offset); });
  }

  const SharedScript &S;
  ScriptAdder &To;
  StringRef Text;
  ScriptHalves Halves;
};

bool isNamePart(char C) { return isAlnum(C) || C == '_'; }

/// Reads the list whose bracket opens at `Open`; quotes may be left out in
/// files of configuration.
std::optional<DeviceList> DeviceSharer::listAt(unsigned Open) const {
  StringRef Before = Text.take_front(Open).rtrim(" \t");
  bool IsCall =
      !Before.empty() && Before.size() == Open &&
      (isNamePart(Before.back()) || StringRef(")]").contains(Before.back()));
  if (IsCall)
    return std::nullopt;
  DeviceList Out;
  unsigned Elements = 0;
  for (size_t At = Open + 1;; ++Elements) {
    size_t Begin = Text.find_first_not_of(" \t\r\n", At);
    if (Begin == StringRef::npos)
      return std::nullopt;
    if (StringRef(")]}").contains(Text[Begin])) {
      Out.Whole = {Open, unsigned(Begin + 1)};
      break;
    }
    char Quote = Text[Begin] == '"' || Text[Begin] == '\'' ? Text[Begin] : 0;
    if (!Quote && S.Syntax == ScriptSyntax::Python)
      return std::nullopt;
    StringRef Word = Text.substr(Begin + (Quote != 0)).take_while(isNamePart);
    size_t End = Begin + Word.size() + 2 * (Quote != 0);
    if (!isDevice(Word) || End > Text.size() ||
        (Quote && Text[End - 1] != Quote))
      return std::nullopt;
    if (Word.equals_insensitive(cudaWord()))
      Out.Cuda = {unsigned(Begin), unsigned(End)};
    if (Elements == 1)
      Out.Gap = Text.slice(Out.Behind, Begin);
    Out.Behind = unsigned(End);
    size_t Comma = Text.find_first_not_of(" \t\r\n", End);
    if (Comma == StringRef::npos)
      return std::nullopt;
    At = Text[Comma] == ',' ? Comma + 1 : Comma;
    if (At == Comma && !StringRef(")]}").contains(Text[Comma]))
      return std::nullopt;
  }
  if (Elements < 2 || !Out.Cuda.End)
    return std::nullopt;
  return Out;
}

/// The element that a person would add: alone where a list says what is
/// allowed; where all of it is tried, only with MUSA. Empty: a person has to
/// know.
std::string DeviceSharer::elementFor(const DeviceList &L) const {
  StringRef Cuda = Text.slice(L.Cuda.Begin, L.Cuda.End);
  StringRef Word = Cuda.trim("\"'");
  std::string Musa =
      Word == Word.upper() ? musaWord().upper() : musaWord().str();
  std::string Quote = Cuda.size() > Word.size() ? Cuda.take_front(1).str() : "";
  std::string Plain = Quote + Musa + Quote;
  unsigned Begin = lineBegin(Text, L.Whole.Begin);
  StringRef Before = Text.slice(Begin, L.Whole.Begin).rtrim();
  bool IsLoop = Before.contains("for ") && Before.ends_with(" in");
  if (Before.ends_with("choices=") || (Before.ends_with(" in") && !IsLoop))
    return Plain;
  bool HasTorch =
      Text.starts_with("import torch\n") || Text.contains("\nimport torch\n");
  if (!HasTorch || Word != cudaWord())
    return "";
  std::string Module = musaWord().str();
  return "*([" + Plain + "] if hasattr(torch, " + Plain + ") and torch." +
         Module + ".is_available() else [])";
}

void DeviceSharer::visit(const DeviceList &L) {
  std::string New =
      S.Syntax == ScriptSyntax::Python ? elementFor(L) : std::string();
  StringRef Cuda = Text.slice(L.Cuda.Begin, L.Cuda.End).trim("\"'");
  if (New.empty())
    return To.report(L.Cuda, say(msg::SharedDevices, Cuda, musaWord()));
  To.insert(L.Whole, L.Behind, L.Gap.str() + New, Cuda);
}

/// Reports `- cuda` among items that are devices.
void DeviceSharer::visitItems() {
  for (TextRange Cuda : cudaItems(Text, /*IsProse=*/false))
    if (!isLeft(Cuda.Begin))
      To.report(Cuda, say(msg::SharedDevices, Text.slice(Cuda.Begin, Cuda.End),
                          musaWord()));
}

void DeviceSharer::run() {
  if (!Text.contains_insensitive(cudaWord()))
    return;
  for (size_t At = Text.find_first_of("[({"); At != StringRef::npos;
       At = Text.find_first_of("[({", At + 1))
    if (auto L = listAt(unsigned(At));
        L && !isLeft(L->Cuda.Begin) && !isInString(unsigned(At)))
      visit(*L);
  if (S.Syntax == ScriptSyntax::Config)
    visitItems();
}

/// A block of items that begin alike, `- cuda`.
class ItemReader {
public:
  ItemReader(StringRef Text, bool IsProse) : Text(Text), IsProse(IsProse) {}
  std::vector<TextRange> run();

private:
  void finish();
  void add(StringRef Item);

  StringRef Text;
  bool IsProse;
  bool HasOther = false, HasMusa = false, IsPure = true;
  TextRange Cuda;
  std::vector<TextRange> Out;
};

void ItemReader::finish() {
  if (Cuda.End && HasOther && !HasMusa && (IsPure || IsProse))
    Out.push_back(Cuda);
  HasOther = HasMusa = false;
  IsPure = true;
  Cuda = {};
}

void ItemReader::add(StringRef Item) {
  HasMusa |= Item.contains_insensitive(musaWord());
  Item = Item.trim(IsProse ? " \t*_`[" : " \t\"'");
  StringRef Word = IsProse ? Item.take_while(isNamePart) : Item;
  bool IsCuda = Word.equals_insensitive(cudaWord());
  unsigned Begin = unsigned(Word.begin() - Text.begin());
  if (IsCuda)
    Cuda = {Begin, Begin + unsigned(Word.size())};
  HasOther |= !IsCuda && isDevice(Word);
  IsPure &= isDevice(Word);
}

std::vector<TextRange> ItemReader::run() {
  size_t Indent = StringRef::npos;
  for (size_t At = 0; At < Text.size();) {
    size_t End = lineEnd(Text, unsigned(At));
    StringRef Line = Text.slice(At, End).rtrim(), Item = Line.ltrim();
    At = End;
    size_t Mine = Line.size() - Item.size();
    bool IsItem = Item.consume_front("- ") || Item.consume_front("* ");
    bool IsBelow = IsProse && !Line.empty() && Mine > Indent; // its text
    if (Indent != StringRef::npos && !IsBelow && (!IsItem || Mine != Indent)) {
      finish();
      Indent = StringRef::npos;
    }
    if (!IsItem || IsBelow)
      continue;
    Indent = Mine;
    add(Item);
  }
  finish();
  return std::move(Out);
}

} // namespace

std::vector<TextRange> cudaItems(StringRef Text, bool IsProse) {
  return ItemReader(Text, IsProse).run();
}

void shareDevices(const SharedScript &S, ScriptAdder &To) {
  DeviceSharer(S, To).run();
}

} // namespace musify

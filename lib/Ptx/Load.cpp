// From mappings/ptx.json to a table. Unknown keys, types and messages are
// errors, so that no line is silently without effect.
#include "Ptx/Table.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

extern "C" const char musify_ptx_begin[], musify_ptx_end[];

namespace musify {

static Error fault(StringRef Path, const Twine &What) {
  return createStringError(Path + ": error: " + What);
}

static std::string text(const json::Object &O, StringRef Key) {
  return O.getString(Key).value_or("").str();
}

/// A list of strings, or one string.
static std::vector<std::string> texts(const json::Object &O, StringRef Key) {
  std::vector<std::string> Out;
  if (auto One = O.getString(Key))
    Out.push_back(One->str());
  if (const json::Array *All = O.getArray(Key))
    for (const json::Value &V : *All)
      Out.push_back(V.getAsString().value_or("").str());
  return Out;
}

static std::vector<std::string> pieces(StringRef Dotted) {
  std::vector<std::string> Out;
  for (StringRef Piece : split(Dotted, '.'))
    if (!Piece.empty())
      Out.push_back(Piece.str());
  return Out;
}

/// A number, a text such as `0x8888`, or none.
static std::optional<uint64_t> number(const json::Object &O, StringRef Key) {
  if (auto N = O.getInteger(Key))
    return *N;
  uint64_t N;
  if (auto T = O.getString(Key); T && !T->getAsInteger(0, N))
    return N;
  return std::nullopt;
}

static std::optional<MessageId> messageNamed(StringRef Name) {
  if (Name.empty())
    return MessageId::None;
  for (unsigned I = 1; isMessageId(I); ++I)
    if (textOf(MessageId(I)).Name == Name)
      return MessageId(I);
  return std::nullopt;
}

/// `a` or `a:u32`
static PtxPattern onePattern(StringRef &Text) {
  PtxPattern P;
  P.Name = Text[0];
  Text = Text.drop_front();
  if (Text.consume_front(":")) {
    P.Type = Text.take_while([](char C) { return isalnum(C); }).str();
    Text = Text.drop_front(P.Type.size());
  }
  return P;
}

/// `a:u32`, `[a]`, `{d, e}`, `d|p`, separated by commas.
static std::vector<PtxPattern> patterns(StringRef &Text, char Close) {
  std::vector<PtxPattern> Out;
  while (!(Text = Text.ltrim(" ,")).empty() &&
         !Text.consume_front(StringRef(&Close, 1))) {
    PtxPattern P;
    if (Text.consume_front("[")) {
      P.K = PtxOperand::Kind::Address;
      P.Parts = patterns(Text, ']');
    } else if (Text.consume_front("{")) {
      P.K = PtxOperand::Kind::Vector;
      P.Parts = patterns(Text, '}');
    } else {
      P = onePattern(Text);
      if (Text.consume_front("|")) {
        PtxPattern Both;
        Both.K = PtxOperand::Kind::Pair;
        Both.Parts = {std::move(P), onePattern(Text)};
        P = std::move(Both);
      }
    }
    Out.push_back(std::move(P));
  }
  return Out;
}

class PtxLoader {
public:
  explicit PtxLoader(StringRef Path) : Path(Path) {}
  Expected<PtxTable> load(const json::Object &Root);

private:
  Error types(const json::Object &All);
  Error specials(const json::Object &All);
  Error families(const json::Array &All);
  Error forms(const json::Array &All);
  Error form(const json::Object &O);
  Error note(const json::Object &O, MessageId &Into);
  Error checkKeys(const json::Object &O, ArrayRef<StringRef> Known);

  StringRef Path;
  PtxTable Out;
};

Error PtxLoader::checkKeys(const json::Object &O, ArrayRef<StringRef> Known) {
  for (const auto &[Key, Value] : O)
    if (!is_contained(Known, StringRef(Key)))
      return fault(Path, "unknown key `" + StringRef(Key) + "`");
  return Error::success();
}

Error PtxLoader::note(const json::Object &O, MessageId &Into) {
  auto Id = messageNamed(text(O, "note"));
  if (!Id)
    return fault(Path, "no message is named `" + text(O, "note") + "`");
  Into = *Id;
  return Error::success();
}

Error PtxLoader::types(const json::Object &All) {
  for (const auto &[Name, Value] : All) {
    const json::Object *O = Value.getAsObject();
    if (!O)
      return fault(Path, "a type is no object");
    if (Error E = checkKeys(
            *O, {"cpp", "kind", "bits", "storage", "from", "to", "vectors"}))
      return E;
    PtxType T;
    T.Name = StringRef(Name).str();
    T.Cpp = text(*O, "cpp");
    T.Bits = number(*O, "bits").value_or(0);
    T.Storage = text(*O, "storage");
    T.FromBits = text(*O, "from");
    T.ToBits = text(*O, "to");
    std::string Kind = text(*O, "kind");
    T.K = Kind == "signed"  ? PtxType::Kind::Signed
          : Kind == "float" ? PtxType::Kind::Float
          : Kind == "pred"  ? PtxType::Kind::Predicate
          : Kind == "view"  ? PtxType::Kind::View
                            : PtxType::Kind::Unsigned;
    if (const json::Object *Vectors = O->getObject("vectors"))
      for (const auto &[Count, Type] : *Vectors)
        T.Vectors[StringRef(Count)] = Type.getAsString().value_or("").str();
    Out.Types[T.Name] = std::move(T);
  }
  return Error::success();
}

Error PtxLoader::specials(const json::Object &All) {
  for (const auto &[Name, Value] : All) {
    const json::Object *O = Value.getAsObject();
    if (!O)
      return fault(Path, "a register is no object");
    if (Error E = checkKeys(*O, {"cpp", "type", "evidence", "note"}))
      return E;
    PtxSpecial S{text(*O, "cpp"), text(*O, "type"), text(*O, "evidence")};
    if (Error E = note(*O, S.Note))
      return E;
    Out.Specials[StringRef(Name)] = std::move(S);
  }
  return Error::success();
}

Error PtxLoader::families(const json::Array &All) {
  for (const json::Value &Value : All) {
    const json::Object &O = *Value.getAsObject();
    if (Error E = checkKeys(O, {"family", "opcodes", "note", "evidence"}))
      return E;
    PtxFamily F{text(O, "family"), texts(O, "opcodes"), MessageId::None,
                text(O, "evidence")};
    if (Error E = note(O, F.Note))
      return E;
    Out.Families.push_back(std::move(F));
  }
  return Error::success();
}

Error PtxLoader::form(const json::Object &O) {
  if (Error E = checkKeys(O, {"op", "also", "space", "scope", "hints", "types",
                              "args", "where", "pointer", "before", "after",
                              "let", "carry", "value", "statement", "fidelity",
                              "note", "evidence"}))
    return E;
  PtxForm F;
  std::vector<std::string> Opcode = pieces(text(O, "op"));
  if (Opcode.empty())
    return fault(Path, "a form has no `op`");
  F.Name = Opcode.front();
  F.Modifiers.assign(Opcode.begin() + 1, Opcode.end());
  F.Also = texts(O, "also");
  F.Space = O.getBoolean("space").value_or(false);
  F.Scope = O.getBoolean("scope").value_or(false);
  F.Hints = O.getBoolean("hints").value_or(false);
  for (const std::string &T : texts(O, "types")) {
    F.Types.push_back(pieces(T));
    for (const std::string &Piece : F.Types.back())
      if (!Out.type(Piece))
        return fault(Path, "unknown type `" + Piece + "`");
  }
  if (F.Types.empty())
    F.Types.emplace_back();
  std::string Args = text(O, "args");
  StringRef Rest = Args;
  F.Operands = patterns(Rest, '\0');
  if (const json::Object *Where = O.getObject("where"))
    for (const auto &[Name, Value] : *Where) {
      const json::Object &C = *Value.getAsObject();
      F.Constants.push_back({StringRef(Name)[0], number(C, "is"),
                             number(C, "below"), number(C, "clear")});
    }
  F.Pointer = text(O, "pointer");
  F.Before = text(O, "before");
  F.After = text(O, "after");
  F.Let = text(O, "let");
  F.Carry = text(O, "carry");
  F.Values = texts(O, "value");
  F.Statement = text(O, "statement");
  F.Evidence = text(O, "evidence");
  std::string Fidelity = text(O, "fidelity");
  F.Fidelity = Fidelity == "condition"  ? PtxFidelity::Condition
               : Fidelity == "stronger" ? PtxFidelity::Stronger
               : Fidelity == "none"     ? PtxFidelity::None
                                        : PtxFidelity::Exact;
  if (Error E = note(O, F.Note))
    return E;
  // The carry is written before the result.
  if (!F.Carry.empty() && any_of(F.Values, [](const std::string &V) {
        return StringRef(V).contains("$cc");
      }))
    return fault(Path, "the value of `" + F.spelling() +
                           "` reads the carry that it sets: use `let`");
  if (F.Fidelity != PtxFidelity::Exact && F.Note == MessageId::None)
    return fault(Path, "`" + F.spelling() + "` is not exact and has no note");
  Out.ByName[F.Name].push_back(Out.Forms.size());
  Out.Forms.push_back(std::move(F));
  return Error::success();
}

Expected<PtxTable> PtxLoader::load(const json::Object &Root) {
  if (Error E = checkKeys(Root, {"$schema", "types", "spaces", "scopes",
                                 "hints", "registers", "families", "forms"}))
    return E;
  const json::Object *Types = Root.getObject("types"),
                     *Spaces = Root.getObject("spaces"),
                     *Scopes = Root.getObject("scopes"),
                     *Registers = Root.getObject("registers");
  const json::Array *Families = Root.getArray("families"),
                    *Forms = Root.getArray("forms");
  if (!Types || !Spaces || !Scopes || !Registers || !Families || !Forms)
    return fault(Path, "a section is missing");
  for (const auto &[Name, Value] : *Spaces)
    Out.Spaces[StringRef(Name)] = Value.getAsString().value_or("").str();
  for (const auto &[Name, Value] : *Scopes) {
    const json::Object &O = *Value.getAsObject();
    Out.Scopes[StringRef(Name)] = {text(O, "fence"), text(O, "atomic")};
  }
  Out.Hints = texts(Root, "hints");
  if (Error E = types(*Types))
    return E;
  if (Error E = specials(*Registers))
    return E;
  if (Error E = families(*Families))
    return E;
  for (const json::Value &V : *Forms)
    if (Error E = form(*V.getAsObject()))
      return E;
  return std::move(Out);
}

Expected<PtxTable> PtxTable::parse(StringRef Text, StringRef Path) {
  auto Root = json::parse(Text);
  if (!Root)
    return fault(Path, toString(Root.takeError()));
  if (!Root->getAsObject())
    return fault(Path, "not an object");
  return PtxLoader(Path).load(*Root->getAsObject());
}

static Expected<PtxTable> builtin() {
  StringRef Text(musify_ptx_begin, musify_ptx_end - musify_ptx_begin);
  return PtxTable::parse(Text, "mappings/ptx/forms.json");
}

Error checkPtxTable() { return builtin().takeError(); }

const PtxTable &ptxTable() {
  static const PtxTable Table = [] {
    auto T = builtin();
    if (!T) // the build checked it
      report_fatal_error(T.takeError());
    return std::move(*T);
  }();
  return Table;
}

} // namespace musify

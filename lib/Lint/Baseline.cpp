#include "Lint/Baseline.h"
#include "Diag/MessageError.h"
#include "Support/Untrusted.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MD5.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace musify {

static constexpr StringLiteral Schema = "musify-baseline/1";

// Generated code has lines of many kilobytes, and a finding at every word.
static std::string shortened(std::string Text) {
  constexpr size_t Longest = 1000, Kept = 160;
  if (Text.size() <= Longest)
    return Text;
  std::string Sum = toHex(MD5::hash(arrayRefFromStringRef(Text)), true);
  Text.resize(Kept);
  return Text + "..." + Sum;
}

std::string normalisedLine(StringRef Line) {
  SmallVector<StringRef, 16> Words;
  SplitString(Line, Words, " \t\v\f\r\n");
  std::string Text = shortened(llvm::join(Words, " "));
  return json::isUTF8(Text) ? Text : json::fixUTF8(Text);
}

std::string fingerprint(const FindingKey &Key, unsigned Occurrence) {
  MD5 Hash;
  for (const std::string &Part :
       {Key.Rule, Key.Path, Key.Text, utostr(Occurrence)}) {
    Hash.update(Part);
    Hash.update(ArrayRef<uint8_t>{0}); // so that parts do not run together
  }
  MD5::MD5Result Result;
  Hash.final(Result);
  return std::string(Result.digest());
}

namespace {

struct KnownFinding {
  FindingKey Key;
  int64_t Count = 1;
};

struct BaselineFile {
  std::string SchemaName;
  std::vector<KnownFinding> Findings;
};

bool fromJSON(const json::Value &V, KnownFinding &F, json::Path P) {
  json::ObjectMapper Map(V, P);
  if (!Map || !Map.map("rule", F.Key.Rule) || !Map.map("path", F.Key.Path) ||
      !Map.map("text", F.Key.Text) || !Map.mapOptional("count", F.Count))
    return false;
  if (F.Count >= 1 && F.Count <= UINT32_MAX)
    return true;
  P.field("count").report("expected a number from 1");
  return false;
}

bool fromJSON(const json::Value &V, BaselineFile &B, json::Path P) {
  json::ObjectMapper Map(V, P);
  return Map && Map.map("schema", B.SchemaName) &&
         Map.map("findings", B.Findings);
}

} // namespace

Expected<Baseline> parseBaseline(StringRef Json, StringRef Path) {
  auto Fail = [&](Message Why) {
    return errorOf(say(msg::ProblemOf, Path, std::move(Why)));
  };
  if (isNestedTooDeep(Json))
    return Fail(say(msg::NotBaseline, say(msg::NestsTooDeep)));
  auto Value = json::parse(Json);
  if (!Value)
    return Fail(say(msg::NotJson, toString(Value.takeError())));
  json::Path::Root Root("baseline");
  BaselineFile File;
  if (!fromJSON(*Value, File, Root))
    return Fail(say(msg::NotBaseline, toString(Root.getError())));
  if (File.SchemaName != Schema)
    return Fail(say(msg::OtherSchema, File.SchemaName, Schema));
  Baseline Known;
  for (KnownFinding &F : File.Findings)
    Known[std::move(F.Key)] += unsigned(F.Count);
  return Known;
}

std::string formatBaseline(const Baseline &Known) {
  std::string Out;
  raw_string_ostream OS(Out);
  OS << "{\n  \"schema\": \"" << Schema << "\",\n  \"findings\": [";
  StringRef Separator = "\n";
  for (const auto &[Key, Count] : Known) {
    OS << Separator << "    ";
    json::OStream J(OS);
    J.object([&] {
      J.attribute("rule", Key.Rule);
      J.attribute("path", Key.Path);
      J.attribute("text", Key.Text);
      if (Count > 1)
        J.attribute("count", Count);
    });
    Separator = ",\n";
  }
  OS << "\n  ]\n}\n";
  return Out;
}

} // namespace musify

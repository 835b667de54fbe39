#include "Platform/TextPorter.h"
#include "Platform/LoadYaml.h"
#include "llvm/ADT/STLExtras.h"

extern "C" {
extern const char musify_torchada_begin[], musify_torchada_end[];
}

using namespace llvm;
using namespace musify;

namespace {

/// Rules whose texts begin alike.
struct Family {
  std::string From, To;
  std::vector<std::string> Names;
};

struct PorterFile {
  TextPorter Porter;
  std::vector<Family> Families;
  std::vector<std::vector<std::string>> Others;
};

} // namespace

LLVM_YAML_IS_SEQUENCE_VECTOR(Family)
LLVM_YAML_IS_SEQUENCE_VECTOR(std::vector<std::string>)

namespace llvm::yaml {

template <> struct MappingTraits<Family> {
  static void mapping(IO &IO, Family &F) {
    IO.mapRequired("from", F.From);
    IO.mapRequired("to", F.To);
    IO.mapRequired("names", F.Names);
  }
};

template <> struct MappingTraits<PorterFile> {
  static void mapping(IO &IO, PorterFile &F) {
    TextPorter &P = F.Porter;
    ignoreSchema(IO);
    std::vector<std::string> Sources;
    IO.mapRequired("name", P.Name);
    IO.mapRequired("option", P.Option);
    IO.mapRequired("sources", Sources);
    IO.mapRequired("import", P.Import);
    IO.mapRequired("importBefore", P.ImportBefore);
    IO.mapRequired("builder", P.Builder);
    IO.mapRequired("compilerKey", P.CompilerKey);
    IO.mapOptional("libraries", P.Libraries);
    IO.mapRequired("suffixes", P.Suffixes);
    IO.mapOptional("keptBeginnings", P.KeptBeginnings);
    IO.mapOptional("keptParts", P.KeptParts);
    IO.mapOptional("keyed", P.Keyed);
    IO.mapRequired("disabled", P.Disabled);
    IO.mapRequired("families", F.Families);
    IO.mapRequired("rules", F.Others);
  }
  static std::string validate(IO &, PorterFile &F) {
    bool Wrong = any_of(F.Others, [](const std::vector<std::string> &Rule) {
      return Rule.size() != 2 || Rule[0].empty();
    });
    return Wrong ? "a rule is a text and what replaces it" : "";
  }
};

} // namespace llvm::yaml

namespace musify {

bool TextPorter::reads(StringRef Path) const {
  return any_of(Suffixes, [&](StringRef Suffix) {
    return Path.ends_with_insensitive(Suffix);
  });
}

bool TextPorter::keepsLine(StringRef Line) const {
  return any_of(KeptBeginnings,
                [&](StringRef B) { return Line.starts_with(B); }) ||
         any_of(KeptParts, [&](StringRef Part) { return Line.contains(Part); });
}

Expected<TextPorter> parseTextPorter(StringRef Text, StringRef Path) {
  PorterFile File;
  if (Error E = parseYaml(Text, Path, File))
    return std::move(E);
  auto &Rules = File.Porter.Rules;
  for (const Family &F : File.Families)
    for (const std::string &Name : F.Names)
      Rules.emplace_back(F.From + Name, F.To + Name);
  for (const std::vector<std::string> &Rule : File.Others)
    Rules.emplace_back(Rule[0], Rule[1]);
  llvm::sort(Rules, [](const auto &A, const auto &B) {
    return A.first.size() != B.first.size() ? A.first.size() > B.first.size()
                                            : A < B;
  });
  return std::move(File.Porter);
}

StringRef builtinTextPorter() {
  return {musify_torchada_begin,
          size_t(musify_torchada_end - musify_torchada_begin)};
}

const TextPorter &torchada() {
  // Valid: checked when the binary was built.
  static TextPorter Porter = cantFail(
      parseTextPorter(builtinTextPorter(), "frameworks/torchada.json"));
  return Porter;
}

} // namespace musify

#include "Verify/BuildNames.h"
#include "Build/Scanner.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {
namespace {

using Place = ScriptToken::Place;

bool isCMake(StringRef Path) {
  return scriptSyntaxOf(Path) == ScriptSyntax::CMake;
}

/// Calls `Visit` with each token of a CMake script and its number among the
/// words of its call.
void forEachToken(
    StringRef Text,
    function_ref<void(const ScriptToken &T, unsigned Number)> Visit) {
  unsigned Number = 0;
  ScannedScript Scan = scanScript(Text, ScriptSyntax::CMake);
  for (const ScriptToken &T : Scan.Tokens) {
    if (T.At == Place::Command)
      Number = 0;
    Visit(T, Number);
    Number += T.At == Place::Word;
  }
}

bool isCondition(StringRef Command) {
  return Command.equals_insensitive("if") ||
         Command.equals_insensitive("elseif") ||
         Command.equals_insensitive("while");
}

/// `add_library`, and those of packages: `pybind11_add_module`.
bool definesTarget(StringRef Command) {
  std::string Name = Command.lower();
  return StringRef(Name).starts_with("add_") ||
         StringRef(Name).contains("_add_");
}

/// True if the word of the call has to be a target, where it may be one.
bool usesTarget(StringRef Command, unsigned Number) {
  std::string Name = Command.lower();
  return is_contained({"add_dependencies", "target_link_libraries"}, Name) ||
         (!Number && (StringRef(Name).starts_with("target_") ||
                      Name == "set_target_properties"));
}

/// The text that the port's `[New, New + Length)` has the place of.
std::string originalText(const ComparedFile &F, unsigned New, StringRef Now) {
  auto After =
      llvm::upper_bound(F.How.Made, New, [](unsigned At, const MadeEdit &M) {
        return At < M.NewOffset;
      });
  if (After != F.How.Made.begin()) {
    const MadeEdit &M = *std::prev(After);
    if (New < M.NewOffset + M.Edit->NewText->size())
      return F.Original->OldText.substr(M.Edit->Where.Offset,
                                        M.Edit->Where.Length);
  }
  auto Old = F.How.oldOffset(New);
  return Old ? F.Original->OldText.substr(*Old, Now.size()) : "";
}

} // namespace

void BuildNames::add(StringRef Path, StringRef Text) {
  if (!isCMake(Path))
    return;
  forEachToken(Text, [&](const ScriptToken &T, unsigned Number) {
    if (T.At != Place::Word || T.Prose || isCondition(T.Command))
      return;
    StringRef Word = T.Text;
    if (!Number && definesTarget(T.Command))
      Targets.insert(Word);
    Word.consume_front("-D");
    Variables.insert(Word.split('=').first.split(':').first);
  });
}

void judgeBuildNames(ComparedFile &F, const BuildNames &Before,
                     const BuildNames &After) {
  if (!isCMake(F.Port->Path))
    return;
  forEachToken(F.Port->OldText, [&](const ScriptToken &T, unsigned Number) {
    bool IsVariable = T.At == Place::Reference && !T.Environment;
    bool IsTarget = T.At == Place::Word && usesTarget(T.Command, Number);
    if (!IsVariable && !IsTarget)
      return;
    const auto &Lost = IsVariable ? After.Variables : After.Targets;
    const auto &Known = IsVariable ? Before.Variables : Before.Targets;
    if (Lost.contains(T.Text) || isReported(*F.Port, {T.Offset, T.end()}))
      return;
    std::string Was = originalText(F, T.Offset, T.Text);
    if (!Was.empty() && Known.contains(Was) && !isTold(*F.Original, Was))
      addFinding(*F.Port, T.Offset, T.Text.size(),
                 IsVariable ? say(msg::VerifyNoVariable, T.Text, Was)
                            : say(msg::VerifyNoTarget, T.Text, Was));
  });
}

} // namespace musify

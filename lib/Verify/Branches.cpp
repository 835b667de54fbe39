#include "Verify/Branches.h"
#include "Platform/Platform.h"
#include "Scan/Condition.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

Directive directiveAt(StringRef Text, unsigned Offset) {
  StringRef Rest = Text.substr(Offset);
  if (!Rest.consume_front("#"))
    return {};
  size_t End = Rest.find('\n');
  while (End != StringRef::npos &&
         Rest.take_front(End).rtrim('\r').ends_with("\\"))
    End = Rest.find('\n', End + 1);
  Rest = Rest.take_front(End).ltrim();
  StringRef Name = Rest.take_while([](char C) { return isAlpha(C); });
  return {Name, Rest.drop_front(Name.size())};
}

namespace {

/// A version of the SDK that the project defines by itself.
bool isOwnVersion(StringRef Macro, const StringSet<> &Own) {
  return Own.contains(Macro) &&
         (sourcePlatform().Macros.Version.contains(Macro) ||
          targetPlatform().Macros.Version.contains(Macro));
}

Truth onAllCudaDevices(const Condition &If, const StringSet<> &Own) {
  Truth All;
  for (const ReferenceDevice &Device : sourcePlatform().References) {
    Truth Here = If.evaluate([&](StringRef Macro) {
      return isOwnVersion(Macro, Own) ? MacroState()
                                      : inSourceBuild(Macro, Device);
    });
    if (!Here || (All && *All != *Here))
      return std::nullopt;
    All = Here;
  }
  return All;
}

Message truthName(bool Value) {
  return Value ? say(msg::ConditionTrue) : say(msg::ConditionFalse);
}

/// Calls `Visit` for each pair of directives with a condition.
void forEachCondition(
    const ComparedFile &F,
    function_ref<void(const SameToken &, Directive Old, Directive New)> Visit) {
  for (const SameToken &Same : F.How.Directives) {
    Directive Old = directiveAt(F.Original->OldText, Same.OldOffset);
    Directive New = directiveAt(F.Port->OldText, Same.NewOffset);
    if (hasCondition(Old.Name) && hasCondition(New.Name))
      Visit(Same, Old, New);
  }
}

std::vector<StringRef> namesIn(StringRef Text) {
  std::vector<StringRef> Out;
  for (const TextToken &T : readTokens(Text, TextKind::Code))
    if (T.IsName && T.Text != "defined")
      Out.push_back(T.Text);
  return Out;
}

/// The project asks for MUSA by itself: what the branches hold is its choice.
bool asksForTarget(StringRef Condition) {
  return llvm::any_of(namesIn(Condition), [](StringRef Name) {
    return is_contained(targetPlatform().Macros.Compiler, Name);
  });
}

} // namespace

void judgeConditions(ComparedFile &F, const StringSet<> &Own) {
  forEachCondition(F, [&](const SameToken &At, Directive Old, Directive New) {
    Truth Cuda = onAllCudaDevices(Condition(Old.Name, Old.Rest), Own);
    Truth Musa = Condition(New.Name, New.Rest).evaluate([&](StringRef Macro) {
      return isOwnVersion(Macro, Own) ? MacroState() : inTargetBuild(Macro);
    });
    unsigned End = Old.Rest.end() - F.Original->OldText.data();
    if (!Cuda || !Musa || *Cuda == *Musa || asksForTarget(Old.Rest) ||
        isLeftToPerson(*F.Original, {At.OldOffset, End}))
      return;
    unsigned Length =
        New.Rest.rtrim().end() - F.Port->OldText.data() - At.NewOffset;
    addFinding(*F.Port, At.NewOffset, Length,
               say(msg::VerifyOtherBranch, truthName(*Musa), truthName(*Cuda)));
  });
}

/// `#define`, or a line of a template of a header that becomes one.
static bool isDefine(StringRef Directive) {
  return Directive == "define" || Directive.starts_with("cmakedefine") ||
         Directive == "mesondefine";
}

void addDefinedNames(StringRef Text, TextKind Kind, StringSet<> &Names) {
  std::vector<TextToken> All = readTokens(Text, Kind);
  for (size_t I = 0; I < All.size(); ++I) {
    bool IsDefined =
        Kind == TextKind::Script ||
        (I > 1 && All[I - 2].Text == "#" && isDefine(All[I - 1].Text));
    if (IsDefined) {
      StringRef Name = All[I].Text;
      Names.insert(Name);
      if (Kind == TextKind::Script && Name.consume_front("D")) // -DNAME
        Names.insert(Name);
    }
  }
}

void judgeDefinitions(ComparedFile &F, const StringSet<> &DefinedBefore,
                      const StringSet<> &DefinedAfter) {
  forEachCondition(F, [&](const SameToken &At, Directive Old, Directive New) {
    auto OldNames = namesIn(Old.Rest), NewNames = namesIn(New.Rest);
    unsigned End = Old.Rest.end() - F.Original->OldText.data();
    if (OldNames.size() != NewNames.size() ||
        New.Rest.contains("__has_include") || // it has words of paths
        isLeftToPerson(*F.Original, {At.OldOffset, End}))
      return;
    for (auto [Was, Now] : zip(OldNames, NewNames))
      if (Was != Now && DefinedBefore.contains(Was) &&
          !DefinedAfter.contains(Now) && !DefinedBefore.contains(Now) &&
          inTargetBuild(Now).S == MacroState::Is::Unknown)
        addFinding(*F.Port, Now.data() - F.Port->OldText.data(), Now.size(),
                   say(msg::VerifyUndefined, Now, Was));
  });
}

} // namespace musify

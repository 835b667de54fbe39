#include "Scan/Branches.h"
#include "Platform/NeutralName.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// A macro about the platform, or `<header>` of its SDK.
bool names(const Platform &P, StringRef Name) {
  if (Name.consume_front("<") && Name.consume_back(">"))
    return P.SdkHeaders.contains(Name);
  return P.Words.contains(Name);
}
bool namesMusa(StringRef Name) { return names(targetPlatform(), Name); }
bool namesCuda(StringRef Name) { return names(sourcePlatform(), Name); }

/// So many chains in a row are seen as one: a vendor each.
constexpr size_t LongestRow = 8;

/// Macros with a value of their own: a build for the target defines them, but
/// not as 1.
bool hasOwnValue(StringRef Macro) {
  return Macro.contains("VERSION") || Macro.contains("_ARCH");
}

/// True for a macro that only code for a device has.
bool isDeviceMacro(StringRef Macro) {
  return Macro == targetPlatform().Macros.Architecture ||
         Macro == sourcePlatform().Macros.Architecture;
}

} // namespace

MacroState Branches::stateOf(StringRef Macro, Build In) const {
  using Is = MacroState::Is;
  if (In == NoHostCpu)
    return platforms().Host.CpuMacros.contains(Macro)
               ? MacroState{Is::Undefined}
               : MacroState{};
  if (In == NoOther)
    return sourcePlatform().OtherVendors.contains(Macro)
               ? MacroState{Is::Undefined}
               : MacroState{};
  if (In == NoSource)
    return namesSource(Macro) ? MacroState{Is::Undefined} : MacroState{};
  bool IsOther =
      namesSource(Macro) || sourcePlatform().OtherVendors.contains(Macro);
  if (In == Alone && IsOther && !namesTarget(Macro))
    return {Is::Undefined};
  if (In == Any || !namesTarget(Macro))
    return {};
  if (In == Other || (In == TargetHost && isDeviceMacro(Macro)))
    return {Is::Undefined};
  return {Is::Defined,
          hasOwnValue(Macro) ? std::nullopt : std::optional<int64_t>(1)};
}

bool Branches::namesTarget(StringRef Macro) const {
  return S.ToCuda ? namesCuda(Macro) : namesMusa(Macro);
}

bool Branches::namesSource(StringRef Macro) const {
  return S.ToCuda ? namesMusa(Macro) : namesCuda(Macro);
}

bool Branches::isMusas() const { return !Open.empty() && Open.back().InMusas; }

bool Branches::isForHostCpu() const {
  return !Open.empty() && Open.back().ForHostCpu;
}

bool Branches::isForOthers() const {
  return !Open.empty() && Open.back().ForOthers;
}

Branches::Truths Branches::read(const Condition &If) const {
  Truths Out;
  for (size_t I = 0; I < Device; ++I)
    Out[I] =
        If.evaluate([&](StringRef Macro) { return stateOf(Macro, Build(I)); });
  Out[Device] = S.ToCuda ? std::nullopt : If.onTargetDevice();
  Out[SourceDevice] = S.ToCuda ? std::nullopt : If.onSourceDevice();
  return Out;
}

/// Where no branch before was taken and `If` holds. `B` is the innermost.
void Branches::enter(Branch &B, const Truths &If) {
  for (size_t I = 0; I < Builds; ++I) {
    B.Here[I] = both(negated(B.Taken[I]), If[I]);
    B.Taken[I] = either(B.Taken[I], If[I]);
  }
  Branch Outermost;
  const Branch &Around = Open.size() > 1 ? Open[Open.size() - 2] : Outermost;
  B.InMusas = Around.InMusas || isMusas(B);
  B.ForHostCpu = Around.ForHostCpu || needs(B, NoHostCpu);
  B.ForOthers = Around.ForOthers || needs(B, NoOther);
  B.Id = ++LastId;
  if (auto It = Out.MusaSwitches.find(Around.Id); It != Out.MusaSwitches.end())
    Out.MusaSwitches[B.Id] = It->second;
  Out.BranchExtents.resize(LastId + 1, {0, ~0u});
}

void Branches::endBranch(unsigned At) {
  Branch &B = Open.back();
  Out.BranchExtents[B.Id] = {B.Inside, At};
  if (isMusas(B))
    Out.Untouched.emplace_back(B.Begin, At);
  // The condition of an architecture is reported; what is false on all devices
  // is the host's.
  bool IsOthers =
      needs(B, NoOther) || (needs(B, Device) && B.Here[SourceDevice] != false);
  if (needs(B, Target) && B.Here[TargetHost] != false)
    Out.MusaHost.emplace_back(B.Inside, At);
  else if (needs(B, Target))
    Out.NeverMusa.emplace_back(B.Begin, At);
  else if (IsOthers)
    Out.NeverMusa.emplace_back(B.Inside, At);
  B.HasMusas |= isMusas(B);
  if (needs(B, Target) || needs(B, NoSource))
    B.CudaHalves.emplace_back(B.Begin, At);
  B.HasShared |= !S.IsMusa && B.NamesTarget && B.Here[Alone] == true;
  if (B.NamesSource && B.Here[Alone] == false && !isMusas(B))
    B.Displacing.emplace_back(B.Begin, At);
  B.Directives.emplace_back(B.Begin, B.Inside);
  B.Begin = At;
}

/// True if `Inner`, in a branch of `Around` that is not CUDA's, has one for
/// MUSA which could not be reached if `Around` asked for MUSA.
bool Branches::knowsMusaWith(const Branch &Around, const Branch &Inner) {
  unsigned Asked = Around.AsksSource & Inner.AsksTarget & ~unsigned(Project);
  return Asked && Around.Here[Alone] == true &&
         (Inner.HasMusas || Inner.HasShared);
}

/// `#ifdef __CUDACC__ ... #endif`, `#ifdef __MUSACC__ ... #endif`. A number is
/// not renamed, and a project's `WITH_CUDA_GRAPHS` is no question of the two,
/// as `USE_CUDA` beside `USE_MUSA` is.
void Branches::joinNeighbours(const Neighbour &Before,
                              const Neighbour &Behind) {
  bool IsOneOption = llvm::any_of(Before.Projects, [&](const auto &Name) {
    return Behind.Projects.count(Name) != 0;
  });
  auto ArePair = [&](unsigned Target, unsigned Source) {
    return (Target & Source & Compiler) ||
           ((Target & Source & Project) && IsOneOption);
  };
  if (ArePair(Before.Target, Behind.Source))
    llvm::append_range(Out.Untouched, Behind.CudaHalves);
  if (ArePair(Behind.Target, Before.Source))
    llvm::append_range(Out.Untouched, Before.CudaHalves);
}

/// Where one branch is MUSA's, the code is for both already: the others stay
/// CUDA's.
void Branches::endChain() {
  Branch Ended = std::move(Open.back());
  Open.pop_back();
  if (Ended.HasMusas)
    llvm::append_range(Out.Untouched, Ended.CudaHalves);
  if (Ended.HasMusas || Ended.HasShared)
    llvm::append_range(Out.Untouched, Ended.Displacing);
  if (Ended.KnowsInside)
    llvm::append_range(Out.Untouched, Ended.Directives);
  Neighbour Mine;
  if (Ended.HasMusas)
    Mine = {Ended.AsksTarget, 0, std::move(Ended.ProjectsTarget), {}};
  else
    Mine = {0, Ended.AsksSource, std::move(Ended.ProjectsSource),
            Ended.Displacing};
  for (const Neighbour &N : Ended.Before)
    joinNeighbours(N, Mine);
  Row = std::move(Ended.Before);
  if (Row.size() == LongestRow)
    Row.erase(Row.begin());
  Row.push_back(std::move(Mine));
  if (!Open.empty() && knowsMusaWith(Open.back(), Ended))
    Open.back().HasMusas = Open.back().KnowsInside = true;
}

void Branches::follow(size_t Name, const Condition &If,
                      std::vector<OpenBrace> &Scopes) {
  StringRef Directive = Tokens.spelling(Name);
  unsigned At = Tokens.Lexemes[Name].Offset;
  if (Directive.starts_with("if")) {
    Branch B;
    if (BehindRow == Name - 1)
      B.Before = Row;
    B.Taken.fill(false);
    B.Begin = At;
    B.Scopes = Scopes;
    Open.push_back(std::move(B));
  } else if (Open.empty()) {
    return;
  } else {
    endBranch(At);
    if (Directive == "endif") {
      endChain();
      BehindRow = Tokens.directiveEnd(Name - 1);
      return;
    }
    Scopes = Open.back().Scopes;
  }
  Branch &B = Open.back();
  size_t Next = Tokens.directiveEnd(Name - 1);
  B.Inside = Next < Tokens.Lexemes.size() ? Tokens.Lexemes[Next].Offset
                                          : unsigned(Tokens.Text.size());
  Truths Holds;
  Holds.fill(true); // `#else`
  enter(B, hasCondition(Directive) ? read(If) : Holds);
  B.NamesTarget = B.NamesSource = 0;
  if (hasCondition(Directive))
    noteNames(B, If);
}

void Branches::noteNames(Branch &B, const Condition &If) {
  auto AskedOf = [](const Platform &P, StringRef Macro) {
    return hasOwnValue(Macro)                       ? Number
           : is_contained(P.Macros.Compiler, Macro) ? Compiler
                                                    : Project;
  };
  auto Note = [](Question Asked, StringRef Macro, unsigned &All,
                 std::set<std::string> &Projects) {
    All |= Asked;
    if (Asked == Project)
      Projects.insert(neutralPlatform(Macro));
  };
  If.names([&](StringRef Macro) {
    if (namesTarget(Macro)) {
      Question Asked = AskedOf(targetPlatform(), Macro);
      Note(Asked, Macro, B.NamesTarget, B.ProjectsTarget);
      if (Asked == Project && !S.ToCuda && needs(B, Other))
        Out.MusaSwitches[B.Id].insert(Macro.str());
    } else if (namesSource(Macro)) {
      Note(AskedOf(sourcePlatform(), Macro), Macro, B.NamesSource,
           B.ProjectsSource);
    }
    return false;
  });
  B.AsksTarget |= B.NamesTarget;
  B.AsksSource |= B.NamesSource;
}

// Once one of its conditions names MUSA, a chain of branches asks for both.
void Branches::noteAsked(size_t Name, size_t First) {
  if (Open.empty() || !hasCondition(Tokens.spelling(Name)))
    return;
  Branch &B = Open.back();
  for (size_t I = First; I < Out.Candidates.size(); ++I)
    B.Asked.push_back(I);
  if (B.AsksTarget)
    for (size_t I : B.Asked)
      Out.Candidates[I].AsksBoth = true;
}

void Branches::finish() {
  while (!Open.empty()) {
    endBranch(Tokens.Text.size());
    endChain();
  }
}

} // namespace musify

#include "Rewrite/ArchGuards.h"
#include "Rewrite/BranchNeeds.h"
#include "Scan/Condition.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace musify {
namespace {

constexpr StringLiteral RuleId = "numeric-macro";

/// Value of the macro on a CUDA device.
int64_t macroOf(const Capability &C) { return C.Major * 100 + C.Minor * 10; }

std::string deviceName(const Capability &C) {
  return sourcePlatform().Compiler.ArchitecturePrefix +
         std::to_string(C.Major * 10 + C.Minor);
}

/// In backticks, as an argument.
template <typename Range> Argument names(const Range &Names) {
  std::vector<Argument> Out;
  for (StringRef Name : Names)
    if (Name == PtxFeature)
      Out.emplace_back(say(msg::InlinePtxName));
    else
      Out.emplace_back(("`" + Name + "`").str());
  return Out;
}

/// The branch that an architecture compiles.
struct Choice {
  const Architecture *Target;
  const Capability *As; ///< CUDA's device whose code it gets
  bool Runs = true;     ///< it has all that the branch needs
};

class ChainDecision {
public:
  ChainDecision(const GuardChain &Chain, GuardedFile &File,
                FileContext &Context, std::vector<Finding> &Out)
      : Chain(Chain), File(File), Scan(File.Scan), Context(Context), Out(Out) {}

  void run();

private:
  using BranchIndex = std::optional<size_t>;

  bool isOurs() const;
  Finding *numberFinding(const GuardUse &Use) const;
  std::string rewritten(StringRef Condition, ArrayRef<Replacement> Edits) const;
  std::optional<BranchIndex> taken(Assignment Macros,
                                   ArrayRef<Replacement> Edits) const;
  BranchIndex branchOf(const Choice &C) const {
    return OnCuda[C.As - sourcePlatform().Capabilities.data()];
  }
  bool decide();
  bool choose(const Architecture &A);
  std::optional<std::string> leafText(StringRef Leaf, bool IsBesideTest) const;
  std::pair<unsigned, unsigned> behindTest(const GuardUse *Test,
                                           const place::Comparison &Leaf) const;
  std::optional<std::vector<Replacement>> edits() const;
  bool agree(ArrayRef<Replacement> Edits) const;
  void explain(bool MaySelect);
  void rewrite(ArrayRef<Replacement> Edits);
  std::vector<Message> chosen() const;

  const GuardChain &Chain;
  GuardedFile &File;
  const ScannedFile &Scan;
  FileContext &Context;
  std::vector<Finding> &Out;

  std::vector<Needs> Wanted;                   ///< of each branch
  std::vector<BranchIndex> OnCuda;             ///< by capability
  std::vector<Choice> Choices;                 ///< by architecture
  std::map<size_t, const Capability *> Newest; ///< that takes the branch
};

//===----------------------------------------------------------------------===//
// Which branch is compiled
//===----------------------------------------------------------------------===//

/// The device of a branch; none on the host and on MUSA.
MacroState onDevice(StringRef Name, std::optional<int64_t> Arch) {
  const ReferenceDevice &Toolkit = sourcePlatform().References.back();
  if (Name != sourcePlatform().Macros.Architecture)
    return inSourceBuild(Name, Toolkit);
  return Arch ? MacroState{MacroState::Is::Defined, Arch}
              : MacroState{MacroState::Is::Undefined};
}

/// A condition with the edits that lie in it.
std::string ChainDecision::rewritten(StringRef Condition,
                                     ArrayRef<Replacement> Edits) const {
  unsigned Last = Condition.data() - Scan.Text.data();
  unsigned End = Last + Condition.size();
  std::string Text;
  for (const Replacement &R : Edits)
    if (R.Offset >= Last && R.Offset < End) {
      Text += Scan.Text.slice(Last, R.Offset).str() + R.Text;
      Last = R.Offset + R.Length;
    }
  return Text += Scan.Text.slice(Last, End);
}

/// None if that is not known; no branch if all conditions are false.
std::optional<ChainDecision::BranchIndex>
ChainDecision::taken(Assignment Macros, ArrayRef<Replacement> Edits) const {
  for (auto [I, B] : enumerate(Chain.Branches)) {
    Truth Holds = true;
    if (hasCondition(B.Directive)) {
      std::string Text = rewritten(B.Condition, Edits);
      Holds = Condition(B.Directive, Text).evaluate(Macros);
    }
    if (!Holds)
      return std::nullopt;
    if (*Holds)
      return BranchIndex(I);
  }
  return BranchIndex();
}

/// The newest device of CUDA whose branch `A` can run; the oldest if it can run
/// none of them, as in code that it cannot have at all. False if that is not
/// known.
bool ChainDecision::choose(const Architecture &A) {
  ArrayRef<Capability> All = sourcePlatform().Capabilities;
  for (size_t I = All.size(); I-- > 0;) {
    BranchIndex B = OnCuda[I];
    bool IsOldest = B == OnCuda.front();
    if (B) {
      const Needs &N = Wanted[*B];
      if (!N.lackedBy(A).empty())
        continue;
      if (!IsOldest && (!N.Unsure.empty() || N.Names.empty()))
        return false;
    } else if (!IsOldest) {
      return false;
    }
    Choices.push_back({&A, &All[I]});
    return true;
  }
  Choices.push_back({&A, &All.front(), /*Runs=*/false});
  return true;
}

bool ChainDecision::decide() {
  for (const Capability &C : sourcePlatform().Capabilities) {
    auto B =
        taken([&](StringRef Name) { return onDevice(Name, macroOf(C)); }, {});
    if (!B)
      return false;
    OnCuda.push_back(*B);
    if (*B)
      Newest[**B] = &C;
  }
  for (const GuardedBranch &B : Chain.Branches)
    Wanted.push_back(needsOf(B, File, Context, Out));
  return true;
}

//===----------------------------------------------------------------------===//
// What is written
//===----------------------------------------------------------------------===//

/// A comparison as MUSA's number can be asked; "" if it stays. None: the
/// architectures on which it should hold have no bound. `IsBesideTest`: the
/// condition also asks whether there is a number.
std::optional<std::string> ChainDecision::leafText(StringRef Leaf,
                                                   bool IsBesideTest) const {
  Condition If("if", Leaf);
  auto Holds = [&](std::optional<int64_t> Arch) {
    return If.evaluate([&](StringRef Name) { return onDevice(Name, Arch); })
        .value_or(false);
  };
  bool OnHost = Holds(std::nullopt);
  std::vector<bool> On;
  for (const Choice &C : Choices)
    On.push_back(Holds(macroOf(*C.As)));
  std::string Macro = targetPlatform().Macros.Architecture;
  std::string Test = "defined(" + Macro + ")";
  if (all_of(On, [](bool B) { return B; }))
    return OnHost ? "" : Test;
  if (none_of(On, [](bool B) { return B; }))
    return OnHost ? "!" + Test : "";
  auto Change = adjacent_find(On, std::not_equal_to<>());
  size_t First = Change - On.begin() + 1;
  if (std::adjacent_find(Change + 1, On.end(), std::not_equal_to<>()) !=
      On.end())
    return std::nullopt;
  std::string Number = std::to_string(Choices[First].Target->Macro);
  std::string Compared = Macro + (On[First] ? " >= " : " < ") + Number;
  // Without a number, `0` is compared.
  if (OnHost)
    return On[First] ? "(!" + Test + " || " + Compared + ")" : Compared;
  return IsBesideTest && On[First] ? Compared
                                   : "(" + Test + " && " + Compared + ")";
}

/// From the `&&` that joins `defined(X)` with the leaf, which then says nothing
/// more, to the end of the leaf; the leaf alone if it is not so.
std::pair<unsigned, unsigned>
ChainDecision::behindTest(const GuardUse *Test,
                          const place::Comparison &Leaf) const {
  if (!Test)
    return {Leaf.Begin, Leaf.End};
  unsigned Begin = Test->Offset + sourcePlatform().Macros.Architecture.size();
  StringRef Between = Scan.Text.slice(Begin, Leaf.Begin);
  Begin += Between.consume_front(")");
  Between = Between.trim();
  bool InParens = Between.ends_with("(") && Scan.Text[Leaf.End] == ')';
  if (InParens)
    Between = Between.drop_back().rtrim();
  if (Between != "&&")
    return {Leaf.Begin, Leaf.End};
  return {Begin, Leaf.End + InParens};
}

/// None if a use is of another form.
std::optional<std::vector<Replacement>> ChainDecision::edits() const {
  const std::string &New = targetPlatform().Macros.Architecture;
  unsigned Length = sourcePlatform().Macros.Architecture.size();
  std::vector<Replacement> All;
  for (const GuardedBranch &B : Chain.Branches) {
    const GuardUse *Test = nullptr;
    for (const GuardUse &U : B.Uses) {
      if (U.IsTested) {
        Test = &U;
        All.push_back({U.Offset, Length, New});
        continue;
      }
      if (!U.With || !numberFinding(U))
        return std::nullopt;
      auto Text = leafText(Scan.Text.slice(U.With->Begin, U.With->End),
                           Test != nullptr);
      if (!Text)
        return std::nullopt;
      auto [Begin, End] = *Text == "defined(" + New + ")"
                              ? behindTest(Test, *U.With)
                              : std::pair(U.With->Begin, U.With->End);
      if (Begin != U.With->Begin)
        All.push_back({Begin, End - Begin, ""});
      else if (!Text->empty())
        All.push_back({Begin, End - Begin, *Text});
    }
  }
  return All;
}

/// The branch that is compiled once the conditions are rewritten is the chosen
/// one, for each architecture.
bool ChainDecision::agree(ArrayRef<Replacement> Edits) const {
  return all_of(Choices, [&](const Choice &C) {
    auto Got = taken(
        [&](StringRef Name) {
          return Name == targetPlatform().Macros.Architecture
                     ? MacroState{MacroState::Is::Defined, C.Target->Macro}
                     : onDevice(Name, std::nullopt);
        },
        Edits);
    return Got && *Got == branchOf(C);
  });
}

/// The finding about the number, which the rules left.
Finding *ChainDecision::numberFinding(const GuardUse &Use) const {
  auto It = find_if(Out, [&](const Finding &F) {
    return F.Rule == RuleId && !F.NewText && F.Where.Offset == Use.Offset;
  });
  return It == Out.end() ? nullptr : &*It;
}

/// One sentence for all architectures that get one device's code.
std::vector<Message> ChainDecision::chosen() const {
  std::map<std::pair<bool, size_t>, std::vector<StringRef>> ByBranch;
  for (const Choice &C : Choices)
    if (auto B = branchOf(C))
      ByBranch[{!C.Runs, *B}].emplace_back(C.Target->Name);
  std::vector<Message> All;
  for (const auto &[Branch, Targets] : ByBranch) {
    auto [IsFallback, B] = Branch;
    std::string Device = deviceName(*Newest.at(B));
    Message M = IsFallback ? say(msg::GuardFallback, listOf(Targets), Device)
                           : say(msg::GuardChosen, listOf(Targets), Device);
    if (!IsFallback && !Wanted[B].Names.empty())
      M.add(say(msg::GuardNeeds, names(Wanted[B].Names)));
    All.push_back(std::move(M));
  }
  return All;
}

void ChainDecision::rewrite(ArrayRef<Replacement> Edits) {
  std::vector<Message> Why = chosen();
  if (Why.empty())
    return;
  Message All = Why.front();
  for (const Message &M : ArrayRef(Why).drop_front())
    All.add(M);
  SmallVector<unsigned> Told; // once a chain
  for (const GuardedBranch &B : Chain.Branches)
    for (const GuardUse &U : B.Uses)
      if (Finding *F = numberFinding(U)) {
        F->Level = Severity::Note;
        F->What = All;
        Told.push_back(U.Offset);
      }
  erase_if(Out, [&](const Finding &F) {
    return F.Rule == RuleId && !F.NewText &&
           is_contained(ArrayRef(Told).drop_front(), F.Where.Offset);
  });
  for (const Replacement &R : Edits) {
    erase_if(Out, [&](const Finding &F) { // the rules' own
      return F.NewText && F.Where.Offset == R.Offset;
    });
    Out.push_back({RuleId.str(),
                   {Context.File.Path, R.Offset, R.Length},
                   R.Text,
                   Severity::Note,
                   All,
                   {}});
  }
}

/// What the newest branches need, until one that MUSA could get. `MaySelect`: a
/// port that is asked to rewrites the guard.
void ChainDecision::explain(bool MaySelect) {
  Finding *F = nullptr;
  for (const GuardedBranch &B : Chain.Branches)
    for (const GuardUse &U : B.Uses)
      if (!F && !U.IsTested)
        F = numberFinding(U);
  if (!F)
    return;
  std::vector<std::pair<const Capability *, size_t>> Order;
  for (auto [B, C] : Newest)
    Order.emplace_back(C, B);
  llvm::sort(Order, std::greater<>());
  for (auto [C, B] : Order) {
    const Needs &N = Wanted[B];
    std::vector<StringRef> Has;
    StringRef Lacked;
    for (const Architecture *A : Context.Options.targets())
      if (StringRef Name = N.lackedBy(*A); Name.empty())
        Has.emplace_back(A->Name);
      else
        Lacked = Name;
    if (Has.empty() && Lacked != ErrorDirective)
      F->What.add(Lacked == PtxFeature
                      ? say(msg::GuardPtx, deviceName(*C))
                      : say(msg::GuardLacks, deviceName(*C), Lacked));
    else if (Has.empty())
      continue; // no device compiles the branch
    else if (!N.Unsure.empty())
      F->What.add(say(msg::GuardUnsure, deviceName(*C), N.Unsure));
    else if (MaySelect && !N.Names.empty())
      F->What.add(
          say(msg::GuardHas, deviceName(*C), names(N.Names), listOf(Has)));
    if (!Has.empty())
      return;
  }
}

/// Code that has thought of MUSA, or was left out, is its author's.
bool ChainDecision::isOurs() const {
  return none_of(Scan.Candidates, [&](const Candidate &C) {
    return C.name().InCondition && (C.AsksBoth || C.MusaCode) &&
           any_of(Chain.Branches, [&](const GuardedBranch &B) {
             return any_of(B.Uses, [&](const GuardUse &U) {
               return U.Offset == C.Offset;
             });
           });
  });
}

void ChainDecision::run() {
  bool Counts = any_of(Chain.Branches, [](const GuardedBranch &B) {
    return !all_of(B.Uses, [](const GuardUse &U) { return U.IsTested; });
  });
  if (!Counts || !isOurs() || !decide())
    return;
  bool Rewrites = Context.Options.Guards == GuardPolicy::Feature &&
                  !Context.Options.IsLint && !Scan.IsMusa;
  auto Edits = all_of(Context.Options.targets(),
                      [&](const Architecture *A) { return choose(*A); })
                   ? edits()
                   : std::nullopt;
  bool IsDecided = Edits && agree(*Edits);
  if (Rewrites && IsDecided)
    rewrite(*Edits);
  else
    explain(/*MaySelect=*/IsDecided && !Edits->empty());
}

} // namespace

void decideArchGuards(const ScannedFile &Scan, FileContext &Context,
                      std::vector<Finding> &Out) {
  StringRef Macro = sourcePlatform().Macros.Architecture;
  bool Asks = any_of(Scan.Candidates, [&](const Candidate &C) {
    return C.name().InCondition && C.name().Compared && C.E &&
           C.E->From == Macro;
  });
  if (!Asks || Context.Project.Names.isReversed())
    return;
  GuardedFile File{Scan};
  for (const Finding &F : Out)
    if (F.NewText)
      File.Edited.insert(F.Where.Offset);
  for (const GuardChain &Chain : findGuardChains(File.Tokens, Macro))
    ChainDecision(Chain, File, Context, Out).run();
}

} // namespace musify

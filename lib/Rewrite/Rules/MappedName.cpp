// Identifiers in code: whose they are, and what becomes of the SDK's.
#include "Platform/Platform.h"
#include "Rewrite/ObjectType.h"
#include "Rewrite/Rules/All.h"
#include "Scan/Condition.h"
#include "Scan/CudaNames.h"
#include "Scan/Torch.h"

using namespace llvm;

namespace musify {
namespace {

using Before = place::Before;

/// A qualifier the SDK or a framework of the table owns.
bool isKnownScope(const Candidate &C, const FileContext &Context) {
  if (C.E && C.E->K == Kind::Namespace)
    return true;
  return findNamespace(Context.Project.Names, C.name().Qualifier) ||
         Context.Project.Names.findName(lastPart(C.name().Qualifier));
}

/// A method of PyTorch's, unless the project has a class with one of the name
/// and the object may be of it.
Verdict methodVerdict(const Candidate &C, const FileContext &Context) {
  auto Namesakes = Context.Project.Torch.Namesakes.find(C.Text);
  if (Namesakes == Context.Project.Torch.Namesakes.end())
    return Verdict::Sdk;
  StringRef Type = declaredTypeOfObject(Context.text(), C.Offset);
  if (is_contained(torch().Classes, lastPart(Type)) ||
      isTorchNamespace(Type.split("::").first))
    return Verdict::Sdk;
  return Namesakes->second.contains(lastPart(Type)) ? Verdict::User
                                                    : Verdict::MaybeUser;
}

/// In a file that uses PyTorch; what a parse saw is decided already.
Verdict torchVerdict(const Candidate &C, const FileContext &Context) {
  if (C.name().IsMacros || Context.definesMacro(C.Text))
    return Verdict::User;
  StringRef Outermost = C.name().Qualifier.split("::").first;
  if (isTorchNamespace(Outermost) ||
      Context.Project.Torch.Aliases.contains(Outermost))
    return Verdict::Sdk;
  if (C.name().Prefix == Before::Member) {
    if (C.E->K != Kind::Member)
      return Verdict::User;
    return Context.Known.DeclaredNames.contains(C.Text)
               ? Verdict::MaybeUser
               : methodVerdict(C, Context);
  }
  // Inside of namespace `at`, `cuda::` will do; a class qualifies its members.
  bool Known = C.name().Prefix != Before::Scope ||
               Outermost == sourcePlatform().NamespaceName ||
               isTorchEntry(Context.Project.Names.findName(Outermost));
  if (!Known) {
    if (!findTorchMember(Context.Project.Names, C.name().Qualifier, C.Text))
      return Verdict::User;
    // `DeviceType::CUDA`; the `DeviceType` of another namespace may be an
    // alias.
    if (C.name().Qualifier != Outermost)
      return Verdict::Ambiguous;
  }
  return Context.mayBeUsers(C.Text) ? Verdict::MaybeUser : Verdict::Sdk;
}

/// PyTorch's namespaces are PyTorch's, even where the code adds to them.
Verdict namespaceVerdict(const Candidate &C) {
  StringRef Outermost = C.name().Qualifier.split("::").first;
  bool Known = C.name().Prefix != Before::Scope ||
               isTorchNamespace(Outermost) ||
               Outermost == sourcePlatform().NamespaceName;
  return Known ? Verdict::Sdk : Verdict::User;
}

/// True if the project has an outermost namespace of this name.
bool opensNamespace(StringRef Name, const FileContext &Context) {
  return Context.Known.DeclaredNames.contains((Name + "::").str());
}

/// `using namespace cuda`. The project may have one of that name, or add to the
/// SDK's.
Verdict libraryVerdict(const Candidate &C, const FileContext &Context) {
  const NameFact *Fact = Context.nameFact(C);
  if (Fact && Fact->Whose == Owner::User)
    return Verdict::User;
  if ((Fact && Fact->Whose == Owner::Ambiguous) ||
      opensNamespace(C.Text, Context))
    return Verdict::Ambiguous;
  return Fact || Context.includesBelow(C.Text) ? Verdict::Sdk
                                               : Verdict::MaybeUser;
}

/// Where no parse looked, the neighbourhood and the declarations elsewhere
/// must do.
Verdict lexicalVerdict(const Candidate &C, const FileContext &Context) {
  if (Context.isBound(C.Text, C))
    return Verdict::User;
  if (isTorchEntry(C.E))
    return torchVerdict(C, Context);
  if (C.name().IsMacros || C.name().Prefix == Before::Member)
    return Verdict::User;
  if (C.name().Prefix == Before::Scope && !isKnownScope(C, Context))
    return Verdict::User;
  if (Context.definesMacro(C.Text))
    return Verdict::User;
  if (Context.mayBeUsers(C.Text))
    return Verdict::MaybeUser;
  return Verdict::Sdk;
}

/// All places of an entity fare alike.
Verdict entityVerdict(const Entity &E, const Candidate &C,
                      const FileContext &Context) {
  if (E.F == Fate::Moves)
    return Verdict::Sdk;
  bool InBranch = E.definition() && E.definition()->Branch;
  bool Sure = Context.nameFact(C) || Context.definesMacro(C.Text) ||
              Context.isBound(C.Text, C) || InBranch || E.Why != Reason::Own;
  return Sure ? Verdict::User : Verdict::MaybeUser;
}

} // namespace

Verdict verdict(const Candidate &C, const FileContext &Context) {
  if (C.E && isLibraryNamespace(*C.E))
    return libraryVerdict(C, Context);
  if (const Entity *E = Context.decidedEntity(C.Offset))
    return entityVerdict(*E, C, Context);
  if (isTorchEntry(C.E) && C.E->K == Kind::Namespace)
    return namespaceVerdict(C);
  const NameFact *Fact = Context.nameFact(C);
  bool IsQualified = C.E && C.E->K != Kind::Namespace && C.Text.contains("::");
  // No parse saw MUSA's declarations: on the way back it cannot tell.
  if (IsQualified && !Fact)
    return Context.isCovered() && !Context.Project.Names.isReversed() &&
                   opensNamespace(C.Text.split("::").first, Context)
               ? Verdict::Ambiguous
               : Verdict::Sdk;
  if (!Fact)
    return lexicalVerdict(C, Context);
  switch (Fact->Whose) {
  case Owner::Sdk:
    return Verdict::Sdk;
  case Owner::User:
    return Verdict::User;
  case Owner::Ambiguous:
    return Verdict::Ambiguous;
  }
  llvm_unreachable("all owners are handled");
}

namespace {

/// A plain member of an SDK struct keeps its name, unless the table says
/// otherwise. C structs are known by their tag or by a typedef without `_st`.
void applyMember(const Candidate &C, StringRef Struct, FileContext &Context) {
  for (StringRef Name :
       {Struct, Struct.drop_back(Struct.ends_with("_st") ? 3 : 0)})
    if (auto E = Context.Project.Names.findName((Name + "::" + C.Text).str())) {
      Candidate Member = C;
      Member.E = E;
      return applyEntry(Member, E->To.str(), Context);
    }
}

/// Without a parse, the methods of a file with no other headers are those of
/// the stable ABI.
const Entry *stableMember(const Candidate &C, const FileContext &Context) {
  if (C.name().Prefix != Before::Member || !isTorchEntry(C.E) ||
      !Context.usesStableTorchAlone())
    return nullptr;
  return Context.Project.Names.findName(
      (torch().StableNamespace + "::" + C.E->From).str());
}

/// A name of a namespace of PyTorch that moves, and the table does not have it.
void reportUnknownInTorch(const Candidate &C, FileContext &Context) {
  if (Context.Project.Torch.Own.contains(C.Text) || !Context.usesTorch())
    return;
  Context.report(
      C, say(msg::UnknownTorchName, (C.name().Qualifier + "::" + C.Text).str(),
             torch().Name, targetSide(Context.Project.Names.direction())));
}

void reportAmbiguous(const Candidate &C, FileContext &Context) {
  const NameFact *Fact = Context.nameFact(C);
  auto Sides =
      Fact ? Context.dispute(Fact->SdkUnit, Fact->UserUnit) : std::nullopt;
  Context.report(C,
                 Sides ? say(msg::DisputedName, C.Text, Sides->Sdk, Sides->User)
                       : say(msg::AmbiguousName, C.Text));
}

void reportUnknown(const Candidate &C, FileContext &Context) {
  const Table &Names = Context.Project.Names;
  bool IsRulesAlone = !Names.Rules.named(C.Text).empty() &&
                      !looksLikeSource(Names.direction(), C.Text);
  if (IsRulesAlone || Context.Known.DeclaredNames.contains(C.Text) ||
      Context.Whole.declares(C.Text) || Context.definesMacro(C.Text) ||
      C.name().Prefix == Before::Member || C.name().Prefix == Before::Scope)
    return;
  Context.report(C, say(msg::UnknownName, C.Text,
                        sourceSide(Context.Project.Names.direction())));
}

/// A user's table asks for a name that the project has for something else.
void reportKeptFromUserTable(const Candidate &C, FileContext &Context) {
  if (C.E && C.E->IsUsers && C.E->renames())
    Context.report(C, say(msg::UsersNameInTable, C.Text));
}

Message flipMessage(const Flip &F) {
  Argument On = F.Opposite.empty() ? Argument(say(msg::AllCudaDevices))
                                   : listOf(F.Opposite);
  return F.OnMusa ? say(msg::ThenTrueOnMusa, std::move(On))
                  : say(msg::ThenFalseOnMusa, std::move(On));
}

/// A number with one known value on MUSA, such as the version of a library that
/// was ported once.
bool reportKnownVersion(const Candidate &C, FileContext &Context) {
  if (!C.name().InCondition && !C.name().Compared)
    return false;
  Message What = say(msg::KnownVersion, C.Text, C.E->Value.str(),
                     targetSide(Context.Project.Names.direction()));
  int64_t Number = 0;
  C.E->Value.getAsInteger(10, Number);
  auto OnMusa = [&](StringRef Name) {
    return Name == C.Text ? MacroState{MacroState::Is::Defined, Number}
                          : MacroState{};
  };
  if (Truth Holds = Condition("if", C.name().Condition).evaluate(OnMusa))
    What.add(*Holds ? say(msg::AlwaysTrue) : say(msg::AlwaysFalse));
  Context.report(C, std::move(What));
  return true;
}

/// A version or architecture number means something else on MUSA. Only whether
/// the macro is there may be asked under another name.
bool staysAsNumber(const Candidate &C, FileContext &Context) {
  if (!C.E->Numeric || C.name().IsMacros)
    return false;
  // A library's version as a value, which MUSA has under no name.
  if (C.E->To.empty() && !C.name().InCondition && !C.name().Compared)
    return false;
  if (C.name().asksForPresence())
    return C.name().ComparedBeside; // the number's place reports it
  Direction Way = Context.Project.Names.direction();
  if (!C.E->Value.empty())
    return reportKnownVersion(C, Context);
  Message What = say(msg::NumericMacro, C.Text, sourceSide(Way),
                     C.E->To.empty() ? targetSide(Way) : C.E->To);
  if (C.AsksBoth) {
    What.add(say(msg::AsksBoth, targetSide(Way)));
    Context.report(C, std::move(What), Severity::Note);
    return true;
  }
  if (auto Flip = findFlip(C.name().Condition))
    What.add(flipMessage(*Flip));
  Context.report(C, std::move(What));
  return true;
}

/// Where the project has the new name for something else, the SDK's, which is
/// at global scope, is named from there.
bool isCaptured(const Candidate &C, StringRef New, const FileContext &Context) {
  bool IsGlobal = C.E->K == Kind::Function || C.E->K == Kind::Type ||
                  C.E->K == Kind::Enumerator;
  return IsGlobal && !C.name().InCondition && !C.name().IsMacros &&
         !New.contains("::") && Context.isCaptured(C, New);
}

/// `#if __CUDACC__`: a number on CUDA, but MUSA's macro is defined as nothing,
/// which no expression can use. Only as a truth it can be asked otherwise.
bool applyEmptyMacro(const Candidate &C, FileContext &Context) {
  StringRef New = C.E->To;
  bool IsValue = C.name().InCondition && !C.name().InDefined &&
                 !C.name().Condition.empty();
  if (!IsValue || Context.Project.Names.isReversed() ||
      !is_contained(targetPlatform().Macros.Defined, New))
    return false;
  if (C.name().Compared)
    Context.report(C, say(msg::EmptyMacro, C.Text, New));
  else
    Context.edit("mapped-name", C, ("defined(" + New + ")").str(),
                 say(msg::ValueBecomes, C.Text, New));
  return true;
}

/// The table tells some names with their scope; the code's scope stays.
std::string newName(const Candidate &C, const FileContext &Context) {
  if (C.name().Part) {
    SmallVector<StringRef> Parts;
    C.E->To.split(Parts, "::");
    return Parts[*C.name().Part].str();
  }
  bool HasScope = C.E->K != Kind::Namespace || C.E->From.contains("::");
  bool OnlyLast = HasScope && !C.Text.contains("::");
  StringRef New = OnlyLast ? lastPart(C.E->To) : C.E->To;
  return (isCaptured(C, New, Context) ? "::" : "") + New.str();
}

} // namespace

void applyMappedName(const Candidate &C, FileContext &Context) {
  if (C.name().InTorchScope && !C.E)
    return reportUnknownInTorch(C, Context);
  Verdict Whose = verdict(C, Context);
  if (Whose == Verdict::User)
    return reportKeptFromUserTable(C, Context);
  if (!C.E)
    return reportUnknown(C, Context);
  const NameFact *Fact = Context.nameFact(C);
  if (Fact && !Fact->Scope.empty())
    return applyMember(C, Fact->Scope, Context);
  if (!C.E->renames() && C.E->S == Status::Unchanged && C.E->Since.empty() &&
      C.E->Arch.empty() && C.E->Value.empty())
    return;
  if (auto Stable = Fact ? nullptr : stableMember(C, Context)) {
    Candidate Member = C;
    Member.E = Stable;
    return applyEntry(Member, Stable->To.str(), Context);
  }
  if (Whose == Verdict::Ambiguous)
    return reportAmbiguous(C, Context);
  if (Whose == Verdict::MaybeUser)
    return Context.report(C, say(msg::MaybeUsersName, C.Text));
  if (C.name().Spliced)
    return Context.report(
        C,
        say(msg::SplicedName, sourceSide(Context.Project.Names.direction())));
  if (staysAsNumber(C, Context))
    return;
  if (C.AsksBoth && C.name().InCondition && isCompilersMacro(C.Text))
    return; // the other side's is asked for beside it
  if (applyEmptyMacro(C, Context))
    return;
  if (!Fact && Context.isStringised(C) && C.E->renames())
    return applyStringName(C, Context);
  if (Context.isPasted(C) && !Context.makesOwnName(C))
    Context.report(C, say(msg::PastedInto, C.Text,
                          targetSide(Context.Project.Names.direction())));
  applyEntry(C, newName(C, Context), Context);
}

} // namespace musify

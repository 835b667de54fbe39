#include "Rewrite/CustomRules.h"
#include "Rewrite/EditsInside.h"
#include "Rewrite/Rules/All.h"
#include "Scan/Declared.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

using Match = CustomRule::Match;
using Piece = std::pair<unsigned, unsigned>;

constexpr char RuleId[] = "custom-rule";

Message reason(const CustomRule &R) {
  return R.Note.empty() ? say(msg::RuleReason, R.Id)
                        : say(msg::RuleReasonNote, R.Id, R.Note);
}

Severity severityOf(const CustomRule &R) {
  return R.Finding->Severity == "error"  ? Severity::Error
         : R.Finding->Severity == "note" ? Severity::Note
                                         : Severity::Warning;
}

/// `Template` with `$word`, `${word}` and `$$` replaced.
std::string expand(StringRef Template,
                   function_ref<std::string(StringRef)> ValueOf) {
  std::string Out;
  while (!Template.empty()) {
    size_t Dollar = Template.find('$');
    Out += Template.take_front(Dollar);
    if (Dollar == StringRef::npos)
      break;
    Template = Template.drop_front(Dollar + 1);
    if (Template.consume_front("$")) {
      Out += '$';
    } else if (Template.consume_front("*")) {
      Out += ValueOf("*");
    } else if (Template.consume_front("{")) {
      Out += ValueOf(Template.take_until([](char C) { return C == '}'; }));
      Template = Template.drop_until([](char C) { return C == '}'; });
      Template.consume_front("}");
    } else {
      auto IsWord = [](char C) { return isAlnum(C) || C == '_'; };
      Out += ValueOf(Template.take_while(IsWord));
      Template = Template.drop_while(IsWord);
    }
  }
  return Out;
}

bool sameNumber(StringRef A, StringRef B) {
  uint64_t X, Y;
  return !A.rtrim("uUlL").getAsInteger(0, X) &&
         !B.rtrim("uUlL").getAsInteger(0, Y) && X == Y;
}

} // namespace

void CustomRules::report(const Candidate &C, const CustomRule &R) {
  if (!R.Finding)
    return;
  const CustomRule::Told &Told = *R.Finding;
  Context.report(C,
                 Told.Trap.empty()
                     ? say(msg::CustomRule, Told.Text, reason(R))
                     : say(msg::CompilerTrap, Told.Text, Told.Trap, reason(R)),
                 severityOf(R));
}

bool CustomRules::take(const Candidate &C) {
  auto Rules = Context.Project.Names.Rules.named(C.Text);
  if (Rules.empty()) {
    if (C.at() == Candidate::Place::Include &&
        !Context.Project.Names.Rules.empty())
      isDuplicate(C, C.E ? Table::renamedHeader(*C.E, C.Text) : C.Text.str());
    return false;
  }
  for (const CustomRule *R : Rules) {
    bool IsInclude = C.at() == Candidate::Place::Include;
    if (IsInclude != (R->What == Match::Header))
      continue;
    if (IsInclude                          ? takeInclude(C, *R)
        : C.at() != Candidate::Place::Name ? false
        : R->What == Match::Call           ? takeCall(C, *R)
                                           : takeName(C, *R))
      return true;
  }
  return false;
}

bool CustomRules::takeName(const Candidate &C, const CustomRule &R) {
  const NameFact *Fact = Context.nameFact(C);
  bool IsMember = Fact && !Fact->Scope.empty();
  if (IsMember != (R.What == Match::Member))
    return false;
  if (IsMember && StringRef(R.Name).rsplit("::").first != Fact->Scope)
    return false;
  if (R.On == CustomRule::Side::Host && !Context.isHostCode())
    return false;
  // A name that the table does not know is the user's to give away.
  if (C.E && verdict(C, Context) != Verdict::Sdk)
    return false;
  unsigned Begin = C.Offset, End = C.Offset + C.Length;
  const place::Comparison *With = factAt(Scan.Comparisons, C.Offset);
  if (R.What == Match::Compare) {
    if (!With || !sameNumber(With->Number, R.With))
      return false;
    Begin = With->Begin;
    End = With->End;
  }
  if (R.Replace) {
    std::string New = expand(R.Replace->front(), [&](StringRef Word) {
      return Word == "op"       ? With->Op.str()
             : Word == "number" ? With->Number.str()
                                : C.Text.str();
    });
    Context.editRange(RuleId, C, Begin, End - Begin, New, reason(R));
  }
  report(C, R);
  return R.Replace.has_value();
}

bool CustomRules::holds(const Candidate &C, const CustomRule &R) {
  const place::Call *Call = factAt(Scan.Calls, C.Offset);
  if (!Call || (R.Args && *R.Args != Call->Args.size()))
    return false;
  if (!R.needsTypes())
    return true;
  const CallFact *Fact = Context.callFact(C);
  if (!Fact && Context.callsDisagree(C)) {
    Context.report(C, say(msg::RuleDisagreement, reason(R)));
    return false;
  }
  if (!Fact) {
    if (Context.nameFact(C))
      return false; // seen, and no call: a declaration
    Context.report(C, say(msg::RuleNeedsParse, reason(R)));
    return false;
  }
  for (const auto &[Number, Type] : R.Types) {
    if (Number > Fact->Types.size())
      return false;
    const auto &[Written, Meant] = Fact->Types[Number - 1];
    if (Type != Written && Type != Meant)
      return false;
  }
  bool SideHolds =
      R.On == CustomRule::Side::Any ||
      (R.On == CustomRule::Side::Device ? Fact->OnDevice && !Fact->OnHost
                                        : Fact->OnHost && !Fact->OnDevice);
  return SideHolds &&
         (R.TemplateArgs.empty() || R.TemplateArgs == Fact->TemplateArgs) &&
         (R.Namespace.empty() || R.Namespace == Fact->Namespace);
}

/// True for a declaration: by a parse if one saw the name, else by the text
/// around it.
static bool isDeclaration(const Candidate &C, const FileContext &Context,
                          const ScannedFile &Scan) {
  if (Context.nameFact(C))
    return Context.isDeclarator(C);
  const place::Call *Call = factAt(Scan.Calls, C.Offset);
  unsigned End = Call ? Call->End : C.Offset + C.Length;
  return looksDeclared(Scan.Text, C.Offset, End);
}

bool CustomRules::takeCall(const Candidate &C, const CustomRule &R) {
  if (isDeclaration(C, Context, Scan))
    return false;
  if ((C.E && verdict(C, Context) != Verdict::Sdk) || !holds(C, R))
    return false;
  report(C, R);
  if (!R.Replace)
    return false;
  const place::Call &Call = Scan.Calls.at(C.Offset);
  Rewriting W{&R, &C, C.Offset, Call.End, {}, C.Text.str()};
  if (C.E && C.E->renames())
    W.Name = C.E->To.str();
  for (size_t I = 0; I < Call.Args.size(); ++I)
    W.Pieces[std::to_string(I + 1)] = Call.Args[I];
  if (!Call.Args.empty())
    W.Pieces["*"] = {Call.Args.front().first, Call.Args.back().second};
  W.Pieces["template"] = {C.Offset + C.Length, Call.NameEnd};
  Later.push_back(std::move(W));
  return true;
}

/// True if the branch of the candidate included the path before.
bool CustomRules::isDuplicate(const Candidate &C, const std::string &Path) {
  return !Included.insert(std::to_string(C.BranchId) + " " + Path).second;
}

void CustomRules::dropLine(const Candidate &C, const CustomRule &R,
                           Message Why) {
  size_t Begin = Scan.Text.rfind('\n', C.Offset) + 1;
  size_t End =
      std::min(Scan.Text.find('\n', C.Offset), Scan.Text.size() - 1) + 1;
  Context.editRange(RuleId, C, Begin, End - Begin, "", std::move(Why));
}

bool CustomRules::takeInclude(const Candidate &C, const CustomRule &R) {
  size_t LineBegin = Scan.Text.rfind('\n', C.Offset) + 1;
  StringRef Directive = Scan.Text.slice(LineBegin, C.Offset).ltrim();
  bool IsDirective =
      Directive.consume_front("#") && Directive.ltrim().starts_with("include");
  if (const IncludeFact *Fact = Context.includeFact(C);
      Fact && !Fact->InSdk && !Fact->Resolved.empty())
    return false; // the user's own
  report(C, R);
  std::vector<std::string> Paths;
  if (R.Replace)
    Paths = *R.Replace;
  else if (R.MergeDuplicates && C.E && C.E->renames())
    Paths = {Table::renamedHeader(*C.E, C.Text)};
  else
    return false;
  if (!IsDirective) {
    if (!R.Replace || Paths.size() != 1)
      return false;
  } else if (Paths.empty()) {
    dropLine(C, R, reason(R));
    return true;
  } else if (isDuplicate(C, Paths[0]) && R.MergeDuplicates) {
    dropLine(C, R, say(msg::IncludedAbove, Paths[0], reason(R)));
    return true;
  }
  if (!R.Replace)
    return false;
  Context.edit(RuleId, C, Paths[0], reason(R));
  size_t LineEnd = std::min(Scan.Text.find('\n', C.Offset), Scan.Text.size());
  std::string More;
  char Open = Scan.Text[C.Offset - 1];
  for (StringRef Path : ArrayRef(Paths).drop_front()) {
    bool HasOwn = Path.starts_with("<") || Path.starts_with("\"");
    More +=
        HasOwn
            ? ("\n#include " + Path).str()
            : ("\n#include " + Twine(Open) + Path + (Open == '<' ? ">" : "\""))
                  .str();
  }
  if (!More.empty())
    Context.editRange(RuleId, C, LineEnd, 0, More, reason(R));
  return true;
}

void CustomRules::addMatches() {
  for (const MatchFact &M : Context.matches()) {
    auto It =
        llvm::find_if(Context.Project.Names.Rules.matchers(),
                      [&](const CustomRule *R) { return R->Id == M.Rule; });
    const CustomRule &R = **It;
    if (isUntouched(Scan, M.Begin))
      continue;
    Candidate Place;
    Place.Offset = M.Begin;
    Place.Length = M.End - M.Begin;
    report(Place, R);
    if (R.Replace)
      Later.push_back({&R, nullptr, M.Begin, M.End, M.Nodes, ""});
  }
}

void CustomRules::finish(std::vector<Finding> &Out) {
  addMatches();
  // Innermost first; of those of one range the first to try, and no other.
  llvm::sort(Later, [](const Rewriting &A, const Rewriting &B) {
    return std::tuple(A.End - A.Begin, A.Begin, -A.Rule->Priority, B.Rule) <
           std::tuple(B.End - B.Begin, B.Begin, -B.Rule->Priority, A.Rule);
  });
  Later.erase(llvm::unique(Later,
                           [](const Rewriting &A, const Rewriting &B) {
                             return A.Begin == B.Begin && A.End == B.End;
                           }),
              Later.end());
  EditsInside Edits(Out);
  for (const Rewriting &W : Later) {
    std::vector<const Finding *> Inside = Edits.of(W.Begin, W.End);
    std::string New = expand(W.Rule->Replace->front(), [&](StringRef Word) {
      if (Word == "name" && W.At)
        return W.Name;
      auto It = W.Pieces.find(Word.str());
      return It == W.Pieces.end() ? ""
                                  : portedPiece(Scan.Text, It->second, Inside);
    });
    Edits.drop(W.Begin, W.End);
    Candidate Place;
    if (W.At)
      Place = *W.At;
    Place.Offset = W.Begin;
    Context.editRange(RuleId, Place, W.Begin, W.End - W.Begin, std::move(New),
                      reason(*W.Rule));
  }
}

} // namespace musify

// What became of the calls of one name, as a rule over the number of their
// arguments. Each changed call proposes what would have made it; the proposal
// that explains most calls becomes the rule, if it explains enough of them.
#include "Learn/CallRules.h"
#include "Rename/Rename.h"
#include "Rename/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

using namespace llvm;

namespace musify {

Prediction::Prediction(const Learned &Rules, const Observations &Seen,
                       const Table &Names)
    : Rules(Rules), Seen(Seen), Names(Names) {
  for (const OwnedEntry &E : Rules.Entries)
    Entries[E.From] = E.To;
}

std::string Prediction::of(const SiteToken &T) const {
  if (T.Was.starts_with("\"") && T.Expected.starts_with("\""))
    return "\"" +
           renameWords(T.Expected.drop_front().drop_back(), Rules.Renames,
                       RenameRule::Strings) +
           "\"";
  auto Entry = Entries.find(T.Was);
  if (Entry != Entries.end())
    return Entry->second;
  if (!isOwnName(T.Was, Seen.Known, Names))
    return T.Expected.str();
  for (const RenameRule &R : Rules.Renames)
    if (R.What == RenameRule::Match::Name && R.From == T.Was)
      return R.To;
  std::string New = renameWords(T.Was, Rules.Renames, RenameRule::Names);
  return New == T.Was || Seen.Known.Used.contains(New) ? T.Expected.str() : New;
}

namespace {

/// A part of the text that a rule writes.
struct Piece {
  enum Kind { Text, Argument, AllArguments, Name, TemplateArgs };
  Kind K = Text;
  std::string Literal;
  unsigned Number = 0; ///< of an argument, 1-based
  bool IsApart = false;
};

struct Template {
  std::vector<Piece> Pieces;

  std::string text() const {
    std::string Out;
    for (const Piece &P : Pieces) {
      if (P.IsApart)
        Out += ' ';
      switch (P.K) {
      case Piece::Text:
        for (char C : P.Literal)
          Out += C == '$' ? "$$" : std::string(1, C);
        break;
      case Piece::Argument:
        Out += "$" + std::to_string(P.Number);
        break;
      case Piece::AllArguments:
        Out += "$*";
        break;
      case Piece::Name:
        Out += "$name";
        break;
      case Piece::TemplateArgs:
        Out += "$template";
        break;
      }
    }
    return Out;
  }

  unsigned placeholders() const {
    return llvm::count_if(Pieces,
                          [](const Piece &P) { return P.K != Piece::Text; });
  }
};

using Tokens = ArrayRef<SiteToken>;

class CallLearner {
public:
  CallLearner(StringRef Name, ArrayRef<CallSite> Sites, const Prediction &Now,
              const CallBounds &Bounds, Learned &Out)
      : Name(Name), Sites(Sites), Now(Now), Bounds(Bounds), Out(Out) {}
  void run();

private:
  struct Proposal {
    Template T;
    unsigned Places = 0;
    LineOf First;
    std::set<size_t> Counts; ///< numbers of arguments
  };
  using Proposals = std::map<std::string, Proposal>;
  using Chosen = std::vector<const CallSite *>;

  bool isSame(StringRef Port, const SiteToken &T) const {
    return Port == T.Actual || Port == Now.of(T);
  }
  size_t matchTokens(const CallSite &S, size_t At, Tokens Wanted) const;
  size_t matchAll(const CallSite &S, size_t At) const;
  size_t matchPiece(const CallSite &S, size_t At, const Piece &P) const;
  bool makes(const Template &T, const CallSite &S) const;
  Template propose(const CallSite &S, bool KeepsLiterals) const;
  std::optional<unsigned> argumentAt(const CallSite &S, size_t At,
                                     bool KeepsLiterals,
                                     std::set<unsigned> &Used) const;
  static std::optional<Template> withAll(const Template &T, size_t Args);
  bool repeats(const Template &T, std::optional<size_t> Args) const;
  Proposals count(ArrayRef<Template> All, const Chosen &Of) const;
  const Proposal *best(const Proposals &All) const;
  void addRule(const Proposal &P, std::optional<size_t> Args, unsigned Against);
  void list(const Chosen &Of, const Template *Except, size_t Total);
  bool learnAnyCount();
  void learnCount(size_t Args, const Chosen &Of);

  StringRef Name;
  ArrayRef<CallSite> Sites;
  const Prediction &Now;
  const CallBounds &Bounds;
  Learned &Out;
};

size_t CallLearner::matchTokens(const CallSite &S, size_t At,
                                Tokens Wanted) const {
  if (Wanted.empty() || S.Now.size() - At < Wanted.size())
    return 0;
  for (size_t I = 0; I < Wanted.size(); ++I)
    if (!isSame(S.Now[At + I].Text, Wanted[I]))
      return 0;
  return Wanted.size();
}

size_t CallLearner::matchAll(const CallSite &S, size_t At) const {
  size_t Begin = At;
  for (size_t I = 0; I < S.Args.size(); ++I) {
    if (I && (At >= S.Now.size() || S.Now[At].Text != ","))
      return 0;
    At += I != 0; // behind the comma
    size_t Length = matchTokens(S, At, S.Args[I]);
    if (!Length)
      return 0;
    At += Length;
  }
  return At - Begin;
}

/// How many tokens of the port the piece makes at the place; 0: others.
size_t CallLearner::matchPiece(const CallSite &S, size_t At,
                               const Piece &P) const {
  switch (P.K) {
  case Piece::Text:
    return S.Now[At].Text == P.Literal;
  case Piece::Name:
    return isSame(S.Now[At].Text, S.Callee);
  case Piece::TemplateArgs:
    return matchTokens(S, At, S.TemplateArgs);
  case Piece::AllArguments:
    return matchAll(S, At);
  case Piece::Argument:
    return P.Number <= S.Args.size() ? matchTokens(S, At, S.Args[P.Number - 1])
                                     : 0;
  }
  llvm_unreachable("all kinds are matched");
}

bool CallLearner::makes(const Template &T, const CallSite &S) const {
  size_t At = 0;
  for (const Piece &P : T.Pieces) {
    bool WritesNothing = (P.K == Piece::TemplateArgs && S.TemplateArgs.empty());
    if (WritesNothing)
      continue;
    size_t Length = At < S.Now.size() ? matchPiece(S, At, P) : 0;
    if (!Length)
      return false;
    At += Length;
  }
  return At == S.Now.size();
}

static bool isLiteral(Tokens Arg) {
  return Arg.size() == 1 && !Arg[0].Was.empty() &&
         (isDigit(Arg[0].Was.front()) || Arg[0].Was.front() == '"' ||
          Arg[0].Was.front() == '\'');
}

/// The argument that stands at the place: the longest, then one that stands
/// nowhere yet.
std::optional<unsigned>
CallLearner::argumentAt(const CallSite &S, size_t At, bool KeepsLiterals,
                        std::set<unsigned> &Used) const {
  StringRef Before = At ? S.Now[At - 1].Text : "";
  if (Before == "." || Before == "->" || Before == "::")
    return std::nullopt;
  std::optional<unsigned> Best;
  size_t Longest = 0;
  for (unsigned I = 0; I < S.Args.size(); ++I) {
    if (KeepsLiterals && isLiteral(S.Args[I]))
      continue;
    size_t Length = matchTokens(S, At, S.Args[I]);
    bool IsBetter = Length > Longest || (Length && Length == Longest &&
                                         Used.count(*Best) && !Used.count(I));
    if (!IsBetter)
      continue;
    Longest = Length;
    Best = I;
  }
  if (Best)
    Used.insert(*Best);
  return Best;
}

/// What would have made the call; of literals that the port has as well, no
/// one knows whether they are arguments.
Template CallLearner::propose(const CallSite &S, bool KeepsLiterals) const {
  Template T;
  std::set<unsigned> Used;
  bool HasName = false;
  for (size_t At = 0; At < S.Now.size();) {
    Piece P;
    P.IsApart = S.Now[At].IsApart;
    size_t Length = 1;
    bool IsCalled = At + 1 < S.Now.size() &&
                    (S.Now[At + 1].Text == "(" || S.Now[At + 1].Text == "<");
    if (!HasName && IsCalled && isSame(S.Now[At].Text, S.Callee)) {
      P.K = Piece::Name;
      HasName = true;
    } else if (size_t Args = matchTokens(S, At, S.TemplateArgs);
               Args && At && T.Pieces.back().K == Piece::Name) {
      P.K = Piece::TemplateArgs;
      Length = Args;
    } else if (auto Number = argumentAt(S, At, KeepsLiterals, Used)) {
      P.K = Piece::Argument;
      P.Number = *Number + 1;
      Length = S.Args[*Number].size();
    } else {
      P.Literal = S.Now[At].Text.str();
    }
    T.Pieces.push_back(std::move(P));
    At += Length;
  }
  return T;
}

/// With `$*` in the place of `$1, $2`, to the last argument.
std::optional<Template> CallLearner::withAll(const Template &T, size_t Args) {
  if (!Args)
    return std::nullopt;
  for (size_t At = 0; At + 2 * Args - 1 <= T.Pieces.size(); ++At) {
    bool IsRun = true;
    for (size_t I = 0; IsRun && I < 2 * Args - 1; ++I) {
      const Piece &P = T.Pieces[At + I];
      IsRun = I % 2 ? P.Literal == ","
                    : P.K == Piece::Argument && P.Number == I / 2 + 1;
    }
    if (!IsRun)
      continue;
    Template Out;
    Out.Pieces.assign(T.Pieces.begin(), T.Pieces.begin() + At);
    Piece All;
    All.K = Piece::AllArguments;
    All.IsApart = T.Pieces[At].IsApart;
    Out.Pieces.push_back(All);
    Out.Pieces.insert(Out.Pieces.end(), T.Pieces.begin() + At + 2 * Args - 1,
                      T.Pieces.end());
    return Out;
  }
  return std::nullopt;
}

/// True if the rule would match in what it writes: a second port would change
/// it again.
bool CallLearner::repeats(const Template &T, std::optional<size_t> Args) const {
  for (size_t I = 0; I < T.Pieces.size(); ++I) {
    const Piece &P = T.Pieces[I];
    bool IsCallee = P.K == Piece::Name
                        ? Bounds.Renamed == Name
                        : P.K == Piece::Text && P.Literal == Name;
    if (!IsCallee)
      continue;
    if (!Args)
      return true;
    size_t At = I + 1, Count = 0;
    int Depth = 0;
    for (; At < T.Pieces.size(); ++At) {
      StringRef Text = T.Pieces[At].Literal;
      Depth += Text == "(" || Text == "[" || Text == "{";
      Depth -= Text == ")" || Text == "]" || Text == "}";
      if (!Depth && !Text.empty())
        break;
      Count += Depth == 1 && Text == ",";
    }
    bool IsEmpty = At == I + 2;
    if (Depth || (IsEmpty ? 0 : Count + 1) == *Args)
      return true;
  }
  return false;
}

CallLearner::Proposals CallLearner::count(ArrayRef<Template> All,
                                          const Chosen &Of) const {
  Proposals Found;
  for (const Template &T : All)
    Found[T.text()].T = T;
  for (auto &[Text, P] : Found)
    for (const CallSite *S : Of)
      if (makes(P.T, *S)) {
        if (!P.Places++)
          P.First = S->Where;
        P.Counts.insert(S->Args.size());
      }
  return Found;
}

/// The one that explains most; of equals the most general, then the shortest.
const CallLearner::Proposal *CallLearner::best(const Proposals &All) const {
  const Proposal *Best = nullptr;
  auto Rank = [](const Proposal &P) {
    return std::tuple(P.Places, P.T.placeholders(), -int(P.T.Pieces.size()));
  };
  for (const auto &[Text, P] : All)
    if (!Best || Rank(*Best) < Rank(P))
      Best = &P;
  return Best;
}

void CallLearner::addRule(const Proposal &P, std::optional<size_t> Args,
                          unsigned Against) {
  CustomRule R;
  R.Id = "learned-" + Name.str() + (Args ? "-" + std::to_string(*Args) : "");
  R.What = CustomRule::Match::Call;
  R.Name = Name.str();
  if (Args)
    R.Args = *Args;
  R.Replace = {P.T.text()};
  Out.Rules.push_back({std::move(R), P.Places, Against});
}

/// What no rule says of changed calls.
void CallLearner::list(const Chosen &Of, const Template *Except, size_t Total) {
  Proposals Found;
  for (const CallSite *S : Of) {
    if (!S->IsChanged || (Except && makes(*Except, *S)))
      continue;
    Template T = propose(*S, /*KeepsLiterals=*/false);
    Proposal &P = Found[T.text()];
    P.T = T;
    if (!P.Places++)
      P.First = S->Where;
  }
  for (const auto &[Text, P] : Found) {
    Unlearned U;
    U.What = Unlearned::Kind::Call;
    std::string Args;
    for (size_t I = 1; I <= Of.front()->Args.size(); ++I)
      Args += (Args.empty() ? "$" : ", $") + std::to_string(I);
    U.Was = Name.str() + "(" + Args + ")";
    U.Now = Text;
    U.Count.Places = P.Places;
    U.Count.Against = Total - P.Places;
    U.Count.First = P.First;
    U.Why = !Bounds.IsKnown                ? Unlearned::Reason::Foreign
            : P.Places < CallBounds::Least ? Unlearned::Reason::TooFew
            : CallBounds::isEnough(P.Places, Total)
                ? Unlearned::Reason::Repeats
                : Unlearned::Reason::Against;
    Out.Rest.push_back(std::move(U));
  }
}

/// One rule for calls with any number of arguments.
bool CallLearner::learnAnyCount() {
  std::vector<Template> All;
  Chosen Every;
  for (const CallSite &S : Sites) {
    Every.push_back(&S);
    if (S.IsChanged)
      if (auto T = withAll(propose(S, false), S.Args.size()))
        All.push_back(*T);
  }
  Proposals Found = count(All, Every);
  const Proposal *Best = best(Found);
  if (!Best || Best->Counts.size() < 2 ||
      !CallBounds::isEnough(Best->Places, Sites.size()) ||
      repeats(Best->T, std::nullopt))
    return false;
  addRule(*Best, std::nullopt, Sites.size() - Best->Places);
  std::map<size_t, Chosen> ByCount;
  for (const CallSite &S : Sites)
    ByCount[S.Args.size()].push_back(&S);
  for (const auto &[Args, Of] : ByCount)
    list(Of, &Best->T, Of.size());
  return true;
}

void CallLearner::learnCount(size_t Args, const Chosen &Of) {
  std::vector<Template> All;
  for (const CallSite *S : Of)
    if (S->IsChanged)
      for (bool KeepsLiterals : {false, true})
        All.push_back(propose(*S, KeepsLiterals));
  if (All.empty())
    return;
  Proposals Found = count(All, Of);
  const Proposal *Best = best(Found);
  bool IsRule = Bounds.IsKnown &&
                CallBounds::isEnough(Best->Places, Of.size()) &&
                !repeats(Best->T, Args);
  if (IsRule)
    addRule(*Best, Args, Of.size() - Best->Places);
  list(Of, IsRule ? &Best->T : nullptr, Of.size());
}

void CallLearner::run() {
  if (Bounds.IsKnown && learnAnyCount())
    return;
  std::map<size_t, Chosen> ByCount;
  for (const CallSite &S : Sites)
    ByCount[S.Args.size()].push_back(&S);
  for (const auto &[Args, Of] : ByCount)
    learnCount(Args, Of);
}

} // namespace

void learnCalls(const Observations &Seen, const Table &Names, Learned &Out) {
  Prediction Now(Out, Seen, Names);
  for (const auto &[Name, Sites] : Seen.Calls) {
    if (llvm::none_of(Sites, [](const CallSite &S) { return S.IsChanged; }))
      continue;
    CallBounds Bounds;
    Bounds.IsKnown = Names.findName(Name) ||
                     Seen.Known.Declared.contains(Name) ||
                     Seen.Functions.contains(Name);
    Bounds.Renamed = Now.of(Sites.front().Callee);
    CallLearner(Name, Sites, Now, Bounds, Out).run();
  }
}

} // namespace musify

#include "Rewrite/BranchNeeds.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {
namespace {

bool lies(unsigned Offset, const GuardedBranch &B) {
  return Offset >= B.Begin && Offset < B.End;
}

bool isFeature(Kind K) {
  return K == Kind::Function || K == Kind::Intrinsic || K == Kind::Type ||
         K == Kind::Enumerator;
}

/// Overloads of some names are newer than others: the types of the function
/// around count too. The one before it ends with a brace that begins a line.
void addNames(const GuardedBranch &B, const GuardedFile &File,
              const FileContext &Context, Needs &N) {
  const ScannedFile &Scan = File.Scan;
  size_t Last = Scan.Text.take_front(B.Begin).rfind("\n}");
  unsigned Around = Last == StringRef::npos ? 0 : unsigned(Last);
  for (const Candidate &C : Scan.Candidates) {
    if (C.Offset < Around)
      continue;
    if (C.Offset >= B.End)
      break;
    bool IsCode = C.at() == Candidate::Place::Name && C.E && isFeature(C.E->K);
    if (C.at() == Candidate::Place::Asm && lies(C.Offset, B)) {
      if (File.Edited.contains(C.Offset))
        N.Names.insert(PtxFeature);
      else
        N.Lacks = PtxFeature;
    }
    if (!IsCode || (!lies(C.Offset, B) && C.E->K != Kind::Type))
      continue;
    N.Entries.insert(C.E->From);
    if (!lies(C.Offset, B))
      continue;
    if (Context.Known.DeclaredNames.contains(C.Text) ||
        sourcePlatform().Device.GrownFunctions.contains(C.E->From) ||
        (C.E->S != Status::Supported && C.E->S != Status::Unchanged))
      N.Unsure = C.Text;
    else
      N.Names.insert(C.Text);
  }
}

/// What the project's own functions need is not known here.
void addCalls(const GuardedBranch &B, GuardedFile &File,
              const FileContext &Context, Needs &N) {
  const TokenStream &Tokens = File.Tokens;
  StringSet<> Defined;
  for (size_t I = B.FirstToken; I + 1 < B.EndToken; ++I) {
    if (Tokens.kind(I) == tok::hash && Tokens.Lexemes[I].StartsLine) {
      if (Tokens.spelling(I + 1) == "error")
        N.Lacks = ErrorDirective;
      else if (Tokens.spelling(I + 1) != "define")
        I = Tokens.directiveEnd(I) - 1;
      continue;
    }
    StringRef Name = Tokens.spelling(I);
    if (!Tokens.isName(I) || Context.Project.Names.findName(Name) ||
        File.Words.get(Name).getTokenID() != tok::identifier || Tokens.isAsm(I))
      continue;
    size_t Open = I + 1;
    if (Tokens.kind(Open) == tok::less)
      if (size_t End = Tokens.templateArgumentsEnd(Open, B.EndToken);
          End != Open)
        Open = End + 1;
    if (Open >= B.EndToken || Tokens.kind(Open) != tok::l_paren)
      continue;
    auto Close = Tokens.matching(Open, B.EndToken);
    bool IsBody = Close && *Close + 1 < B.EndToken &&
                  Tokens.kind(*Close + 1) == tok::l_brace;
    if (IsBody)
      Defined.insert(Name);
    else if (!Defined.contains(Name))
      N.Unsure = Name;
  }
}

void addFindings(const GuardedBranch &B, StringRef Text, ArrayRef<Finding> Out,
                 Needs &N) {
  for (const Finding &F : Out) {
    if (!lies(F.Where.Offset, B) || F.NewText ||
        F.Rule == textOf(msg::NumericMacro).Rule)
      continue;
    StringRef At = Text.substr(F.Where.Offset, F.Where.Length);
    if (F.Level == Severity::Error)
      N.Lacks = At;
    else if (F.Level == Severity::Warning)
      N.Unsure = At;
  }
}

} // namespace

Needs needsOf(const GuardedBranch &B, GuardedFile &File,
              const FileContext &Context, ArrayRef<Finding> Out) {
  Needs N;
  addNames(B, File, Context, N);
  addCalls(B, File, Context, N);
  addFindings(B, File.Scan.Text, Out, N);
  return N;
}

} // namespace musify

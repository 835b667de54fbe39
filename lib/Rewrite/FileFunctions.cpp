#include "Rewrite/FileFunctions.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {

FileFunctions::FileFunctions(ArrayRef<Word> Words)
    : Words(Words), BranchOf(Words.size()) {
  for (size_t I = 0; I < Words.size();) {
    size_t End = Words[I].InDirective ? readDirective(I) : I + 1;
    if (!Words[I].InDirective)
      readWord(I);
    std::fill(BranchOf.begin() + I, BranchOf.begin() + End, Current);
    I = End;
  }
}

const FunctionExtent *FileFunctions::around(size_t At) const {
  const FunctionExtent *Found = nullptr;
  for (const FunctionExtent &F : All)
    if (F.IsMacro == Words[At].InDirective && F.Begin <= At && At <= F.End)
      Found = &F;
  return Found;
}

bool FileFunctions::areExclusive(size_t A, size_t B) const {
  for (unsigned X = BranchOf[A]; X; X = Branches[X].Parent)
    for (unsigned Y = BranchOf[B]; Y; Y = Branches[Y].Parent)
      if (X != Y && Branches[X].If == Branches[Y].If)
        return true;
  return false;
}

bool FileFunctions::isDead(size_t At) const {
  for (unsigned X = BranchOf[At]; X; X = Branches[X].Parent)
    if (Branches[X].IsDead)
      return true;
  return false;
}

void FileFunctions::enterBranch(const OpenIf &If, bool IsDead) {
  Now = If.Before;
  Current = Branches.size();
  Branches.push_back({If.Parent, If.If, IsDead});
}

/// True if words before the directive belong to a declaration that goes on.
bool FileFunctions::isPending(size_t Directive) const {
  return Now.Depth ||
         llvm::any_of(Words.slice(Now.Begin, Directive - Now.Begin),
                      [](const Word &W) { return !W.InDirective; });
}

/// Returns the word behind the directive.
size_t FileFunctions::readDirective(size_t At) {
  size_t End = At + 1;
  while (End < Words.size() && Words[End].InDirective && !Words[End].StartsLine)
    ++End;
  StringRef Name = At + 1 < End ? Words[At + 1].Text : StringRef();
  if (Name == "define") {
    All.push_back({At, At, End, "", /*IsMacro=*/true});
  } else if (Name.starts_with("if")) {
    StringRef Value = End == At + 3 ? Words[At + 2].Text : StringRef();
    OpenIfs.push_back({Now, Current, ++Ifs, !isPending(At), Value == "1"});
    enterBranch(OpenIfs.back(), Name == "if" && Value == "0");
  } else if (Name.starts_with("el") && !OpenIfs.empty()) {
    enterBranch(OpenIfs.back(), OpenIfs.back().IsTaken);
    if (OpenIfs.back().BeginsAnew)
      Now.Begin = End;
  } else if (Name == "endif" && !OpenIfs.empty()) {
    Current = OpenIfs.pop_back_val().Parent;
  }
  return End;
}

void FileFunctions::close(size_t End) {
  size_t Before = Now.Body;
  while (Before > Now.Begin && Words[Before - 1].Kind != tok::r_paren)
    --Before;
  unsigned Open = 0;
  for (; Before > Now.Begin; --Before) {
    Open += Words[Before - 1].Kind == tok::r_paren;
    Open -= Words[Before - 1].Kind == tok::l_paren;
    if (!Open)
      break;
  }
  bool HasName =
      Before > Now.Begin + 1 && Words[Before - 2].Kind == tok::raw_identifier;
  All.push_back({Now.Begin, Now.Body, End,
                 HasName ? Words[Before - 2].Text : StringRef()});
  Now = {0, End + 1, 0};
}

static bool isQualifier(StringRef Word) {
  return Word == "const" || Word == "noexcept" || Word == "override" ||
         Word == "final";
}

/// Behind the parameters, perhaps with qualifiers or `-> T<U>`.
bool FileFunctions::opensFunction(size_t Brace) const {
  constexpr size_t Longest = 24; // of a type
  size_t Before = Brace;
  while (Before && isQualifier(Words[Before - 1].Text))
    --Before;
  if (Before && Words[Before - 1].Kind == tok::r_paren)
    return true;
  for (size_t I = Before; I > 1 && Before - I < Longest; --I) {
    if (endsStatement(Words[I - 1].Kind))
      return false;
    if (Words[I - 1].Kind == tok::arrow)
      return Words[I - 2].Kind == tok::r_paren ||
             isQualifier(Words[I - 2].Text);
  }
  return false;
}

void FileFunctions::readWord(size_t At) {
  const Word &W = Words[At];
  bool EndedBefore = At && endsStatement(Words[At - 1].Kind);
  if (Now.Depth && EndedBefore && W.Text == "template")
    close(At - 1); // a brace was missed: no function has a template in it
  if (W.Kind == tok::l_brace) {
    if (!Now.Depth && !opensFunction(At)) { // a namespace or class
      Now.Begin = At + 1;
      return;
    }
    if (!Now.Depth++)
      Now.Body = At;
  } else if (W.Kind == tok::r_brace && Now.Depth) {
    if (!--Now.Depth)
      close(At);
  } else if (!Now.Depth && endsStatement(W.Kind)) {
    Now.Begin = At + 1;
  }
}

} // namespace musify

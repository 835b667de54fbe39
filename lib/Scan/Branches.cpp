#include "Scan/Branches.h"
#include "Platform/Platform.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {
namespace {

bool namesMusa(StringRef Macro) {
  return targetPlatform().Words.contains(Macro);
}
bool namesCuda(StringRef Macro) {
  return sourcePlatform().Words.contains(Macro);
}
bool namesOthers(StringRef Macro) {
  return sourcePlatform().OtherVendors.contains(Macro);
}

} // namespace

bool Branches::namesTarget(StringRef Macro) const {
  return S.ToCuda ? namesCuda(Macro) : namesMusa(Macro);
}

bool Branches::isMusas() const {
  return any_of(Open, [](const Branch &B) { return B.Musa; });
}

bool Branches::isForHostCpu() const {
  return any_of(Open, [](const Branch &B) { return B.ForHostCpu; });
}

/// Like `#ifdef __MUSA__` or `#if defined(USE_MUSA)`: nothing else is asked.
bool Branches::isMusaAlone(size_t Name, size_t End) const {
  bool Musa = false;
  for (size_t I = Name + 1; I < End; ++I) {
    bool Plain = Tokens.kind(I) == tok::l_paren ||
                 Tokens.kind(I) == tok::r_paren ||
                 Tokens.spelling(I) == "defined";
    if (!Plain &&
        (Musa || !Tokens.isName(I) || !namesTarget(Tokens.spelling(I))))
      return false;
    Musa |= !Plain;
  }
  return Musa && !Tokens.spelling(Name).ends_with("ndef");
}

/// Like `#ifndef __MUSA__` or `#if !defined(__MUSA__) && ...`.
bool Branches::needsNoMusa(size_t Name, size_t End) const {
  bool Negated = Tokens.spelling(Name).ends_with("ndef");
  bool Found = false;
  for (size_t I = Name + 1; I < End; ++I) {
    if (Tokens.kind(I) == tok::pipepipe || Tokens.kind(I) == tok::question)
      return false;
    size_t Before = I - 1;
    if (Tokens.spelling(Before) == "(")
      --Before;
    if (Tokens.spelling(Before) == "defined")
      --Before;
    Found |=
        Tokens.isName(I) && namesTarget(Tokens.spelling(I)) &&
        (Negated || (Before > Name && Tokens.kind(Before) == tok::exclaim));
  }
  return Found;
}

// A branch is MUSA's own if its condition names a MUSA macro, not negated, and
// no CUDA or HIP one: those are shared. On the way back it is CUDA's own, with
// the same words for what the port goes to.
Branches::Condition Branches::read(size_t Name, size_t End) const {
  bool Other = false;
  bool DeniesAny = Tokens.spelling(Name).ends_with("ndef");
  Condition C;
  C.Negated = DeniesAny;
  for (size_t I = Name + 1; I < End; ++I) {
    if (!Tokens.isName(I))
      continue;
    StringRef Word = Tokens.spelling(I);
    C.ForHostCpu |= platforms().Host.CpuMacros.contains(Word);
    DeniesAny |=
        Tokens.kind(I - 1) == tok::exclaim ||
        (Tokens.spelling(I - 1) == "(" && Tokens.kind(I - 2) == tok::exclaim);
    if (namesTarget(Word)) {
      C.Musa = true;
      size_t Before = I - 1;
      while (Before > Name && (Tokens.kind(Before) == tok::l_paren ||
                               Tokens.spelling(Before) == "defined"))
        --Before;
      C.Negated |= Tokens.kind(Before) == tok::exclaim;
    } else if (namesMusa(Word) || namesCuda(Word) || namesOthers(Word)) {
      Other = true;
    }
  }
  C.Alone = C.Musa && !Other && !S.IsMusa;
  // A condition that asks for more, or for the opposite, tells nothing.
  C.ForHostCpu &= !C.Musa && !Other && !DeniesAny;
  return C;
}

void Branches::endBranch(unsigned At) {
  Branch &B = Open.back();
  if (B.Musa)
    Out.Untouched.emplace_back(B.Begin, At);
  if (B.NeverMusa)
    Out.NeverMusa.emplace_back(B.Begin, At);
  B.Begin = At;
  B.Id = ++LastId;
}

void Branches::follow(size_t Name, size_t End, std::vector<StringRef> &Scopes) {
  StringRef Directive = Tokens.spelling(Name);
  unsigned At = Tokens.Lexemes[Name].Offset;
  Condition C = read(Name, End);
  if (Directive.starts_with("if")) {
    Branch B;
    B.Musa = C.Alone && !C.Negated;
    B.ElseMusa = C.Alone && C.Negated;
    B.NeverMusa = needsNoMusa(Name, End);
    B.RestNeverMusa = isMusaAlone(Name, End);
    B.ForHostCpu = C.ForHostCpu;
    B.AsksMusa = C.Musa;
    B.Begin = At;
    B.Id = ++LastId;
    B.Scopes = Scopes;
    Open.push_back(std::move(B));
    return;
  }
  if (Open.empty())
    return;
  endBranch(At);
  if (Directive == "endif") {
    Open.pop_back();
    return;
  }
  Branch &B = Open.back();
  Scopes = B.Scopes;
  if (Directive == "else") {
    B.Musa = B.ElseMusa;
    B.ForHostCpu = false;
    B.NeverMusa = B.RestNeverMusa;
    return;
  }
  B.Musa = C.Alone && !C.Negated;
  B.ElseMusa = false;
  B.NeverMusa = B.RestNeverMusa || needsNoMusa(Name, End);
  B.RestNeverMusa |= isMusaAlone(Name, End);
  B.ForHostCpu = C.ForHostCpu;
  B.AsksMusa |= C.Musa;
}

// Once one of its conditions names MUSA, a chain of branches asks for both.
void Branches::noteAsked(size_t Name, size_t First) {
  StringRef Directive = Tokens.spelling(Name);
  if (Open.empty() || Directive == "else" || Directive == "endif")
    return;
  Branch &B = Open.back();
  for (size_t I = First; I < Out.Candidates.size(); ++I)
    B.Asked.push_back(I);
  if (B.AsksMusa)
    for (size_t I : B.Asked)
      Out.Candidates[I].AsksBoth = true;
}

void Branches::finish() {
  while (!Open.empty()) {
    endBranch(Tokens.Text.size());
    Open.pop_back();
  }
}

} // namespace musify

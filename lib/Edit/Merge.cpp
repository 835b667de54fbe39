//===- Merge.cpp - Findings of all units become one plan ------------------===//
//
//   all findings ─ by file ─┬ edits ─ sort, unique ─ sweep ─┬─ kept edits
//                           │                               └─ conflicts ┐
//                           └ findings ──────────────── sort, unique ◄───┘
//
// Both sorts are total orders over every field, so the order in which the
// units arrived cannot show in the result.
//
//===----------------------------------------------------------------------===//
#include "Edit/Plan.h"

#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <cstdint>

using namespace musify;

/// Smaller is more trusted; the rest only makes the order total.
static auto trust(const Finding &F) {
  return std::tie(F.From.From, F.From.Unit, F.Rule, F.From.Entry, F.What,
                  F.Level);
}

static auto outcomeOfEdit(const Finding &F) {
  return std::tie(F.Where.Offset, F.Where.Length, F.NewText);
}

static auto outcomeOfFinding(const Finding &F) {
  return std::tie(F.Where.Offset, F.Where.Length, F.Rule, F.What);
}

static void keepOneOfEqualEdits(std::vector<Finding> &Edits) {
  llvm::sort(Edits, [](const Finding &A, const Finding &B) {
    return std::tuple(outcomeOfEdit(A), trust(A)) <
           std::tuple(outcomeOfEdit(B), trust(B));
  });
  Edits.erase(llvm::unique(Edits,
                           [](const Finding &A, const Finding &B) {
                             return outcomeOfEdit(A) == outcomeOfEdit(B);
                           }),
              Edits.end());
}

/// Of equal findings the most severe is kept: a warning must not be lost.
static void keepOneOfEqualFindings(std::vector<Finding> &Findings) {
  llvm::sort(Findings, [](const Finding &A, const Finding &B) {
    return std::tuple(outcomeOfFinding(A), B.Level, trust(A)) <
           std::tuple(outcomeOfFinding(B), A.Level, trust(B));
  });
  Findings.erase(llvm::unique(Findings,
                              [](const Finding &A, const Finding &B) {
                                return outcomeOfFinding(A) ==
                                       outcomeOfFinding(B);
                              }),
                 Findings.end());
}

static uint64_t endOf(const Finding &F) {
  return uint64_t(F.Where.Offset) + F.Where.Length;
}

/// `A` comes before `B` by offset, then length. An insertion at the border of
/// another edit does not overlap it; two insertions at one place do.
static bool overlap(const Finding &A, const Finding &B) {
  if (A.Where.Length == 0 && B.Where.Length == 0)
    return A.Where.Offset == B.Where.Offset;
  return B.Where.Offset < endOf(A);
}

/// The text in backticks, on one line.
static std::string quoted(llvm::StringRef Text) {
  std::string Out = "`";
  for (char C : Text) {
    switch (C) {
    case '\n':
      Out += "\\n";
      break;
    case '\r':
      Out += "\\r";
      break;
    case '\t':
      Out += "\\t";
      break;
    default:
      Out += C;
    }
  }
  return Out + "`";
}

/// Who wants the edit. The rule is told where the unit alone does not tell two
/// sides apart.
static std::string side(const Finding &F, bool WithRule) {
  llvm::StringRef Unit = F.From.Unit;
  std::string Out = quoted(Unit.empty() ? engineName(F.From.From) : Unit);
  if (WithRule)
    Out += " (" + F.Rule.str() + ")";
  return Out;
}

static Finding makeConflict(const Finding &A, const Finding &B) {
  bool SameSide = side(A, false) == side(B, false);
  bool SameSpan = A.Where.key() == B.Where.key();
  SourceSpan Where = A.Where;
  Where.Length =
      unsigned(std::max(endOf(A), endOf(B)) - uint64_t(A.Where.Offset));
  return makeFinding(Where,
                     say(SameSpan ? msg::EditConflict : msg::EditOverlap,
                         side(A, SameSide), side(B, SameSide),
                         quoted(*A.NewText), quoted(*B.NewText)),
                     A.From);
}

/// Takes every edit that overlaps another out of `File` and tells of it.
/// Comparing each edit with the furthest-reaching one before it is enough: if
/// it overlaps any earlier edit, it overlaps that one.
static void dropConflicts(FilePlan &File) {
  std::vector<bool> Dropped(File.Edits.size());
  size_t Furthest = 0;
  for (size_t I = 1; I < File.Edits.size(); ++I) {
    const Finding &Before = File.Edits[Furthest], &Now = File.Edits[I];
    if (overlap(Before, Now)) {
      Dropped[Furthest] = Dropped[I] = true;
      File.Findings.push_back(makeConflict(Before, Now));
    }
    if (endOf(Now) >= endOf(Before))
      Furthest = I;
  }

  size_t Next = 0;
  llvm::erase_if(File.Edits, [&](const Finding &) { return Dropped[Next++]; });
}

void musify::addFindings(FindingsByFile &To, std::vector<Finding> More) {
  for (size_t Begin = 0, End = 0; Begin < More.size(); Begin = End) {
    InternedText File = More[Begin].Where.File;
    while (End < More.size() && More[End].Where.File == File)
      ++End;
    std::vector<Finding> &Mine = To[File.str()];
    Mine.insert(Mine.end(), std::move_iterator(More.begin() + Begin),
                std::move_iterator(More.begin() + End));
  }
}

static FilePlan planOf(std::vector<Finding> All) {
  FilePlan Plan;
  auto FirstFinding = llvm::partition(
      All, [](const Finding &F) { return F.NewText.has_value(); });
  Plan.Findings.assign(std::move_iterator(FirstFinding),
                       std::move_iterator(All.end()));
  All.erase(FirstFinding, All.end());
  Plan.Edits = std::move(All);
  keepOneOfEqualEdits(Plan.Edits);
  dropConflicts(Plan);
  keepOneOfEqualFindings(Plan.Findings);
  return Plan;
}

Plan musify::mergeFindings(FindingsByFile All) {
  Plan Result;
  for (auto &[Path, Mine] : All)
    Result.Files[Path] = planOf(std::move(Mine));
  return Result;
}

#include "Verify/Meanings.h"
#include "Platform/NeutralName.h"
#include "Scan/LexerEngine.h"
#include "Verify/Branches.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include <set>

using namespace llvm;

namespace musify {
namespace {

bool meet(ByteRange A, ByteRange B) {
  return A.Begin < B.End && B.Begin < A.End;
}

/// A name in place of a name leaves the statement as it is.
bool isNameForName(const Finding &Edit, StringRef Text) {
  auto IsName = [](StringRef Each) {
    return all_of(
        Each, [](char C) { return isAlnum(C) || StringRef("_:").contains(C); });
  };
  return IsName(*Edit.NewText) &&
         IsName(Text.substr(Edit.Where.Offset, Edit.Where.Length));
}

/// A name is the SDK's on one side and the project's on the other, which is
/// judged for itself.
bool changesOwner(const ComparedFile &F, ByteRange Place) {
  auto Changes = [&](unsigned Old, unsigned New) {
    if (Old < Place.Begin || Old >= Place.End)
      return false;
    const NameFact *Was = factAt(F.Before->Names, Old);
    const NameFact *Now = factAt(F.After->Names, New);
    return Was && Now && Was->Whose != Now->Whose;
  };
  return any_of(F.How.Kept,
                [&](const KeptName &K) {
                  return Changes(K.OldOffset, K.NewOffset);
                }) ||
         any_of(F.How.Made, [&](const MadeEdit &M) {
           return Changes(M.Edit->Where.Offset, M.NewOffset);
         });
}

bool isCompiled(const FileFacts &Facts, unsigned Offset) {
  return Facts.Unseen && !isWithin(*Facts.Unseen, Offset);
}

bool changesBranch(const ComparedFile &F, const SameToken &T) {
  return isCompiled(*F.Before, T.OldOffset) !=
         isCompiled(*F.After, T.NewOffset);
}

/// Whether the meanings of the files are the same.
class MeaningJudge {
public:
  explicit MeaningJudge(MutableArrayRef<ComparedFile> Files);
  void judge(ComparedFile &F) const;

private:
  bool haveSameMeaning(const MeaningFact &Was, const MeaningFact &Now) const;
  bool hasOtherBranch(const ComparedFile &F, ByteRange Place) const;
  bool isExplained(const ComparedFile &F, ByteRange Place) const;

  bool WithNames; ///< of the user's
  /// Macros of the original with a definition that one side alone compiles.
  StringSet<> Varying;
};

/// True if no name of the project became one that differs in more than the
/// words of the platforms.
bool keepsOwnNames(ArrayRef<ComparedFile> Files) {
  return all_of(Files, [](const ComparedFile &F) {
    return none_of(F.How.Differences, [](const Difference &D) {
      return D.What == Difference::Is::Renamed &&
             neutralName(D.Was) != neutralName(D.Now);
    });
  });
}

/// The macro that a directive at the place defines; empty for any other.
StringRef macroDefinedAt(StringRef Text, unsigned Offset) {
  Directive D = directiveAt(Text, Offset);
  return D.Name == "define" ? nameAt(D.Rest.ltrim(), 0) : "";
}

MeaningJudge::MeaningJudge(MutableArrayRef<ComparedFile> Files)
    : WithNames(keepsOwnNames(Files)) {
  for (const ComparedFile &F : Files)
    for (const SameToken &T : F.How.Directives)
      if (F.Before && F.After && changesBranch(F, T))
        if (StringRef Macro = macroDefinedAt(F.Original->OldText, T.OldOffset);
            !Macro.empty())
          Varying.insert(Macro);
}

/// A part of the place is left out on one side, or a macro in it stands for
/// something else there: the conditions are judged for themselves.
bool MeaningJudge::hasOtherBranch(const ComparedFile &F,
                                  ByteRange Place) const {
  auto Inside = partition_point(F.How.Tokens, [&](const SameToken &T) {
    return T.OldOffset < Place.Begin;
  });
  for (; Inside != F.How.Tokens.end() && Inside->OldOffset < Place.End;
       ++Inside)
    if (changesBranch(F, *Inside) ||
        Varying.contains(nameAt(F.Original->OldText, Inside->OldOffset)))
      return true;
  return false;
}

/// What the text explains, or a person has to look at anyway. Of a declaration
/// the range is its name: what stands around it counts, too.
bool MeaningJudge::isExplained(const ComparedFile &F, ByteRange Place) const {
  constexpr StringLiteral Ends = ";{}";
  StringRef Text = F.Original->OldText;
  Place.Begin = Text.take_front(Place.Begin).find_last_of(Ends) + 1;
  Place.End = std::min(Text.find_first_of(Ends, Place.End), Text.size());
  auto IsOther = [&](const Difference &D) {
    return meet({D.Old.Begin, std::max(D.Old.End, D.Old.Begin + 1)}, Place);
  };
  auto IsMore = [&](const Finding &Edit) {
    unsigned Begin = Edit.Where.Offset;
    return meet({Begin, Begin + std::max(Edit.Where.Length, 1u)}, Place) &&
           !isNameForName(Edit, Text);
  };
  return any_of(F.How.Differences, IsOther) ||
         any_of(F.Original->Plan.Edits, IsMore) ||
         isLeftToPerson(*F.Original, Place) || changesOwner(F, Place) ||
         hasOtherBranch(F, Place);
}

bool MeaningJudge::haveSameMeaning(const MeaningFact &Was,
                                   const MeaningFact &Now) const {
  return Was.Varies || Now.Varies ||
         (Was.Shape == Now.Shape && (!WithNames || Was.Names == Now.Names));
}

void MeaningJudge::judge(ComparedFile &F) const {
  if (!F.IsParsed || !F.Before || !F.After)
    return;
  // Inner ones come first: what is around them differs for their sake. Several
  // instantiations are one place.
  std::set<std::pair<unsigned, unsigned>> Other; ///< length and begin
  for (const auto &[Place, Was] : F.Before->Meanings) {
    auto [Begin, Form] = Place;
    auto There = F.How.newOffset(Begin);
    const MeaningFact *Now =
        There ? factAt(F.After->Meanings, std::pair(*There, Form)) : nullptr;
    if (Now && !haveSameMeaning(Was, *Now))
      Other.insert({Was.End - Begin, Begin});
  }
  for (auto [Length, Begin] : Other) {
    ByteRange Each{Begin, Begin + Length};
    if (none_of(F.OtherMeanings,
                [&](ByteRange Inner) { return meet(Inner, Each); }) &&
        !isExplained(F, Each))
      F.OtherMeanings.push_back(Each);
  }
}

} // namespace

void judgeMeanings(MutableArrayRef<ComparedFile> Files) {
  MeaningJudge Judge(Files);
  for (ComparedFile &F : Files)
    Judge.judge(F);
}

} // namespace musify

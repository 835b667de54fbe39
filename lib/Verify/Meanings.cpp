#include "Verify/Meanings.h"
#include "Platform/NeutralName.h"
#include "Scan/LexerEngine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

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
  return !Facts.Unseen || !isWithin(*Facts.Unseen, Offset);
}

/// A part of it is left out on one side: the conditions are judged for
/// themselves.
bool changesBranch(const ComparedFile &F, ByteRange Place) {
  auto Inside = partition_point(F.How.Tokens, [&](const SameToken &T) {
    return T.OldOffset < Place.Begin;
  });
  for (; Inside != F.How.Tokens.end() && Inside->OldOffset < Place.End;
       ++Inside)
    if (isCompiled(*F.Before, Inside->OldOffset) !=
        isCompiled(*F.After, Inside->NewOffset))
      return true;
  return false;
}

/// What the text explains, or a person has to look at anyway. Of a declaration
/// the range is its name: what stands around it counts, too.
bool isExplained(const ComparedFile &F, ByteRange Place) {
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
           !isNameForName(Edit, F.Original->OldText);
  };
  return any_of(F.How.Differences, IsOther) ||
         any_of(F.Original->Plan.Edits, IsMore) ||
         isLeftToPerson(*F.Original, Place) || changesOwner(F, Place) ||
         changesBranch(F, Place);
}

bool haveSameMeaning(const MeaningFact &Was, const MeaningFact &Now,
                     bool WithNames) {
  return Was.Varies || Now.Varies ||
         (Was.Shape == Now.Shape && (!WithNames || Was.Names == Now.Names));
}

} // namespace

bool keepsOwnNames(ArrayRef<ComparedFile> Files) {
  return all_of(Files, [](const ComparedFile &F) {
    return none_of(F.How.Differences, [](const Difference &D) {
      return D.What == Difference::Is::Renamed &&
             neutralName(D.Was) != neutralName(D.Now);
    });
  });
}

void judgeMeanings(ComparedFile &F, bool WithNames) {
  if (!F.IsParsed || !F.Before || !F.After)
    return;
  std::vector<ByteRange> Other;
  for (const auto &[Place, Was] : F.Before->Meanings) {
    auto [Begin, Form] = Place;
    auto There = F.How.newOffset(Begin);
    const MeaningFact *Now =
        There ? factAt(F.After->Meanings, std::pair(*There, Form)) : nullptr;
    if (Now && !haveSameMeaning(Was, *Now, WithNames))
      Other.push_back({Begin, Was.End});
  }
  // Inner ones come first: what is around them differs for their sake.
  llvm::sort(Other, [](ByteRange A, ByteRange B) {
    return std::pair(A.End - A.Begin, A.Begin) <
           std::pair(B.End - B.Begin, B.Begin);
  });
  for (ByteRange Each : Other)
    if (none_of(F.OtherMeanings,
                [&](ByteRange Inner) { return meet(Inner, Each); }) &&
        !isExplained(F, Each))
      F.OtherMeanings.push_back(Each);
}

} // namespace musify

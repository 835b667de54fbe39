#include "Project/FileNames.h"
#include "Rename/Rename.h"
#include "Rename/Words.h"
#include "Scan/Torch.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace llvm;

namespace musify {

bool isOwnName(StringRef Name, const NamesInCode &Known, const Table &T) {
  bool IsDeclared = Known.Declared.contains(Name);
  // A framework's name may be the project's as well; an SDK's is the SDK's.
  auto E = T.findName(Name);
  if (E && !(IsDeclared && isTorchEntry(E)))
    return false;
  if (IsDeclared ||
      (Known.Given.contains(Name) && !Known.Elsewhere.contains(Name)))
    return true;
  return Known.Tested.contains(Name) && !Name.starts_with("__");
}

/// The rule about the very name; null if there is none.
static const RenameRule *ruleOf(StringRef Name, ArrayRef<RenameRule> Rules) {
  for (const RenameRule &R : llvm::reverse(Rules))
    if (R.What == RenameRule::Match::Name && R.From == Name)
      return &R;
  return nullptr;
}

/// What the rules make of the name.
static std::string newName(StringRef Name, ArrayRef<RenameRule> Rules) {
  if (const RenameRule *R = ruleOf(Name, Rules))
    return R->To;
  return renameWords(Name, Rules, RenameRule::Names);
}

void decideNames(const NamesInCode &Known, ArrayRef<RenameRule> Rules,
                 const Table &T, RenameDecisions &Out) {
  std::set<StringRef> Sorted;
  for (const auto &Item : Known.Used)
    Sorted.insert(Item.getKey());
  for (StringRef Name : Sorted) {
    // A rule about the very name counts if the project declares it, too.
    bool HasRule = Known.Declared.contains(Name) && ruleOf(Name, Rules);
    if (!HasRule && !isOwnName(Name, Known, T))
      continue;
    std::string New = newName(Name, Rules);
    if (New == Name)
      continue;
    // A copy that does not have the name has the new one in its place.
    bool IsTaken = Known.Used.contains(New) &&
                   (Known.InCopies.empty() || Known.InCopies.contains(Name));
    (IsTaken ? Out.Collisions : Out.Names)[Name.str()] = New;
  }
}

std::string renamedPath(StringRef Relative, ArrayRef<RenameRule> Rules,
                        bool Suffixes) {
  const RenameRule *Best = nullptr; // the longest: nearest to the file
  for (const RenameRule &R : Rules) {
    StringRef Rest = Relative;
    bool Matches = R.What == RenameRule::Match::File &&
                   Rest.consume_front(R.From) &&
                   (Rest.empty() || Rest.starts_with("/"));
    if (Matches && (!Best || R.From.size() >= Best->From.size()))
      Best = &R;
  }
  StringRef Rest = Relative;
  std::string Out;
  if (Best) {
    Out = Best->To;
    Rest = Rest.drop_front(Best->From.size());
  }
  // `Findnccl.cmake`: where CMake looks for a package.
  StringRef Name = sys::path::filename(Rest);
  if (Name.ends_with(".cmake") && Name.consume_front("Find")) {
    Out += renameWords(Rest.drop_back(Name.size()), Rules, RenameRule::Files);
    Rest = Name;
  }
  Out += renameWords(Rest, Rules, RenameRule::Files);
  if (Best && Rest.empty())
    return Out;
  for (const RenameRule &R : Rules)
    if (StringRef From = R.From, To = R.To;
        R.What == RenameRule::Match::File && From.consume_front("*") &&
        To.consume_front("*") && StringRef(Out).ends_with(From))
      return Out.substr(0, Out.size() - From.size()) + To.str();
  return Suffixes ? portedFileName(Out, Direction::CudaToMusa) : Out;
}

} // namespace musify

#include "Mapping/Reverse.h"
#include "Platform/Platform.h"
#include "llvm/ADT/StringExtras.h"
#include <map>
#include <set>

using namespace llvm;

namespace musify {
namespace {

/// All entries that lead to one MUSA name.
struct WaysBack {
  std::vector<Entry> Good; ///< may be taken
  std::set<std::string> Others;
  Kind K = Kind::Function;
};

/// `Struct::member` on MUSA, and `member` on CUDA.
std::pair<std::string, std::string> memberBack(const Entry &E,
                                               const Table &Forward) {
  auto [Struct, Member] = E.From.rsplit("::");
  auto Renamed = Forward.findName(Struct);
  StringRef There = Renamed && Renamed->renames() ? Renamed->To : Struct;
  return {(There + "::" + E.To).str(), Member.str()};
}

OwnedEntry backTo(const Entry &E, const Table &Forward) {
  OwnedEntry Back;
  if (E.K == Kind::Member)
    std::tie(Back.From, Back.To) = memberBack(E, Forward);
  else
    std::tie(Back.From, Back.To) = std::pair(E.To.str(), E.From.str());
  Back.Library = E.Library.str();
  Back.Evidence = E.Evidence.str();
  if (E.S == Status::Partial)
    Back.Note = E.Note.str();
  Back.Shape = E.Shape.str();
  Back.K = E.K;
  Back.S = E.S;
  Back.Numeric = E.Numeric;
  Back.Config = E.Config;
  Back.IsUsers = E.IsUsers;
  return Back;
}

OwnedEntry noWayBack(StringRef Name, const WaysBack &Ways) {
  std::set<std::string> Cuda = Ways.Others;
  for (const Entry &E : Ways.Good)
    Cuda.insert(E.From.str());
  OwnedEntry None;
  None.From = Name.str();
  None.K = Ways.K;
  None.S = Status::Unsupported;
  None.Note = "on CUDA it may be `" + join(Cuda, "` or `") +
              "`; the tables do not tell which";
  if (Cuda.size() == 1)
    None.Note = "`" + *Cuda.begin() + "` was removed from current CUDA";
  return None;
}

} // namespace

std::string packReversed(const Table &Forward) {
  // Sorted, so that the image depends on the entries alone.
  std::map<std::pair<Space, std::string>, WaysBack> ByMusaName;
  Forward.forEach([&](const Entry &E) {
    bool IsPlainMember = E.K == Kind::Member && E.Library != torch().Table;
    if (IsPlainMember || !E.renames())
      return;
    Space In = spaceOf(E.K);
    if (Forward.find(In, E.To))
      return; // CUDA has the name too, e.g. `__half`
    WaysBack &Ways = ByMusaName[{
        In, E.K == Kind::Member ? memberBack(E, Forward).first : E.To.str()}];
    Ways.K = E.K;
    if (E.Reverse && E.S != Status::RemovedFromCuda)
      Ways.Good.push_back(E);
    else
      Ways.Others.insert(E.From.str());
  });
  std::vector<OwnedEntry> Entries;
  Entries.reserve(ByMusaName.size());
  for (const auto &[Key, Ways] : ByMusaName)
    Entries.push_back(Ways.Good.size() == 1 ? backTo(Ways.Good.front(), Forward)
                                            : noWayBack(Key.second, Ways));
  return packTable(Entries);
}

} // namespace musify

#include "Mapping/Format.h"
#include "Learn/Learn.h"

namespace musify {

std::string formatLearned(const Learned &L) {
  std::string Out = "{\"library\": \"learned\"";
  if (!L.Renames.empty() || L.Entries.empty())
    Out += ",\n\"renames\": " + formatRenames(L.Renames);
  if (!L.Entries.empty())
    Out += ",\n\"entries\": " + formatEntries(L.Entries);
  return Out + "}\n";
}

} // namespace musify

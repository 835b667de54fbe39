//===- Groups.h - Findings that say the same, told once ---------*- C++ -*-===//
//
// One fact about a project may hold at a thousand places. Where there are many,
// text for people shows the first of them and counts the rest.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REPORT_GROUPS_H
#define MUSIFY_REPORT_GROUPS_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

namespace musify {

/// First all findings are added, each by what it says, then each is asked for
/// in the same order.
class Groups {
public:
  explicit Groups(bool ShowsAll) : ShowsAll(ShowsAll) {}

  void add(llvm::StringRef Said) { ++All[Said].Places; }

  struct Next {
    bool IsShown = true;
    unsigned Hidden = 0; ///< places behind this one, the last to be shown
  };
  Next next(llvm::StringRef Said) {
    Count &Mine = All[Said];
    if (ShowsAll || Mine.Places <= Few)
      return {};
    ++Mine.Seen;
    return {Mine.Seen <= Most, Mine.Seen == Most ? Mine.Places - Most : 0};
  }

private:
  struct Count {
    unsigned Places = 0, Seen = 0;
  };
  static constexpr unsigned Few = 10; ///< are shown all
  static constexpr unsigned Most = 3; ///< shown of more than these
  bool ShowsAll;
  llvm::StringMap<Count> All;
};

} // namespace musify

#endif // MUSIFY_REPORT_GROUPS_H

//===- Observe.h - What a person's port did, place by place -----*- C++ -*-===//
#ifndef MUSIFY_LEARN_OBSERVE_H
#define MUSIFY_LEARN_OBSERVE_H

#include "Edit/Plan.h"
#include "Mapping/Table.h"
#include "Rename/OwnNames.h"
#include "Verify/Tokens.h"
#include "llvm/ADT/ArrayRef.h"
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace musify {

/// A file of the original and its port. Both texts outlive what is observed.
struct FileToLearn {
  std::string OldPath, NewPath; ///< below the two roots
  llvm::StringRef Original, Port;
  const FilePlan *Plan; ///< what musify makes of the original
  TextKind Kind = TextKind::Code;
};

/// What one text of the original became, and how often; itself, if it stayed.
struct ObservedText {
  std::map<std::string, unsigned> Became;
  std::map<std::string, unsigned> Otherwise; ///< those unlike the plan
  unsigned total() const;
  /// What it became most often; of equals the first in byte order.
  std::pair<std::string, unsigned> most() const;
};

/// By the text of the original.
using ObservedTexts = std::map<std::string, ObservedText>;

/// A line of the original.
struct LineOf {
  std::string Path;
  unsigned Line = 0; ///< 1-based
};

/// How often something was seen, and where first.
struct Tally {
  unsigned Places = 0, Against = 0;
  LineOf First;
  void add(const LineOf &Where) {
    if (!Places++)
      First = Where;
  }
};

/// Code that is no renaming: what stands in the place of what.
struct Rework {
  std::string Was, Now;
  auto operator<=>(const Rework &) const = default;
};

/// Texts that `Observations::Texts` and the originals hold.
struct SiteToken {
  llvm::StringRef Was;      ///< in the original
  llvm::StringRef Expected; ///< as musify ports it
  llvm::StringRef Actual;   ///< its counterpart in the port; or empty
};

/// A token of the port.
struct PortToken {
  llvm::StringRef Text;
  bool IsApart = false; ///< a blank stands before it
};

/// A call in the original, and what stands in its place in the port.
struct CallSite {
  SiteToken Callee;
  std::vector<SiteToken> TemplateArgs; ///< with their brackets
  std::vector<std::vector<SiteToken>> Args;
  std::vector<PortToken> Now; ///< one empty token: not clear
  bool isClear() const { return !Now.front().Text.empty(); }
  bool IsChanged = false; ///< by more than renamings
  LineOf Where;
};

/// What became of the includes of one file; without their delimiters where the
/// tables know them.
struct HeaderUse {
  std::vector<std::string> Had;      ///< as the original includes them
  std::vector<std::string> Expected; ///< as musify ports them
  std::vector<std::string> Dropped;  ///< of `Had`
  std::vector<std::string> Added;
  std::string Path;
};

/// A macro and a number in conditions of the preprocessor.
struct MacroComparison {
  unsigned Total = 0;
  std::map<std::string, Tally> Became; ///< other names and numbers
};

/// Code below a condition that only one side has.
struct Region {
  enum class Is {
    Guarded, ///< the port has a condition around it
    Bared,   ///< the port has it without its condition
    Dropped, ///< it went with its condition
  };
  Is What = Is::Guarded;
  std::string Condition; ///< the directive
  bool HasElse = false;
  std::string Code; ///< what both sides have of it, if it is short
  auto operator<=>(const Region &) const = default;
};

struct Observations {
  ObservedTexts Sdk;      ///< identifiers of the tables
  ObservedTexts Own;      ///< other identifiers
  ObservedTexts Callees;  ///< of those, what changed calls lost
  ObservedTexts Strings;  ///< without their quotes
  ObservedTexts Includes; ///< with their delimiters
  std::vector<std::pair<std::string, std::string>> Paths;
  std::map<Rework, Tally> Reworked; ///< too long: without text
  std::map<std::string, std::vector<CallSite>> Calls; ///< of names that differ
  llvm::StringSet<> Functions; ///< declared where a call could stand
  std::vector<HeaderUse> Headers;
  std::map<std::pair<std::string, std::string>, MacroComparison> Comparisons;
  std::map<Region, Tally> Regions;
  std::map<std::string, Tally> DroppedCalls; ///< statements, by the called name
  std::map<Rework, Tally> Flags;             ///< of compilers, in scripts
  NamesInCode Known;                         ///< of the original
  std::deque<std::string> Texts; ///< what the plans make of the originals
};

/// Looks at all files. Fails if a plan does not fit its text.
llvm::Expected<Observations> observe(llvm::ArrayRef<FileToLearn> Files,
                                     const Table &Names);

} // namespace musify

#endif // MUSIFY_LEARN_OBSERVE_H

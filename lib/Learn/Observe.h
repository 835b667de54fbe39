//===- Observe.h - What a person's port did, place by place -----*- C++ -*-===//
#ifndef MUSIFY_LEARN_OBSERVE_H
#define MUSIFY_LEARN_OBSERVE_H

#include "Edit/Plan.h"
#include "Mapping/Table.h"
#include "Rename/OwnNames.h"
#include "Verify/Tokens.h"
#include "llvm/ADT/ArrayRef.h"
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
struct Outcome {
  std::map<std::string, unsigned> Became;
  std::map<std::string, unsigned> Otherwise; ///< those unlike the plan
  unsigned total() const;
  /// What it became most often; of equals the first in byte order.
  std::pair<std::string, unsigned> most() const;
};

/// By the text of the original.
using Outcomes = std::map<std::string, Outcome>;

/// Code that is no renaming: what stands in the place of what.
struct Rework {
  std::string Was, Now;
  auto operator<=>(const Rework &) const = default;
};

struct Observations {
  Outcomes Sdk;      ///< identifiers of the tables
  Outcomes Own;      ///< other identifiers
  Outcomes Strings;  ///< without their quotes
  Outcomes Includes; ///< with their delimiters
  std::vector<std::pair<std::string, std::string>> Paths;
  std::map<Rework, unsigned> Reworked;
  NamesInCode Known; ///< of the original
};

/// Looks at all files. Fails if a plan does not fit its text.
llvm::Expected<Observations> observe(llvm::ArrayRef<FileToLearn> Files,
                                     const Table &Names);

} // namespace musify

#endif // MUSIFY_LEARN_OBSERVE_H

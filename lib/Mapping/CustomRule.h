//===- CustomRule.h - More than a name: rules as data -----------*- C++ -*-===//
//
// A mapping entry renames. A custom rule also looks at arguments, types and
// numbers, and says what is written instead. The format is described in
// docs/rules-format.md and mappings/schema.json.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_MAPPING_CUSTOMRULE_H
#define MUSIFY_MAPPING_CUSTOMRULE_H

#include "Mapping/WordFilter.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace musify {

struct CustomRule {
  enum class Match {
    Call,      ///< a call of the function `Name`
    Name,      ///< the identifier `Name`: type, enumerator, macro, variable
    Member,    ///< member `Struct::member` of an SDK struct
    Compare,   ///< macro `Name` compared with the number `With`
    Header,    ///< `#include` of `Name`
    Namespace, ///< the qualified namespace `Name`
    Matcher,   ///< a Clang AST matcher expression in `Name`
  };
  enum class Side { Any, Host, Device };
  /// What the rule says beside its edit; the spelling of `Severity`.
  struct Told {
    std::string Severity, Text;
    /// The finding is about a fault of MUSA's compiler: the SDKs it was seen
    /// with, for people. Empty: about the code.
    std::string Trap;
  };
  struct InlineTest {
    std::string Given, Expect;
    unsigned Line = 0;
  };

  std::string Id, Path; ///< `Path` of its file, for messages
  unsigned Line = 0;    ///< 1-based
  Match What = Match::Name;
  std::string Name;
  /// For a call: conditions, all of which must hold.
  std::optional<unsigned> Args;
  std::vector<std::pair<unsigned, std::string>> Types; ///< 1-based argument
  std::vector<std::string> TemplateArgs; ///< as Clang prints them; empty: any
  std::string Namespace;                 ///< of the callee; empty: any
  Side On = Side::Any; ///< of the caller; a name's file is the host's alone
  std::string With;    ///< of `Compare`
  /// What is written instead: of a header, one path an element and none to
  /// drop the include; of everything else one text. Absent: nothing changes.
  std::optional<std::vector<std::string>> Replace;
  bool MergeDuplicates = false; ///< of a header: only the first of equals stays
  std::optional<Told> Finding;
  std::string Note, Evidence;
  int Priority = 0;
  std::vector<InlineTest> Tests;

  /// True if only a parse can tell whether the conditions hold.
  bool needsTypes() const {
    return !Types.empty() || !TemplateArgs.empty() || !Namespace.empty() ||
           (On != Side::Any && What == Match::Call);
  }
};

/// The rules of one run, by what they match.
class RuleSet {
public:
  /// Of two rules with one `Id` the later wins. May be called more than once.
  void add(std::vector<CustomRule> More);

  /// Rules for a spelling, the first to try first: by priority, then the later
  /// file and line. A `member` is found by its last part. The pointers are good
  /// until the next `add`.
  llvm::ArrayRef<const CustomRule *> named(llvm::StringRef Name) const;
  /// Rules with a matcher, in the same order.
  llvm::ArrayRef<const CustomRule *> matchers() const { return Matchers; }
  /// The last parts of the names of rules.
  const WordFilter &words() const { return Words; }
  llvm::ArrayRef<CustomRule> all() const { return Rules; }
  bool empty() const { return Rules.empty(); }
  /// True if some rule about calls asks for more than the number of arguments.
  bool needsTypes() const { return NeedsTypes; }

private:
  std::vector<CustomRule> Rules;
  llvm::StringMap<std::vector<const CustomRule *>> ByName;
  WordFilter Words;
  std::vector<const CustomRule *> Matchers;
  bool NeedsTypes = false;
};

/// Reads the key `rules` of a mapping file; empty where there is none. The
/// file's other keys are `parseMapping`'s. Faults are reported as there.
llvm::Expected<std::vector<CustomRule>> parseRules(llvm::StringRef Text,
                                                   llvm::StringRef Path);

} // namespace musify

#endif // MUSIFY_MAPPING_CUSTOMRULE_H

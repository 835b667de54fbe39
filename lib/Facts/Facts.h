//===- Facts.h - What Clang knows about the places --------------*- C++ -*-===//
//
// The AST and preprocessor engines only record here; the rules decide
// afterwards. Facts of several translation units are merged.
//
// Each struct lists its fields once, in `fieldsOf`: what merges, caches and
// compares goes through that list, and a field that it lacks does not compile.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_FACTS_FACTS_H
#define MUSIFY_FACTS_FACTS_H

#include "Edit/Finding.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace musify {

/// Whose entity a spelled name is.
enum class Owner : uint8_t {
  Sdk,       ///< declared by the CUDA SDK, or re-declared for it
  User,      ///< declared by the user's code or a third party
  Ambiguous, ///< an overload set with both, or two units disagree
};

struct NameFact {
  Owner Whose = Owner::Sdk;
  Engine From = Engine::Ast;
  std::string Unit;  ///< name of the translation unit
  std::string Scope; ///< of a member of the SDK: the struct's name
  /// Of a launch: which function it means depends on the arguments.
  bool Deduced = false;
  /// Declared outside of classes and functions.
  bool IsGlobal = false, IsInNamespace = false;
  /// Where units disagree: one that takes the name for the SDK's, and one that
  /// takes it for the user's.
  std::string SdkUnit = {}, UserUnit = {};
};

struct IncludeFact {
  std::string Unit;
  std::string Resolved; ///< real path; empty: not found, or embedded
  bool InSdk = false;   ///< found among the SDK's or the system's headers
  /// Where units disagree: one that finds it in the SDK, and one that finds
  /// another header.
  std::string SdkUnit, UserUnit;
  bool isFound() const { return InSdk || !Resolved.empty(); }
};

/// What only a parse knows of a call. Types are as written and as meant.
struct CallFact {
  std::vector<std::pair<std::string, std::string>> Types;
  std::vector<std::string> TemplateArgs;
  std::string Namespace;
  bool OnHost = true, OnDevice = false; ///< where the caller runs
  bool operator==(const CallFact &) const = default;
};

/// Where a string that is a name of the SDK goes.
struct StringFact {
  std::string LookedUpBy; ///< `dlsym`, `strcmp`; empty: nothing that we saw
  bool IsShown = false;   ///< only printed or thrown
  /// It finds the SDK's function of a name that the unit defines itself, so
  /// that both change together.
  bool FindsOverridden = false;
};

/// A place that the matcher of a custom rule found.
struct MatchFact {
  std::string Rule;
  unsigned Begin = 0, End = 0;
  /// Bound nodes inside of it, as byte ranges.
  std::map<std::string, std::pair<unsigned, unsigned>> Nodes;
  bool operator<(const MatchFact &Other) const {
    return std::tie(Rule, Begin, End, Nodes) <
           std::tie(Other.Rule, Other.Begin, Other.End, Other.Nodes);
  }
};

/// What a rule over the AST saw at a place.
struct Observation {
  unsigned Offset = 0, Length = 0;
  Message What;
  std::optional<Severity> Level; ///< absent: that of the message
  std::string Unit;              ///< name of the translation unit
  std::vector<Replacement> Fix;  ///< see `Finding::Fix`
  bool operator<(const Observation &Other) const;
};

/// What a program asks a device, a driver or a runtime for.
enum class Asked : uint8_t { Capability, Version, WarpSize };

/// Variables, members, parameters and results of functions that hold a number,
/// each as a hash that is the same in all units.
using ValueNode = uint64_t;

/// The number that is asked for gets into `Node`.
struct ValueOrigin {
  Asked What = Asked::Capability;
  std::string By; ///< the function or member that gives it
  ValueNode Node = 0;
  bool operator<(const ValueOrigin &Other) const {
    return std::tie(What, By, Node) <
           std::tie(Other.What, Other.By, Other.Node);
  }
};

/// A place that is worth telling if what was asked for gets into `Node`. The
/// first argument of the message is empty: it will be `ValueOrigin::By`.
struct ValueUse {
  Asked What = Asked::Capability;
  ValueNode Node = 0;
  /// What it is compared with: a use only if numbers of the code get there, and
  /// no answer. 0: the comparison itself has a number.
  ValueNode Threshold = 0;
  Observation Told;
  bool operator<(const ValueUse &Other) const {
    return std::tie(What, Node, Threshold, Told) <
           std::tie(Other.What, Other.Node, Other.Threshold, Other.Told);
  }
};

/// A name that a macro's `##` makes from one of the SDK's.
struct MadeName {
  unsigned Offset = 0; ///< of the SDK's name, an operand
  std::string Before, Maker, After;
  std::string name() const { return Before + Maker + After; }
  bool operator<(const MadeName &Other) const {
    return std::tie(Offset, Before, Maker, After) <
           std::tie(Other.Offset, Other.Before, Other.Maker, Other.After);
  }
};

/// What a statement or a declaration is, as far as two parses can agree on it:
/// its nodes, types, values and what it refers to, modulo names of platforms.
struct MeaningFact {
  unsigned End = 0;    ///< of its text
  uint64_t Shape = 0;  ///< a hash without names of the user's
  uint64_t Names = 0;  ///< a hash of these
  bool Varies = false; ///< units or inclusions disagree
  void merge(const MeaningFact &Other) {
    if (*this != Other)
      *this = {std::max(End, Other.End), 0, 0, /*Varies=*/true};
  }
  bool operator==(const MeaningFact &) const = default;
};

/// What MUSA's compiler rejects, and the edit that Clang proposes for it.
struct FixFact {
  unsigned Offset = 0, Length = 0;
  std::string Text;
  Message Why;
  bool hasEdit() const { return Length || !Text.empty(); }
  bool operator<(const FixFact &Other) const {
    return std::tie(Offset, Length, Text, Why) <
           std::tie(Other.Offset, Other.Length, Other.Text, Other.Why);
  }
};

/// What is known about one input file.
struct FileFacts {
  llvm::DenseMap<unsigned, NameFact> Names;       ///< by offset of the token
  llvm::DenseMap<unsigned, IncludeFact> Includes; ///< by offset of the path
  /// Names that the units which cover this file declare outside of classes and
  /// functions, or define as macros: they bind the lexer where no parse looked.
  llvm::StringSet<> UserNames;
  /// Offsets of names that a macro's `##` completes to another name, and of
  /// those that a `#` makes a string of.
  llvm::DenseSet<unsigned> Pasted, Stringised;
  std::set<MadeName> Made;
  /// What a macro's `##` makes of a word of its own, by the word's offset.
  std::set<std::pair<unsigned, std::string>> Products;
  /// Offsets of names of the SDK's whose new name a class or namespace around
  /// them has for something else.
  llvm::DenseSet<unsigned> Captured;
  llvm::DenseMap<unsigned, StringFact> Strings; ///< by offset of the contents
  llvm::DenseSet<unsigned> Compiled; ///< literals that are compiled at run time
  /// By offset of the callee's name; absent where two units disagree.
  llvm::DenseMap<unsigned, std::optional<CallFact>> Calls;
  llvm::DenseSet<unsigned> Declarators; ///< names of functions, not calls
  /// Offsets of members with a name of the capability's parts in expressions
  /// that Clang understood; those of an expression with an error are missing.
  llvm::DenseSet<unsigned> CapabilityFields;
  std::set<MatchFact> Matches;
  std::set<Observation> Observed;
  std::set<ValueUse> ValueUses;
  /// By offset of a statement's first token, or of what a declaration declares,
  /// and by its form: one number for what is written, and one for each
  /// instantiation of it, on the host and on the device. Only where
  /// `Session::Compares`.
  llvm::DenseMap<std::pair<unsigned, uint64_t>, MeaningFact> Meanings;
  std::set<FixFact> Fixes; ///< likewise
  /// A unit that covers the file includes PyTorch's headers, or opens a
  /// namespace of PyTorch's name in the user's code.
  bool IncludesTorch = false, OpensTorch = false;
  bool IncludesTorchStable = false; ///< headers of PyTorch's stable ABI
  /// Adds what one use or unit shows; a look-up outweighs the rest.
  void noteString(unsigned Offset, const StringFact &Fact);
  std::string CoveredBy;   ///< a unit whose parse saw this file; empty: none
  bool InCudaUnit = false; ///< one of those units is CUDA, not C or C++
  bool IsUnit = false;     ///< one of them has it as its main file
  /// Half-open byte ranges that no unit which covers the file compiles, sorted;
  /// absent: no unit covers it.
  std::optional<std::vector<std::pair<unsigned, unsigned>>> Unseen;
};

using Ranges = std::vector<std::pair<unsigned, unsigned>>;
/// What lies in both; each is sorted, without overlaps.
Ranges intersection(const Ranges &A, const Ranges &B);

struct Facts {
  llvm::StringMap<FileFacts> Files; ///< by real path
  /// CUDA-like names that the user declares anywhere: not unknown to us.
  llvm::StringSet<> DeclaredNames;

  std::set<ValueOrigin> ValueOrigins;
  /// What is in the first node may get into the second.
  std::set<std::pair<ValueNode, ValueNode>> ValueFlows;
  /// Nodes that a number above zero gets into, which the code spells out.
  std::set<ValueNode> Numbered;

  /// Adds the facts of another unit. The result does not depend on the order.
  void merge(Facts Other);
  /// Once all units are merged: what reaches a use becomes an observation.
  void followValues();
};

/// How a unit read one of the input files.
struct Reading {
  std::string Path;
  /// Of what the parser got of the file, and of what the unit declares under
  /// the names in it. Stable: a cache keeps it.
  uint64_t Hash = 0;
  bool HasBodies = false; ///< those of functions were parsed
  bool HasErrors = false;
};

/// How the parse of one unit went.
struct ParseOutcome {
  Facts Known;
  std::vector<Reading> Readings; ///< of `Session::TellingFiles`
  bool Complete = false;         ///< neither crashed nor stopped
  std::vector<Message> Problems; ///< what was missing or wrong
};

inline auto fieldsOf(NameFact &F) {
  auto &[Whose, From, Unit, Scope, Deduced, IsGlobal, IsInNamespace, SdkUnit,
         UserUnit] = F;
  return std::tie(Whose, From, Unit, Scope, Deduced, IsGlobal, IsInNamespace,
                  SdkUnit, UserUnit);
}
inline auto fieldsOf(IncludeFact &F) {
  auto &[Unit, Resolved, InSdk, SdkUnit, UserUnit] = F;
  return std::tie(Unit, Resolved, InSdk, SdkUnit, UserUnit);
}
inline auto fieldsOf(CallFact &F) {
  auto &[Types, TemplateArgs, Namespace, OnHost, OnDevice] = F;
  return std::tie(Types, TemplateArgs, Namespace, OnHost, OnDevice);
}
inline auto fieldsOf(StringFact &F) {
  auto &[LookedUpBy, IsShown, FindsOverridden] = F;
  return std::tie(LookedUpBy, IsShown, FindsOverridden);
}
inline auto fieldsOf(MatchFact &F) {
  auto &[Rule, Begin, End, Nodes] = F;
  return std::tie(Rule, Begin, End, Nodes);
}
inline auto fieldsOf(MadeName &F) {
  auto &[Offset, Before, Maker, After] = F;
  return std::tie(Offset, Before, Maker, After);
}
inline auto fieldsOf(Argument &F) {
  auto &[Text, List, Part] = F;
  return std::tie(Text, List, Part);
}
inline auto fieldsOf(Message &F) {
  auto &[Id, Arguments, More] = F;
  return std::tie(Id, Arguments, More);
}
inline auto fieldsOf(Replacement &F) {
  auto &[Offset, Length, Text] = F;
  return std::tie(Offset, Length, Text);
}
inline auto fieldsOf(Observation &F) {
  auto &[Offset, Length, What, Level, Unit, Fix] = F;
  return std::tie(Offset, Length, What, Level, Unit, Fix);
}
inline auto fieldsOf(ValueOrigin &F) {
  auto &[What, By, Node] = F;
  return std::tie(What, By, Node);
}
inline auto fieldsOf(ValueUse &F) {
  auto &[What, Node, Threshold, Told] = F;
  return std::tie(What, Node, Threshold, Told);
}
inline auto fieldsOf(MeaningFact &F) {
  auto &[End, Shape, Names, Varies] = F;
  return std::tie(End, Shape, Names, Varies);
}
inline auto fieldsOf(FixFact &F) {
  auto &[Offset, Length, Text, Why] = F;
  return std::tie(Offset, Length, Text, Why);
}
inline auto fieldsOf(FileFacts &F) {
  auto &[Names, Includes, UserNames, Pasted, Stringised, Made, Products,
         Captured, Strings, Compiled, Calls, Declarators, CapabilityFields,
         Matches, Observed, ValueUses, Meanings, Fixes, IncludesTorch,
         OpensTorch, IncludesTorchStable, CoveredBy, InCudaUnit, IsUnit,
         Unseen] = F;
  return std::tie(Names, Includes, UserNames, Pasted, Stringised, Made,
                  Products, Captured, Strings, Compiled, Calls, Declarators,
                  CapabilityFields, Matches, Observed, ValueUses, Meanings,
                  Fixes, IncludesTorch, OpensTorch, IncludesTorchStable,
                  CoveredBy, InCudaUnit, IsUnit, Unseen);
}
inline auto fieldsOf(Facts &F) {
  auto &[Files, DeclaredNames, ValueOrigins, ValueFlows, Numbered] = F;
  return std::tie(Files, DeclaredNames, ValueOrigins, ValueFlows, Numbered);
}
inline auto fieldsOf(Reading &F) {
  auto &[Path, Hash, HasBodies, HasErrors] = F;
  return std::tie(Path, Hash, HasBodies, HasErrors);
}
/// What is cached of an outcome that is complete.
inline auto fieldsOf(ParseOutcome &F) {
  auto &[Known, Readings, Complete, Problems] = F;
  return std::tie(Known, Readings, Problems);
}

/// What a map of facts has at the offset or path; null if nothing.
template <typename Map, typename Key>
const auto *factAt(const Map &Facts, const Key &At) {
  auto It = Facts.find(At);
  return It == Facts.end() ? nullptr : &It->second;
}

template <typename T>
concept HasFields = requires(T &F) { fieldsOf(F); };

} // namespace musify

#endif // MUSIFY_FACTS_FACTS_H

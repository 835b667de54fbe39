//===- Candidate.h - A place that some rule may speak about -----*- C++ -*-===//
#ifndef MUSIFY_SCAN_CANDIDATE_H
#define MUSIFY_SCAN_CANDIDATE_H

#include "Mapping/Table.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace musify {

using Extent = std::pair<unsigned, unsigned>; ///< of bytes, half-open

/// What the neighbourhood of a place tells, one struct for each kind of place.
namespace place {

/// What stands before a name.
enum class Before { Nothing, Member, GlobalScope, Scope };

/// An identifier in code or in a directive.
struct Name {
  llvm::StringRef Qualifier; ///< `A::B` of `A::B::name`, as written
  llvm::StringRef Condition; ///< of an `#if` or `#elif`: all of it
  /// Of a namespace that is opened: which part of the entry's name it is.
  std::optional<unsigned> Part;
  Before Prefix = Before::Nothing;
  bool InCondition = false;    ///< in `#if`, `#elif`, `#ifdef`, ...
  bool InDefined = false;      ///< operand of `defined` or of `#ifdef`
  bool Compared = false;       ///< operand of a comparison or of arithmetic
  bool ComparedBeside = false; ///< another place of the condition compares it
  bool IsMacros = false;       ///< the name that a `#define`/`#undef` names
  bool Undefines = false;      ///< it is that of an `#undef`
  bool Spliced = false;        ///< a line splice stands inside the name
  bool InTorchScope = false;   ///< behind a renamed namespace of PyTorch
  /// The definition of a macro or at global scope, in an `#if` that is no
  /// header's guard.
  bool Conditional = false;

  /// Whether the name is defined, or true, is asked, not its number.
  bool asksForPresence() const {
    return InDefined || (InCondition && !Compared);
  }
};

/// The path of an `#include`, without its delimiters.
struct Include {
  bool IsMacro = false;     ///< `#include MACRO`
  bool Conditional = false; ///< in an `#if` that is no header's guard
};

/// The contents of a string literal, without its quotes.
struct String {
  bool Logged = false; ///< in a call that only tells people
};

/// An identifier in a comment.
struct Comment {};

/// An operand of `##` that may complete to a CUDA name, or an argument of a
/// macro that may become one.
struct Paste {
  /// An argument that may be PyTorch's dispatch key or device: of which
  /// macro, and the entry that it has as a key.
  llvm::StringRef Callee;
  unsigned Argument = 0;
  const Entry *Key = nullptr;
  bool IsArgument = false; ///< only its macro tells if it is pasted
};

/// The template of an inline assembly statement.
struct Asm {};

/// The `<<<` of a kernel launch: the pieces around the configuration.
struct Launch {
  std::vector<Extent> Config; ///< 2 to 4 ranges; none: not understood
  unsigned KernelBegin = 0;
  unsigned CloseBegin = 0, ParenBegin = 0; ///< `>>>` and `(`
  unsigned ArgsEnd = 0;                    ///< offset of `)`
  bool HasArgs = false;

  bool isUnderstood() const { return !Config.empty(); }
};

/// Of a name that custom rules speak about and that a call follows.
struct Call {
  std::vector<Extent> Args; ///< trimmed
  unsigned NameEnd = 0;     ///< template args included
  unsigned End = 0;         ///< behind the `)`
};

/// Of a macro that is compared with a number.
struct Comparison {
  llvm::StringRef Op, Number; ///< the operator as if the macro stood left
  unsigned Begin = 0, End = 0;
};

} // namespace place

/// A place in one file that some rule may speak about. `Text`, and all other
/// text here, lies in the file's.
struct Candidate {
  /// Its kind, in the order of the alternatives of `Is`.
  enum class Place { Name, Include, String, Comment, Paste, Asm, Launch };

  unsigned Offset = 0;
  unsigned Length = 0;
  llvm::StringRef Text;
  const Entry *E = nullptr; ///< of the table, where it has one
  unsigned BranchId = 0;    ///< of the innermost `#if` branch; 0: none
  bool MusaCode = false;    ///< in a branch that only MUSA compiles
  /// In a condition that asks for MUSA too, here or in another branch.
  bool AsksBoth = false;
  std::variant<place::Name, place::Include, place::String, place::Comment,
               place::Paste, place::Asm, place::Launch>
      Is;

  Place at() const { return Place(Is.index()); }
  /// Null for another kind of place.
  template <typename T> const T *as() const { return std::get_if<T>(&Is); }
  /// What is known of it as a name: nothing for another kind of place.
  const place::Name &name() const {
    static const place::Name None;
    const auto *Mine = as<place::Name>();
    return Mine ? *Mine : None;
  }
};

static_assert(std::variant_size_v<decltype(Candidate::Is)> ==
              size_t(Candidate::Place::Launch) + 1);

} // namespace musify

#endif // MUSIFY_SCAN_CANDIDATE_H

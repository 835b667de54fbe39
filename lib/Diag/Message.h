//===- Message.h - What musify says, as data --------------------*- C++ -*-===//
//
// A message is an id with arguments: `say(msg::HeaderNotFound, Name)`. Its text
// stands in Messages.def, in each language; nothing else in the program spells
// out a sentence. Messages are values: they are recorded, merged, cached,
// compared and counted without their text, and rendered last.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_DIAG_MESSAGE_H
#define MUSIFY_DIAG_MESSAGE_H

#include "Diag/Severity.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace musify {

enum class Language { English, Chinese };

/// `en` or `zh`; none for any other name.
std::optional<Language> findLanguage(llvm::StringRef Name);

enum class MessageId : uint16_t {
  None,
#define MESSAGE(NAME, RULE, LEVEL, ENGLISH, CHINESE) NAME,
#include "Diag/Messages.def"
#undef MESSAGE
};

struct MessageText {
  llvm::StringLiteral Name; ///< of the id, for reports
  /// Name of the rule whose findings say it; "" for any other message.
  llvm::StringLiteral Rule;
  Severity Level; ///< of such a finding, where nothing else is said
  llvm::StringLiteral English, Chinese;
};

/// How many arguments a text takes: the highest `{N}` in it, and one.
consteval unsigned countArguments(std::string_view Text) {
  unsigned Count = 0;
  for (size_t I = 0; I + 1 < Text.size(); ++I)
    if (Text[I] == '{' && Text[I + 1] >= '0' && Text[I + 1] <= '9')
      Count = Text[I + 1] - '0' + 1u > Count ? Text[I + 1] - '0' + 1u : Count;
  return Count;
}

/// An id that knows how many arguments its text takes.
template <unsigned Arguments> struct TypedId {
  MessageId Id;
  constexpr operator MessageId() const { return Id; }
};

namespace msg {
#define MESSAGE(NAME, RULE, LEVEL, ENGLISH, CHINESE)                           \
  inline constexpr TypedId<countArguments(ENGLISH)> NAME{MessageId::NAME};
#include "Diag/Messages.def"
#undef MESSAGE
} // namespace msg

const MessageText &textOf(MessageId Id);
/// False for a number that no id has, as a damaged file may give.
bool isMessageId(uint64_t Number);

struct Argument;

struct Message {
  MessageId Id = MessageId::None;
  std::vector<Argument> Arguments;
  /// Further facts, each a part of the sentence of its own: `; ...`.
  std::vector<Message> More;

  explicit operator bool() const { return Id != MessageId::None; }
  /// Adds a part. Nothing happens for an empty one.
  Message &add(Message Part) &;
  Message add(Message Part) &&;
  /// True if an argument, here or in a part, is this text.
  bool mentions(llvm::StringRef Text) const;
  std::string text(Language L = Language::English) const;
  /// By id and arguments: the order is the same in all languages.
  bool operator<(const Message &Other) const;
  bool operator==(const Message &Other) const;
};

/// A text that no language changes, a number, another message, or a list.
struct Argument {
  std::string Text;
  std::vector<Argument> List; ///< joined with `, `; see `fillText`
  std::vector<Message> Part;  ///< at most one

  Argument() = default;
  template <std::convertible_to<llvm::StringRef> T>
  Argument(const T &Text) : Text(llvm::StringRef(Text).str()) {}
  template <std::integral T>
  Argument(T Number) : Text(std::to_string(Number)) {}
  Argument(Message Inner) { Part.push_back(std::move(Inner)); }
  Argument(std::vector<Argument> Items) : List(std::move(Items)) {}

  bool operator<(const Argument &Other) const;
  bool operator==(const Argument &Other) const;
};

/// The message with its arguments. Too many or too few do not compile.
template <unsigned N, typename... T>
  requires(sizeof...(T) == N)
Message say(TypedId<N> Id, T &&...Arguments) {
  Message M;
  M.Id = Id;
  (M.Arguments.emplace_back(std::forward<T>(Arguments)), ...);
  return M;
}

/// The message of this name, if it takes no arguments.
std::optional<Message> findMessage(llvm::StringRef Name);

/// The items of a list as an argument.
template <typename Range> Argument listOf(const Range &Items) {
  std::vector<Argument> All;
  for (const auto &Each : Items)
    All.emplace_back(Each);
  return Argument(std::move(All));
}

/// Fills `{0}` and its like: `{0:s}` is the `s` of a plural, `{0:and}` and
/// `{0:or}` join a list with that word before the last item.
std::string fillText(llvm::StringRef Text, llvm::ArrayRef<Argument> Arguments,
                     Language L);

} // namespace musify

#endif // MUSIFY_DIAG_MESSAGE_H

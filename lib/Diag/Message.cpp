#include "Diag/Message.h"
#include "Diag/Rules.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>

using namespace llvm;

namespace musify {

namespace {

constexpr MessageText Texts[] = {
    {"none", "", Severity::Note, "", ""},
#define MESSAGE(NAME, RULE, LEVEL, ENGLISH, CHINESE)                           \
  {#NAME, RULE, Severity::LEVEL, ENGLISH, CHINESE},
#include "Diag/Messages.def"
#undef MESSAGE
};

/// What a person reads in one language is in the other, too.
consteval bool sameArguments() {
  for (const MessageText &T : Texts)
    if (T.Chinese.data()[0] && countArguments(std::string_view(T.English)) !=
                                   countArguments(std::string_view(T.Chinese)))
      return false;
  return true;
}
static_assert(sameArguments(), "a translation takes other arguments");

consteval bool rulesExist() {
  for (const MessageText &T : Texts) {
    if (!T.Rule.data()[0])
      continue;
    bool Found = false;
    for (const LintRule &R : LintRules)
      Found |= std::string_view(R.Name) == std::string_view(T.Rule);
    if (!Found)
      return false;
  }
  return true;
}
static_assert(rulesExist(), "a message names a rule that Rules.def lacks");

} // namespace

StringRef severityName(Severity S) {
  switch (S) {
  case Severity::Note:
    return "note";
  case Severity::Warning:
    return "warning";
  case Severity::Error:
    return "error";
  }
  llvm_unreachable("all severities are handled");
}

std::optional<Language> findLanguage(StringRef Name) {
  if (Name == "en")
    return Language::English;
  if (Name == "zh")
    return Language::Chinese;
  return std::nullopt;
}

const MessageText &textOf(MessageId Id) { return Texts[size_t(Id)]; }

bool isMessageId(uint64_t Number) { return Number < std::size(Texts); }

std::optional<Message> findMessage(StringRef Name) {
  for (unsigned Number = 1; isMessageId(Number); ++Number)
    if (const MessageText &T = Texts[Number];
        T.Name == Name && !T.English.contains('{')) {
      Message M;
      M.Id = MessageId(Number);
      return M;
    }
  return std::nullopt;
}

Message &Message::add(Message Part) & {
  if (Part)
    More.push_back(std::move(Part));
  return *this;
}

Message Message::add(Message Part) && {
  add(std::move(Part));
  return std::move(*this);
}

static bool mentionsText(const Argument &A, StringRef Text) {
  return A.Text == Text ||
         any_of(A.Part, [&](const Message &M) { return M.mentions(Text); }) ||
         any_of(A.List,
                [&](const Argument &I) { return mentionsText(I, Text); });
}

bool Message::mentions(StringRef Text) const {
  return any_of(Arguments,
                [&](const Argument &A) { return mentionsText(A, Text); }) ||
         any_of(More, [&](const Message &M) { return M.mentions(Text); });
}

static std::string render(const Argument &A, Language L, StringRef How) {
  if (!A.Part.empty())
    return A.Part.front().text(L);
  if (A.List.empty())
    return A.Text;
  bool IsEnglish = L == Language::English;
  StringRef Comma = IsEnglish ? ", " : "、";
  StringRef Last = How == "and"  ? (IsEnglish ? " and " : " 和 ")
                   : How == "or" ? (IsEnglish ? " or " : " 或 ")
                                 : Comma;
  std::string Out;
  for (auto [I, Item] : enumerate(A.List)) {
    if (I)
      Out += I + 1 == A.List.size() ? Last : Comma;
    Out += render(Item, L, How);
  }
  return Out;
}

std::string fillText(StringRef Text, ArrayRef<Argument> Arguments, Language L) {
  std::string Out;
  while (!Text.empty()) {
    size_t Open = Text.find('{');
    Out += Text.take_front(Open);
    if (Open == StringRef::npos)
      break;
    StringRef Inside = Text.drop_front(Open + 1);
    unsigned Number = 0;
    if (Inside.consumeInteger(10, Number)) {
      Out += '{';
      Text = Text.drop_front(Open + 1);
      continue;
    }
    StringRef How;
    if (Inside.consume_front(":"))
      How = Inside.take_until([](char C) { return C == '}'; });
    Text = Inside.drop_front(How.size() + 1);
    if (Number >= Arguments.size())
      continue; // read from a damaged file
    const Argument &A = Arguments[Number];
    if (How == "s")
      Out += A.Text == "1" ? "" : "s";
    else
      Out += render(A, L, How);
  }
  return Out;
}

std::string Message::text(Language L) const {
  const MessageText &T = textOf(Id);
  bool IsEnglish = L == Language::English || T.Chinese.empty();
  std::string Out = fillText(IsEnglish ? T.English : T.Chinese, Arguments, L);
  for (const Message &Part : More)
    Out += (L == Language::English ? "; " : "；") + Part.text(L);
  return Out;
}

bool Argument::operator<(const Argument &Other) const {
  return std::tie(Text, List, Part) <
         std::tie(Other.Text, Other.List, Other.Part);
}

bool Argument::operator==(const Argument &Other) const {
  return std::tie(Text, List, Part) ==
         std::tie(Other.Text, Other.List, Other.Part);
}

bool Message::operator<(const Message &Other) const {
  return std::tie(Id, Arguments, More) <
         std::tie(Other.Id, Other.Arguments, Other.More);
}

bool Message::operator==(const Message &Other) const {
  return std::tie(Id, Arguments, More) ==
         std::tie(Other.Id, Other.Arguments, Other.More);
}

} // namespace musify

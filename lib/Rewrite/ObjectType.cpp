#include "Rewrite/ObjectType.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {

static bool isNameChar(char C) { return isAlnum(C) || C == '_'; }

/// The name, with its scopes, that ends where `Text` does.
static StringRef nameAtEnd(StringRef Text, bool WithScope) {
  size_t At = Text.size();
  while (At && (isNameChar(Text[At - 1]) || (WithScope && Text[At - 1] == ':')))
    --At;
  return Text.substr(At).ltrim(':');
}

/// `x` of `x.` and `x->`; empty for what is no plain name.
static StringRef objectBefore(StringRef Text) {
  if (!Text.consume_back("."))
    if (!Text.consume_back("->"))
      return {};
  StringRef Name = nameAtEnd(Text, /*WithScope=*/false);
  StringRef Before = Text.drop_back(Name.size());
  Before.consume_back("this->");
  bool IsPart =
      Before.ends_with(".") || Before.ends_with("->") || Before.ends_with("::");
  return IsPart || Name.empty() || isDigit(Name[0]) ? StringRef() : Name;
}

/// The type in front of a declared name; empty if no type ends there.
static StringRef typeBefore(StringRef Text) {
  StringRef Rest = Text.rtrim(" \t\r\n");
  bool IsApart = Rest.size() < Text.size();
  Rest = Rest.rtrim("&* \t\r\n");
  IsApart |= Rest.size() < Text.size();
  if (!IsApart)
    return {};
  StringRef Type = nameAtEnd(Rest, /*WithScope=*/true);
  if (Type == "const")
    return typeBefore(Rest.drop_back(Type.size()));
  bool IsWord =
      is_contained({"return", "else", "case", "new", "delete", "throw", "auto",
                    "not", "and", "or", "co_return", "goto"},
                   Type);
  return IsWord || Type.empty() || isDigit(Type[0]) ? StringRef() : Type;
}

/// The type that a declaration of the name at `At` has; empty: it is none.
static StringRef declaredAt(StringRef Text, size_t At, StringRef Name) {
  StringRef After = Text.substr(At + Name.size());
  bool IsWhole = At && !isNameChar(Text[At - 1]) && !After.empty() &&
                 !isNameChar(After[0]);
  StringRef Next = After.ltrim(" \t\r\n").take_front(1);
  if (!IsWhole || Next.empty() || !StringRef(",);={([:").contains(Next))
    return {};
  return typeBefore(Text.take_front(At));
}

StringRef declaredTypeOfObject(StringRef Text, size_t Member) {
  StringRef Before = Text.take_front(Member);
  StringRef Name = objectBefore(Before);
  if (Name.empty())
    return {};
  // The nearest declaration above is the one meant, or near enough to it; else
  // a member that the class declares further below.
  for (size_t At = Before.rfind(Name); At && At != StringRef::npos;
       At = Before.take_front(At).rfind(Name))
    if (StringRef Type = declaredAt(Text, At, Name); !Type.empty())
      return Type;
  for (size_t At = Text.find(Name, Member); At != StringRef::npos;
       At = Text.find(Name, At + Name.size()))
    if (StringRef Type = declaredAt(Text, At, Name); !Type.empty())
      return Type;
  return {};
}

} // namespace musify

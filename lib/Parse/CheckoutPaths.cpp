#include "Parse/CheckoutPaths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace musify {

/// A mark is this and a digit; `.` in its place stands for the byte itself.
static constexpr char Mark = '\1';

CheckoutPaths::CheckoutPaths(std::vector<std::string> Given)
    : Roots(std::move(Given)) {
  for (std::string &Root : Roots)
    Root = StringRef(Root).rtrim('/').str();
  for (size_t I = 0; I < Roots.size(); ++I)
    if (!Roots[I].empty())
      ByLength.push_back(I);
  llvm::sort(ByLength, [&](size_t A, size_t B) {
    return std::tuple(Roots[B].size(), A) < std::tuple(Roots[A].size(), B);
  });
}

// A path may stand in the middle of a message or behind a flag; `/mnt/src` and
// `/src2` are not in `/src`.
std::optional<size_t> CheckoutPaths::rootAt(StringRef Text,
                                            size_t Offset) const {
  constexpr StringLiteral Around = " \t\"'`=:;,()";
  StringRef Before = Text.take_front(Offset);
  Before = Before.drop_front(Before.find_last_of(Around) + 1);
  if (!Before.empty() &&
      !(Before.consume_front("-") && llvm::all_of(Before, isAlpha)))
    return std::nullopt;
  for (size_t I : ByLength) {
    StringRef Rest = Text.drop_front(Offset);
    if (Rest.consume_front(Roots[I]) &&
        (Rest.empty() || Rest[0] == '/' || Around.contains(Rest[0])))
      return I;
  }
  return std::nullopt;
}

std::string CheckoutPaths::pack(StringRef Text) const {
  std::string Out;
  for (size_t I = 0; I < Text.size();) {
    auto Root = Text[I] == '/' ? rootAt(Text, I) : std::nullopt;
    if (Root) {
      Out += {Mark, char('0' + *Root)};
      I += Roots[*Root].size();
      continue;
    }
    Out += Text[I];
    if (Text[I++] == Mark)
      Out += '.';
  }
  return Out;
}

std::optional<std::string> CheckoutPaths::unpack(StringRef Packed) const {
  std::string Out;
  for (;;) {
    auto [Before, Rest] = Packed.split(Mark);
    Out += Before;
    if (Before.size() == Packed.size())
      return Out;
    size_t Root = Rest.empty() ? Roots.size() : size_t(Rest[0] - '0');
    if (Rest.starts_with("."))
      Out += Mark;
    else if (Root < Roots.size())
      Out += Roots[Root];
    else
      return std::nullopt;
    Packed = Rest.drop_front();
  }
}

bool CheckoutPaths::areNamedIn(StringRef Text) const {
  return llvm::any_of(ByLength,
                      [&](size_t I) { return Text.contains(Roots[I]); });
}

uint64_t CheckoutPaths::hash() const {
  return xxh3_64bits(llvm::join(Roots, "\n")) | 1;
}

} // namespace musify

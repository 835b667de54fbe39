// Enumerations, and whether one more enumerator would mean what it should.
#include "Beside/Code.h"
#include "Beside/Pieces.h"
#include "Rename/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <optional>

using namespace llvm;

namespace musify {
namespace {

struct Enumerator {
  StringRef Name;
  std::vector<StringRef> Value; ///< tokens; none: the one before and 1
};

/// `KIND_LAST`, `kNumKinds`.
bool countsByName(StringRef Name) {
  return llvm::any_of(wordsOf(Name), [](StringRef Word) {
    std::string Lower = Word.lower();
    return is_contained({"count", "num", "number", "max", "end", "last", "size",
                         "total", "limit", "sentinel"},
                        StringRef(Lower));
  });
}

/// The index of the first of the enumerators at the end that count; other names
/// of enumerators may stand among them. If all count, none does.
size_t firstCounter(ArrayRef<Enumerator> All) {
  size_t First = All.size();
  auto IsAlias = [&](const Enumerator &E) {
    return E.Value.size() == 1 &&
           llvm::any_of(All, [&](const Enumerator &Other) {
             return Other.Name == E.Value.front();
           });
  };
  for (size_t I = All.size(); I-- > 0;) {
    if (countsByName(All[I].Name))
      First = I;
    else if (!IsAlias(All[I]))
      break;
  }
  return First ? First : All.size();
}

std::optional<int64_t> numberOf(const Enumerator &E) {
  int64_t Value;
  bool IsNegative = E.Value.size() == 2 && E.Value.front() == "-";
  if ((E.Value.size() != 1 && !IsNegative) ||
      E.Value.back().rtrim("uUlL").getAsInteger(0, Value))
    return std::nullopt;
  return IsNegative ? -Value : Value;
}

/// The values; none if one is more than a number.
std::optional<std::vector<int64_t>> valuesOf(ArrayRef<Enumerator> All) {
  std::vector<int64_t> Out;
  for (const Enumerator &E : All) {
    auto Same = llvm::find_if(All, [&](const Enumerator &Other) {
      return E.Value.size() == 1 && Other.Name == E.Value.front();
    });
    size_t Index = Same - All.begin();
    if (E.Value.empty())
      Out.push_back(Out.empty() ? 0 : Out.back() + 1);
    else if (Index < Out.size())
      Out.push_back(Out[Index]);
    else if (auto Number = numberOf(E))
      Out.push_back(*Number);
    else
      return std::nullopt;
  }
  return Out;
}

/// 1, 2, 4: bits of a set.
bool areBits(ArrayRef<int64_t> Values) {
  return llvm::all_of(Values,
                      [](int64_t V) { return V >= 0 && (V & (V - 1)) == 0; }) &&
         llvm::any_of(Values, [](int64_t V) { return V >= 4; });
}

/// True if an enumerator behind those before `Counter` has a value of its own,
/// and what counts still counts.
bool takesOne(ArrayRef<Enumerator> All, size_t Counter) {
  auto Values = valuesOf(All.take_front(Counter));
  if (!Values || areBits(*Values))
    return false;
  if (!Values->empty() && is_contained(*Values, Values->back() + 1))
    return false;
  return llvm::all_of(All.drop_front(Counter), [&](const Enumerator &E) {
    return llvm::all_of(E.Value, [&](StringRef Token) {
      bool IsReal =
          llvm::any_of(All.take_front(Counter), [&](const Enumerator &Real) {
            return Real.Name == Token;
          });
      return !isDigit(Token.front()) && (!IsReal || !countsByName(E.Name));
    });
  });
}

/// Those in the braces that open before `I`, which then is the closing one;
/// `End` becomes the place behind the last.
std::vector<Enumerator> readEnumerators(ArrayRef<Piece> Pieces, size_t &I,
                                        unsigned &End) {
  std::vector<Enumerator> Out;
  bool Begins = true, HasValue = false;
  int Depth = 0;
  for (; I < Pieces.size() && Pieces[I].Text != "}"; ++I) {
    const Piece &P = Pieces[I];
    if (P.InDirective)
      continue;
    Depth += (P.Text == "(") - (P.Text == ")");
    if (P.Text == "," && !Depth) {
      Begins = true;
      HasValue = false;
      continue;
    }
    End = P.end();
    if (HasValue)
      Out.back().Value.push_back(P.Text);
    else if (P.Text == "=")
      HasValue = !Out.empty();
    else if (Begins && P.IsName)
      Out.push_back({P.Text, {}});
    Begins = false;
  }
  return Out;
}

} // namespace

std::vector<Enumeration> findEnumerations(StringRef Text) {
  std::vector<Piece> Pieces = piecesOf(Text);
  std::vector<Enumeration> Out;
  for (size_t I = 0; I < Pieces.size(); ++I) {
    if (Pieces[I].Text != "enum")
      continue;
    while (I < Pieces.size() && Pieces[I].Text != "{" &&
           Pieces[I].Text != ";" && Pieces[I].Text != ")")
      ++I;
    if (I == Pieces.size() || Pieces[I].Text != "{")
      continue;
    Enumeration E;
    std::vector<Enumerator> All = readEnumerators(Pieces, ++I, E.End);
    if (All.empty() || I == Pieces.size())
      continue;
    size_t Counter = firstCounter(All);
    E.TakesOne = takesOne(All, Counter);
    if (Counter < All.size())
      E.Counter = All[Counter].Name;
    for (const Enumerator &Each : All)
      E.Names.push_back(Each.Name);
    Out.push_back(std::move(E));
  }
  return Out;
}

} // namespace musify

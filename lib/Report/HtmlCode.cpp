#include "Report/HtmlCode.h"
#include "llvm/ADT/STLExtras.h"
#include <nlohmann/json.hpp>

using namespace llvm;
using nlohmann::ordered_json;

namespace musify {

static constexpr unsigned ContextLines = 3;

std::string unixLines(StringRef Text) {
  std::string Out;
  for (size_t I = 0; I < Text.size(); ++I)
    if (Text[I] != '\r')
      Out += Text[I];
    else if (I + 1 == Text.size() || Text[I + 1] != '\n')
      Out += '\n';
  return Out;
}

unsigned HtmlCode::lastLine() const { return Index.at(Text.size()).Line; }

void HtmlCode::show(Lines Touched) {
  Shown.push_back(
      {Touched.First > ContextLines ? Touched.First - ContextLines : 1,
       std::min(Touched.Last + ContextLines, lastLine())});
}

/// In order, apart from each other.
std::vector<Lines> HtmlCode::merged() {
  llvm::sort(Shown, [](Lines A, Lines B) { return A.First < B.First; });
  std::vector<Lines> Out;
  for (Lines L : Shown)
    if (!Out.empty() && L.First <= Out.back().Last + 1)
      Out.back().Last = std::max(Out.back().Last, L.Last);
    else
      Out.push_back(L);
  return Out;
}

/// Without the end of the last line.
StringRef HtmlCode::textOf(Lines L) const {
  size_t Begin = Index.line(L.First).data() - Text.data();
  return Text.slice(Begin, Index.line(L.Last).end() - Text.data());
}

ordered_json HtmlCode::region(Lines L, ArrayRef<Finding> Edits,
                              EditJson Write) const {
  StringRef Mine = textOf(L);
  size_t At = Mine.data() - Text.data(), End = At + Mine.size();
  size_t Begin = At;
  ordered_json Parts = ordered_json::array();
  for (const Finding &F : Edits) {
    if (F.Where.Offset < Begin || F.Where.Offset > End)
      continue;
    if (F.Where.Offset > At)
      Parts.push_back(unixLines(Text.slice(At, F.Where.Offset)));
    Parts.push_back(Write(F));
    At = F.Where.Offset + F.Where.Length;
  }
  if (At < End || Parts.empty())
    Parts.push_back(unixLines(Text.slice(At, End)));
  return {{"line", L.First}, {"parts", std::move(Parts)}};
}

ordered_json HtmlCode::gap(Lines L, size_t &Budget) const {
  ordered_json J = {{"line", L.First}, {"lines", L.Last - L.First + 1}};
  StringRef Mine = textOf(L);
  if (Mine.size() > Budget)
    return J;
  Budget -= Mine.size();
  J["text"] = unixLines(Mine);
  return J;
}

ordered_json HtmlCode::json(ArrayRef<Finding> Edits, EditJson Write,
                            size_t &Budget) {
  ordered_json Out = ordered_json::array();
  unsigned Next = 1;
  for (Lines L : merged()) {
    if (L.First > Next)
      Out.push_back(gap({Next, L.First - 1}, Budget));
    Out.push_back(region(L, Edits, Write));
    Next = L.Last + 1;
  }
  // Behind a final newline there is no line to show.
  unsigned Last = lastLine() - (Text.ends_with("\n") ? 1 : 0);
  if (Next > 1 && Next <= Last)
    Out.push_back(gap({Next, Last}, Budget));
  return Out;
}

} // namespace musify

#include "Beside/Code.h"
#include "Beside/Pieces.h"

using namespace llvm;

namespace musify {
namespace {

bool isJump(StringRef Word) {
  return Word == "return" || Word == "throw" || Word == "break" ||
         Word == "continue" || Word == "goto";
}

/// `if (c) return x;` without an `else`: `Close` is the condition's bracket.
std::optional<Branch> statementBranch(StringRef Text, ArrayRef<Piece> All,
                                      size_t If, size_t Close) {
  size_t End = Close + 1;
  while (End < All.size() && All[End].Text != ";" && All[End].Text != "{")
    ++End;
  bool IsChained = If && All[If - 1].Text == "else";
  if (IsChained || End + 1 >= All.size() || All[End].Text != ";" ||
      All[End + 1].Text == "else" || !isJump(All[Close + 1].Text) ||
      !haveOwnLines(Text, All, If, End))
    return std::nullopt;
  Branch B;
  B.Whole = {lineBegin(Text, All[If].Offset), lineEnd(Text, All[End].Offset)};
  return B;
}

/// Where the lines end that a block's own conditions of the preprocessor
/// enclose: before those that are open at its `}`. None if others end in it.
std::optional<unsigned> endOfBalanced(StringRef Text, ArrayRef<Piece> All,
                                      size_t Open, size_t End) {
  std::vector<unsigned> Ifs;
  for (size_t I = Open; I + 1 < End; ++I) {
    if (!All[I].BeginsLine || All[I].Text != "#")
      continue;
    StringRef Name = All[I + 1].Text;
    if (Name.starts_with("if"))
      Ifs.push_back(lineBegin(Text, All[I].Offset));
    else if (Ifs.empty() && (Name == "endif" || Name.starts_with("el")))
      return std::nullopt;
    else if (Name == "endif")
      Ifs.pop_back();
  }
  return Ifs.empty() ? lineBegin(Text, All[End].Offset) : Ifs.front();
}

/// `if (c) {` up to its `}`, which begins a line.
std::optional<Branch> blockBranch(StringRef Text, ArrayRef<Piece> All,
                                  size_t Open, size_t End) {
  if (End == All.size() || !All[End].BeginsLine || All[End].InDirective ||
      lineEnd(Text, All[Open].Offset) > All[Open + 1].Offset)
    return std::nullopt;
  auto BodyEnd = endOfBalanced(Text, All, Open, End);
  if (!BodyEnd)
    return std::nullopt;
  Branch B;
  B.IsBlock = true;
  B.Body = {lineEnd(Text, All[Open].Offset), *BodyEnd};
  StringRef Line = Text.substr(lineBegin(Text, All[End].Offset));
  B.Indent = Line.take_while([](char C) { return C == ' ' || C == '\t'; });
  B.Whole = {lineBegin(Text, All[Open].Offset), B.Body.End};
  return B;
}

} // namespace

std::vector<Branch> findBranches(StringRef Text) {
  std::vector<Piece> All = piecesOf(Text);
  std::vector<size_t> Closing = closingBrackets(All);
  std::vector<Branch> Out;
  for (size_t I = 0; I + 1 < All.size(); ++I) {
    if (All[I].Text != "if" || All[I].InDirective || All[I + 1].Text != "(")
      continue;
    size_t Close = Closing[I + 1];
    if (Close + 1 >= All.size())
      continue;
    auto B = All[Close + 1].Text == "{"
                 ? blockBranch(Text, All, Close + 1, Closing[Close + 1])
                 : statementBranch(Text, All, I, Close);
    if (!B)
      continue;
    B->Condition = {All[I + 1].end(), All[Close].Offset};
    B->Whole.Begin = std::min(B->Whole.Begin, lineBegin(Text, All[I].Offset));
    Out.push_back(*B);
  }
  return Out;
}

} // namespace musify

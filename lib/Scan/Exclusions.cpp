#include "Scan/Exclusions.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {
namespace {

constexpr StringLiteral Prefix = "MUSIFY_EXCL_";

bool isWordPart(char C) { return isAlnum(C) || C == '_'; }

size_t lineBegin(StringRef Text, size_t At) {
  return Text.rfind('\n', At) + 1; // npos + 1 is 0
}

size_t lineEnd(StringRef Text, size_t At) {
  return std::min(Text.find('\n', At), Text.size());
}

} // namespace

Exclusions::Exclusions(StringRef Text) {
  if (Text.contains(Prefix)) // in most files it does not
    forEachRawToken(
        Text,
        [&](const clang::Token &Tok, unsigned Offset) {
          if (Tok.is(tok::comment))
            readComment(Text, Offset, Offset + Tok.getLength());
        },
        Comments::Keep);
  finish(Text);
}

void Exclusions::finish(StringRef Text) {
  if (Start) {
    Ranges.emplace_back(*Start, Text.size());
    Unclosed = StartMark;
  }
}

bool Exclusions::contains(unsigned Offset) const {
  auto It = llvm::upper_bound(
      Ranges, Offset, [](unsigned O, const auto &R) { return O < R.second; });
  return It != Ranges.end() && It->first <= Offset;
}

void Exclusions::readComment(StringRef Text, size_t Begin, size_t End) {
  for (size_t At = Text.find(Prefix, Begin); At < End;
       At = Text.find(Prefix, At + Prefix.size())) {
    if (At && isWordPart(Text[At - 1]))
      continue;
    StringRef Mark = Text.drop_front(At + Prefix.size()).take_while(isWordPart);
    if (Mark == "START")
      open(lineBegin(Text, At), At);
    else if (Mark == "STOP")
      close(lineEnd(Text, At));
    else if (Mark == "LINE" && !Start)
      Ranges.emplace_back(lineBegin(Text, At), lineEnd(Text, At));
  }
}

void Exclusions::open(size_t At, size_t Mark) {
  if (Start)
    return;
  Start = At;
  StartMark = Mark;
}

void Exclusions::close(size_t At) {
  if (Start)
    Ranges.emplace_back(*Start, At);
  Start.reset();
}

} // namespace musify

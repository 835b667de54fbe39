#include "Lint/Suppressions.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

constexpr StringLiteral Prefix = "musify:";
constexpr StringLiteral Ends = "\r\n";

unsigned lineBegin(StringRef Text, size_t At) {
  return unsigned(Text.find_last_of(Ends, At) + 1); // npos + 1 is 0
}
unsigned lineEnd(StringRef Text, size_t At) {
  return unsigned(std::min(Text.find_first_of(Ends, At), Text.size()));
}

StringRef withoutDelimiters(StringRef Comment) {
  if (Comment.consume_front("//"))
    return Comment.ltrim('/').trim();
  Comment.consume_front("/*");
  Comment.consume_back("*/");
  return Comment.trim("* \t\r\n");
}

std::vector<CommentText> findComments(StringRef Text) {
  std::vector<CommentText> Comments;
  if (!Text.contains(Prefix))
    return Comments;
  size_t Open = 0; // first comment whose next line of code is not known yet
  auto CodeAt = [&](unsigned Offset) {
    while (Open < Comments.size() &&
           Offset >=
               lineEnd(Text, Comments[Open].Offset + Comments[Open].Length))
      Comments[Open++].NextCode = Offset;
  };
  auto Take = [&](const clang::Token &Tok, unsigned Offset) {
    if (Tok.isNot(clang::tok::comment))
      return CodeAt(Offset);
    StringRef Body = withoutDelimiters(Text.substr(Offset, Tok.getLength()));
    if (Body.starts_with(Prefix))
      Comments.push_back({Offset, Tok.getLength(), Body, 0});
  };
  forEachRawToken(Text, Take, musify::Comments::Keep);
  CodeAt(unsigned(Text.size()) + 1);
  return Comments;
}

/// Reads the comments in order and keeps the blocks that are open.
class Reader {
public:
  explicit Reader(StringRef Text) : Text(Text) {}

  void read(const CommentText &C);
  SuppressedFile finish();

private:
  struct Block {
    Suppression S;
    std::string Key; ///< ids of the rules, sorted
  };

  void fault(unsigned Offset, unsigned Length, Message What);
  bool readRules(const CommentText &C, StringRef List, Suppression &S);
  void close(const CommentText &C, const Suppression &S);
  static std::string keyOf(const Suppression &S);

  StringRef Text;
  std::vector<Block> Open;
  SuppressedFile Out;
};

void Reader::fault(unsigned Offset, unsigned Length, Message What) {
  Out.Faults.push_back(makeFinding({"", Offset, Length}, std::move(What), {}));
}

/// With what may have been meant, if anything is near.
Message orNear(Message What, StringRef Near) {
  return Near.empty() ? What : std::move(What).add(say(msg::DidYouMean, Near));
}

bool Reader::readRules(const CommentText &C, StringRef List, Suppression &S) {
  for (StringRef Word : llvm::split(List, ',')) {
    Word = Word.trim();
    if (const LintRule *R = findLintRule(Word)) {
      S.Targets.push_back({R});
      continue;
    }
    fault(C.Offset, C.Length,
          orNear(say(msg::NoSuchRule, Word), nearestLintRule(Word)));
  }
  return !S.Targets.empty();
}

std::string Reader::keyOf(const Suppression &S) {
  std::vector<std::string> Ids;
  for (const Suppression::Target &T : S.Targets)
    Ids.push_back(T.Rule->Id.str());
  llvm::sort(Ids);
  return llvm::join(Ids, ",");
}

void Reader::close(const CommentText &C, const Suppression &S) {
  std::string Key = keyOf(S);
  for (size_t I = Open.size(); I-- > 0;) {
    if (Open[I].Key != Key)
      continue;
    Open[I].S.End = C.Offset;
    Out.List.push_back(std::move(Open[I].S));
    Open.erase(Open.begin() + I);
    return;
  }
  fault(C.Offset, C.Length, say(msg::NoOpenBlock, Key));
}

void Reader::read(const CommentText &C) {
  StringRef Rest = C.Body;
  Rest.consume_front(Prefix);
  Rest = Rest.ltrim();
  StringRef Verb =
      Rest.take_while([](char Ch) { return isAlnum(Ch) || Ch == '-'; });
  static constexpr StringRef Verbs[] = {"ignore", "ignore-next-line",
                                        "ignore-begin", "ignore-end"};
  if (!llvm::is_contained(Verbs, Verb))
    return fault(
        C.Offset, C.Length,
        orNear(say(msg::NoSuchSuppression, Verb), nearestOf(Verb, Verbs)));
  Rest = Rest.drop_front(Verb.size()).ltrim();
  size_t Close = Rest.find(')');
  if (!Rest.starts_with("(") || Close == StringRef::npos)
    return fault(C.Offset, C.Length, say(msg::SuppressionOfNothing, Verb));
  Suppression S;
  S.Offset = C.Offset;
  S.Length = C.Length;
  if (!readRules(C, Rest.slice(1, Close), S))
    return;
  if (Verb == "ignore-end")
    return close(C, S);
  S.Reason = Rest.drop_front(Close + 1).ltrim(" \t:-").rtrim().str();
  if (S.Reason.empty())
    return fault(C.Offset, C.Length, say(msg::NoReason, Verb));
  if (Verb == "ignore-begin") {
    S.Begin = C.Offset;
    std::string Key = keyOf(S);
    Open.push_back({std::move(S), std::move(Key)});
    return;
  }
  unsigned At = Verb == "ignore" ? C.Offset : C.NextCode;
  S.Begin = lineBegin(Text, At);
  S.End = lineEnd(Text, At);
  Out.List.push_back(std::move(S));
}

SuppressedFile Reader::finish() {
  for (const Block &B : Open)
    fault(B.S.Offset, B.S.Length, say(msg::BlockNotClosed, B.Key));
  return std::move(Out);
}

} // namespace

bool Suppression::hides(const LintRule &Rule, unsigned At) {
  if (At < Begin || At >= std::max(End, Begin + 1))
    return false;
  for (Target &T : Targets)
    if (T.Rule == &Rule)
      return T.Used = true;
  return false;
}

SuppressedFile readSuppressions(StringRef Text) {
  return readSuppressions(Text, findComments(Text));
}

SuppressedFile readSuppressions(const LiteralText &Code) {
  SuppressedFile Out = readSuppressions(Code.text());
  auto Place = [&](unsigned &Offset, unsigned &Length) {
    unsigned End = Offset + Length;
    Length = Code.fileLength(Offset, End);
    Offset = Code.fileOffset(Offset);
  };
  for (Suppression &S : Out.List) {
    Place(S.Offset, S.Length);
    S.Begin = Code.fileOffset(S.Begin);
    S.End = Code.fileOffset(S.End);
  }
  for (Finding &F : Out.Faults)
    Place(F.Where.Offset, F.Where.Length);
  return Out;
}

SuppressedFile readSuppressions(StringRef Text,
                                ArrayRef<CommentText> Comments) {
  Reader R(Text);
  for (const CommentText &C : Comments)
    R.read(C);
  return R.finish();
}

std::vector<Finding>
unusedSuppressions(ArrayRef<Suppression> List,
                   function_ref<bool(const LintRule &)> CouldFire) {
  std::vector<Finding> Out;
  for (const Suppression &S : List)
    for (const Suppression::Target &T : S.Targets) {
      if (T.Used || !S.MayBeUnused || !CouldFire(*T.Rule))
        continue;
      Out.push_back(makeFinding(
          {"", S.Offset, S.Length},
          say(msg::UnusedSuppression, T.Rule->Id, T.Rule->Name), {}));
    }
  return Out;
}

} // namespace musify

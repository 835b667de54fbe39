#include "Lint/Suppressions.h"
#include "Scan/RawLexer.h"
#include "clang/Lex/Lexer.h"
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
  clang::LangOptions Options = rawLangOptions();
  // The lexer wants its text NUL-terminated.
  std::string Owned = Text.str();
  const char *Begin = Owned.data();
  clang::Lexer Lex(clang::SourceLocation(), Options, Begin, Begin,
                   Begin + Owned.size());
  Lex.SetCommentRetentionState(true);
  clang::Token Tok;
  size_t Open = 0; // first comment whose next line of code is not known yet
  auto CodeAt = [&](unsigned Offset) {
    while (Open < Comments.size() &&
           Offset >=
               lineEnd(Text, Comments[Open].Offset + Comments[Open].Length))
      Comments[Open++].NextCode = Offset;
  };
  for (Lex.LexFromRawLexer(Tok); Tok.isNot(clang::tok::eof);
       Lex.LexFromRawLexer(Tok)) {
    unsigned Offset = Lex.getCurrentBufferOffset() - Tok.getLength();
    if (Tok.isNot(clang::tok::comment)) {
      CodeAt(Offset);
      continue;
    }
    StringRef Body = withoutDelimiters(Text.substr(Offset, Tok.getLength()));
    if (Body.starts_with(Prefix))
      Comments.push_back({Offset, Tok.getLength(), Body, 0});
  }
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

  void fault(RuleName Rule, unsigned Offset, unsigned Length,
             std::string Message);
  bool readRules(const CommentText &C, StringRef List, Suppression &S);
  void close(const CommentText &C, const Suppression &S);
  static std::string keyOf(const Suppression &S);

  StringRef Text;
  std::vector<Block> Open;
  SuppressedFile Out;
};

void Reader::fault(RuleName Rule, unsigned Offset, unsigned Length,
                   std::string Message) {
  Finding F;
  F.Rule = Rule.str().str();
  F.Where = {"", Offset, Length};
  F.Level = Severity::Warning;
  F.Message = std::move(Message);
  Out.Faults.push_back(std::move(F));
}

bool Reader::readRules(const CommentText &C, StringRef List, Suppression &S) {
  for (StringRef Word : llvm::split(List, ',')) {
    Word = Word.trim();
    if (const LintRule *R = findLintRule(Word)) {
      S.Targets.push_back({R});
      continue;
    }
    std::string Near = nearestLintRule(Word);
    fault("unknown-suppression", C.Offset, C.Length,
          ("there is no rule `" + Word + "`" +
           (Near.empty() ? "" : "; did you mean `" + Near + "`?"))
              .str());
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
  fault("unbalanced-suppression", C.Offset, C.Length,
        "no `ignore-begin(" + Key + ")` is open here");
}

void Reader::read(const CommentText &C) {
  StringRef Rest = C.Body;
  Rest.consume_front(Prefix);
  Rest = Rest.ltrim();
  StringRef Verb =
      Rest.take_while([](char Ch) { return isAlnum(Ch) || Ch == '-'; });
  static constexpr StringRef Verbs[] = {"ignore", "ignore-next-line",
                                        "ignore-begin", "ignore-end"};
  if (!llvm::is_contained(Verbs, Verb)) {
    std::string Near = nearestOf(Verb, Verbs);
    return fault("unknown-suppression", C.Offset, C.Length,
                 ("`" + Verb + "` is nothing that musify knows" +
                  (Near.empty() ? "" : "; did you mean `" + Near + "`?"))
                     .str());
  }
  Rest = Rest.drop_front(Verb.size()).ltrim();
  size_t Close = Rest.find(')');
  if (!Rest.starts_with("(") || Close == StringRef::npos)
    return fault(
        "unknown-suppression", C.Offset, C.Length,
        ("`" + Verb + "` names no rule; write `" + Verb + "(MUSA0101) reason`")
            .str());
  Suppression S;
  S.Offset = C.Offset;
  S.Length = C.Length;
  if (!readRules(C, Rest.slice(1, Close), S))
    return;
  if (Verb == "ignore-end")
    return close(C, S);
  S.Reason = Rest.drop_front(Close + 1).ltrim(" \t:-").rtrim().str();
  if (S.Reason.empty())
    return fault("suppression-without-reason", C.Offset, C.Length,
                 ("`" + Verb + "` gives no reason, so it hides nothing").str());
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
    fault("unbalanced-suppression", B.S.Offset, B.S.Length,
          "no `ignore-end(" + B.Key + ")` follows");
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
      Finding F;
      F.Rule = RuleName("unused-suppression").str().str();
      F.Where = {"", S.Offset, S.Length};
      F.Level = Severity::Warning;
      F.Message = ("`" + T.Rule->Id + "` (" + T.Rule->Name +
                   ") is ignored, but nothing is found here")
                      .str();
      Out.push_back(std::move(F));
    }
  return Out;
}

} // namespace musify

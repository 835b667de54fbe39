#include "Scan/FileHead.h"
#include "Scan/RawLexer.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace llvm;
using namespace clang;

namespace musify {
namespace {

/// The name in `"a.h"` or `<a.h>` at the begin of the text; empty if neither.
StringRef bracketed(StringRef Text) {
  if (Text.empty() || (Text.front() != '"' && Text.front() != '<'))
    return "";
  StringRef Line =
      Text.drop_front().take_until([](char C) { return C == '\n'; });
  size_t End = Line.find(Text.front() == '<' ? '>' : '"');
  return End == StringRef::npos ? "" : Line.take_front(End);
}

/// Reads directives until something else comes.
class HeadReader {
public:
  using IsDefinedFn = function_ref<std::optional<bool>(StringRef)>;

  HeadReader(StringRef Text, IsDefinedFn IsDefined)
      : Text(Text), IsDefined(IsDefined),
        Lex(SourceLocation(), rawLangOptions(), Text.begin(), Text.begin(),
            Text.end()) {
    next();
  }

  FileHead read() {
    while (Tok.isNot(tok::eof) && takeNext())
      ;
    Out.IsWhole = Tok.is(tok::eof) && Open.empty();
    return std::move(Out);
  }

private:
  /// Of a branch: whether the compiler reads it.
  enum class Read { No, Yes, MayBe };
  struct Branch {
    Read Here;
    bool Known; ///< its condition and those before it
    bool AnyRead = false;
  };

  Read state() const {
    Read Out = Read::Yes;
    for (const Branch &B : Open) {
      if (B.Here == Read::No)
        return Read::No;
      if (B.Here == Read::MayBe)
        Out = Read::MayBe;
    }
    return Out;
  }

  void next() { Lex.LexFromRawLexer(Tok); }
  size_t offset() const {
    return Lex.getBufferLocation() - Text.begin() - Tok.getLength();
  }
  /// The rest of the line, as words; the token behind it is the next.
  std::vector<StringRef> line() {
    std::vector<StringRef> Words;
    for (; Tok.isNot(tok::eof) && !Tok.isAtStartOfLine(); next())
      Words.push_back(Text.substr(offset(), Tok.getLength()));
    return Words;
  }

  /// False if the head ends here.
  bool takeNext() {
    if (!Tok.isAtStartOfLine() || Tok.isNot(tok::hash)) {
      bool IsLeftOut = state() == Read::No;
      next();
      return IsLeftOut;
    }
    next();
    if (Tok.isAtStartOfLine() || Tok.isNot(tok::raw_identifier))
      return false;
    StringRef Name = Tok.getRawIdentifier();
    next();
    if (Name == "include" && !Tok.isAtStartOfLine())
      return takeInclude();
    return takeDirective(Name, line());
  }

  bool takeInclude() {
    StringRef Header = bracketed(Text.substr(offset()));
    line();
    if (state() == Read::No)
      return true;
    if (state() == Read::MayBe || Header.empty())
      return false;
    Out.Includes.push_back(Header.str());
    llvm::append_range(Out.Macros, Pending);
    Pending.clear();
    return true;
  }

  bool takeDirective(StringRef Name, const std::vector<StringRef> &Words) {
    if (Name == "endif") {
      if (Open.empty())
        return false;
      Open.pop_back();
      return true;
    }
    if (Name.starts_with("el"))
      return takeElse(Name);
    if (Name.starts_with("if")) {
      open(Name, Words);
      return true;
    }
    if (state() == Read::No)
      return true;
    if (Name == "pragma" && Words == std::vector<StringRef>{"once"})
      return Out.IsGuarded = true;
    if ((Name != "define" && Name != "undef") || Words.empty())
      return false;
    if (Name == "define" && Words.front() == Guard)
      Out.IsGuarded = true;
    Pending.push_back(Words.front().str());
    return true;
  }

  void open(StringRef Name, const std::vector<StringRef> &Words) {
    std::optional<bool> Defined;
    if (Name != "if" && Words.size() == 1)
      Defined = known(Words.front());
    bool IsFirst = Open.empty() && Out.Includes.empty() && Pending.empty();
    if (IsFirst && Name == "ifndef" && Words.size() == 1) {
      Guard = Words.front();
      Defined = Defined.value_or(false);
    }
    if (!Defined)
      Open.push_back({Read::MayBe, false});
    else if (*Defined == (Name == "ifdef"))
      Open.push_back({Read::Yes, true, true});
    else
      Open.push_back({Read::No, true});
  }
  std::optional<bool> known(StringRef Macro) const {
    if (llvm::is_contained(Pending, Macro) ||
        llvm::is_contained(Out.Macros, Macro))
      return std::nullopt;
    return IsDefined(Macro);
  }
  bool takeElse(StringRef Name) {
    if (Open.empty())
      return false;
    Branch &Last = Open.back();
    Last.Known &= Name == "else" || Last.AnyRead;
    if (!Last.Known)
      Last.Here = Read::MayBe;
    else
      Last.Here = Last.AnyRead ? Read::No : Read::Yes;
    Last.AnyRead |= Last.Here == Read::Yes;
    return true;
  }

  StringRef Text, Guard;
  IsDefinedFn IsDefined;
  Lexer Lex;
  Token Tok;
  FileHead Out;
  std::vector<std::string> Pending; ///< macros since the last include
  SmallVector<Branch, 4> Open;
};

} // namespace

FileHead readHead(StringRef Text,
                  function_ref<std::optional<bool>(StringRef)> IsDefined) {
  if (hasManySplices(Text))
    return {{}, {}, false, false};
  std::string Copy = Text.str(); // Clang's lexer stops at a NUL
  return HeadReader(Copy, IsDefined).read();
}

std::vector<std::string> includeLines(StringRef Text) {
  std::vector<std::string> Out;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    Text = Rest;
    Line = Line.ltrim();
    if (!Line.consume_front("#"))
      continue;
    Line = Line.ltrim();
    if (!Line.consume_front("include"))
      continue;
    if (StringRef Name = bracketed(Line.ltrim()); !Name.empty())
      Out.push_back(Name.str());
  }
  return Out;
}

} // namespace musify

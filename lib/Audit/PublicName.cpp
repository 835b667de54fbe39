#include "Audit/PublicName.h"
#include "Platform/Platform.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

static const SdkLayout &sdk() { return sourcePlatform().Sdk; }

static bool isDetail(StringRef Word) {
  return Word == "detail" || Word == "details" || Word == "impl" ||
         Word == "internal";
}

bool isPublicHeader(StringRef Path) {
  for (StringRef Folder :
       make_range(sys::path::begin(Path), sys::path::end(Path)))
    if (isDetail(Folder) || Folder.starts_with("__") ||
        sdk().InternalFolders.contains(Folder))
      return false;
  return !sys::path::stem(Path).ends_with("_impl") &&
         !sdk().CompilerHeaders.contains(Path);
}

bool declaresPublicNames(StringRef Path) {
  if (Path.starts_with(sdk().Library))
    return !sdk().NamespacedHeaders.contains(Path);
  return isPublicHeader(Path) && !sdk().ForeignHeaders.contains(Path);
}

bool isPublicNamespace(StringRef Name) {
  return !Name.starts_with("_") && !isDetail(Name) && Name != "std" &&
         Name != "utility";
}

static bool hasDetailWord(StringRef Name) {
  SmallVector<StringRef, 8> Words;
  Name.split(Words, '_', -1, /*KeepEmpty=*/false);
  return any_of(Words, [](StringRef W) { return isDetail(W.lower()); });
}

bool isPublicName(StringRef Name, Kind K) {
  if (hasDetailWord(Name))
    return false;
  if (sdk().InternalNames.contains(Name))
    return false;
  if (!Name.consume_front("_"))
    return true;
  if (!Name.consume_front("_") || Name.empty() || !isLower(Name[0]))
    return false;
  if (K == Kind::Macro)
    return Name.consume_back("__") &&
           all_of(Name, [](char C) { return isLower(C) || C == '_'; });
  return K == Kind::Intrinsic || K == Kind::Type || K == Kind::Variable;
}

namespace {

/// The directives of one header that speak of a macro.
class MacroScan {
public:
  explicit MacroScan(StringRef Text) : Text(Text) {}

  std::vector<StringRef> run() {
    clang::LangOptions Options;
    Options.LineComment = Options.CPlusPlus = true;
    clang::Lexer Lex(clang::SourceLocation(), Options, Text.begin(),
                     Text.begin(), Text.end());
    Lex.SetKeepWhitespaceMode(false);
    std::vector<StringRef> Line;
    clang::Token Tok;
    for (Lex.LexFromRawLexer(Tok); Tok.isNot(clang::tok::eof);
         Lex.LexFromRawLexer(Tok)) {
      if (Tok.isAtStartOfLine()) {
        finish(Line);
        Line.clear();
      }
      if (Line.size() < MaxWords)
        Line.push_back(Text.substr(
            Lex.getCurrentBufferOffset() - Tok.getLength(), Tok.getLength()));
    }
    finish(Line);
    std::vector<StringRef> Public;
    StringSet<> Seen;
    for (StringRef Name : Defined)
      if (isPublicName(Name, Kind::Macro) &&
          !sdk().ForeignMacros.contains(Name) && !Dropped.contains(Name) &&
          Seen.insert(Name).second)
        Public.push_back(Name);
    return Public;
  }

private:
  static constexpr size_t MaxWords = 6; // # if ! defined ( NAME

  void finish(ArrayRef<StringRef> Line) {
    if (Line.size() < 3 || Line[0] != "#")
      return;
    if (Line[1] == "define") {
      Defined.push_back(Line[2]);
      bool IsEmpty = Line.size() == 3;
      bool IsFirst = Defined.size() == 1 && Line[2] == Tested;
      if (IsFirst || (IsEmpty && Line[2] == Tested && looksLikeGuard(Line[2])))
        Dropped.insert(Line[2]);
    } else if (Line[1] == "undef") {
      Dropped.insert(Line[2]);
    }
    Tested = "";
    if (Line[1] == "ifndef")
      Tested = Line[2];
    else if (Line[1] == "if" && Line[2] == "!" && Line.size() > 3)
      Tested = Line.back() == ")" ? Line[Line.size() - 2] : Line.back();
  }

  static bool looksLikeGuard(StringRef Name) {
    Name = Name.rtrim('_');
    return Name.ends_with("_H") || Name.ends_with("_HPP") ||
           Name.ends_with("_CUH") || Name.ends_with("INCLUDED") ||
           Name.ends_with("GUARD");
  }

  StringRef Text;
  StringRef Tested; ///< by the directive before, negated
  std::vector<StringRef> Defined;
  StringSet<> Dropped;
};

} // namespace

std::vector<StringRef> publicMacros(StringRef Text) {
  return MacroScan(Text).run();
}

} // namespace musify

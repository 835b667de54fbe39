#include "Sdk/Declaration.h"
#include "Sdk/Embedded.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

bool isWord(char C) { return isAlnum(C) || C == '_'; }

/// Where the name stands as a whole word, from `From` on; `npos` if nowhere.
size_t findWord(StringRef Text, StringRef Name, size_t From) {
  for (size_t At = Text.find(Name, From); At != StringRef::npos;
       At = Text.find(Name, At + 1)) {
    size_t End = At + Name.size();
    if ((!At || !isWord(Text[At - 1])) &&
        (End == Text.size() || !isWord(Text[End])))
      return At;
  }
  return StringRef::npos;
}

std::string onOneLine(StringRef Text) {
  SmallVector<StringRef> Words;
  SplitString(Text, Words);
  return join(Words, " ");
}

/// The declaration around the name at the place; empty for a use, of which the
/// headers have few: in a comment or another name's declaration.
std::string declarationAt(StringRef Text, StringRef Name, size_t At) {
  StringRef Before = Text.take_front(At);
  StringRef Line = Before.substr(Before.rfind('\n') + 1).ltrim();
  if (Line.starts_with("#define") && Line.drop_front(7).trim().empty())
    return onOneLine(Line.str() +
                     Text.substr(At).split('\n').first.rtrim('\\').str());
  if (Line.starts_with("#") || Line.contains("//") || Line.starts_with("*"))
    return "";
  StringRef Rest = Text.substr(At + Name.size());
  size_t Begin = Before.find_last_of(";{}#") + 1;
  bool IsEnumerator =
      Before.substr(Begin).trim().empty() || Before.rtrim().ends_with(",");
  if (IsEnumerator && !Rest.ltrim().starts_with("("))
    return onOneLine(Name.str() + Rest.take_until([](char C) {
                                        return C == ',' || C == '}' || C == ';';
                                      })
                                      .str());
  StringRef Head = Before.substr(Begin);
  if (Head.contains('(') || Head.contains("//"))
    return ""; // a parameter's type, or a comment before it
  return onOneLine(
      Head.str() + Name.str() +
      Rest.take_until([](char C) { return C == ';' || C == '{'; }).str());
}

} // namespace

std::string sdkDeclaration(StringRef Name) {
  std::string Found;
  forEachSdkHeader([&](StringRef, StringRef Text) {
    for (size_t At = findWord(Text, Name, 0);
         Found.empty() && At != StringRef::npos;
         At = findWord(Text, Name, At + 1))
      Found = declarationAt(Text, Name, At);
  });
  return Found;
}

} // namespace musify

#include "Rewrite/ModuleText.h"
#include "Scan/RawLexer.h"

using namespace llvm;

namespace musify {
namespace {

/// Each module of PTX begins with these directives, perhaps in adjacent
/// literals.
bool beginsModule(StringRef Literal, StringRef Behind) {
  size_t Version = Literal.find(".version ");
  return Version != StringRef::npos &&
         (Literal.substr(Version).contains(".target ") ||
          Behind.take_front(400).contains(".target "));
}

bool namesDeviceCode(StringRef Literal) {
  return !Literal.contains(' ') &&
         (Literal.ends_with(".cubin\"") || Literal.ends_with(".ptx\""));
}

} // namespace

void reportModuleTexts(const ScannedFile &Scan, FileContext &Context) {
  bool Loads =
      Scan.Text.contains("ModuleLoad") || Scan.Text.contains("LibraryLoad");
  bool HasModule = Scan.Text.contains(".version ");
  if (!Loads && !HasModule)
    return;
  auto Judge = [&](const clang::Token &Token, unsigned Offset) {
    if (!clang::tok::isStringLiteral(Token.getKind()) ||
        isUntouched(Scan, Offset))
      return;
    Candidate C;
    C.Offset = Offset;
    C.Length = Token.getLength();
    C.Text = Scan.Text.substr(Offset, C.Length);
    if (beginsModule(C.Text, Scan.Text.substr(Offset + C.Length)))
      Context.report(C, say(msg::PtxText));
    else if (Loads && namesDeviceCode(C.Text))
      Context.report(C, say(msg::PtxFile, C.Text.trim('"')));
  };
  forEachRawToken(Scan.Text, Judge, Comments::Skip);
}

} // namespace musify

// C++ that a script holds: programs for a configure check, kernels that Python
// compiles at run time, files that a shell writes.
#include "Build/Port.h"
#include "Scan/CudaNames.h"
#include "Scan/KernelText.h"
#include "Scan/LexerEngine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// What the text spells, in as many characters: blanks stand for its escapes.
std::string spelled(StringRef Text, bool Raw) {
  std::string Out = Text.str();
  for (size_t I = 0; !Raw && I + 1 < Out.size(); ++I) {
    if (Text[I] != '\\' || Text[I + 1] == '\n')
      continue;
    char C = Text[++I];
    bool IsBlank = C == 'n' || C == 't' || C == 'r';
    if (IsBlank || StringRef("\"'\\$#").contains(C))
      Out[I - 1] = ' ';
    Out[I] = C == 'n' ? '\n' : IsBlank ? ' ' : C;
  }
  return Out;
}

/// At the beginning of a line.
bool hasInclude(StringRef Code) {
  for (size_t At = Code.find("#"); At != StringRef::npos;
       At = Code.find("#", At + 1)) {
    StringRef Before = Code.take_front(At).rtrim(" \t");
    StringRef Rest = Code.substr(At + 1).ltrim(" \t");
    if ((Before.empty() || Before.ends_with("\n")) &&
        Rest.consume_front("include") &&
        Rest.ltrim(" \t").find_first_of("<\"") == 0)
      return true;
  }
  return false;
}

/// Python's text for people: a string that no expression takes.
bool isDocumentation(StringRef Text, const ScriptText &R) {
  StringRef Before = Text.take_front(R.Begin).rtrim("\"'");
  Before = Before.rtrim("rRfFbBuU");
  StringRef Code = Before.rtrim(" \t\r\n");
  if (Code.empty())
    return true;
  bool SameLine = !Before.substr(Code.size()).contains('\n');
  if (StringRef("(,=[{+%\\").contains(Code.back()))
    return false;
  return !SameLine;
}

/// True for what may stand between strings that make up one text.
bool joins(StringRef Between) {
  return all_of(Between, [](char C) {
    return isSpace(C) || StringRef("\"'\\").contains(C);
  });
}

/// `void run(cudaStream_t s);`: a piece of code that another text makes whole.
bool isPiece(StringRef Code) {
  Code = Code.rtrim();
  size_t LastLine = Code.rfind('\n');
  // `failed: {}` is a message.
  bool EndsBlock =
      LastLine != StringRef::npos &&
      Code.substr(LastLine).find_first_not_of("\n\t {})") == StringRef::npos;
  if (!Code.ends_with(";") && !EndsBlock)
    return false;
  auto IsPart = [](char C) { return isAlnum(C) || C == '_'; };
  while (!Code.empty()) {
    Code = Code.drop_until(IsPart);
    StringRef Word = Code.take_while(IsPart);
    Code = Code.drop_front(Word.size());
    if (looksLikeCuda(Word))
      return true;
  }
  return false;
}

/// Strings and documents in their order.
std::vector<ScriptText> textsOf(const ScannedScript &Scan) {
  std::vector<ScriptText> All = Scan.Strings;
  for (const ScriptRange &R : Scan.Opaque)
    All.push_back({R, /*Raw=*/true});
  sort(All, [](const ScriptText &A, const ScriptText &B) {
    return A.Begin < B.Begin;
  });
  return All;
}

} // namespace

std::vector<ScriptText> findSources(StringRef Text, const ScannedScript &Scan,
                                    ScriptSyntax Syntax) {
  // A script of Python that holds a source may hold pieces of more.
  std::vector<ScriptText> Out, WithPieces;
  bool IsPython = Syntax == ScriptSyntax::Python;
  auto All = textsOf(Scan);
  for (size_t First = 0, Last; First < All.size(); First = Last) {
    std::string Code;
    for (Last = First;
         Last < All.size() &&
         (Last == First ||
          (All[Last].Begin >= All[Last - 1].End &&
           joins(Text.slice(All[Last - 1].End, All[Last].Begin))));
         ++Last)
      Code +=
          spelled(Text.slice(All[Last].Begin, All[Last].End), All[Last].Raw);
    if (IsPython && isDocumentation(Text, All[First]))
      continue;
    bool IsSource =
        hasInclude(Code) || (mayHoldKernel(Code) && declaresKernel(Code));
    for (std::vector<ScriptText> *Some : {&Out, &WithPieces})
      if (IsSource || (Some == &WithPieces && IsPython && isPiece(Code)))
        Some->insert(Some->end(), All.begin() + First, All.begin() + Last);
  }
  return Out.empty() ? Out : WithPieces;
}

std::string textOfSources(const Script &S) {
  std::string Out(S.Text.size(), ' ');
  for (const auto &[I, C] : enumerate(S.Text))
    if (C == '\n')
      Out[I] = C;
  for (const ScriptText &R : S.Sources)
    Out.replace(R.Begin, R.End - R.Begin,
                spelled(S.Text.slice(R.Begin, R.End), R.Raw));
  return Out;
}

} // namespace musify

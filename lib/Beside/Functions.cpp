// Functions and macros outside of classes, found by tokens.
#include "Beside/Code.h"
#include "Beside/Pieces.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace musify {
namespace {

/// A declaration at the level of a file or a namespace; tokens by index.
struct Statement {
  size_t First, Last; ///< `Last`: its `;` or `}`
  size_t Body;        ///< its `{`; `Last` if it has none
  bool IsDefinition() const { return Body != Last; }
};

using Visit =
    function_ref<void(const Statement &S, ArrayRef<StringRef> Namespaces)>;

bool isMacroName(const Piece &P) {
  return P.IsName && llvm::none_of(P.Text, isLower);
}

/// Walks through the scopes of a text; an unnamed namespace is "".
class ScopeWalker {
public:
  ScopeWalker(ArrayRef<Piece> All, ArrayRef<size_t> Closing, Visit Do)
      : All(All), Closing(Closing), Do(Do) {}
  void run();

private:
  size_t open(size_t I);
  bool endsMacro(size_t I) const;

  ArrayRef<Piece> All;
  ArrayRef<size_t> Closing;
  Visit Do;
  std::vector<StringRef> Scopes;
  size_t First = 0; ///< of the statement that is read
};

/// Returns the token at which reading goes on.
size_t ScopeWalker::open(size_t I) {
  size_t At = I;
  while (At > First && All[At].Text != "namespace")
    --At;
  bool IsLinkage = I > First + 1 && All[I - 2].Text == "extern";
  if ((At < I && All[At].Text == "namespace") || IsLinkage) {
    Scopes.push_back(IsLinkage    ? StringRef("\"C\"")
                     : At + 1 < I ? All[I - 1].Text
                                  : StringRef());
    First = I + 1;
    return I;
  }
  size_t Close = Closing[I];
  if (Close == All.size())
    return Close;
  StringRef Next = Close + 1 < All.size() ? All[Close + 1].Text : "";
  if (Next == "," || Next == "{") // of a member, before the body
    return Close;
  Do({First, Close, I}, Scopes);
  First = Close + 1;
  return Close;
}

/// True if the bracket at `I` ends the use of a macro without a semicolon.
bool ScopeWalker::endsMacro(size_t I) const {
  if (First + 1 >= I || !isMacroName(All[First]) || All[First + 1].Text != "(")
    return false;
  bool IsLast =
      I + 1 == All.size() || (All[I + 1].BeginsLine && All[I + 1].Text != "." &&
                              All[I + 1].Text != "{");
  return IsLast && Closing[First + 1] == I;
}

void ScopeWalker::run() {
  for (size_t I = 0; I < All.size(); ++I) {
    if (All[I].InDirective) {
      First = I + 1;
      continue;
    }
    StringRef T = All[I].Text;
    if (T == "{") {
      I = open(I);
    } else if (T == "}") {
      if (!Scopes.empty())
        Scopes.pop_back();
      First = I + 1;
    } else if (T == ";" || (T == ")" && endsMacro(I))) {
      Do({First, I, I}, Scopes);
      First = I + 1;
    }
  }
}

/// The index of the function's name; 0 if the statement declares none.
size_t functionName(ArrayRef<Piece> All, const Statement &S) {
  int Depth = 0;
  for (size_t J = S.First; J < S.Body; ++J) {
    StringRef T = All[J].Text;
    if (!Depth && (T == "operator" || T == "=" || T == "using" ||
                   T == "typedef" || T == "friend" || T == "enum"))
      return 0;
    bool Calls = T == "(" && J > S.First + 1 && All[J - 1].IsName;
    if (Calls && !Depth && !All[J - 1].Text.starts_with("__"))
      return All[J - 2].Text == "::" || All[J - 2].Text == "." ? 0 : J - 1;
    Depth += T == "(" ? 1 : T == ")" ? -1 : 0;
  }
  return 0;
}

/// True if another file may define the function as well.
bool isLocal(ArrayRef<Piece> Head) {
  return llvm::any_of(Head, [](const Piece &P) {
    return P.Text == "static" || P.Text == "template" || P.Text == "inline" ||
           P.Text == "constexpr" || P.Text == "class" || P.Text == "struct" ||
           P.Text == "union";
  });
}

/// Arguments between the parentheses that are names, as `a` and `N::b`.
std::vector<TextRange> givenNames(ArrayRef<Piece> All, size_t Open,
                                  size_t Close) {
  std::vector<TextRange> Out;
  size_t First = Open + 1;
  int Depth = 0;
  for (size_t I = Open + 1; I <= Close; ++I) {
    StringRef T = All[I].Text;
    if (Depth == 0 && (T == "," || I == Close)) {
      bool IsName = First < I && llvm::all_of(
                                     All.slice(First, I - First),
                                     [](const Piece &P) {
                                       return P.IsName || P.Text == "::";
                                     });
      if (IsName)
        Out.push_back({All[First].Offset, All[I - 1].end()});
      First = I + 1;
    }
    Depth +=
        (T == "(" || T == "{" || T == "[") - (T == ")" || T == "}" || T == "]");
  }
  return Out;
}

} // namespace

std::vector<DefinedFunction> findFunctions(StringRef Text) {
  std::vector<Piece> All = piecesOf(Text);
  std::vector<size_t> Closing = closingBrackets(All);
  std::vector<DefinedFunction> Out;
  auto Do = [&](const Statement &S, ArrayRef<StringRef> Namespaces) {
    size_t Name = S.IsDefinition() ? functionName(All, S) : 0;
    bool IsHidden = llvm::is_contained(Namespaces, "");
    if (!Name || IsHidden || All[Name].Text == "main" ||
        isLocal(ArrayRef(All).slice(S.First, Name - S.First)))
      return;
    Out.push_back({All[Name].Text, All[Name].Offset, Namespaces.vec()});
  };
  ScopeWalker(All, Closing, Do).run();
  return Out;
}

std::vector<CodeDeclaration> findDeclared(StringRef Text) {
  using Is = CodeDeclaration::Is;
  std::vector<Piece> All = piecesOf(Text);
  std::vector<size_t> Closing = closingBrackets(All);
  std::vector<CodeDeclaration> Out;
  auto Add = [&](Is What, size_t Name, size_t First, size_t Last) {
    if (Last + 1 < All.size() && All[Last + 1].Text == ";")
      ++Last; // `}` and `;`
    if (!haveOwnLines(Text, All, First, Last))
      return;
    TextRange Arguments;
    std::vector<TextRange> Names;
    if (size_t Close = What == Is::Use ? Closing[First + 1] : 0;
        Close && Close < All.size()) {
      Arguments = {All[First + 1].Offset, All[Close].Offset};
      Names = givenNames(All, First + 1, Close);
    }
    Out.push_back(
        {What,
         All[Name].Text,
         {lineBegin(Text, All[First].Offset), lineEnd(Text, All[Last].Offset)},
         Arguments,
         std::move(Names)});
  };
  for (size_t I = 0; I + 2 < All.size(); ++I) {
    bool IsMacro = All[I].BeginsLine && All[I].InDirective &&
                   All[I + 1].Text == "define" && All[I + 2].IsName;
    size_t Last = I;
    while (IsMacro && Last + 1 < All.size() && !All[Last + 1].BeginsLine)
      ++Last;
    if (IsMacro)
      Add(Is::Macro, I + 2, I, Last);
  }
  auto Do = [&](const Statement &S, ArrayRef<StringRef>) {
    if (size_t Name = functionName(All, S))
      Add(Is::Function, Name, S.First, S.Last);
    else if (isMacroName(All[S.First]) && S.First + 1 < S.Last &&
             All[S.First + 1].Text == "(")
      Add(Is::Use, S.First, S.First, S.Last);
  };
  ScopeWalker(All, Closing, Do).run();
  llvm::sort(Out, [](const CodeDeclaration &A, const CodeDeclaration &B) {
    return A.Whole.Begin < B.Whole.Begin;
  });
  return Out;
}

} // namespace musify

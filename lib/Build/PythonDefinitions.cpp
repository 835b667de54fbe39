// Macros that Python's build scripts define for the sources they build.
#include "Build/Definitions.h"
#include "Build/PythonHalves.h"
#include "Build/PythonLines.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

using namespace llvm;

namespace musify {
namespace {

class PythonDefinitions {
public:
  explicit PythonDefinitions(const Script &S) : S(S) {}

  std::vector<std::string> run() {
    for (const PythonLine &L : pythonLines(S.Text))
      readLine(L);
    for (const ScriptToken &T : S.Scan.Tokens)
      if (T.quoted() && T.Whole && Surely.contains(T.itemBegin()))
        take(T);
    return std::move(Out);
  }

private:
  /// Lines further left than this one have ended the blocks of those before.
  void readLine(const PythonLine &L) {
    bool IsRest = false; // what is not taken by the branches before
    while (!Blocks.empty() && Blocks.back().Indent >= L.Indent) {
      IsRest = Blocks.back().IsRest;
      Blocks.pop_back();
    }
    bool Holds = Blocks.empty() || Blocks.back().Holds;
    StringRef Word =
        L.Text.take_until([](char C) { return C == ' ' || C == ':'; });
    size_t Begin = 0; // of what the line does
    if (is_contained({"if", "elif", "else", "except", "while"}, Word)) {
      Begin = std::min(pythonColon(L.Text), L.Text.size());
      bool MayHold = Word == "if" ? Holds : Word.starts_with("el") && IsRest;
      std::optional<bool> Asked = inCudaBuild(L.Text.slice(Word.size(), Begin));
      Holds = MayHold && (Word == "else" || Asked == true);
      IsRest = MayHold && Asked == false;
    }
    if (L.Text.ends_with(":"))
      Blocks.push_back({L.Indent, Holds, IsRest});
    if (Holds)
      forEachCudaWord(L.Text.substr(Begin), [&](unsigned At) {
        Surely.insert(unsigned(L.Begin + L.Indent + Begin) + At);
      });
  }

  /// `"-DNAME"`, and `("NAME", "value")` of `define_macros`.
  void take(const ScriptToken &T) {
    StringRef Text = T.Text;
    bool IsFlag = Text.consume_front("-D") || Text.consume_front("-U");
    if (IsFlag && !T.Prefix && isWritten(Text))
      Out.push_back(T.Text.str());
    bool IsOf = T.Keyword == "define_macros" ||
                T.Command.split('.').first == "define_macros";
    if (IsFlag || !IsOf || T.Bracket != '(' || !isWritten(Text))
      return;
    StringRef Value = S.Text.substr(T.QuoteEnd).ltrim(", \r\n\t");
    if (Value.starts_with("None"))
      return Out.push_back("-D" + Text.str());
    if (!Value.starts_with("\"") && !Value.starts_with("'"))
      return;
    Value = Value.drop_front().split(Value.front()).first;
    if (Value.empty() || isWritten("=" + Value.str()))
      Out.push_back(("-D" + Text + "=" + Value).str());
  }

  struct Block {
    size_t Indent;
    bool Holds;
    bool IsRest; ///< a build for CUDA takes no branch before, nor this one
  };

  const Script &S;
  SmallVector<Block> Blocks; ///< that are open
  DenseSet<unsigned> Surely; ///< words of the code for CUDA, by offset
  std::vector<std::string> Out;
};

} // namespace

std::vector<std::string> pythonDefinitions(const Script &S) {
  bool MayDefine = S.Text.contains("-D") || S.Text.contains("-U") ||
                   S.Text.contains("define_macros");
  return MayDefine ? PythonDefinitions(S).run() : std::vector<std::string>();
}

} // namespace musify

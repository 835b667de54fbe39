// CMake scripts that both backends share. What is repeated for MUSA: options,
// blocks and branches that they choose, variables of files, and commands that
// are repeated for another vendor already.
#include "Beside/Pieces.h"
#include "Beside/Script.h"
#include "Rename/BesideWords.h"
#include "Rename/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;

namespace musify {
namespace {

struct Command {
  std::string Name; ///< in lower case
  std::vector<StringRef> Words;
  TextRange Whole;     ///< whole lines
  TextRange Arguments; ///< between the brackets
  bool OwnsLines = true;
};

/// The last closing bracket before the next command; npos if there is none.
size_t closingBracket(const SharedScript &S, size_t From, size_t Until) {
  size_t Out = StringRef::npos;
  for (size_t At = From; At < Until && At < S.In.Text.size(); ++At) {
    auto Holds = [&](const ScriptRange &R) { return R.holds(At); };
    if (S.In.Text[At] == ')' && llvm::none_of(S.Scan.Comments, Holds))
      Out = At;
  }
  return Out;
}

std::vector<Command> commandsOf(const SharedScript &S) {
  const std::vector<ScriptToken> &All = S.Scan.Tokens;
  StringRef Text = S.In.Text;
  std::vector<Command> Out;
  for (size_t I = 0; I < All.size();) {
    if (All[I].At != ScriptToken::Place::Command) {
      ++I;
      continue;
    }
    Command C;
    unsigned Begin = All[I].Offset, Last = All[I].end();
    C.Name = All[I].Text.lower();
    for (++I; I < All.size() && All[I].At != ScriptToken::Place::Command; ++I) {
      Last = std::max(Last, All[I].end());
      if (All[I].At == ScriptToken::Place::Word)
        C.Words.push_back(All[I].Text);
    }
    size_t Next = I < All.size() ? All[I].Offset : Text.size();
    size_t Close = closingBracket(S, Last, Next);
    if (Close == StringRef::npos)
      break;
    C.Arguments = {unsigned(Text.find('(', Begin) + 1), unsigned(Close)};
    C.Whole = {lineBegin(Text, Begin), lineEnd(Text, Close)};
    C.OwnsLines =
        Text.slice(C.Whole.Begin, Begin).trim().empty() && Next >= C.Whole.End;
    Out.push_back(std::move(C));
  }
  return Out;
}

/// The words with `@` for each vendor's, without suffixes of files.
std::string withoutVendors(ArrayRef<StringRef> Words) {
  static const std::vector<std::string> Vendors = [] {
    std::vector<std::string> Out;
    for (const std::string &Word : otherVendors()) {
      Out.insert(Out.end(),
                 {Word, StringRef(Word).upper(),
                  StringRef(Word).take_front(1).upper() + Word.substr(1)});
    }
    for (const RenameRule &R : besideRenames())
      Out.push_back(R.From);
    return Out;
  }();
  std::string Out;
  for (StringRef Word : Words) {
    Word = Word.contains('/') || Word.count('.') != 1 ? Word
                                                      : Word.split('.').first;
    for (size_t At = 0; At < Word.size();) {
      auto It = llvm::find_if(Vendors, [&](const std::string &Each) {
        return isWordAt(Word, At, Each);
      });
      Out += It == Vendors.end() ? Word.substr(At, 1).str() : "@";
      At += It == Vendors.end() ? 1 : It->size();
    }
    Out += ' ';
  }
  return Out;
}

/// Of each `if`, `elseif` and `else` the row of blocks that it stands in: the
/// first one of those with nothing between.
std::vector<size_t> rowsOf(ArrayRef<Command> All) {
  std::vector<size_t> Out(All.size(), 0), Open;
  for (size_t I = 0; I < All.size(); ++I) {
    StringRef Name = All[I].Name;
    if (Name == "if")
      Open.push_back(I && All[I - 1].Name == "endif" ? Out[I - 1] : I);
    Out[I] = Open.empty() ? I : Open.back();
    if (Name == "endif" && !Open.empty())
      Open.pop_back();
  }
  return Out;
}

/// Of each `if`, `elseif` and `else` the next branch of its block or its end;
/// the size if there is none.
std::vector<size_t> nextHeads(ArrayRef<Command> All) {
  std::vector<size_t> Out(All.size(), All.size()), Open;
  for (size_t I = 0; I < All.size(); ++I) {
    StringRef Name = All[I].Name;
    bool Goes = Name == "elseif" || Name == "else" || Name == "endif";
    if (Goes && !Open.empty()) {
      Out[Open.back()] = I;
      Open.pop_back();
    }
    if (Name == "if" || (Goes && Name != "endif"))
      Open.push_back(I);
  }
  return Out;
}

class CMakeSharer {
public:
  CMakeSharer(const SharedScript &S, ScriptAdder &To)
      : To(To), Text(S.In.Text), All(commandsOf(S)), NextHeads(nextHeads(All)),
        Rows(rowsOf(All)) {
    for (const Command &C : All)
      if (!changes(argumentsOf(C)))
        Unchanged.insert(C.Name + " " + withoutVendors(C.Words));
  }
  void run();

private:
  bool changes(StringRef Name) const { return To.words(Name) != Name; }
  StringRef argumentsOf(const Command &C) const {
    return Text.slice(C.Arguments.Begin, C.Arguments.End);
  }
  bool choosesCuda(size_t I) const;
  bool hasCounterpart(size_t I) const;
  size_t visitBlock(size_t I);
  bool setsFiles(const Command &C) const;
  bool hasVendors(const Command &C) const;
  void repeat(const Command &C);

  ScriptAdder &To;
  StringRef Text;
  std::vector<Command> All;
  std::vector<size_t> NextHeads, Rows;
  StringSet<> Unchanged; ///< without vendors, as `hasVendors` compares them
  StringSet<> Packages;  ///< that are searched for MUSA as well
};

bool isHead(const Command &C) { return C.Name == "if" || C.Name == "elseif"; }

/// True if the branch is for CUDA: it asks for a switch of the project, or
/// compares with a word for CUDA.
bool CMakeSharer::choosesCuda(size_t I) const {
  const Command &C = All[I];
  bool Changes = false;
  for (StringRef Word : C.Words) {
    if (Word == "NOT" || Word == "EXISTS" || Word.starts_with("VERSION_") ||
        Word.ends_with("LESS") || Word.ends_with("GREATER") ||
        Word.ends_with("_EQUAL") || Word.contains("_VERSION"))
      return false;
    StringRef Package = Word;
    if (Package.consume_back("_FOUND") && changes(Package) &&
        !Packages.contains(Package.lower()))
      return false;
    Changes |= changes(Word);
  }
  if (!Changes || !C.OwnsLines)
    return false;
  // A variable whose value the branch uses is no switch.
  size_t End = NextHeads[I];
  StringRef Body = Text.slice(
      C.Whole.End, End < All.size() ? All[End].Whole.Begin : C.Whole.End);
  return C.Words.size() > 1 || !Body.contains(("${" + C.Words[0] + "}").str());
}

/// True if the condition's counterpart has a branch in the same row.
bool CMakeSharer::hasCounterpart(size_t I) const {
  std::string New = To.renamed(All[I].Arguments);
  for (size_t J = 0; J < All.size(); ++J)
    if (J != I && isHead(All[J]) && Rows[J] == Rows[I] &&
        argumentsOf(All[J]).trim() == StringRef(New).trim())
      return true;
  return false;
}

/// Returns the command at which reading goes on.
size_t CMakeSharer::visitBlock(size_t I) {
  const Command &Head = All[I];
  size_t End = NextHeads[I];
  if (End == All.size())
    return I + 1;
  TextRange Branch{Head.Whole.Begin, All[End].Whole.Begin};
  if (hasCounterpart(I)) {
    To.skip(Branch);
    return End;
  }
  if (Head.Name == "if" && All[End].Name == "endif") {
    Branch.End = All[End].Whole.End;
    To.add(Branch, Branch.End, To.renamed(Branch), argumentsOf(Head));
    return End + 1;
  }
  std::string New = To.renamed(Branch);
  if (Head.Name == "if") { // the same spelling of letters
    size_t At = StringRef(New).find_insensitive("if");
    New.insert(At, New[At] == 'I' ? "ELSE" : "else");
  }
  To.add(Branch, Branch.End, std::move(New), argumentsOf(Head));
  return End;
}

/// `set(CUDA_SOURCES cuda/a.cu)`: the variable and what it is set to change.
bool CMakeSharer::setsFiles(const Command &C) const {
  bool HasVerb = (C.Name == "file" || C.Name == "list") && !C.Words.empty() &&
                 (C.Words[0].starts_with("GLOB") || C.Words[0] == "APPEND");
  size_t Variable = HasVerb ? 1 : 0;
  if ((!HasVerb && C.Name != "set") || C.Words.size() < Variable + 2 ||
      !changes(C.Words[Variable]))
    return false;
  ArrayRef<StringRef> Values = ArrayRef(C.Words).drop_front(Variable + 1);
  auto IsFlag = [&](StringRef Word) { return Word.starts_with("-"); };
  return llvm::none_of(Values, IsFlag) &&
         llvm::any_of(Values, [&](StringRef Word) { return changes(Word); });
}

/// True if the command is there once more for another vendor.
bool CMakeSharer::hasVendors(const Command &C) const {
  if (C.Words.empty() || !changes(argumentsOf(C)))
    return false;
  return Unchanged.contains(C.Name + " " + withoutVendors(C.Words));
}

void CMakeSharer::repeat(const Command &C) {
  std::string New = To.renamed(C.Arguments);
  bool IsThere = llvm::any_of(All, [&](const Command &Other) {
    return Other.Name == C.Name &&
           argumentsOf(Other).trim() == StringRef(New).trim();
  });
  if (IsThere)
    return To.skip(C.Whole);
  To.add(C.Whole, C.Whole.End, To.renamed(C.Whole), argumentsOf(C));
}

void CMakeSharer::run() {
  for (size_t I = 0; I < All.size();) {
    const Command &C = All[I];
    if (isHead(C) && choosesCuda(I)) {
      I = visitBlock(I);
      continue;
    }
    ++I;
    if (!C.OwnsLines || C.Words.empty() || isHead(C) || C.Name == "else" ||
        C.Name.starts_with("end"))
      continue;
    bool IsSearch = C.Name == "find_package" && changes(C.Words[0]) &&
                    !llvm::is_contained(C.Words, "REQUIRED");
    bool IsOption =
        StringRef(C.Name).ends_with("option") && changes(C.Words[0]);
    if (IsSearch)
      Packages.insert(C.Words[0].lower());
    if (IsSearch || IsOption ||
        (!To.hasSdkEdit(C.Whole) && (setsFiles(C) || hasVendors(C))))
      repeat(C);
  }
}

} // namespace

void shareCMake(const SharedScript &S, ScriptAdder &To) {
  CMakeSharer(S, To).run();
}

} // namespace musify

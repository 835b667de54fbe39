#include "Build/PythonHalves.h"
#include "Build/PythonLines.h"
#include "Build/Sides.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace musify {
namespace {

using Lines = ArrayRef<PythonLine>;

/// A part of a statement: its first line and the lines below.
struct Clause {
  enum class Is { Other, If, Elif, Else, Try, Except, Finally };
  Is What;
  const PythonLine *Head;
  StringRef Condition; ///< what stands behind the first word
  StringRef Inline;    ///< a body on the same line
  Lines Body;
  PythonCondition Asks;
  ScriptRange whole() const {
    return {Head->Begin, Body.empty() ? Head->End : Body.back().End};
  }
};

Clause::Is kindOf(StringRef Word) {
  return StringSwitch<Clause::Is>(Word)
      .Case("if", Clause::Is::If)
      .Case("elif", Clause::Is::Elif)
      .Case("else", Clause::Is::Else)
      .Case("try", Clause::Is::Try)
      .Case("except", Clause::Is::Except)
      .Case("finally", Clause::Is::Finally)
      .Default(Clause::Is::Other);
}

bool isNamePart(char C) { return isAlnum(C) || C == '_'; }

Clause clauseOf(const PythonLine &Head, Lines Body) {
  StringRef Word = Head.Text.take_while(isNamePart);
  Clause Out{kindOf(Word), &Head, {}, {}, Body, {}};
  if (Out.What == Clause::Is::Other)
    return Out;
  StringRef Rest = Head.Text.drop_front(Word.size());
  size_t Colon = pythonColon(Rest);
  if (Colon == StringRef::npos)
    Out.What = Clause::Is::Other;
  Out.Condition = Rest.take_front(Colon).trim();
  Out.Inline = Rest.drop_front(std::min(Colon, Rest.size() - 1) + 1).trim();
  if (Out.What == Clause::Is::If || Out.What == Clause::Is::Elif)
    Out.Asks = readPythonCondition(Out.Condition);
  return Out;
}

/// True if nothing behind the branch runs after it.
bool leaves(const Clause &C) {
  StringRef Last = C.Inline;
  for (const PythonLine &L : C.Body)
    if (L.Indent == C.Body.front().Indent)
      Last = L.Text;
  StringRef Word = Last.take_while(
      [](char Each) { return isNamePart(Each) || Each == '.'; });
  return is_contained({"return", "raise", "continue", "break", "sys.exit",
                       "exit", "os._exit", "pytest.skip"},
                      Word);
}

class BlockReader {
public:
  explicit BlockReader(StringRef Text) : Text(Text) {}
  ScriptHalves run();

private:
  void block(Lines All, unsigned Depth = 0);
  void decide(ArrayRef<Clause> Chain, Lines Rest);
  void addCudas(const Clause &C);
  void noteMusas(StringRef Condition);
  void decideLate();
  void decideIf(ArrayRef<Clause> Chain, Lines Rest);
  void decideTry(ArrayRef<Clause> Chain);
  void pairNamed(ArrayRef<Clause> Statements);
  StringRef bodyOf(const Clause &C) const {
    return C.Body.empty() ? C.Inline
                          : Text.slice(C.Body.front().Begin, C.Body.back().End);
  }
  bool isMusaBody(const Clause &C) const {
    return namesMusa(bodyOf(C)) && !namesCuda(bodyOf(C));
  }

  StringRef Text;
  StringSet<> Musas;     ///< neutral conditions of branches for MUSA
  StringSet<> CudaAsked; ///< what chooses CUDA where another branch is MUSA's
  std::vector<Clause> ForCuda; ///< in statements without such a branch
  ScriptHalves Out;
};

void BlockReader::decide(ArrayRef<Clause> Chain, Lines Rest) {
  if (Chain.empty())
    return;
  if (Chain.front().What == Clause::Is::If)
    decideIf(Chain, Rest);
  else
    decideTry(Chain);
}

void BlockReader::addCudas(const Clause &C) {
  Out.Cuda.push_back(C.whole());
  for (const std::string &Asked : C.Asks.CudaAsked)
    CudaAsked.insert(Asked);
}

/// `hasattr(torch, "musa") and torch.musa.is_available()` answers the question
/// of its last part, too.
void BlockReader::noteMusas(StringRef Condition) {
  Musas.insert(neutralCondition(Condition));
  SmallVector<StringRef> Parts;
  Condition.split(Parts, " and ");
  for (StringRef Part : Parts)
    if (namesMusa(Part))
      Musas.insert(neutralCondition(Part.trim()));
}

/// `Rest` are the lines behind the statement in its block.
void BlockReader::decideIf(ArrayRef<Clause> Chain, Lines Rest) {
  const Clause &Last = Chain.back();
  bool HasElse = Last.What == Clause::Is::Else;
  bool HasMusas = false, OthersOnly = false;
  for (const Clause &C : Chain) {
    HasMusas |= C.Asks.isMusas();
    OthersOnly |= C.Asks.isAllButMusa();
    if (C.Asks.isMusas()) {
      Out.Musa.push_back(C.whole());
      noteMusas(C.Condition);
    }
  }
  bool ElseIsMusas = HasElse && !HasMusas && (OthersOnly || isMusaBody(Last));
  bool HasCudas = false;
  for (const Clause &C : Chain) {
    if (!C.Asks.isCudas())
      continue;
    bool IsHalf = HasMusas || ElseIsMusas || C.Asks.NotMusa;
    HasCudas |= IsHalf;
    if (IsHalf)
      addCudas(C);
    else
      ForCuda.push_back(C);
  }
  if (HasElse && HasMusas)
    Out.Cuda.push_back(Last.whole());
  else if (ElseIsMusas && HasCudas)
    Out.Musa.push_back(Last.whole());
  if (HasElse || Rest.empty())
    return;
  ScriptRange Behind{Rest.front().Begin, Rest.back().End};
  if (llvm::any_of(Chain, [](const Clause &C) {
        return C.Asks.isMusaAlone() && leaves(C);
      }))
    Out.Cuda.push_back(Behind);
  else if (llvm::any_of(Chain, [](const Clause &C) {
             return C.Asks.isAllButMusa() && leaves(C);
           }))
    Out.Musa.push_back(Behind);
}

/// True if the import is of one platform's.
bool isImportOf(StringRef Line, bool Musa) {
  bool IsImport = Line.starts_with("import ") || Line.starts_with("from ");
  return IsImport &&
         (Musa ? namesMusa(Line) : namesCuda(Line) && !namesMusa(Line));
}

/// `try: import torch_musa`: what is done without it is not MUSA's.
void BlockReader::decideTry(ArrayRef<Clause> Chain) {
  const Clause &Try = Chain.front();
  auto Imports = [&](const Clause &C, bool Musa) {
    return llvm::any_of(C.Body, [&](const PythonLine &L) {
      return L.Indent == C.Body.front().Indent && isImportOf(L.Text, Musa);
    });
  };
  bool IsMusas = Imports(Try, true) && !Imports(Try, false);
  bool IsCudas = !Imports(Try, true) && Imports(Try, false);
  auto IsHandler = [](const Clause &C) { return C.What == Clause::Is::Except; };
  bool HandlerIsMusas = llvm::any_of(
      Chain, [&](const Clause &C) { return IsHandler(C) && isMusaBody(C); });
  if (!IsMusas && !(IsCudas && HandlerIsMusas))
    return;
  bool IsMixed = llvm::any_of(Try.Body, [](const PythonLine &L) {
    return namesCuda(L.Text) && !namesMusa(L.Text);
  });
  if (IsCudas)
    Out.Cuda.push_back(Try.whole());
  else if (!IsMixed)
    Out.Musa.push_back(Try.whole());
  for (const Clause &C : Chain)
    if (IsHandler(C))
      (IsMusas ? Out.Cuda : Out.Musa).push_back(C.whole());
}

/// What a statement makes: `def f`, `class C`, `x`, or of a `match` what the
/// case is; else empty.
std::string nameOf(StringRef Line) {
  StringRef Rest = Line;
  if (Rest.starts_with("case "))
    return Rest.take_front(pythonColon(Rest)).str();
  for (StringRef Word : {"def ", "async def ", "class "})
    if (Rest.consume_front(Word))
      return (Word + Rest.take_while(isNamePart)).str();
  StringRef Target = Rest.take_while(
      [](char C) { return isNamePart(C) || StringRef(".[]\"'").contains(C); });
  StringRef Behind = Rest.drop_front(Target.size()).ltrim();
  if (Behind.starts_with(":") && pythonColon(Line) != Line.size() - 1)
    Behind = Behind.drop_until([](char C) { return C == '='; });
  bool IsSet = Behind.starts_with("=") && !Behind.starts_with("==");
  return IsSet ? Target.str() : "";
}

/// `CUDA_FLAGS = ...` and `MUSA_FLAGS = ...` in one block.
void BlockReader::pairNamed(ArrayRef<Clause> Statements) {
  StringMap<ScriptRange> OfMusa;
  for (const Clause &C : Statements)
    if (std::string Name = nameOf(C.Head->Text);
        namesMusa(Name) && !namesCuda(Name))
      OfMusa.try_emplace(neutralCondition(Name), C.whole());
  if (OfMusa.empty())
    return;
  for (const Clause &C : Statements) {
    std::string Name = nameOf(C.Head->Text);
    auto Other = OfMusa.find(neutralCondition(Name));
    if (!namesCuda(Name) || namesMusa(Name) || Other == OfMusa.end())
      continue;
    Out.Cuda.push_back(C.whole());
    Out.Musa.push_back(Other->second);
  }
}

/// The lines of a block, and of those in it.
void BlockReader::block(Lines All, unsigned Depth) {
  constexpr unsigned Deepest = 100; // Python reads no deeper
  if (Depth > Deepest)
    return;
  std::vector<Clause> Statements, Chain;
  while (!All.empty()) {
    Lines Body = All.drop_front().take_while(
        [&](const PythonLine &L) { return L.Indent > All.front().Indent; });
    Clause C = clauseOf(All.front(), Body);
    bool Begins = C.What == Clause::Is::If || C.What == Clause::Is::Try ||
                  C.What == Clause::Is::Other;
    if (Begins) {
      decide(Chain, All);
      Chain.clear();
    }
    if (C.What != Clause::Is::Other && (Begins || !Chain.empty()))
      Chain.push_back(C);
    Statements.push_back(C);
    block(Body, Depth + 1);
    All = All.drop_front(1 + Body.size());
  }
  decide(Chain, {});
  pairNamed(Statements);
}

/// Branches for CUDA where another statement has MUSA's for the question.
void BlockReader::decideLate() {
  for (const Clause &C : ForCuda)
    if (Musas.contains(neutralCondition(C.Condition)))
      addCudas(C);
  for (const Clause &C : ForCuda)
    if (llvm::all_of(C.Asks.CudaAsked, [&](const std::string &Asked) {
          return CudaAsked.contains(Asked);
        }))
      Out.Cuda.push_back(C.whole());
}

ScriptHalves BlockReader::run() {
  std::vector<PythonLine> All = pythonLines(Text);
  block(All);
  for (const PythonLine &L : All)
    addPythonExpressions(L.Text, L.Begin + unsigned(L.Indent), Out);
  decideLate();
  return std::move(Out);
}

} // namespace

ScriptHalves pythonHalves(StringRef Text) { return BlockReader(Text).run(); }

} // namespace musify

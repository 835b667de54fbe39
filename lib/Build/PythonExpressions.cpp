// Sides of Python's expressions: conditions, choices, and elements of lists.
#include "Build/PythonHalves.h"
#include "Build/PythonLines.h"
#include "Build/Sides.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"

using namespace llvm;

namespace musify {
namespace {

constexpr unsigned Deepest = 100; ///< of brackets that are read

struct Word {
  StringRef Text;
  size_t Close = 0; ///< of a bracket that opens: the index of the other one
  bool opens() const { return StringRef("([{").contains(Text[0]); }
};

/// Half-open range of words.
struct Part {
  size_t First, Last;
  bool empty() const { return First >= Last; }
};

size_t endOfWord(StringRef Text, size_t At) {
  size_t End = At;
  while (End < Text.size() &&
         (isAlnum(Text[End]) || Text[End] == '_' || Text[End] == '.'))
    ++End;
  bool IsPrefix = End - At <= 2; // of a string: `f"..."`
  if (End < Text.size() && IsPrefix && (Text[End] == '"' || Text[End] == '\''))
    return endOfPythonString(Text, End);
  if (End > At)
    return End;
  bool IsComparison = StringRef("=!<>").contains(Text[At]) &&
                      Text.substr(At + 1).starts_with("=");
  return At + 1 + IsComparison;
}

std::vector<Word> wordsOf(StringRef Text) {
  std::vector<Word> Out;
  SmallVector<size_t> Open;
  for (size_t At = 0; At < Text.size();) {
    if (isSpace(Text[At]) || Text[At] == '\\') {
      ++At;
      continue;
    }
    if (Text[At] == '#') {
      At = std::min(Text.find('\n', At), Text.size());
      continue;
    }
    size_t End = endOfWord(Text, At);
    StringRef Mine = Text.slice(At, End);
    if (StringRef(")]}").contains(Mine[0]) && !Open.empty())
      Out[Open.pop_back_val()].Close = Out.size();
    Out.push_back({Mine});
    if (Out.back().opens())
      Open.push_back(Out.size() - 1);
    At = End;
  }
  for (size_t I : Open)
    Out[I].Close = Out.size();
  return Out;
}

/// The words of one line.
class Expression {
public:
  explicit Expression(StringRef Text) : Words(wordsOf(Text)) {}
  size_t size() const { return Words.size(); }
  const Word &operator[](size_t I) const { return Words[I]; }

  /// The next word outside of the brackets that open at `I`.
  size_t next(size_t I) const {
    return Words[I].opens() ? std::min(Words[I].Close + 1, Words.size())
                            : I + 1;
  }
  size_t find(Part P, StringRef Text) const {
    for (size_t I = P.First; I < P.Last; I = next(I))
      if (Words[I].Text == Text)
        return I;
    return P.Last;
  }
  SmallVector<Part> split(Part P, StringRef At) const {
    SmallVector<Part> Out;
    for (size_t I = find(P, At); I < P.Last; I = find(P, At)) {
      Out.push_back({P.First, I});
      P.First = I + 1;
    }
    if (!P.empty())
      Out.push_back(P);
    return Out;
  }
  StringRef text(Part P) const {
    P.Last = std::min(P.Last, Words.size());
    if (P.empty())
      return {};
    const char *Begin = Words[P.First].Text.begin();
    return StringRef(Begin, size_t(Words[P.Last - 1].Text.end() - Begin));
  }
  PythonCondition condition(Part P, bool Negated = false,
                            unsigned Depth = 0) const;
  std::optional<bool> inCudaBuild(Part P, unsigned Depth = 0) const;

private:
  bool isGroup(Part P) const {
    return Words[P.First].Text == "(" && next(P.First) == P.Last;
  }
  bool isNegated(Part P) const;
  PythonCondition question(Part P, bool Negated) const;
  std::vector<Word> Words;
};

void operator|=(PythonCondition &A, const PythonCondition &B) {
  A.Cuda |= B.Cuda;
  A.Musa |= B.Musa;
  A.NotCuda |= B.NotCuda;
  A.NotMusa |= B.NotMusa;
  A.Other |= B.Other;
  llvm::append_range(A.CudaAsked, B.CudaAsked);
}

/// `X is None`, `X != Y`, `X not in Y`
bool Expression::isNegated(Part P) const {
  bool Negated = false;
  for (size_t I = P.First; I < P.Last; I = next(I)) {
    StringRef W = Words[I].Text;
    StringRef Next = I + 1 < P.Last ? Words[I + 1].Text : "";
    bool IsNo = is_contained({"None", "False", "0", "\"0\"", "'0'"}, Next);
    Negated ^= W == "!=" || (W == "not" && Next == "in");
    if (W == "is" && Next == "not") // of what is there
      break;
    Negated ^= (W == "is" || W == "==" || W == "!=") && IsNo;
  }
  return Negated;
}

/// A part that `and`, `or` and `not` do not take apart.
PythonCondition Expression::question(Part P, bool Negated) const {
  Negated ^= isNegated(P);
  StringRef Text = text(P);
  bool Cuda = namesCuda(Text), Musa = namesMusa(Text);
  PythonCondition Out;
  (Negated ? Out.NotCuda : Out.Cuda) = Cuda;
  (Negated ? Out.NotMusa : Out.Musa) = Musa;
  Out.Other = !Cuda && !Musa;
  if (Out.Cuda && !Musa)
    Out.CudaAsked.push_back(neutralCondition(Text));
  return Out;
}

PythonCondition Expression::condition(Part P, bool Negated,
                                      unsigned Depth) const {
  if (P.empty() || Depth > Deepest)
    return {};
  for (StringRef Joined : {"or", "and"})
    if (auto Parts = split(P, Joined); Parts.size() > 1) {
      PythonCondition Out;
      for (Part Each : Parts)
        Out |= condition(Each, Negated, Depth + 1);
      return Out;
    }
  if (Words[P.First].Text == "not")
    return condition({P.First + 1, P.Last}, !Negated, Depth + 1);
  return isGroup(P) ? condition({P.First + 1, P.Last - 1}, Negated, Depth + 1)
                    : question(P, Negated);
}

std::optional<bool> Expression::inCudaBuild(Part P, unsigned Depth) const {
  if (P.empty() || Depth > Deepest)
    return std::nullopt;
  for (bool IsOr : {true, false}) // which binds less
    if (auto Parts = split(P, IsOr ? "or" : "and"); Parts.size() > 1) {
      bool AreKnown = true;
      for (Part Each : Parts) {
        std::optional<bool> Mine = inCudaBuild(Each, Depth + 1);
        if (Mine == IsOr)
          return IsOr;
        AreKnown &= Mine.has_value();
      }
      return AreKnown ? std::optional(!IsOr) : std::nullopt;
    }
  if (isGroup(P))
    return inCudaBuild({P.First + 1, P.Last - 1}, Depth + 1);
  if (Words[P.First].Text == "not") {
    std::optional<bool> Mine = inCudaBuild({P.First + 1, P.Last}, Depth + 1);
    return Mine ? std::optional(!*Mine) : std::nullopt;
  }
  for (StringRef Than : {"<", ">", "<=", ">="}) // of versions, mostly
    if (find(P, Than) < P.Last)
      return std::nullopt;
  StringRef Text = text(P);
  if (namesMusa(Text) || mentionsOtherVendor(Text))
    return isNegated(P);
  return namesCuda(Text) ? std::optional(!isNegated(P)) : std::nullopt;
}

bool namesCudaAlone(StringRef Text) {
  return namesCuda(Text) && !namesMusa(Text);
}
bool namesMusaAlone(StringRef Text) {
  return namesMusa(Text) && !namesCuda(Text);
}

class LineHalves {
public:
  LineHalves(StringRef Line, unsigned Base, ScriptHalves &Out)
      : Line(Line), Base(Base), E(Line), Out(Out) {}
  void run() { list({0, E.size()}); }

private:
  void list(Part P);
  void element(Part P);
  void choice(Part P);
  void operands(Part P);
  void groups(Part P);
  std::string keyOf(Part P) const;
  void add(std::vector<ScriptRange> &To, Part P) {
    StringRef Text = E.text(P);
    unsigned Begin = Base + unsigned(Text.begin() - Line.begin());
    To.push_back({Begin, Begin + unsigned(Text.size())});
  }

  StringRef Line;
  unsigned Base;
  Expression E;
  ScriptHalves &Out;
  unsigned Depth = 0;
};

/// What elements have in common that stand for the same of two platforms: the
/// key of a value, a call and its first argument, or all of it.
std::string LineHalves::keyOf(Part P) const {
  for (StringRef Sign : {":", "="})
    if (size_t At = E.find(P, Sign); At < P.Last)
      return neutralCondition(E.text({P.First, At}));
  size_t Open = P.First + 1;
  if (Open < P.Last && E[Open].Text == "(" && E.next(Open) == P.Last)
    P.Last = std::min(E.find({Open + 1, P.Last - 1}, ","), P.Last);
  std::string Out = neutralCondition(E.text(P));
  llvm::erase(Out, '\'');
  return Out;
}

void LineHalves::list(Part P) {
  SmallVector<Part> Elements = E.split(P, ",");
  StringMap<Part> OfMusa;
  for (Part Each : Elements)
    if (Elements.size() > 1 && namesMusaAlone(E.text(Each)))
      OfMusa.try_emplace(keyOf(Each), Each);
  for (Part Each : Elements)
    if (!OfMusa.empty() && namesCudaAlone(E.text(Each)))
      if (auto Other = OfMusa.find(keyOf(Each)); Other != OfMusa.end()) {
        add(Out.Cuda, Each);
        add(Out.Musa, Other->second);
      }
  for (Part Each : Elements)
    element(Each);
}

/// What a sign, or a word that begins a statement, parts is apart.
void LineHalves::element(Part P) {
  for (StringRef Sign : {"=", ":", "for"})
    if (auto Parts = E.split(P, Sign); Parts.size() > 1) {
      for (Part Each : Parts)
        element(Each);
      return;
    }
  while (!P.empty() && is_contained({"return", "assert", "yield", "if", "elif",
                                     "while", "await"},
                                    E[P.First].Text))
    ++P.First;
  choice(P);
}

/// `A if is_cuda else B if is_musa else C`
void LineHalves::choice(Part P) {
  SmallVector<std::pair<Part, PythonCondition>> Clauses; // value and condition
  Part Rest = P;
  for (;;) {
    size_t If = E.find(Rest, "if"), Else = E.find({If, Rest.Last}, "else");
    if (Else >= Rest.Last)
      break;
    Clauses.push_back({{Rest.First, Else}, E.condition({If + 1, Else})});
    operands({Rest.First, If});
    operands({If + 1, Else});
    Rest.First = Else + 1;
  }
  operands(Rest);
  bool RestIsMusas = namesMusaAlone(E.text(Rest)), HasMusas = false;
  for (const auto &[Mine, Asks] : Clauses) {
    HasMusas |= Asks.isMusas();
    if (Asks.isMusas())
      add(Out.Musa, Mine);
  }
  bool HasCudas = false;
  for (const auto &[Mine, Asks] : Clauses)
    if (Asks.isCudas() && (HasMusas || RestIsMusas || Asks.NotMusa)) {
      HasCudas = true;
      add(Out.Cuda, Mine);
    }
  if (HasMusas && !RestIsMusas)
    add(Out.Cuda, Rest);
  else if (HasCudas && RestIsMusas)
    add(Out.Musa, Rest);
}

/// `is_cuda or is_musa`, `not is_cuda and not is_musa`
void LineHalves::operands(Part P) {
  for (StringRef Joined : {"or", "and"}) {
    auto Parts = E.split(P, Joined);
    if (Parts.size() < 2)
      continue;
    bool IsOr = Joined == "or";
    SmallVector<Part> OfCuda, OfMusa;
    for (Part Each : Parts) {
      PythonCondition C = E.condition(Each);
      if (IsOr ? C.Cuda && !C.Musa : C.NotCuda && !C.NotMusa && !C.Cuda)
        OfCuda.push_back(Each);
      if (IsOr ? C.isMusas() : C.NotMusa && !C.NotCuda && !C.Musa)
        OfMusa.push_back(Each);
    }
    for (Part Each : OfCuda)
      if (!OfMusa.empty())
        add(Out.Cuda, Each);
    for (Part Each : OfMusa)
      if (!OfCuda.empty())
        add(Out.Musa, Each);
    for (Part Each : Parts)
      operands(Each);
    return;
  }
  groups(P);
}

void LineHalves::groups(Part P) {
  if (Depth > Deepest)
    return;
  ++Depth;
  for (size_t I = P.First; I < P.Last; I = E.next(I))
    if (E[I].opens())
      list({I + 1, std::min(E[I].Close, P.Last)});
  --Depth;
}

/// Tells the words of a line that a build for CUDA surely takes.
class CudaWords {
public:
  CudaWords(StringRef Line, function_ref<void(unsigned)> Tell)
      : Line(Line), E(Line), Tell(Tell) {}
  void run() { list({0, E.size()}, 0); }

private:
  void list(Part P, unsigned Depth) {
    for (Part Each : E.split(P, ","))
      choice(Each, Depth);
  }

  /// `A if is_cuda else B`
  void choice(Part P, unsigned Depth) {
    size_t If = E.find(P, "if"), Else = E.find({If, P.Last}, "else");
    if (Else >= P.Last)
      return words(P, Depth);
    Part Question{If + 1, Else};
    std::optional<bool> Holds = E.inCudaBuild(Question);
    words(Question, Depth);
    if (Holds == true)
      words({P.First, If}, Depth);
    if (Holds == false && Depth < Deepest)
      choice({Else + 1, P.Last}, Depth + 1);
  }

  void words(Part P, unsigned Depth) {
    for (size_t I = P.First; I < P.Last; I = E.next(I)) {
      Tell(unsigned(E[I].Text.begin() - Line.begin()));
      if (E[I].opens() && Depth < Deepest)
        list({I + 1, std::min(E[I].Close, P.Last)}, Depth + 1);
    }
  }

  StringRef Line;
  Expression E;
  function_ref<void(unsigned)> Tell;
};

} // namespace

void forEachCudaWord(StringRef Line, function_ref<void(unsigned)> Tell) {
  CudaWords(Line, Tell).run();
}

std::optional<bool> inCudaBuild(StringRef Condition) {
  Expression E(Condition);
  return E.inCudaBuild({0, E.size()});
}

PythonCondition readPythonCondition(StringRef Condition) {
  Expression E(Condition);
  return E.condition({0, E.size()});
}

size_t pythonColon(StringRef Text) {
  Expression E(Text);
  size_t At = E.find({0, E.size()}, ":");
  return At < E.size() ? size_t(E[At].Text.begin() - Text.begin())
                       : StringRef::npos;
}

void addPythonExpressions(StringRef Line, unsigned Base, ScriptHalves &Out) {
  bool IsImport = Line.starts_with("import ") || Line.starts_with("from ");
  if (!IsImport && namesMusa(Line))
    LineHalves(Line, Base, Out).run();
}

} // namespace musify

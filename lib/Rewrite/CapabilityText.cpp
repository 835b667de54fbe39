// `at::cuda::getCurrentDeviceProperties()->major >= 8` where no parse knows the
// function, as without PyTorch's headers: Clang drops the whole expression. In
// a file that no parse saw, also `prop.major >= 8` and local variables that the
// capability or a version is written to.
#include "Rewrite/CapabilityText.h"
#include "Platform/Answers.h"
#include "Platform/Platform.h"
#include "Scan/RawLexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {
namespace {

struct Word {
  TokenKind Kind;
  StringRef Text;
  unsigned Offset;
};

/// A variable that holds what was asked for, until its block ends.
struct Holder {
  StringRef Name, By;
  unsigned Depth;
  bool IsVersion;
};

class TextReader {
public:
  TextReader(const ScannedFile &Scan, FileContext &Context);
  void run();

private:
  bool isUnseen(unsigned Offset) const;
  bool isField(size_t At) const;
  bool isKnownFunction(size_t Begin, size_t Name) const;
  bool isProperties(StringRef Variable);
  size_t openingOf(size_t Close) const;
  std::optional<int64_t> comparedWith(size_t Begin, size_t End) const;
  void readField(size_t At);
  void readQuery(size_t At);
  void keep(size_t From, StringRef By);
  void readHolder(size_t At);
  void report(size_t At, Message What, int64_t Number);
  StringRef cudaName(StringRef Name) const;

  const ScannedFile &Scan;
  FileContext &Context;
  const DeviceNames &Device = sourcePlatform().Device;
  const FileFacts *Seen;
  std::vector<Word> Words;
  std::vector<Holder> Held;
  unsigned Depth = 0;
  size_t Judged = 0; ///< words before it belong to a finding already
};

TextReader::TextReader(const ScannedFile &Scan, FileContext &Context)
    : Scan(Scan), Context(Context) {
  auto It = Context.Known.Files.find(Context.File.Path);
  Seen = It == Context.Known.Files.end() ? nullptr : &It->second;
  forEachRawToken(
      Scan.Text,
      [&](const clang::Token &T, unsigned Offset) {
        Words.push_back(
            {T.getKind(), Scan.Text.substr(Offset, T.getLength()), Offset});
      },
      Comments::Skip);
}

/// The name of CUDA's that `Name` is, or is the target's for; empty if it asks
/// nothing.
StringRef TextReader::cudaName(StringRef Name) const {
  auto Asks = [&](StringRef Cuda) {
    return Device.asks(Cuda) || Device.CapabilityAttributes.contains(Cuda);
  };
  StringRef Found;
  Context.Project.Names.forEachOf(Name, [&](const Entry &E) {
    if (Found.empty() && (E.From == Name || E.To == Name))
      Found = Asks(E.From) ? E.From : Asks(E.To) ? E.To : StringRef();
  });
  return Found;
}

/// True if no unit that was parsed compiles the place.
bool TextReader::isUnseen(unsigned Offset) const {
  return !Seen || Seen->CoveredBy.empty() ||
         (Seen->Unseen && isWithin(*Seen->Unseen, Offset));
}

bool TextReader::isField(size_t At) const {
  return At && Words[At].Kind == tok::raw_identifier &&
         (Words[At].Text == Device.Major || Words[At].Text == Device.Minor) &&
         (Words[At - 1].Kind == tok::arrow ||
          Words[At - 1].Kind == tok::period);
}

/// `[Begin, Name]` spells a function of either side, perhaps with a part of its
/// namespace. Where only the namespace differs, its entry has the other one.
bool TextReader::isKnownFunction(size_t Begin, size_t Name) const {
  std::string Spelled;
  for (size_t I = Begin; I <= Name; ++I)
    Spelled += Words[I].Text;
  StringRef Part = StringRef(Spelled).ltrim(':');
  auto Fits = [&](StringRef Whole) {
    return Whole == Part || (Whole.consume_back(Part) && Whole.ends_with("::"));
  };
  bool IsKnown = false;
  const Table &Names = Context.Project.Names;
  Names.forEachOf(Words[Name].Text, [&](const Entry &E) {
    if (E.K != Kind::Function)
      return;
    StringRef Last = lastPart(E.From);
    StringRef Scope = E.From.drop_back(Last.size());
    Scope.consume_back("::");
    auto N = Names.find(Space::Namespace, Scope);
    IsKnown |= Fits(E.From) || (!E.To.empty() && Fits(E.To)) ||
               (N && N->renames() && Fits((N->To + "::" + Last).str()));
  });
  return IsKnown;
}

/// `cudaDeviceProp p`, or a name that says so.
bool TextReader::isProperties(StringRef Variable) {
  if (Variable.contains_insensitive("prop"))
    return true;
  for (size_t I = 0; I + 1 < Words.size(); ++I) {
    if (cudaName(Words[I].Text) != Device.Properties)
      continue;
    size_t Name = I + 1;
    while (Name < Words.size() &&
           (Words[Name].Kind == tok::star || Words[Name].Kind == tok::amp ||
            Words[Name].Text == "const"))
      ++Name;
    if (Name < Words.size() && Words[Name].Text == Variable)
      return true;
  }
  return false;
}

/// The bracket that the one at `Close` closes; `npos` if none does.
size_t TextReader::openingOf(size_t Close) const {
  bool IsSquare = Words[Close].Kind == tok::r_square;
  TokenKind Opens = IsSquare ? tok::l_square : tok::l_paren;
  unsigned Open = 0;
  size_t First = Close > 100 ? Close - 100 : 0;
  for (size_t I = Close + 1; I > First; --I) {
    const Word &Each = Words[I - 1];
    Open += Each.Kind == Words[Close].Kind;
    Open -= Each.Kind == Opens;
    if (!Open)
      return I - 1;
  }
  return StringRef::npos;
}

bool isComparison(TokenKind Kind) {
  return Kind == tok::less || Kind == tok::greater || Kind == tok::lessequal ||
         Kind == tok::greaterequal || Kind == tok::equalequal ||
         Kind == tok::exclaimequal;
}

bool endsStatement(TokenKind Kind) {
  return Kind == tok::semi || Kind == tok::l_brace || Kind == tok::r_brace;
}

bool endsTerm(TokenKind Kind) {
  return endsStatement(Kind) || Kind == tok::ampamp || Kind == tok::pipepipe ||
         Kind == tok::question || Kind == tok::comma;
}

/// The number above zero that what stands in `[Begin, End)` is compared with,
/// in its statement.
std::optional<int64_t> TextReader::comparedWith(size_t Begin,
                                                size_t End) const {
  auto NumberAt = [&](size_t At) -> int64_t {
    int64_t Number = 0;
    bool IsNumber = At < Words.size() &&
                    Words[At].Kind == tok::numeric_constant &&
                    !Words[At].Text.getAsInteger(0, Number);
    return IsNumber ? Number : 0;
  };
  while (Begin && Words[Begin - 1].Kind == tok::l_paren)
    --Begin;
  if (Begin > 1 && isComparison(Words[Begin - 1].Kind))
    if (int64_t Number = NumberAt(Begin - 2); Number > 0)
      return Number;
  for (size_t I = End; I < Words.size() && !endsTerm(Words[I].Kind); ++I)
    if (isComparison(Words[I].Kind)) {
      int64_t Number = NumberAt(I + 1);
      return Number > 0 ? std::optional(Number) : std::nullopt;
    }
  return std::nullopt;
}

/// A rule over the AST told it, if a parse saw it after all.
void TextReader::report(size_t At, Message What, int64_t Number) {
  size_t Begin = At, End = At;
  while (Begin && !endsStatement(Words[Begin - 1].Kind))
    --Begin;
  while (End + 1 < Words.size() && !endsStatement(Words[End].Kind))
    ++End;
  Judged = End;
  auto IsSame = [&](const Observation &O) {
    return O.Offset >= Words[Begin].Offset && O.Offset <= Words[End].Offset &&
           textOf(O.What.Id).Rule == textOf(What.Id).Rule;
  };
  if (isUntouched(Scan, Words[At].Offset) ||
      (Seen && llvm::any_of(Seen->Observed, IsSame)))
    return;
  Candidate C;
  C.Offset = Words[At].Offset;
  C.Length = Words[At].Text.size();
  C.Text = Words[At].Text;
  bool IsMeant = Scan.IsMusa && isOfTarget(Number);
  Context.report(C, std::move(What),
                 IsMeant ? std::optional(Severity::Note) : std::nullopt);
}

/// `int sm = p.major * 10 + p.minor;`
void TextReader::keep(size_t From, StringRef By) {
  for (size_t I = From; I > 1 && !endsStatement(Words[I - 1].Kind); --I)
    if (Words[I - 1].Kind == tok::equal &&
        Words[I - 2].Kind == tok::raw_identifier)
      return Held.push_back({Words[I - 2].Text, By, Depth, false});
}

/// `f()->major`, `p.major`, `p[i].major`
void TextReader::readField(size_t At) {
  size_t Base = At - 2, Name = Base;
  if (At < 2)
    return;
  bool IsCall = Words[Base].Kind == tok::r_paren;
  if (IsCall || Words[Base].Kind == tok::r_square) {
    size_t Open = openingOf(Base);
    if (Open == StringRef::npos || !Open)
      return;
    Name = Open - 1;
  }
  if (Words[Name].Kind != tok::raw_identifier)
    return;
  size_t Begin = Name;
  while (Begin > 1 && Words[Begin - 1].Kind == tok::coloncolon)
    Begin -= 2;
  Candidate Function;
  Function.Offset = Words[Name].Offset;
  bool IsOurs =
      IsCall ? isKnownFunction(Begin, Name) && !Context.nameFact(Function)
             : isUnseen(Words[At].Offset) && isProperties(Words[Name].Text);
  if (!IsOurs)
    return;
  StringRef By = IsCall ? Words[Name].Text : StringRef(Device.Properties);
  if (auto Number = comparedWith(Begin, At + 1))
    report(IsCall ? Name : At,
           say(msg::CapabilityKept, By, capabilitiesOfTarget()), *Number);
  else if (isUnseen(Words[At].Offset))
    keep(Begin, By);
}

/// `cudaDeviceGetAttribute(&v, cudaDevAttrComputeCapabilityMajor, d)`,
/// `cudaDriverGetVersion(&v)`
void TextReader::readQuery(size_t At) {
  StringRef Cuda = cudaName(Words[At].Text);
  if (Cuda.empty() || !isUnseen(Words[At].Offset))
    return;
  bool IsVersion = Device.VersionQueries.contains(Cuda);
  if (Device.CapabilityAttributes.contains(Cuda)) {
    if (At > 4 && Words[At - 1].Kind == tok::comma &&
        Words[At - 3].Kind == tok::amp && Words[At - 4].Kind == tok::l_paren)
      Held.push_back({Words[At - 2].Text, Words[At - 5].Text, Depth, false});
    return;
  }
  if (!IsVersion && !Device.CapabilityQueries.contains(Cuda))
    return;
  for (size_t I = At + 1; I + 1 < Words.size() && !endsStatement(Words[I].Kind);
       ++I)
    if (Words[I].Kind == tok::amp && Words[I + 1].Kind == tok::raw_identifier)
      Held.push_back({Words[I + 1].Text, Words[At].Text, Depth, IsVersion});
}

void TextReader::readHolder(size_t At) {
  if (At &&
      (Words[At - 1].Kind == tok::period || Words[At - 1].Kind == tok::arrow ||
       Words[At - 1].Kind == tok::coloncolon))
    return;
  auto It = llvm::find_if(
      Held, [&](const Holder &H) { return H.Name == Words[At].Text; });
  if (It == Held.end())
    return;
  auto Number = comparedWith(At, At + 1);
  if (!Number)
    return It->IsVersion ? void() : keep(At, It->By);
  report(At,
         It->IsVersion
             ? say(msg::VersionTest, It->By)
             : say(msg::CapabilityKept, It->By, capabilitiesOfTarget()),
         *Number);
}

void TextReader::run() {
  for (size_t At = 0; At < Words.size(); ++At) {
    if (Words[At].Kind == tok::l_brace)
      ++Depth;
    if (Words[At].Kind == tok::r_brace && Depth) {
      --Depth;
      llvm::erase_if(Held, [&](const Holder &H) { return H.Depth > Depth; });
    }
    if (Words[At].Kind != tok::raw_identifier || At < Judged)
      continue;
    if (isField(At))
      readField(At);
    else
      readHolder(At), readQuery(At);
  }
}

} // namespace

void reportCapabilityTexts(const ScannedFile &Scan, FileContext &Context) {
  const DeviceNames &Device = sourcePlatform().Device;
  auto Has = [&](StringRef Word) { return Scan.Text.contains(Word); };
  if (Has("." + Device.Major) || Has("->" + Device.Major) ||
      Has("." + Device.Minor) || Has("->" + Device.Minor) ||
      llvm::any_of(Scan.Candidates, [&](const Candidate &C) {
        return C.At == Candidate::Place::Name && Device.asks(C.Text);
      }))
    TextReader(Scan, Context).run();
}

} // namespace musify

// `at::cuda::getCurrentDeviceProperties()->major >= 8` where no parse knows the
// function, as without PyTorch's headers: Clang drops the whole expression. In
// a file that no parse saw, also `prop.major >= 8`, and what the capability or
// a version is written to: variables, members, results and parameters of the
// file, by their names, and functions and members of other files.
#include "Rewrite/CapabilityText.h"
#include "Platform/Answers.h"
#include "Platform/Platform.h"
#include "Rewrite/FileWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <map>

using namespace llvm;
using clang::tok::TokenKind;
namespace tok = clang::tok;

namespace musify {
namespace {

/// A name that stands for what was asked for.
struct Holder {
  enum class Kind { Variable, Member, Function };
  StringRef Name, By;
  unsigned Depth = 0; ///< of its block; a variable is forgotten at the end
  bool IsVersion = false;
  Kind K = Kind::Variable;
  bool IsOfOtherFile = false;
  bool IsMissed = false; ///< where a parse saw the file, but not the answer
};

/// What goes through parameters and results is known after so many rounds.
constexpr unsigned Rounds = 3;

class TextReader : FileWords {
public:
  TextReader(const ScannedFile &Scan, FileContext &Context);
  void report();
  void noteAnswers(KeptAnswers &Out);

private:
  bool isUnseen(unsigned Offset) const;
  bool isMissed(unsigned Offset) const;
  bool isField(size_t At) const;
  StringRef structOfCode(StringRef Field) const;
  bool isKnownFunction(size_t Begin, size_t Name) const;
  StringSet<> findProperties() const;
  bool isProperties(StringRef Variable);
  void readField(size_t At);
  void readQuery(size_t At);
  void keep(size_t From, StringRef By, bool IsVersion = false);
  void keepMissed(size_t From, StringRef By);
  void keepForFile(Holder New);
  bool pass(size_t From, StringRef By, bool IsVersion);
  void readHolder(size_t At);
  const Holder *holderAt(size_t At) const;
  std::optional<Holder> namedHolderAt(size_t At) const;
  void forget(size_t At);
  void enterBlock(size_t At);
  void leaveBlock();
  void readOnce();
  void takeAnswers();
  bool isDecisive(size_t At, int64_t Number) const;
  void report(size_t At, Message What, int64_t Number);
  StringRef cudaName(StringRef Name) const;

  const ScannedFile &Scan;
  FileContext &Context;
  const DeviceNames &Device = sourcePlatform().Device;
  const FileFacts *Seen;
  std::vector<Holder> Held,              ///< in the blocks around
      Kept;                              ///< in the whole file
  StringSet<> Defined;                   ///< functions of the file
  std::optional<StringSet<>> Properties; ///< variables; absent: not read yet
  /// By function: which parameters are given what was asked for.
  StringMap<std::map<unsigned, StringRef>> Passed;
  StringRef Function; ///< around; empty: none
  unsigned Depth = 0, FunctionDepth = 0;
  bool Reports = false;
  bool Collects = false; ///< for other files, from code that a parse saw too
  size_t Judged = 0;     ///< words before it belong to a finding already
  size_t QueryEnd = 0;   ///< of the last query
};

TextReader::TextReader(const ScannedFile &Scan, FileContext &Context)
    : FileWords(Scan.Text), Scan(Scan), Context(Context) {
  auto It = Context.Known.Files.find(Context.File.Path);
  Seen = It == Context.Known.Files.end() ? nullptr : &It->second;
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
  return Collects || Context.isUnseen(Offset);
}

/// True, too, of a part of an expression that Clang gave up for an error.
bool TextReader::isMissed(unsigned Offset) const {
  return isUnseen(Offset) || !Seen->CapabilityFields.contains(Offset);
}

bool TextReader::isField(size_t At) const {
  return At && Words[At].Kind == tok::raw_identifier &&
         (Words[At].Text == Device.Major || Words[At].Text == Device.Minor ||
          !structOfCode(Words[At].Text).empty()) &&
         (Words[At - 1].Kind == tok::arrow ||
          Words[At - 1].Kind == tok::period);
}

/// `cudaFuncAttributes` of `binaryVersion`; empty for other names.
StringRef TextReader::structOfCode(StringRef Field) const {
  for (StringRef Known : Device.CapabilityFields)
    if (Known.split("::").second == Field)
      return Known.split("::").first;
  return "";
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

/// The `p` of each `cudaDeviceProp p`.
StringSet<> TextReader::findProperties() const {
  StringSet<> Found;
  for (size_t I = 0; I + 1 < Words.size(); ++I) {
    if (Words[I].Kind != tok::raw_identifier ||
        cudaName(Words[I].Text) != Device.Properties)
      continue;
    size_t Name = I + 1;
    while (Name < Words.size() &&
           (Words[Name].Kind == tok::star || Words[Name].Kind == tok::amp ||
            Words[Name].Text == "const"))
      ++Name;
    if (Name < Words.size())
      Found.insert(Words[Name].Text);
  }
  return Found;
}

/// `cudaDeviceProp p`, or a name that says so.
bool TextReader::isProperties(StringRef Variable) {
  if (Variable.contains_insensitive("prop"))
    return true;
  if (!Properties)
    Properties = findProperties();
  return Properties->contains(Variable);
}

/// False for a number above all devices, as of `major == 9999`, and for one
/// below all devices of both sides: 1, and what is no major part and too low
/// for both parts together.
bool TextReader::isDecisive(size_t At, int64_t Number) const {
  if (Number == AnyNumber || Words[At].Text.contains_insensitive(Device.Minor))
    return true;
  int64_t Lowest = AnyNumber, HighestMajor = 0;
  for (const Architecture *A : targetPlatform().current())
    Lowest =
        std::min<int64_t>(Lowest, A->Answers.Major * 10 + A->Answers.Minor);
  for (Capability C : sourcePlatform().Capabilities)
    HighestMajor = std::max<int64_t>(HighestMajor, C.Major);
  bool IsBelow =
      Number < Lowest / 10 || (Number > HighestMajor && Number < Lowest);
  return mayBeCapability(Number) && !IsBelow;
}

/// A rule over the AST told it, if a parse saw it after all.
void TextReader::report(size_t At, Message What, int64_t Number) {
  size_t Begin = At, End = At;
  while (Begin && !endsStatement(Words[Begin - 1].Kind))
    --Begin;
  while (End + 1 < Words.size() && !endsStatement(Words[End].Kind))
    ++End;
  Judged = End;
  if (!Reports)
    return;
  auto IsSame = [&](const Observation &O) {
    return O.Offset >= Words[Begin].Offset && O.Offset <= Words[End].Offset &&
           textOf(O.What.Id).Rule == textOf(What.Id).Rule;
  };
  bool IsVersion = What.Id == MessageId::VersionTest;
  if (isUntouched(Scan, Words[At].Offset) ||
      (!IsVersion && !isDecisive(At, Number)) ||
      (Seen && llvm::any_of(Seen->Observed, IsSame)))
    return;
  bool IsMeant = Scan.IsMusa && isOfTarget(Number);
  Context.report(candidateOf(Words[At]), std::move(What),
                 IsMeant ? std::optional(Severity::Note) : std::nullopt);
}

void TextReader::keepForFile(Holder New) {
  auto Same =
      llvm::find_if(Kept, [&](const Holder &H) { return H.Name == New.Name; });
  if (Same == Kept.end())
    Kept.push_back(New);
  else if (Same->IsOfOtherFile)
    *Same = New; // the file's own
}

static bool isMemberName(StringRef Name) {
  return Name.starts_with("m_") || Name.ends_with("_") ||
         (Name.starts_with("_") && Name.size() > 4);
}

/// `f(0, p.major)`, `: Major_(p.major)`: true if it is an argument.
bool TextReader::pass(size_t From, StringRef By, bool IsVersion) {
  unsigned Close = 0, Index = 0;
  for (size_t I = From; I > 1 && !endsStatement(Words[I - 1].Kind); --I) {
    TokenKind Kind = Words[I - 1].Kind;
    Close += Kind == tok::r_paren;
    Index += Kind == tok::comma && !Close;
    if (Kind != tok::l_paren)
      continue;
    if (Close) {
      --Close;
      continue;
    }
    StringRef Name = Words[I - 2].Text;
    if (Words[I - 2].Kind != tok::raw_identifier ||
        is_contained({"return", "if", "while", "min", "max", "clamp"}, Name))
      continue;
    if (isMemberName(Name))
      keepForFile({Name, By, 0, IsVersion, Holder::Kind::Member});
    else if (!IsVersion)
      Passed[Name][Index] = By;
    return true;
  }
  return false;
}

/// `int sm = p.major * 10 + p.minor;`, `this->sm = p.major;`, `return p.major;`
void TextReader::keep(size_t From, StringRef By, bool IsVersion) {
  if (isComparedAround(From) || pass(From, By, IsVersion))
    return;
  for (size_t I = From; I > 1 && !endsStatement(Words[I - 1].Kind); --I) {
    // A short name as `get` may be another function's.
    if (Words[I - 1].Text == "return" && Function.size() > 4)
      return keepForFile({Function, By, 0, IsVersion, Holder::Kind::Function});
    if (Words[I - 1].Kind != tok::equal ||
        Words[I - 2].Kind != tok::raw_identifier)
      continue;
    StringRef Name = Words[I - 2].Text;
    TokenKind Before = I > 2 ? Words[I - 3].Kind : tok::semi;
    if (Before == tok::period || Before == tok::arrow || isMemberName(Name))
      return keepForFile({Name, By, 0, IsVersion, Holder::Kind::Member});
    bool IsDeclared = !endsStatement(Before) && Before != tok::r_paren;
    Held.push_back({Name, By, IsDeclared ? Depth : FunctionDepth, IsVersion});
    return;
  }
}

/// `int sm = p.major;` of a `p` whose type Clang does not know: of the variable
/// alone, since a parse saw all else.
void TextReader::keepMissed(size_t From, StringRef By) {
  while (From > 1 && (Words[From - 1].Kind == tok::period ||
                      Words[From - 1].Kind == tok::arrow))
    From -= 2;
  if (isComparedAround(From) || From < 2 ||
      Words[From - 1].Kind != tok::equal ||
      Words[From - 2].Kind != tok::raw_identifier || !FunctionDepth)
    return;
  Held.push_back({Words[From - 2].Text, By, Depth});
  Held.back().IsMissed = true;
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
  StringRef OfCode = structOfCode(Words[At].Text);
  bool IsOurs =
      !OfCode.empty() ? !IsCall && isUnseen(Words[At].Offset)
      : IsCall
          ? (isKnownFunction(Begin, Name) && !Context.nameFact(Function)) ||
                (isUnseen(Words[At].Offset) &&
                 Words[Name].Text.contains_insensitive("prop"))
          : isMissed(Words[At].Offset) && isProperties(Words[Name].Text);
  if (!IsOurs)
    return;
  StringRef By = !OfCode.empty() ? OfCode
                 : IsCall        ? Words[Name].Text
                                 : StringRef(Device.Properties);
  if (auto Number = comparedWith(Begin, At + 1))
    report(IsCall ? Name : At,
           say(msg::CapabilityKept, By, capabilitiesOfTarget()), *Number);
  else if (isUnseen(Words[At].Offset))
    keep(Begin, By);
  else
    keepMissed(Begin, By);
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
      Held.push_back({Words[At - 2].Text, Words[At - 5].Text, Depth});
    return;
  }
  if (!IsVersion && !Device.CapabilityQueries.contains(Cuda))
    return;
  for (size_t I = At + 1; I + 1 < Words.size() && !endsStatement(Words[I].Kind);
       QueryEnd = ++I)
    if (Words[I].Kind == tok::amp && Words[I + 1].Kind == tok::raw_identifier)
      Held.push_back({Words[I + 1].Text, Words[At].Text, Depth, IsVersion});
}

/// What the name stands for here; null if for nothing.
const Holder *TextReader::holderAt(size_t At) const {
  TokenKind Before = At ? Words[At - 1].Kind : tok::semi;
  bool IsMember = Before == tok::period || Before == tok::arrow;
  bool IsCall = At + 1 < Words.size() && Words[At + 1].Kind == tok::l_paren;
  auto Means = [&](const Holder &H) {
    if (H.Name != Words[At].Text ||
        (H.IsOfOtherFile && Defined.contains(H.Name)))
      return false;
    if (H.K == Holder::Kind::Function)
      return IsCall;
    return !IsCall && Before != tok::coloncolon &&
           (!IsMember || H.K == Holder::Kind::Member);
  };
  auto It = llvm::find_if(Held, Means);
  if (It != Held.end())
    return &*It;
  auto InFile = llvm::find_if(Kept, Means);
  return InFile == Kept.end() ? nullptr : &*InFile;
}

/// What a name like `Gpu.compute_capability` says by itself. One that says what
/// is asked for, as `MinComputeCapability`, is no answer.
std::optional<Holder> TextReader::namedHolderAt(size_t At) const {
  StringRef Name = Words[At].Text;
  bool IsNamed = llvm::any_of(Device.CapabilityWords, [&](StringRef Word) {
    return Name.contains(Word);
  });
  if (!IsNamed || Name.contains_insensitive("min") ||
      Name.contains_insensitive("require") || !cudaName(Name).empty())
    return std::nullopt;
  bool IsCall = At + 1 < Words.size() && Words[At + 1].Kind == tok::l_paren;
  Holder H{Name, Name};
  H.K = IsCall ? Holder::Kind::Function : Holder::Kind::Member;
  H.IsOfOtherFile = true;
  return H;
}

void TextReader::readHolder(size_t At) {
  const Holder *Found = holderAt(At);
  std::optional<Holder> Named = Found ? std::nullopt : namedHolderAt(At);
  if (!(Found || Named) ||
      !((Found && Found->IsMissed) || isUnseen(Words[At].Offset)))
    return;
  Holder H = Found ? *Found : *Named;
  size_t Begin = At, End = At + 1;
  while (Begin > 1 && (Words[Begin - 1].Kind == tok::period ||
                       Words[Begin - 1].Kind == tok::arrow))
    Begin -= 2;
  if (H.K == Holder::Kind::Function)
    for (unsigned Open = 0; End < Words.size();) {
      Open += Words[End].Kind == tok::l_paren;
      Open -= Words[End].Kind == tok::r_paren;
      ++End;
      if (!Open)
        break;
    }
  auto Number = comparedWith(Begin, End);
  // A macro of another file may be the SDK's version, which is the target's
  // too.
  if (Number == AnyNumber && (H.IsVersion || Named))
    return;
  bool IsOthersMember =
      Named || (H.IsOfOtherFile && H.K == Holder::Kind::Member);
  if (Number && IsOthersMember && !isCapability(*Number))
    return;
  if (!Number)
    return H.IsMissed || Named ? void() : keep(Begin, H.By, H.IsVersion);
  report(At,
         H.IsVersion ? say(msg::VersionTest, H.By)
                     : say(msg::CapabilityKept, H.By, capabilitiesOfTarget()),
         *Number);
}

/// Behind `int f(cudaDeviceProp p, int sm) const {`: what the parameters are.
void TextReader::enterBlock(size_t At) {
  ++Depth;
  size_t Close = At;
  while (Close && (Words[Close - 1].Text == "const" ||
                   Words[Close - 1].Text == "noexcept" ||
                   Words[Close - 1].Text == "override"))
    --Close;
  if (FunctionDepth || !Close || Words[Close - 1].Kind != tok::r_paren)
    return;
  size_t Open = openingOf(Close - 1);
  if (Open == StringRef::npos || !Open ||
      Words[Open - 1].Kind != tok::raw_identifier)
    return;
  Function = Words[Open - 1].Text;
  Defined.insert(Function);
  FunctionDepth = Depth;
  auto It = Passed.find(Function);
  unsigned Index = 0;
  for (size_t I = Open + 1; It != Passed.end() && I < Close; ++I) {
    bool Ends = Words[I].Kind == tok::comma || I + 1 == Close;
    auto By = It->second.find(Index);
    if (Ends && By != It->second.end())
      Held.push_back({Words[I - 1].Text, By->second, Depth});
    Index += Words[I].Kind == tok::comma;
  }
}

void TextReader::leaveBlock() {
  if (!Depth)
    return;
  --Depth;
  llvm::erase_if(Held, [&](const Holder &H) { return H.Depth > Depth; });
  if (Depth < FunctionDepth) {
    FunctionDepth = 0;
    Function = "";
  }
}

/// `f(&sm)`, `sm = 3;`: the variable has another value from here on.
void TextReader::forget(size_t At) {
  if (At + 1 >= Words.size() || !At || At < QueryEnd)
    return;
  bool IsGiven =
      Words[At - 1].Kind == tok::amp && At > 1 &&
      (Words[At - 2].Kind == tok::l_paren || Words[At - 2].Kind == tok::comma);
  bool IsAssigned = Words[At + 1].Kind == tok::equal;
  for (size_t I = At + 2;
       IsAssigned && I < Words.size() && !endsStatement(Words[I].Kind); ++I)
    IsAssigned = Words[I].Text != Words[At].Text;
  if (IsGiven || IsAssigned)
    llvm::erase_if(Held,
                   [&](const Holder &H) { return H.Name == Words[At].Text; });
}

void TextReader::readOnce() {
  Held.clear();
  Depth = FunctionDepth = 0;
  Judged = QueryEnd = 0;
  Function = "";
  for (size_t At = 0; At < Words.size(); ++At) {
    if (Words[At].Kind == tok::l_brace)
      enterBlock(At);
    if (Words[At].Kind == tok::r_brace)
      leaveBlock();
    if (Words[At].Kind != tok::raw_identifier || At < Judged)
      continue;
    if (isField(At))
      readField(At);
    else
      forget(At), readHolder(At), readQuery(At);
  }
}

/// What other files hold. A function that the file defines is its own.
void TextReader::takeAnswers() {
  for (const auto &[Name, Answer] : Context.Project.Answers)
    if (Scan.Text.contains(Name))
      Kept.push_back(
          {Name, Answer.By, 0, Answer.IsVersion,
           Answer.IsFunction ? Holder::Kind::Function : Holder::Kind::Member,
           /*IsOfOtherFile=*/true});
}

void TextReader::report() {
  takeAnswers();
  for (unsigned Round = 1; Round <= Rounds; ++Round) {
    Reports = Round == Rounds;
    readOnce();
  }
}

/// Names that other code has for other things are left out, as are members
/// that hold a version: a class of its own version has them too.
void TextReader::noteAnswers(KeptAnswers &Out) {
  constexpr size_t Shortest = 8, ShortestOfMember = 4;
  Collects = true;
  takeAnswers();
  for (unsigned Round = 1; Round < Rounds; ++Round)
    readOnce();
  for (const Holder &H : Kept) {
    bool IsFunction = H.K == Holder::Kind::Function;
    bool IsTold = IsFunction
                      ? H.Name.size() >= Shortest
                      : H.Name.size() >= ShortestOfMember && !H.IsVersion;
    if (IsTold && !H.IsOfOtherFile)
      Out.try_emplace(H.Name.str(),
                      KeptAnswer{H.By.str(), H.IsVersion, IsFunction});
  }
}

/// The file itself asks a device, or the SDK for a version.
bool asksForAnswer(const ScannedFile &Scan) {
  const DeviceNames &Device = sourcePlatform().Device;
  auto Has = [&](StringRef Word) { return Scan.Text.contains(Word); };
  if (llvm::any_of(Device.CapabilityFields, [&](StringRef Field) {
        return Scan.Text.contains(Field.split("::").second);
      }))
    return true;
  return Has("." + Device.Major) || Has("->" + Device.Major) ||
         Has("." + Device.Minor) || Has("->" + Device.Minor) ||
         llvm::any_of(Scan.Candidates, [&](const Candidate &C) {
           return C.at() == Candidate::Place::Name && Device.asks(C.Text);
         });
}

bool mayUseAnswer(const ScannedFile &Scan, const KeptAnswers &Known) {
  return llvm::any_of(Known, [&](const auto &Answer) {
    return Scan.Text.contains(Answer.first);
  });
}

} // namespace

void noteAnswers(const InputFile &File, const ScannedFile &Scan,
                 const Workspace &Project, const PortOptions &Options,
                 const KeptAnswers *New, KeptAnswers &Out) {
  if (!(New ? mayUseAnswer(Scan, *New) : asksForAnswer(Scan)))
    return;
  std::vector<Finding> Unused;
  const Facts None;
  const Program Nothing;
  FileContext Context(File, Scan, None, Nothing, Project, Options, Unused);
  TextReader(Scan, Context).noteAnswers(Out);
}

void reportCapabilityTexts(const ScannedFile &Scan, FileContext &Context) {
  bool IsNamed = llvm::any_of(
      sourcePlatform().Device.CapabilityWords,
      [&](const std::string &Word) { return Scan.Text.contains(Word); });
  if (IsNamed || asksForAnswer(Scan) ||
      mayUseAnswer(Scan, Context.Project.Answers))
    TextReader(Scan, Context).report();
}

} // namespace musify

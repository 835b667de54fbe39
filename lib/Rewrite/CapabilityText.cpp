// `at::cuda::getCurrentDeviceProperties()->major >= 8` where no parse knows the
// function, as without PyTorch's headers: Clang drops the whole expression. In
// a file that no parse saw, also `prop.major >= 8`, and what the capability or
// a version is written to: variables, members, results and parameters of the
// file, by their names, and functions and members of other files.
#include "Rewrite/CapabilityText.h"
#include "Platform/Answers.h"
#include "Platform/Platform.h"
#include "Rewrite/HolderWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {
namespace {

/// What goes through parameters and results is known after so many rounds.
constexpr unsigned Rounds = 3;

class TextReader : HolderWords {
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
  void readHolder(size_t At);
  std::optional<Holder> namedHolderAt(size_t At) const;
  void readOnce();
  void takeAnswers();
  bool isDecisive(size_t At, const Comparison &C, int64_t Factor) const;
  void report(size_t At, Message What, const Comparison &C, int64_t Factor);
  StringRef cudaName(StringRef Name) const;

  const ScannedFile &Scan;
  FileContext &Context;
  const DeviceNames &Device = sourcePlatform().Device;
  const FileFacts *Seen;
  std::optional<StringSet<>> Properties; ///< variables; absent: not read yet
  bool Reports = false;
  bool Collects = false; ///< for other files, from code that a parse saw too
  size_t Judged = 0;     ///< words before it belong to a finding already
};

TextReader::TextReader(const ScannedFile &Scan, FileContext &Context)
    : HolderWords(Scan.Text), Scan(Scan), Context(Context) {
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

/// False for a number above all devices, as of `major == 9999`, and where all
/// devices of both sides answer with as much: `major < 2`, `sm >= 12` of both
/// parts.
bool TextReader::isDecisive(size_t At, const Comparison &C,
                            int64_t Factor) const {
  if (C.Number == AnyNumber ||
      Words[At].Text.contains_insensitive(Device.Minor))
    return true;
  int64_t Lowest = AnyNumber, HighestMajor = 0;
  for (const Architecture *A : targetPlatform().current())
    Lowest =
        std::min<int64_t>(Lowest, A->Answers.Major * 10 + A->Answers.Minor);
  for (Capability P : sourcePlatform().Capabilities)
    HighestMajor = std::max<int64_t>(HighestMajor, P.Major);
  int64_t Whole = Factor == 1 && C.Number > HighestMajor ? 10 : Factor;
  return mayBeCapability(C.Number) && C.Change > Lowest * Whole / 10;
}

/// A rule over the AST told it, if a parse saw it after all.
void TextReader::report(size_t At, Message What, const Comparison &C,
                        int64_t Factor) {
  size_t Begin = At, End = At;
  while (Begin && !endsStatement(Words[Begin - 1].Kind))
    --Begin;
  while (End + 1 < Words.size() && !endsStatement(Words[End].Kind))
    ++End;
  bool IsVersion = What.Id == MessageId::VersionTest,
       IsDecided = !IsVersion && !isDecisive(At, C, Factor);
  // What stands beside a test that is always true decides.
  Judged = IsDecided && C.HoldsAbove && Factor == 1 ? At + 1 : End;
  if (!Reports || IsDecided)
    return;
  auto IsSame = [&](const Observation &O) {
    return O.Offset >= Words[Begin].Offset && O.Offset <= Words[End].Offset &&
           textOf(O.What.Id).Rule == textOf(What.Id).Rule;
  };
  if (isUntouched(Scan, Words[At].Offset) ||
      (Seen && llvm::any_of(Seen->Observed, IsSame)))
    return;
  bool IsMeant = Scan.IsMusa && isOfTarget(C.Number);
  Context.report(candidateOf(Words[At]), std::move(What),
                 IsMeant ? std::optional(Severity::Note) : std::nullopt);
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
  HeldAnswer What{By};
  What.Factor = OfCode.empty() ? factorBehind(At + 1) : 10;
  if (auto C = comparisonOf(Begin, At + 1))
    report(IsCall ? Name : At,
           say(msg::CapabilityKept, By, capabilitiesOfTarget()), *C,
           What.Factor);
  else if (isUnseen(Words[At].Offset))
    keep(Begin, What);
  else
    keepMissed(Begin, What);
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
      hold(Words[At - 2].Text, {Words[At - 5].Text});
    return;
  }
  if (!IsVersion && !Device.CapabilityQueries.contains(Cuda))
    return;
  for (size_t I = At + 1; I + 1 < Words.size() && !endsStatement(Words[I].Kind);
       QueryEnd = ++I)
    if (Words[I].Kind == tok::amp && Words[I + 1].Kind == tok::raw_identifier)
      hold(Words[I + 1].Text, {Words[At].Text, IsVersion});
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
  Holder H{Name, {Name}};
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
  auto C = comparisonOf(Begin, End);
  H.Of.Factor *= factorBehind(End);
  // A macro of another file may be the SDK's version, which is the target's
  // too.
  if (C && C->Number == AnyNumber && (H.Of.IsVersion || Named))
    return;
  bool IsOthersMember =
      Named || (H.IsOfOtherFile && H.K == Holder::Kind::Member);
  if (C && IsOthersMember && !isCapability(C->Number))
    return;
  if (!C)
    return H.IsMissed || Named ? void() : keep(Begin, H.Of);
  report(At,
         H.Of.IsVersion
             ? say(msg::VersionTest, H.Of.By)
             : say(msg::CapabilityKept, H.Of.By, capabilitiesOfTarget()),
         *C, H.Of.Factor);
}

void TextReader::readOnce() {
  startAgain();
  Judged = 0;
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
          {Name,
           {Answer.By, Answer.IsVersion},
           Answer.IsFunction ? Holder::Kind::Function : Holder::Kind::Member,
           0,
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
                      : H.Name.size() >= ShortestOfMember && !H.Of.IsVersion;
    if (IsTold && !H.IsOfOtherFile)
      Out.try_emplace(H.Name.str(),
                      KeptAnswer{H.Of.By.str(), H.Of.IsVersion, IsFunction});
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

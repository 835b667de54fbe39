#include "Rename/Rename.h"
#include "Diag/Message.h"
#include "Rename/Words.h"
#include "Scan/RawLexer.h"
#include "Scan/Torch.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {

/// Adds edits to a plan whose other edits were there before.
class PlanEditor {
public:
  PlanEditor(const RenamedText &In, FilePlan &Plan) : In(In), Plan(Plan) {
    for (const Finding &F : Plan.Edits)
      Old[F.Where.Offset] = F.Where.Offset + F.Where.Length;
  }
  ~PlanEditor() {
    llvm::erase_if(Plan.Edits, [&](const Finding &F) {
      return llvm::any_of(Replaced, [&](std::pair<unsigned, unsigned> R) {
        return F.Where.Offset < R.second &&
               F.Where.Offset + F.Where.Length > R.first;
      });
    });
    llvm::append_range(Plan.Edits, std::move(Added));
    llvm::sort(Plan.Edits, [](const Finding &A, const Finding &B) {
      return A.Where.Offset < B.Where.Offset;
    });
  }
  PlanEditor(const PlanEditor &) = delete;
  PlanEditor &operator=(const PlanEditor &) = delete;

  /// True if nothing edits the place and a port may.
  bool isFree(unsigned Begin, unsigned End) const {
    auto It = Old.lower_bound(End);
    bool Overlaps = It != Old.begin() && std::prev(It)->second > Begin;
    return !Overlaps && !In.IsUntouched(Begin);
  }
  void edit(unsigned Begin, StringRef Was, std::string New, StringRef Rule) {
    if (Was == New)
      return;
    Message Why = say(msg::Becomes, Was, New);
    Added.push_back({Rule.str(),
                     {In.Path.str(), Begin, unsigned(Was.size())},
                     std::move(New),
                     Severity::Note,
                     std::move(Why),
                     {}});
  }
  /// The same instead of what other rules do there.
  void replace(unsigned Begin, StringRef Was, std::string New, StringRef Rule) {
    if (In.IsUntouched(Begin))
      return;
    Replaced.emplace_back(Begin, Begin + Was.size());
    edit(Begin, Was, std::move(New), Rule);
  }

private:
  const RenamedText &In;
  FilePlan &Plan;
  std::map<unsigned, unsigned> Old; ///< begin → end
  std::vector<std::pair<unsigned, unsigned>> Replaced;
  std::vector<Finding> Added;
};

Renamer::Renamer(const RenameDecisions &Decided, ArrayRef<RenameRule> Rules,
                 const NamesInCode &Known, const Table &T)
    : Decided(Decided), Rules(Rules), Known(Known), T(T) {
  for (const auto &[Old, New] : Decided.Paths)
    ByFileName.emplace(sys::path::filename(Old).str(), std::pair(Old, New));
  for (const RenameRule &R : Rules)
    if (R.What == RenameRule::Match::String)
      Strings[R.From] = &R;
    else if (R.What == RenameRule::Match::Include)
      Includes[R.From] = &R;
}

/// The last parts of the paths that are equal, from the end: how many.
static size_t commonTail(StringRef A, StringRef B) {
  size_t Count = 0;
  while (!A.empty() && !B.empty()) {
    auto [RestA, LastA] =
        A.contains('/') ? A.rsplit('/') : std::pair(StringRef(), A);
    auto [RestB, LastB] =
        B.contains('/') ? B.rsplit('/') : std::pair(StringRef(), B);
    if (LastA != LastB)
      break;
    ++Count;
    A = RestA;
    B = RestB;
  }
  return Count;
}

/// `Path` with as many of its last parts replaced as it has in common with
/// `Old`; "" if that is not all that follows its `..`.
static std::string followMove(StringRef Path, StringRef Old, StringRef New) {
  SmallVector<StringRef> Mine, Theirs;
  Path.split(Mine, '/');
  New.split(Theirs, '/');
  size_t Tail = commonTail(Path, Old);
  for (StringRef Part : ArrayRef(Mine).drop_back(Tail))
    if (Part != ".." && Part != ".")
      return "";
  if (Tail > Theirs.size() || Old.count('/') != New.count('/'))
    return "";
  std::string Out;
  for (StringRef Part : ArrayRef(Mine).drop_back(Tail))
    Out += Part.str() + "/";
  return Out + join(ArrayRef(Theirs).take_back(Tail), "/");
}

std::string Renamer::renamedReference(StringRef Path) const {
  auto [Begin, End] = ByFileName.equal_range(sys::path::filename(Path).str());
  std::string Out;
  for (auto It = Begin; It != End; ++It) {
    std::string New = followMove(Path, It->second.first, It->second.second);
    if (New.empty())
      continue;
    if (!Out.empty() && Out != New)
      return "";
    Out = New;
  }
  return Out;
}

namespace {

/// The header that the include names, with its delimiters.
StringRef headerAt(StringRef Text, size_t Begin) {
  StringRef Line =
      Text.substr(Begin).take_until([](char C) { return C == '\n'; });
  char Close = Line.starts_with("<") ? '>' : Line.starts_with("\"") ? '"' : 0;
  size_t End = Close ? Line.find(Close, 1) : StringRef::npos;
  return End == StringRef::npos ? "" : Line.take_front(End + 1);
}

} // namespace

/// True if a line quotes, or says whose the text is and where it is from. What
/// a rule renames in names alone is a company's name elsewhere.
static bool saysSource(StringRef Line, ArrayRef<RenameRule> Rules) {
  for (StringRef Each : {"copyright", "licen", "author", "://"})
    if (Line.contains_insensitive(Each))
      return true;
  return llvm::any_of(Rules, [&](const RenameRule &R) {
    return R.What == RenameRule::Match::Word && !(R.In & RenameRule::Strings) &&
           Line.contains(R.From);
  });
}

/// Calls `Visit` with each identifier of the lines and its offset, but those of
/// a source and those before a number: `CUDA 11` stays what it is.
static void
forEachPlainWord(StringRef Text, ArrayRef<RenameRule> Rules,
                 function_ref<void(StringRef Word, size_t At)> Visit) {
  for (size_t At = 0; At < Text.size();) {
    StringRef Line = Text.substr(At).split('\n').first;
    for (size_t I = 0; I < Line.size() && !saysSource(Line, Rules);) {
      StringRef Word = Line.substr(I).take_while(
          [](char C) { return isAlnum(C) || C == '_'; });
      StringRef After = Line.substr(I + Word.size()).ltrim(" \t(>=v");
      if (!Word.empty() && (After.empty() || !isDigit(After.front())))
        Visit(Word, At + I);
      I += std::max<size_t>(Word.size(), 1);
    }
    At += Line.size() + 1;
  }
}

class CodeRenamer {
public:
  CodeRenamer(const Renamer &R, const RenamedText &In, FilePlan &Plan)
      : R(R), In(In), Edits(In, Plan) {}
  void run();

private:
  void visit(const clang::Token &Tok, unsigned Offset);
  void visitName(StringRef Name, unsigned Offset);
  void visitString(StringRef Spelling, unsigned Offset);
  void visitInclude(unsigned Offset);
  void visitComment(StringRef Spelling, unsigned Offset);
  bool isForeign(StringRef Name) const;

  const Renamer &R;
  const RenamedText &In;
  PlanEditor Edits;
  StringRef Last, BeforeLast; ///< tokens
  unsigned Past = 0;          ///< up to here all is done
};

/// True behind a namespace that the project does not declare.
bool CodeRenamer::isForeign(StringRef Name) const {
  bool IsMember = Last == "." || Last == "->";
  if (IsMember && R.T.find(Space::Identifier, Name))
    return true;
  if (Last != "::" || BeforeLast.empty() || !isAlpha(BeforeLast.front()))
    return false;
  return !R.Known.Declared.contains(BeforeLast) &&
         !R.Known.Elsewhere.contains(BeforeLast);
}

void CodeRenamer::visitName(StringRef Name, unsigned Offset) {
  auto It = R.Decided.Names.find(Name.str());
  bool IsOther = In.IsShared && R.Known.SharedTypes.contains(Name);
  if (It != R.Decided.Names.end() && !IsOther && !isForeign(Name) &&
      Edits.isFree(Offset, Offset + Name.size()))
    Edits.edit(Offset, Name, It->second, "project-name");
}

void CodeRenamer::visitString(StringRef Spelling, unsigned Offset) {
  StringRef Content = Spelling;
  if (!Content.consume_front("\"") || !Content.consume_back("\"") ||
      !Edits.isFree(Offset, Offset + Spelling.size()))
    return;
  auto It = R.Strings.find(Content);
  auto E = R.T.find(Space::String, Content);
  bool IsSdks = E && !isTorchEntry(E); // `"cuda"` names a backend of anybody
  std::string New = It != R.Strings.end() ? It->second->To
                    : IsSdks
                        ? Content.str()
                        : renameWords(Content, R.Rules, RenameRule::Strings);
  Edits.edit(Offset + 1, Content, New, "own-string");
}

void CodeRenamer::visitInclude(unsigned Offset) {
  StringRef Header = headerAt(In.Text, Offset);
  if (Header.empty())
    return;
  Past = Offset + Header.size();
  auto It = R.Includes.find(Header);
  if (It != R.Includes.end())
    return Edits.replace(Offset, Header, It->second->To, "own-include");
  StringRef Path = Header.drop_front().drop_back();
  std::string New = R.renamedReference(Path);
  if (!New.empty())
    Edits.replace(Offset + 1, Path, New, "renamed-file");
}

/// Words of comments, apart from those that say where something is from.
void CodeRenamer::visitComment(StringRef Spelling, unsigned Offset) {
  forEachPlainWord(Spelling, R.Rules, [&](StringRef Word, size_t At) {
    if (Edits.isFree(Offset + At, Offset + At + Word.size()))
      Edits.edit(Offset + At, Word,
                 renameWords(Word, R.Rules, RenameRule::Strings),
                 "project-name");
  });
}

void CodeRenamer::visit(const clang::Token &Tok, unsigned Offset) {
  if (Offset < Past)
    return;
  StringRef Spelling = In.Text.substr(Offset, Tok.getLength());
  if (Tok.is(clang::tok::comment))
    return visitComment(Spelling, Offset);
  bool IsInclude = (BeforeLast == "#" && Last.starts_with("include")) ||
                   (BeforeLast.starts_with("__has_include") && Last == "(");
  if (IsInclude)
    visitInclude(Offset);
  else if (Tok.is(clang::tok::raw_identifier))
    visitName(Spelling, Offset);
  else if (Tok.is(clang::tok::string_literal))
    visitString(Spelling, Offset);
  BeforeLast = Last;
  Last = Spelling;
}

void CodeRenamer::run() {
  forEachRawToken(
      In.Text,
      [&](const clang::Token &Tok, unsigned Offset) { visit(Tok, Offset); },
      In.IsCopy ? Comments::Keep : Comments::Skip);
}

/// What an edit keeps of the original follows as well: arguments of a call that
/// a rule rewrites.
void Renamer::renameWithin(const RenamedText &In, Finding &Edit) const {
  StringRef Was = In.Text.substr(Edit.Where.Offset, Edit.Where.Length);
  bool HasNames = false;
  forEachNameIn(Was, [&](StringRef Name, unsigned) {
    HasNames |= Decided.Names.count(Name.str()) != 0;
  });
  bool HasStrings = Was.contains('"') && StringRef(*Edit.NewText).contains('"');
  if (!HasNames && !HasStrings)
    return;
  std::string Text = *Edit.NewText;
  auto IsUntouched = [](unsigned) { return false; };
  RenamedText Inner{In.Path, Text, IsUntouched, In.IsCopy, In.IsShared};
  FilePlan Within;
  CodeRenamer(*this, Inner, Within).run();
  if (auto New = applyEdits(Text, Within))
    Edit.NewText = std::move(*New);
  else
    consumeError(New.takeError());
}

void Renamer::renameCode(const RenamedText &In, FilePlan &Plan) const {
  for (Finding &Edit : Plan.Edits)
    if (StringRef(*Edit.NewText).contains('('))
      renameWithin(In, Edit);
  CodeRenamer(*this, In, Plan).run();
}

/// `--with-cuda=`, an option that a `configure` of the project's own declares.
static bool isConfigureOption(StringRef Word) {
  return Word.starts_with("--with-") || Word.starts_with("--without-") ||
         Word.starts_with("--enable-") || Word.starts_with("--disable-");
}

static bool isPathChar(char C) {
  return isAlnum(C) || StringRef("_-+./").contains(C);
}

/// By its words, unless it is the path of a file that stays one for both, which
/// only the disk tells.
void Renamer::renameScriptWord(const RenamedText &In, unsigned Begin,
                               StringRef Word, PlanEditor &Edits) const {
  std::string New = renameWords(Word, Rules, RenameRule::Strings);
  if (New != Word && !(In.IsShareds && In.IsShareds(Word.ltrim("/"))))
    Edits.edit(Begin, Word, std::move(New), "project-name");
}

void Renamer::renameScript(const RenamedText &In, FilePlan &Plan) const {
  PlanEditor Edits(In, Plan);
  for (size_t At = 0; At < In.Text.size(); ++At) {
    StringRef Word = In.Text.substr(At).take_while(isPathChar);
    if (Word.empty())
      continue;
    size_t Begin = At;
    At += Word.size();
    StringRef Name = Word, Path = Word;
    size_t Skipped = Name.consume_front("-D") ? 2 : 0;
    auto It = Decided.Names.find(Name.str());
    if (It != Decided.Names.end()) {
      if (Edits.isFree(Begin + Skipped, At))
        Edits.edit(Begin + Skipped, Name, It->second, "project-name");
      continue;
    }
    Path = Path.ltrim("/"); // behind `${DIR}`
    std::string New = Path.contains('.') ? renamedReference(Path) : "";
    if (!New.empty())
      Edits.replace(Begin + (Word.size() - Path.size()), Path, New,
                    "renamed-file");
    else if (In.IsCopy && Edits.isFree(Begin, At) &&
             (!Word.starts_with("-") || isConfigureOption(Word)))
      renameScriptWord(In, Begin, Word, Edits);
  }
}

} // namespace musify

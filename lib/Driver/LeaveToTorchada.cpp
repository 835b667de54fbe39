// A port for torchada, which ports sources by text rules when it builds them:
// what its rules do is left to them, and where they fall short is reported.
#include "Driver/Stages.h"
#include "Platform/TextPorter.h"
#include "Rewrite/RuledLine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include <map>
#include <optional>
#include <set>

using namespace llvm;

namespace musify {
namespace {

/// A text for a message: one line, and not all of a long one.
std::string shown(StringRef Text) {
  constexpr size_t Longest = 60;
  StringRef Line = Text.trim().take_until([](char C) { return C == '\n'; });
  bool Whole = Line.size() == Text.trim().size() && Line.size() <= Longest;
  return Line.take_front(Longest).str() + (Whole ? "" : "...");
}

unsigned lineBegin(StringRef Text, unsigned At) {
  return Text.take_front(At).rfind('\n') + 1; // npos + 1 is 0
}

/// The number that the name at the place is compared with.
std::optional<SourceSpan> numberBeside(StringRef Text, const SourceSpan &Name) {
  unsigned Begin = lineBegin(Text, Name.Offset),
           End = Name.Offset + Name.Length;
  StringRef Before = Text.slice(Begin, Name.Offset);
  StringRef Behind =
      Text.drop_front(End).take_until([](char C) { return C == '\n'; });
  SmallVector<StringRef> Found;
  if (Regex("^[[:space:]]*[=<>!]=?[[:space:]]*([0-9]+)")
          .match(Behind, &Found) ||
      Regex("([0-9]+)[[:space:]]*[=<>!]=?[[:space:]]*$").match(Before, &Found))
    return SourceSpan{Name.File, unsigned(Found[1].data() - Text.data()),
                      unsigned(Found[1].size())};
  return std::nullopt;
}

/// One source under torchada's rules.
class Source {
public:
  Source(const LoadedFile &F, FilePlan &Plan)
      : F(F), Text(F.Scan.Text), Plan(Plan) {}
  void run();

private:
  const RuledLine &lineAt(unsigned Offset);
  std::string ruled(const SourceSpan &Where);
  void leave(const Finding &Edit);
  void leaveHeader(const Finding &Edit, const std::string &Theirs);
  bool hasItsKey(const Finding &Edit) const;
  bool judgeNumber(Finding &Found);
  void judgeIncludes();
  void judgeStatements();
  void report(SourceSpan Where, Message What, StringRef Entry = "") {
    Added.push_back(
        makeFinding(Where, std::move(What), {Engine::Lexer, "", Entry}));
  }

  const LoadedFile &F;
  StringRef Text;
  FilePlan &Plan;
  std::vector<Finding> Added;
  std::map<unsigned, RuledLine> Lines; ///< by where they begin
  std::set<std::string> Mapped;
};

const RuledLine &Source::lineAt(unsigned Offset) {
  unsigned Begin = lineBegin(Text, Offset);
  StringRef Line =
      Text.drop_front(Begin).take_until([](char C) { return C == '\n'; });
  return Lines.try_emplace(Begin, Line, torchada()).first->second;
}

/// What the rules make of the place.
std::string Source::ruled(const SourceSpan &Where) {
  unsigned Begin = Where.Offset - lineBegin(Text, Where.Offset);
  return lineAt(Where.Offset).textOf(Begin, Begin + Where.Length);
}

/// True if the edit is the dispatch key of a macro that torchada looks for.
bool Source::hasItsKey(const Finding &Edit) const {
  constexpr size_t Farthest = 200;
  StringRef Before = Text.take_front(Edit.Where.Offset).take_back(Farthest);
  return any_of(torchada().Keyed, [&](StringRef Macro) {
    return Regex(("(^|[^A-Za-z0-9_])" + Macro +
                  "[[:space:]]*\\([[:space:]]*[A-Za-z_0-9]+[[:space:]]*,"
                  "[[:space:]]*$")
                     .str())
        .match(Before);
  });
}

void Source::leave(const Finding &Edit) {
  StringRef Old = Text.substr(Edit.Where.Offset, Edit.Where.Length);
  std::string Theirs = ruled(Edit.Where);
  bool IsHeader = any_of(F.Scan.Candidates, [&](const Candidate &C) {
    return C.at() == Candidate::Place::Include && C.Offset == Edit.Where.Offset;
  });
  // Several paths lead to one header.
  bool IsOther = IsHeader && Theirs != Old;
  if (Theirs == *Edit.NewText || hasItsKey(Edit) || IsOther)
    Mapped.insert(Old.str());
  else if (Edit.Rule == "inline-ptx")
    report(Edit.Where, say(msg::TorchadaPtx));
  else if (Theirs == Old)
    report(Edit.Where,
           say(msg::TorchadaLeaves, shown(Old), shown(*Edit.NewText)),
           Edit.From.Entry);
  else
    report(Edit.Where,
           say(msg::TorchadaDiffers, shown(Old), shown(Theirs),
               shown(*Edit.NewText)),
           Edit.From.Entry);
}

/// A number that counts CUDA's versions or devices: false if the rules replace
/// it together with the macro.
bool Source::judgeNumber(Finding &Found) {
  StringRef Old = Text.substr(Found.Where.Offset, Found.Where.Length);
  std::string Theirs = ruled(Found.Where);
  if (Theirs == Old)
    return true;
  auto Number = numberBeside(Text, Found.Where);
  if (Number && ruled(*Number) != Text.substr(Number->Offset, Number->Length)) {
    Mapped.insert(Old.str());
    return false;
  }
  Found.What = say(msg::TorchadaNumber, Old, Theirs);
  Found.Rule = textOf(msg::TorchadaNumber).Rule.str();
  Found.Level = Severity::Error;
  return true;
}

/// Paths of the project that the rules change, although no file gets a new
/// name.
void Source::judgeIncludes() {
  for (const Candidate &C : F.Scan.Candidates) {
    if (C.at() != Candidate::Place::Include || C.E || C.MusaCode)
      continue;
    SourceSpan Where = {F.Input->Path, C.Offset, C.Length};
    if (std::string Theirs = ruled(Where); Theirs != C.Text)
      report(Where, say(msg::TorchadaInclude, C.Text, shown(Theirs)));
  }
}

/// Statements that a rule switches off.
void Source::judgeStatements() {
  const TextPorter &Rules = torchada();
  for (const auto &[Old, New] : Rules.Rules) {
    if (New != Rules.Disabled)
      continue;
    for (size_t At = Text.find(Old); At != StringRef::npos;
         At = Text.find(Old, At + 1)) {
      SourceSpan Where = {F.Input->Path, unsigned(At), unsigned(Old.size())};
      auto IsHere = [&](const Finding &Each) {
        return Each.Where.Offset == Where.Offset;
      };
      if (lineAt(At).text().contains(New)) {
        llvm::erase_if(Added, IsHere);
        report(Where, say(msg::TorchadaDisables, New));
      }
    }
  }
}

void Source::run() {
  if (!torchada().reads(F.Input->Path)) {
    if (size_t Count = Plan.Edits.size())
      report(Plan.Edits[0].Where, say(msg::TorchadaUnread, Count));
  } else {
    for (const Finding &Edit : Plan.Edits)
      leave(Edit);
    llvm::erase_if(Plan.Findings, [&](Finding &Found) {
      return Found.Rule == "numeric-macro" && !judgeNumber(Found);
    });
    judgeIncludes();
    judgeStatements();
  }
  if (!Mapped.empty())
    report({F.Input->Path, 0, 0},
           say(msg::TorchadaMaps, Mapped.size(), listOf(Mapped)));
  Plan.Edits.clear();
  llvm::append_range(Plan.Findings, std::move(Added));
}

/// One build script beside torchada.
class ScriptBeside {
public:
  ScriptBeside(const LoadedScript &S, const BuildRules &Rules, FilePlan &Plan)
      : S(S), Text(S.Content.Text), Rules(Rules), Plan(Plan) {}
  void run();

private:
  bool isPatched(const Finding &F) const;
  void leave(const Finding &Edit);
  void import();

  const LoadedScript &S;
  StringRef Text;
  const BuildRules &Rules;
  FilePlan &Plan;
};

/// True for rules about what torchada changes when it is imported.
bool isPatchedBy(const BuildRule &R) {
  using Place = BuildRule::Place;
  return R.AtRunTime || R.At == Place::Import || R.At == Place::Attribute ||
         R.At == Place::Keyword || R.At == Place::Member;
}

/// True for what torchada does when it is imported, or while it builds.
bool ScriptBeside::isPatched(const Finding &F) const {
  StringRef Old = Text.substr(F.Where.Offset, F.Where.Length);
  if (is_contained(torchada().Libraries, Old) || F.Rule == "python-run-time")
    return true;
  // Some rules have one name: what is a sign of a script is imported, too.
  bool HasRule = false;
  for (const BuildRule &R : Rules.all()) {
    if (R.Name != F.From.Entry)
      continue;
    if (isPatchedBy(R))
      return true;
    HasRule = true;
  }
  bool IsModule = !HasRule && StringRef(F.From.Entry).contains('/');
  StringRef Behind = Text.substr(F.Where.Offset + F.Where.Length);
  StringRef Next = Behind.ltrim("'\" \t").take_front(1);
  bool IsKey = Next == ":" || Next == "]";
  return IsModule || (Old.trim("'\"") == torchada().CompilerKey && IsKey);
}

/// True for a statement before which torchada has to be imported.
bool usesBuilder(StringRef Code) {
  return any_of(torchada().ImportBefore, [&](StringRef Begins) {
    StringRef Behind = Code;
    return Behind.consume_front(Begins) &&
           (Behind.empty() || !(isAlnum(Behind[0]) || Behind[0] == '_'));
  });
}

/// The statement that switches torchada on, before the first one that it
/// changes.
void ScriptBeside::import() {
  if (!Text.contains(torchada().Builder) || Text.contains(torchada().Import))
    return;
  auto IsInString = [&](unsigned At) {
    return any_of(S.Content.Scan.Tokens, [&](const ScriptToken &T) {
      return T.QuoteBegin < At && At < T.QuoteEnd;
    });
  };
  for (unsigned At = 0; At < Text.size();) {
    StringRef Line =
        Text.drop_front(At).take_until([](char C) { return C == '\n'; });
    StringRef Code = Line.ltrim(" \t");
    if (usesBuilder(Code) && !IsInString(At)) {
      std::string New =
          (Line.drop_back(Code.size()) + torchada().Import + "\n").str();
      Plan.Edits.push_back({"",
                            {S.Input.Path, At, 0},
                            std::move(New),
                            Severity::Note,
                            say(msg::TorchadaImported, torchada().Name),
                            {}});
      return;
    }
    At += Line.size() + 1;
  }
}

/// What torchada passes on as it is.
void ScriptBeside::leave(const Finding &Edit) {
  StringRef Written = Text.substr(Edit.Where.Offset, Edit.Where.Length);
  std::string Old = shown(Written.trim(", \t\n"));
  Message What = Edit.NewText->empty()
                     ? say(msg::BuildUnsupported, Old)
                     : say(msg::TorchadaPasses, Old, shown(*Edit.NewText));
  Plan.Findings.push_back(
      makeFinding(Edit.Where, std::move(What), Edit.From, Severity::Warning));
}

void ScriptBeside::run() {
  std::vector<Finding> Edits = std::move(Plan.Edits);
  Plan.Edits.clear();
  bool IsPython = S.Content.Syntax == ScriptSyntax::Python;
  llvm::erase_if(Plan.Findings, [](const Finding &F) {
    // torchada's compiler takes all suffixes; no architecture was written.
    return F.Rule == "kept-suffix" || F.Rule == "build-arch";
  });
  if (!IsPython && !Edits.empty()) {
    Plan.Findings.push_back(makeFinding(
        Edits[0].Where, say(msg::TorchadaScript, Edits.size()), {}));
    return;
  }
  llvm::erase_if(Plan.Findings, [&](const Finding &F) { return isPatched(F); });
  for (const Finding &Edit : Edits)
    if (!isPatched(Edit) && Edit.Where.Length)
      leave(Edit);
  if (IsPython)
    import();
}

void sortByPlace(FilePlan &Plan) {
  llvm::sort(Plan.Findings, [](const Finding &A, const Finding &B) {
    return A.Where.key() != B.Where.key() ? A.Where.key() < B.Where.key()
                                          : A.What < B.What;
  });
}

} // namespace

void leaveToTorchada(ArrayRef<LoadedFile> Files, ArrayRef<LoadedScript> Scripts,
                     const BuildRules &Rules, Plan &Merged) {
  for (const LoadedFile &F : Files) {
    if (F.Input->IsAround || F.SpeaksMusa)
      continue;
    FilePlan &Plan = Merged.Files[F.Input->Path];
    Source(F, Plan).run();
    sortByPlace(Plan);
  }
  for (const LoadedScript &S : Scripts) {
    if (S.Input.IsAround)
      continue;
    FilePlan &Plan = Merged.Files[S.Input.Path];
    ScriptBeside(S, Rules, Plan).run();
    sortByPlace(Plan);
  }
}

} // namespace musify

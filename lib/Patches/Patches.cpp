#include "Patches/Patches.h"
#include "Project/FileNames.h"
#include "Report/Diff.h"
#include "Report/LineIndex.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include <map>
#include <set>

using namespace llvm;

namespace musify {
namespace {

/// What a patch is about; they come in this order, and the names of libraries
/// in that of the libraries.
struct Group {
  enum class Kind { Build, Headers, Names, Own, Device } What = Kind::Device;
  std::string Library; ///< of `Names`
  auto operator<=>(const Group &) const = default;
};

bool isScript(const FileResult &F) {
  return !fileTypeOf(F.Path) && !isMusaExtension(F.Path);
}

StringRef lineAt(StringRef Text, size_t Offset) {
  size_t Begin = Text.take_front(Offset).rfind('\n') + 1;
  return Text.substr(Begin).take_until([](char C) { return C == '\n'; });
}

Group groupOf(const FileResult &F, const Finding &Edit,
              const RunResult &Result) {
  StringRef Line = lineAt(F.OldText, Edit.Where.Offset).ltrim();
  bool IsInclude =
      Line.consume_front("#") && Line.ltrim().starts_with("include");
  if (isScript(F) || Edit.Rule == "renamed-file")
    return {Group::Kind::Build, ""};
  if (IsInclude)
    return {Group::Kind::Headers, ""};
  if (Edit.Rule == "project-name" || StringRef(Edit.Rule).starts_with("own-") ||
      Edit.Rule == "beside")
    return {Group::Kind::Own, ""};
  auto Entry = Result.Entries.find(Edit.From.Entry.str());
  if (Entry == Result.Entries.end())
    return {Group::Kind::Device, ""};
  return {Group::Kind::Names, Entry->second.Library};
}

std::string subjectOf(const Group &G) {
  switch (G.What) {
  case Group::Kind::Build:
    return "Build for MUSA";
  case Group::Kind::Headers:
    return "Include the headers of MUSA";
  case Group::Kind::Names:
    return "Use MUSA's names of the library " + G.Library;
  case Group::Kind::Own:
    return "Rename the project's own names for MUSA";
  case Group::Kind::Device:
    return "Port the rest of the code to MUSA";
  }
  llvm_unreachable("all groups have a subject");
}

/// The name of a patch's file: the subject with `-` for all that is no word.
std::string slugOf(StringRef Subject) {
  std::string Out;
  for (char C : Subject)
    if (isAlnum(C))
      Out += C;
    else if (!Out.empty() && Out.back() != '-')
      Out += '-';
  return Out;
}

class Series {
public:
  Series(const RunResult &Result,
         function_ref<NamesInPatch(const FileResult &)> NamesOf)
      : Result(Result), NamesOf(NamesOf) {}
  Expected<std::vector<PatchFile>> run();

private:
  void collect();
  Expected<std::string> diffOf(const FileResult &F, const Group &G,
                               bool IsFirst) const;
  Expected<std::string> textBefore(const FileResult &F, const Group &G,
                                   FilePlan &Rest) const;
  std::string coverLetter() const;
  std::string mail(size_t Number, StringRef Subject, StringRef Body) const;

  const RunResult &Result;
  function_ref<NamesInPatch(const FileResult &)> NamesOf;
  std::map<Group, unsigned> Edits; ///< how many each group has
  size_t Count = 0;                ///< of patches
};

void Series::collect() {
  for (const FileResult &F : Result.Files) {
    NamesInPatch Names = NamesOf(F);
    if (Names.Old != Names.New)
      Edits.try_emplace({Group::Kind::Build, ""});
    for (const Finding &Edit : F.Plan.Edits)
      ++Edits[groupOf(F, Edit, Result)];
  }
  Count = Edits.size();
}

/// The text that the patches before the group leave; `Rest` gets the edits of
/// the group, at their places in that text.
Expected<std::string> Series::textBefore(const FileResult &F, const Group &G,
                                         FilePlan &Rest) const {
  FilePlan Done;
  long Shift = 0;
  for (const Finding &Edit : F.Plan.Edits) {
    Group Mine = groupOf(F, Edit, Result);
    if (Mine < G) {
      Done.Edits.push_back(Edit);
      Shift += long(Edit.NewText->size()) - long(Edit.Where.Length);
    } else if (Mine == G) {
      Rest.Edits.push_back(Edit);
      Rest.Edits.back().Where.Offset += Shift;
    }
  }
  return applyEdits(F.OldText, Done);
}

Expected<std::string> Series::diffOf(const FileResult &F, const Group &G,
                                     bool IsFirst) const {
  NamesInPatch Names = NamesOf(F);
  if (F.IsCopy) { // all of it in the first patch
    auto Text = applyEdits(F.OldText, F.Plan);
    if (!Text || !IsFirst)
      return Text ? Expected<std::string>("") : Text.takeError();
    FilePlan Whole;
    Whole.Edits.push_back(
        {"", {F.Path, 0, 0}, std::move(*Text), Severity::Note, {}, {}});
    return "diff --git a/" + Names.New + " b/" + Names.New +
           "\nnew file mode 100644\n" +
           unifiedDiff("/dev/null", "b/" + Names.New, "", Whole);
  }
  FilePlan Rest;
  auto Before = textBefore(F, G, Rest);
  if (!Before)
    return Before.takeError();
  const std::string &Old = IsFirst ? Names.Old : Names.New;
  std::string Head = renameHeader(Old, Names.New);
  std::string Diff = unifiedDiff("a/" + Old, "b/" + Names.New, *Before, Rest);
  bool NeedsHead = Head.empty() && !Diff.empty();
  return (NeedsHead ? "diff --git a/" + Old + " b/" + Names.New + "\n" : Head) +
         Diff;
}

std::string Series::mail(size_t Number, StringRef Subject,
                         StringRef Body) const {
  return formatv("From {0} Mon Sep 17 00:00:00 2001\n"
                 "From: musify <musify@localhost>\n"
                 "Subject: [PATCH {1}/{2}] {3}\n\n{4}-- \nmusify {5}\n",
                 std::string(40, '0'), Number, Count, Subject, Body,
                 Result.ToolVersion)
      .str();
}

std::string Series::coverLetter() const {
  unsigned Files = 0, All = 0;
  std::string Findings;
  for (const FileResult &F : Result.Files) {
    Files += !F.Plan.Edits.empty();
    All += F.Plan.Edits.size();
    LineIndex Lines(F.OldText);
    for (const Finding &Each : F.Plan.Findings)
      if (Each.Level != Severity::Note)
        Findings += formatv("  {0}:{1}: {2}: {3}\n", NamesOf(F).Old,
                            Lines.at(Each.Where.Offset).Line,
                            severityName(Each.Level), Each.What.text());
  }
  std::string Out =
      formatv("This series ports {0} files to MUSA with {1} edits. "
              "musify {2} made it.\n\n",
              Files, All, Result.ToolVersion);
  for (const auto &[G, Number] : Edits)
    Out += formatv("  {0}: {1} edits\n", subjectOf(G), Number);
  if (!Findings.empty())
    Out += "\nTo do by hand (lines of the original):\n\n" + Findings;
  return Out + "\n";
}

Expected<std::vector<PatchFile>> Series::run() {
  collect();
  std::vector<PatchFile> Out;
  Out.push_back({"cover-letter.txt", mail(0, "Port to MUSA", coverLetter())});
  for (const auto &[G, Number] : Edits) {
    size_t Index = Out.size();
    std::string Body = formatv("{0} edits.\n---\n", Number);
    for (const FileResult &F : Result.Files) {
      auto Diff = diffOf(F, G, Index == 1);
      if (!Diff)
        return Diff.takeError();
      Body += *Diff;
    }
    std::string Subject = subjectOf(G);
    std::string Digits = std::to_string(Index);
    Digits.insert(0, Digits.size() < 4 ? 4 - Digits.size() : 0, '0');
    Out.push_back({Digits + "-" + slugOf(Subject) + ".patch",
                   mail(Index, Subject, Body)});
  }
  return std::move(Out);
}

} // namespace

Expected<std::vector<PatchFile>>
makePatches(const RunResult &Result,
            function_ref<NamesInPatch(const FileResult &)> NamesOf) {
  return Series(Result, NamesOf).run();
}

} // namespace musify

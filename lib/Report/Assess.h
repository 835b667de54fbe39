//===- Assess.h - What a port of a repository will take ---------*- C++ -*-===//
//
// The one-page assessment of `musify scan`: counted from what a port would do
// and would tell. The method is described in docs/scan.md.
//
//===----------------------------------------------------------------------===//
#ifndef MUSIFY_REPORT_ASSESS_H
#define MUSIFY_REPORT_ASSESS_H

#include "Lint/Catalogue.h"
#include "Report/Result.h"
#include "llvm/ADT/ArrayRef.h"
#include <map>
#include <string>
#include <vector>

namespace musify {

/// The work that is left for a person in a file once it is ported.
enum class Effort { None, Low, Medium, High };
llvm::StringRef effortName(Effort E);

struct FileAssessment {
  const FileResult *File = nullptr;
  unsigned Lines = 0;
  unsigned Edits = 0; ///< made without a person
  std::map<Severity, unsigned> Findings;
  unsigned Points = 0; ///< what `Level` follows from
  Effort Level = Effort::None;
};

/// The names of one library by the status of their entries.
struct LibraryUse {
  std::string Library;
  std::map<std::string, unsigned> Names; ///< status → different names
  unsigned Places = 0;
};

/// One thing that is in the way: a rule, and the name it is about.
struct Blocker {
  const LintRule *Rule = nullptr;
  std::string Entry; ///< of the tables; empty: the rule alone
  Severity Level = Severity::Warning;
  unsigned Places = 0, Files = 0;
  std::string Message; ///< at the first place
};

/// One step of the work: a problem, and the percentage of the files with CUDA
/// that have none left once this and the steps before are solved.
struct WorkStep {
  Blocker Solved;
  unsigned Done = 0;
};

/// How something of CUDA's is called in a port beside.
struct BesideName {
  enum class Is { Directory, File, Macro, Option, Name };
  Is What;
  std::string Cuda, Musa;
  std::string Sibling;   ///< what another vendor has in its place, or empty
  std::string Set;       ///< chooses another name: an option, a line of renames
  bool IsNeeded = false; ///< without it a port takes another name
  unsigned Count = 1;    ///< how many are named alike
};
llvm::StringRef kindName(BesideName::Is What);

/// Which kind of port fits the project.
struct Advice {
  std::string Kind; ///< `replace`, `beside` or `shim`; empty: not asked for
  Message Reason;
  std::vector<BesideName> Pattern; ///< of a port beside
};

struct Assessment {
  std::vector<FileAssessment> Files; ///< all that were read, by path
  unsigned Lines = 0, WithCuda = 0, Edits = 0;
  std::map<Severity, unsigned> Findings;
  std::map<Effort, unsigned> Efforts; ///< of the files with CUDA
  std::vector<LibraryUse> Libraries;  ///< most used first
  std::vector<Blocker> Hazards;       ///< by rule, whatever the name
  std::vector<Blocker> Blockers;      ///< errors and warnings, worst first
  std::vector<WorkStep> Order; ///< missing headers too; soonest done first
  std::vector<const FileResult *> NotParsed; ///< or not completely
  Advice Way;
  Language Lang = Language::English; ///< of messages and the page
};

/// Assesses a run. `Run` outlives the result.
Assessment assess(const RunResult &Run);

/// The page as text: the ten worst of each list.
std::string assessmentText(const Assessment &A, bool Colour);
/// All of it as JSON; the keys are described in docs/scan.md.
std::string assessmentJson(const Assessment &A, llvm::StringRef ToolVersion);

} // namespace musify

#endif // MUSIFY_REPORT_ASSESS_H

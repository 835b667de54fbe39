// The assessment of `musify scan` as JSON.
#include "Report/Assess.h"
#include <nlohmann/json.hpp>

using namespace llvm;
using nlohmann::ordered_json;

namespace musify {
namespace {

ordered_json countsJson(const std::map<Severity, unsigned> &Counts) {
  ordered_json J;
  for (Severity Level : {Severity::Error, Severity::Warning, Severity::Note}) {
    auto It = Counts.find(Level);
    J[severityName(Level).str()] = It == Counts.end() ? 0 : It->second;
  }
  return J;
}

ordered_json blockerJson(const Blocker &B, bool WithName) {
  ordered_json J;
  J["rule"] = B.Rule ? B.Rule->Id.str() : "";
  J["ruleName"] = B.Rule ? B.Rule->Name.str() : "";
  J["severity"] = severityName(B.Level).str();
  J["places"] = B.Places;
  J["files"] = B.Files;
  if (WithName) {
    J["entry"] = B.Entry;
    J["message"] = B.Message;
  }
  return J;
}

ordered_json fileJson(const FileAssessment &F) {
  return {{"path", F.File->Shown},
          {"lines", F.Lines},
          {"effort", effortName(F.Level).str()},
          {"points", F.Points},
          {"edits", F.Edits},
          {"findings", countsJson(F.Findings)}};
}

} // namespace

static ordered_json patternJson(const std::vector<BesideName> &Pattern) {
  ordered_json Out = ordered_json::array();
  for (const BesideName &N : Pattern) {
    ordered_json J = {{"kind", kindName(N.What).str()},
                      {"cuda", N.Cuda},
                      {"musa", N.Musa},
                      {"count", N.Count}};
    if (!N.Sibling.empty())
      J["sibling"] = N.Sibling;
    J[N.IsNeeded ? "needs" : "set"] = N.Set;
    Out.push_back(std::move(J));
  }
  return Out;
}

std::string assessmentJson(const Assessment &A, StringRef ToolVersion) {
  ordered_json J = {{"tool", "musify"},
                    {"version", ToolVersion.str()},
                    {"files", A.Files.size()},
                    {"filesWithCuda", A.WithCuda},
                    {"lines", A.Lines},
                    {"edits", A.Edits},
                    {"findings", countsJson(A.Findings)}};
  if (!A.Way.Kind.empty())
    J["advice"] = {{"kind", A.Way.Kind}, {"reason", A.Way.Reason.text(A.Lang)}};
  if (!A.Way.Pattern.empty())
    J["advice"]["pattern"] = patternJson(A.Way.Pattern);
  for (Effort E : {Effort::None, Effort::Low, Effort::Medium, Effort::High}) {
    auto It = A.Efforts.find(E);
    J["effort"][effortName(E).str()] = It == A.Efforts.end() ? 0 : It->second;
  }
  for (const char *List :
       {"libraries", "rules", "blockers", "order", "perFile", "notParsed"})
    J[List] = ordered_json::array();
  for (const LibraryUse &L : A.Libraries)
    J["libraries"].push_back(
        {{"library", L.Library}, {"places", L.Places}, {"names", L.Names}});
  for (const Blocker &B : A.Hazards)
    J["rules"].push_back(blockerJson(B, false));
  for (const Blocker &B : A.Blockers)
    J["blockers"].push_back(blockerJson(B, true));
  for (const WorkStep &Step : A.Order) {
    J["order"].push_back(blockerJson(Step.Solved, true));
    J["order"].back()["done"] = Step.Done;
  }
  for (const FileAssessment &F : A.Files)
    J["perFile"].push_back(fileJson(F));
  for (const FileResult *F : A.NotParsed)
    J["notParsed"].push_back(F->Shown);
  return J.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace musify

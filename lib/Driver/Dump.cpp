// Each stage of a run as JSON, for tests and for people who look for a fault.
// The keys are described in docs/architecture.md.
#include "Driver/Stages.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace musify {

std::optional<Stage> findStage(StringRef Name) {
  return StringSwitch<std::optional<Stage>>(Name)
      .Case("inputs", Stage::Inputs)
      .Case("candidates", Stage::Candidates)
      .Case("facts", Stage::Facts)
      .Case("program", Stage::Program)
      .Case("findings", Stage::Findings)
      .Case("plan", Stage::Plan)
      .Default(std::nullopt);
}

namespace {

using json::OStream;

std::string text(StringRef Bytes) { return json::fixUTF8(Bytes); }

/// Writes one document, and a line end behind it.
template <typename Fn> void document(raw_ostream &OS, Fn Write) {
  OStream J(OS, 2);
  J.object([&] { Write(J); });
  J.flush();
  OS << '\n';
}

StringRef placeName(Candidate::Place At) {
  switch (At) {
  case Candidate::Place::Name:
    return "name";
  case Candidate::Place::Include:
    return "include";
  case Candidate::Place::String:
    return "string";
  case Candidate::Place::Comment:
    return "comment";
  case Candidate::Place::Paste:
    return "paste";
  case Candidate::Place::Asm:
    return "asm";
  case Candidate::Place::Launch:
    return "launch";
  }
  llvm_unreachable("all places are handled");
}

StringRef ownerName(Owner Whose) {
  switch (Whose) {
  case Owner::Sdk:
    return "sdk";
  case Owner::User:
    return "user";
  case Owner::Ambiguous:
    return "ambiguous";
  }
  llvm_unreachable("all owners are handled");
}

/// The keys of a map in their order.
template <typename Map> auto sortedKeys(const Map &All) {
  std::vector<std::decay_t<decltype(All.begin()->first)>> Keys;
  for (const auto &[Key, Value] : All)
    Keys.push_back(Key);
  llvm::sort(Keys);
  return Keys;
}

void writeCandidate(OStream &J, const Candidate &C) {
  J.object([&] {
    J.attribute("offset", C.Offset);
    J.attribute("length", C.Length);
    J.attribute("kind", placeName(C.at()));
    J.attribute("text", text(C.Text));
    if (C.E)
      J.attribute("entry", C.E->From);
    if (!C.name().Qualifier.empty())
      J.attribute("qualifier", text(C.name().Qualifier));
    for (auto [Name, IsSo] :
         {std::pair("inCondition", C.name().InCondition),
          std::pair("inDefined", C.name().InDefined),
          std::pair("compared", C.name().Compared),
          std::pair("macroName", C.name().IsMacros),
          std::pair("musaCode", C.MusaCode), std::pair("asksBoth", C.AsksBoth)})
      if (IsSo)
        J.attribute(Name, true);
  });
}

void writeFileFacts(OStream &J, const FileFacts &F) {
  J.attribute("coveredBy", F.CoveredBy);
  J.attributeArray("names", [&] {
    for (unsigned Offset : sortedKeys(F.Names)) {
      const NameFact &Fact = F.Names.find(Offset)->second;
      J.object([&] {
        J.attribute("offset", Offset);
        J.attribute("owner", ownerName(Fact.Whose));
        J.attribute("engine", engineName(Fact.From));
        if (!Fact.Scope.empty())
          J.attribute("scope", Fact.Scope);
      });
    }
  });
  J.attributeArray("includes", [&] {
    for (unsigned Offset : sortedKeys(F.Includes)) {
      const IncludeFact &Fact = F.Includes.find(Offset)->second;
      J.object([&] {
        J.attribute("offset", Offset);
        J.attribute("inSdk", Fact.InSdk);
        J.attribute("resolved", text(Fact.Resolved));
      });
    }
  });
  J.attributeArray("unseen", [&] {
    for (auto [Begin, End] : F.Unseen.value_or(Ranges()))
      J.object([&, Begin = Begin, End = End] {
        J.attribute("begin", Begin);
        J.attribute("end", End);
      });
  });
  J.attributeArray("observed", [&] {
    for (const Observation &O : F.Observed)
      J.object([&] {
        J.attribute("offset", O.Offset);
        J.attribute("messageId", textOf(O.What.Id).Name);
        J.attribute("message", text(O.What.text()));
      });
  });
}

StringRef roleName(Role R) {
  static constexpr StringLiteral Names[] = {
      "definition", "undefinition", "test", "number", "use", "flag"};
  return Names[size_t(R)];
}

StringRef fateName(Fate F) {
  static constexpr StringLiteral Names[] = {"open", "moves", "stays"};
  return Names[size_t(F)];
}

StringRef reasonName(Reason R) {
  static constexpr StringLiteral Names[] = {
      "none",    "configures",  "in-turn", "own",
      "repeats", "maps-itself", "number"};
  return Names[size_t(R)];
}

void writeEntity(OStream &J, const Entity &E, const Program &Whole) {
  J.attribute("name", text(E.Name));
  J.attribute("kind", E.Kind == EntityKind::Global ? "global" : "namespace");
  if (!E.NewName.empty())
    J.attribute("newName", text(E.NewName));
  J.attribute("fate", fateName(E.F));
  J.attribute("reason", reasonName(E.Why));
  J.attributeArray("occurrences", [&] {
    for (const Occurrence &O : E.Where)
      J.object([&] {
        J.attribute("path", text(Whole.files()[O.File].Shown));
        J.attribute("offset", O.Offset);
        J.attribute("role", roleName(O.Does));
        if (O.Whose)
          J.attribute("owner", ownerName(*O.Whose));
        if (O.Branch)
          J.attribute("conditional", true);
        if (O.TargetOnly)
          J.attribute("targetOnly", true);
      });
  });
}

void writeFinding(OStream &J, const Finding &F) {
  J.object([&] {
    J.attribute("offset", F.Where.Offset);
    J.attribute("length", F.Where.Length);
    J.attribute("rule", StringRef(F.Rule));
    if (F.NewText)
      J.attribute("new", text(*F.NewText));
    else
      J.attribute("severity", severityName(F.Level));
    J.attribute("engine", engineName(F.From.From));
    J.attribute("entry", StringRef(F.From.Entry));
    if (!F.What)
      return;
    J.attribute("messageId", textOf(F.What.Id).Name);
    J.attribute("message", text(F.What.text()));
  });
}

} // namespace

void dumpInputs(raw_ostream &OS, const ProjectFiles &Found) {
  document(OS, [&](OStream &J) {
    J.attribute("root", text(Found.Root));
    J.attributeArray("files", [&] {
      for (const InputFile &F : Found.Inputs.Files)
        J.object([&] {
          J.attribute("path", text(F.Shown));
          J.attribute("header", F.IsHeader);
          auto Mine = Found.Commands.find(F.Path);
          J.attribute("commands", Mine == Found.Commands.end()
                                      ? 0
                                      : int64_t(Mine->second.size()));
        });
    });
    J.attributeArray("around", [&] {
      for (const InputFile &F : Found.Inputs.Around)
        J.value(text(F.Path));
    });
    J.attributeArray("scripts", [&] {
      for (const InputFile &F : Found.Scripts)
        J.object([&] { J.attribute("path", text(F.Shown)); });
    });
    J.attributeArray("skipped", [&] {
      for (const SkippedPath &S : Found.Inputs.Skipped)
        J.object([&] {
          J.attribute("path", text(S.Path));
          J.attribute("reason", text(S.Reason.text()));
        });
    });
  });
}

void dumpCandidates(raw_ostream &OS, ArrayRef<LoadedFile> Files) {
  document(OS, [&](OStream &J) {
    J.attributeArray("files", [&] {
      for (const LoadedFile &F : Files)
        J.object([&] {
          J.attribute("path", text(F.Input->Shown));
          J.attribute("musa", F.Scan.IsMusa);
          J.attributeArray("candidates", [&] {
            for (const Candidate &C : F.Scan.Candidates)
              writeCandidate(J, C);
          });
        });
    });
  });
}

void dumpFacts(raw_ostream &OS, const Facts &Known) {
  document(OS, [&](OStream &J) {
    J.attributeArray("files", [&] {
      std::vector<StringRef> Paths(Known.Files.keys().begin(),
                                   Known.Files.keys().end());
      llvm::sort(Paths);
      for (StringRef Path : Paths)
        J.object([&] {
          J.attribute("path", text(Path));
          writeFileFacts(J, Known.Files.find(Path)->second);
        });
    });
  });
}

void dumpProgram(raw_ostream &OS, const Program &Whole) {
  document(OS, [&](OStream &J) {
    J.attributeArray("entities", [&] {
      for (const Entity *E : Whole.entities())
        J.object([&] { writeEntity(J, *E, Whole); });
    });
  });
}

void dumpFindings(raw_ostream &OS, const FindingsByFile &Found) {
  document(OS, [&](OStream &J) {
    J.attributeArray("files", [&] {
      for (const auto &[Path, All] : Found) {
        auto Mine = llvm::to_vector(llvm::make_pointer_range(All));
        llvm::sort(Mine, [](const Finding *A, const Finding *B) {
          return std::tie(A->Where.Offset, A->Rule, A->What) <
                 std::tie(B->Where.Offset, B->Rule, B->What);
        });
        J.object([&, &Path = Path, &Mine = Mine] {
          J.attribute("path", text(Path));
          J.attributeArray("findings", [&] {
            for (const Finding *F : Mine)
              writeFinding(J, *F);
          });
        });
      }
    });
  });
}

void dumpPlan(raw_ostream &OS, const Plan &Merged) {
  document(OS, [&](OStream &J) {
    J.attributeArray("files", [&] {
      for (const auto &[Path, File] : Merged.Files)
        J.object([&, &Path = Path, &File = File] {
          J.attribute("path", text(Path));
          for (auto [Name, List] : {std::pair("edits", &File.Edits),
                                    std::pair("findings", &File.Findings)})
            J.attributeArray(Name, [&, List = List] {
              for (const Finding &F : *List)
                writeFinding(J, F);
            });
        });
    });
  });
}

} // namespace musify

// Findings, edits and what is known of names, for editors.
#include "ConfigFile.h"
#include "Driver/ExitCode.h"
#include "Driver/Lint.h"
#include "Help.h"
#include "Language.h"
#include "Report/LineIndex.h"
#include "Support/RealPath.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/LSP/Protocol.h"
#include "llvm/Support/LSP/Transport.h"

using namespace llvm;

namespace musify {
namespace {

constexpr const char *LspHelp =
    "Serves an editor over the Language Server Protocol. It reads requests\n"
    "from standard input: diagnostics are the findings of `musify lint`, code\n"
    "actions the edits of `musify port`, and hovering shows what is known of "
    "a\n"
    "name.\n\n"
    "Exit status: 0 the editor ended it; 2 usage or protocol error.";

struct LspCommand {
  PortRequest Port;
  ParseOptions Parsing;
  ConfigOptions Config;
  std::vector<std::string> Arch;
};

/// Positions count the units of UTF-16.
unsigned utf16Length(StringRef Text) {
  unsigned Units = 0;
  for (unsigned char C : Text)
    Units += (C & 0xc0) != 0x80 ? 1 + (C >= 0xf0) : 0;
  return Units;
}

/// The bytes of `Line` before a position.
size_t bytesBefore(StringRef Line, unsigned Units) {
  size_t Bytes = 0;
  while (Bytes < Line.size() && utf16Length(Line.take_front(Bytes)) < Units)
    ++Bytes;
  return Bytes;
}

lsp::Position positionOf(const LineIndex &Lines, unsigned Line,
                         unsigned Column) {
  return {int(Line - 1),
          int(utf16Length(Lines.line(Line).take_front(Column - 1)))};
}

lsp::Range rangeOf(const LineIndex &Lines, const SourceSpan &Span) {
  auto Begin = Lines.at(Span.Offset);
  auto End = Lines.at(size_t(Span.Offset) + Span.Length);
  return {positionOf(Lines, Begin.Line, Begin.Column),
          positionOf(Lines, End.Line, End.Column)};
}

lsp::DiagnosticSeverity severityOf(Severity Level) {
  return Level == Severity::Error     ? lsp::DiagnosticSeverity::Error
         : Level == Severity::Warning ? lsp::DiagnosticSeverity::Warning
                                      : lsp::DiagnosticSeverity::Information;
}

/// The name or header at a position.
StringRef wordAt(StringRef Line, size_t Byte) {
  auto IsPart = [](char C) {
    return isAlnum(C) || C == '_' || C == '/' || C == '.';
  };
  size_t Begin = Byte, End = Byte;
  while (Begin && IsPart(Line[Begin - 1]))
    --Begin;
  while (End < Line.size() && IsPart(Line[End]))
    ++End;
  return Line.slice(Begin, End);
}

class LspServer {
public:
  LspServer(const LspCommand &O, const Table &Names, Language Lang,
            lsp::JSONTransport &Transport);
  int run(lsp::JSONTransport &Transport);

private:
  using Reply = lsp::Callback<json::Value>;
  void initialize(const lsp::InitializeParams &, Reply Done);
  void initialized(const lsp::NoParams &) {}
  void shutdown(const lsp::NoParams &, Reply Done) { Done(nullptr); }
  void open(const lsp::DidOpenTextDocumentParams &P);
  void change(const lsp::DidChangeTextDocumentParams &P);
  void close(const lsp::DidCloseTextDocumentParams &P);
  void hover(const lsp::TextDocumentPositionParams &P, Reply Done);
  void codeAction(const lsp::CodeActionParams &P, Reply Done);

  void check(const lsp::URIForFile &File, int64_t Version);
  Expected<LintRequest> requestFor(StringRef Path) const;
  Expected<std::vector<lsp::Diagnostic>> diagnose(StringRef Path) const;
  struct Changes {
    std::vector<lsp::TextEdit> Edits; ///< of a port
    struct Fix {
      lsp::Range Of; ///< the finding
      std::string Rule;
      std::vector<lsp::TextEdit> Edits;
    };
    std::vector<Fix> Fixes; ///< what a port leaves, and musify knows to settle
  };
  Expected<Changes> changes(StringRef Path) const;

  const LspCommand &O;
  const Table &Names;
  Language Lang;
  lsp::MessageHandler Handler;
  lsp::OutgoingNotification<lsp::PublishDiagnosticsParams> Publish;
  StringMap<std::string> Texts; ///< of the files that are open
};

LspServer::LspServer(const LspCommand &O, const Table &Names, Language Lang,
                     lsp::JSONTransport &Transport)
    : O(O), Names(Names), Lang(Lang), Handler(Transport),
      Publish(Handler.outgoingNotification<lsp::PublishDiagnosticsParams>(
          "textDocument/publishDiagnostics")) {
  Handler.method("initialize", this, &LspServer::initialize);
  Handler.notification("initialized", this, &LspServer::initialized);
  Handler.method("shutdown", this, &LspServer::shutdown);
  Handler.notification("textDocument/didOpen", this, &LspServer::open);
  Handler.notification("textDocument/didChange", this, &LspServer::change);
  Handler.notification("textDocument/didClose", this, &LspServer::close);
  Handler.method("textDocument/hover", this, &LspServer::hover);
  Handler.method("textDocument/codeAction", this, &LspServer::codeAction);
}

int LspServer::run(lsp::JSONTransport &Transport) {
  if (Error E = Transport.run(Handler)) {
    printError(std::move(E));
    return ExitFailed;
  }
  return ExitDone;
}

void LspServer::initialize(const lsp::InitializeParams &, Reply Done) {
  constexpr int FullText = 1;
  Done(json::Object{
      {"serverInfo", json::Object{{"name", "musify"}}},
      {"capabilities",
       json::Object{
           {"textDocumentSync",
            json::Object{{"openClose", true}, {"change", FullText}}},
           {"hoverProvider", true},
           {"codeActionProvider", true},
       }},
  });
}

void LspServer::open(const lsp::DidOpenTextDocumentParams &P) {
  Texts[P.textDocument.uri.file()] = P.textDocument.text;
  check(P.textDocument.uri, P.textDocument.version);
}

void LspServer::change(const lsp::DidChangeTextDocumentParams &P) {
  std::string &Text = Texts[P.textDocument.uri.file()];
  if (failed(
          lsp::TextDocumentContentChangeEvent::applyTo(P.contentChanges, Text)))
    return;
  check(P.textDocument.uri, P.textDocument.version);
}

void LspServer::close(const lsp::DidCloseTextDocumentParams &P) {
  Texts.erase(P.textDocument.uri.file());
  Publish({P.textDocument.uri, 0});
}

/// A run over one file, with the texts that the editor holds.
Expected<LintRequest> LspServer::requestFor(StringRef Path) const {
  LintRequest Lint;
  Lint.Port = O.Port;
  Lint.Port.Paths = {Path.str()};
  Lint.Lang = Lang;
  Lint.Root = findProjectRoot(Path);
  for (const auto &Open : Texts) {
    if (std::string Real = realTarget(Open.first()); !Real.empty())
      Lint.Port.Texts[Real] = Open.second;
  }
  auto Config = readConfig(O.Config, Path.str());
  if (!Config)
    return Config.takeError();
  Lint.Config = std::move(*Config);
  applyParseOptions(Lint.Port, O.Parsing);
  if (Error E = setTargets(Lint.Port.Edits,
                           !O.Arch.empty() ? O.Arch : Lint.Config.Arch))
    return std::move(E);
  Lint.Port.Edits.IsLint = true;
  Lint.Port.Edits.Unverified = UnverifiedPolicy::Keep;
  return Lint;
}

Expected<std::vector<lsp::Diagnostic>>
LspServer::diagnose(StringRef Path) const {
  auto Request = requestFor(Path);
  if (!Request)
    return Request.takeError();
  auto Result = runLint(*Request, Names);
  if (!Result)
    return Result.takeError();
  LineIndex Lines(Texts.find(Path)->second);
  std::vector<lsp::Diagnostic> Out;
  for (const LintFinding &F : Result->Findings) {
    lsp::Diagnostic D;
    D.range = {positionOf(Lines, F.Line, F.Column),
               positionOf(Lines, F.EndLine, F.EndColumn)};
    D.severity = severityOf(F.Level);
    D.source = "musify";
    D.message = F.Message + " [" + ruleTag(F.Rule->Name) + "]";
    Out.push_back(std::move(D));
  }
  return Out;
}

void LspServer::check(const lsp::URIForFile &File, int64_t Version) {
  lsp::PublishDiagnosticsParams P(File, Version);
  auto Found = diagnose(File.file());
  if (Found)
    P.diagnostics = std::move(*Found);
  else
    printError(Found.takeError());
  Publish(P);
}

Expected<LspServer::Changes> LspServer::changes(StringRef Path) const {
  auto Request = requestFor(Path);
  if (!Request)
    return Request.takeError();
  Request->Port.Edits.IsLint = false;
  Request->Port.Edits.Unverified = UnverifiedPolicy::Port;
  auto Result = runPort(Request->Port, Names);
  if (!Result)
    return Result.takeError();
  Changes Out;
  for (const FileResult &F : Result->Files) {
    LineIndex Lines(F.OldText);
    for (const Finding &Edit : F.Plan.Edits)
      Out.Edits.push_back({rangeOf(Lines, Edit.Where), *Edit.NewText});
    for (const Finding &Told : F.Plan.Findings) {
      if (Told.Fix.empty())
        continue;
      Changes::Fix Fix{rangeOf(Lines, Told.Where), Told.Rule.str(), {}};
      for (const Replacement &R : Told.Fix)
        Fix.Edits.push_back(
            {rangeOf(Lines, {F.Path, R.Offset, R.Length}), R.Text});
      Out.Fixes.push_back(std::move(Fix));
    }
  }
  return Out;
}

/// One action for each fix of the range, one for the port's edits there, one
/// for those of the file.
void LspServer::codeAction(const lsp::CodeActionParams &P, Reply Done) {
  auto All = changes(P.textDocument.uri.file());
  if (!All)
    return Done(All.takeError());
  auto IsHere = [&](const lsp::Range &R) {
    return R.start <= P.range.end && P.range.start <= R.end;
  };
  std::vector<lsp::TextEdit> Here;
  for (const lsp::TextEdit &Edit : All->Edits)
    if (IsHere(Edit.range))
      Here.push_back(Edit);
  json::Array Out;
  auto Add = [&](const Message &Title, std::vector<lsp::TextEdit> Mine) {
    lsp::CodeAction Action;
    Action.title = told(Title);
    Action.kind = lsp::CodeAction::kQuickFix.str();
    Action.edit.emplace();
    Action.edit->changes[P.textDocument.uri.uri().str()] = std::move(Mine);
    Out.push_back(lsp::toJSON(Action));
  };
  for (Changes::Fix &Fix : All->Fixes)
    if (IsHere(Fix.Of))
      Add(say(msg::ActionFix, ruleTag(Fix.Rule)), std::move(Fix.Edits));
  if (Here.size() == 1)
    Add(say(msg::ActionWrite, Here.front().newText), Here);
  else if (!Here.empty())
    Add(say(msg::ActionPortLines), Here);
  if (!All->Edits.empty())
    Add(say(msg::ActionPortFile), std::move(All->Edits));
  Done(std::move(Out));
}

void LspServer::hover(const lsp::TextDocumentPositionParams &P, Reply Done) {
  auto Text = Texts.find(P.textDocument.uri.file());
  if (Text == Texts.end())
    return Done(nullptr);
  LineIndex Lines(Text->second);
  if (unsigned(P.position.line) >= Lines.at(Text->second.size()).Line)
    return Done(nullptr);
  StringRef Line = Lines.line(P.position.line + 1);
  StringRef Word = wordAt(Line, bytesBefore(Line, P.position.character));
  std::string Known;
  raw_string_ostream OS(Known);
  if (!printEntries(OS, Word, Names))
    return Done(nullptr);
  auto At = [&](const char *Place) {
    return positionOf(Lines, P.position.line + 1,
                      unsigned(Place - Line.data()) + 1);
  };
  lsp::Hover Shown{lsp::Range(At(Word.begin()), At(Word.end()))};
  Shown.contents.kind = lsp::MarkupKind::PlainText;
  Shown.contents.value = Known;
  Done(lsp::toJSON(Shown));
}

int serve(const LspCommand &O, const Table &Names, Language Lang) {
  lsp::Logger::setLogLevel(lsp::Logger::Level::Error);
  lsp::JSONTransport Transport(stdin, outs());
  return LspServer(O, Names, Lang, Transport).run(Transport);
}

} // namespace

void addLspCommand(CommandLine &Line) {
  CLI::App *Lsp = Line.App.add_subcommand("lsp", LspHelp);
  Lsp->group(commands::SettingUp)
      ->footer("Example, in Neovim:\n"
               "  vim.lsp.start({name = 'musify', cmd = {'musify', 'lsp'}})");
  auto O = std::make_shared<LspCommand>();
  addParseOptions(*Lsp, O->Port, O->Parsing);
  addTargetsOption(*Lsp, O->Arch);
  addConfigOptions(*Lsp, O->Config);
  addMappingOption(*Lsp, Line);
  addStyleOptions(*Lsp, Line);
  Lsp->callback([O, &Line] {
    Line.Run = [O, &Line](const Table &Names) {
      return serve(*O, Names, Line.Lang);
    };
  });
}

} // namespace musify

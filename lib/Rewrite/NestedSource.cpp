#include "Rewrite/NestedSource.h"
#include "Platform/Platform.h"
#include "Scan/KernelText.h"
#include "Scan/RawLexer.h"
#include "Scan/SplitLaunch.h"
#include "clang/Basic/IdentifierTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {
namespace {

/// What a parse said of the code, without the place, and its offset.
std::pair<Message, unsigned> placeOf(const Message &Problem, StringRef Code) {
  unsigned Line = 0, Column = 0;
  if (Problem.Id != msg::ClangErrorAt ||
      StringRef(Problem.Arguments[1].Text).getAsInteger(10, Line) ||
      StringRef(Problem.Arguments[2].Text).getAsInteger(10, Column))
    return {Problem, 0};
  size_t At = 0;
  while (--Line && At != StringRef::npos)
    At = Code.find('\n', At) + 1;
  return {say(msg::ClangError, Problem.Arguments[3].Text),
          unsigned(std::min(At + Column - 1, Code.size()))};
}

/// Jitify takes a source whose first line is the name of the program. Blanks
/// for it give Clang the same source at the same places.
std::string withoutName(StringRef Code) {
  StringRef First = Code.take_until([](char C) { return C == '\n'; });
  clang::LangOptions Options;
  Options.CPlusPlus = true;
  clang::IdentifierTable Words(Options);
  bool IsName = !First.empty() && llvm::all_of(First, [](char C) {
    return isAlnum(C) || StringRef("_./-").contains(C);
  });
  if (!IsName || First.starts_with("__") || First.starts_with("//") ||
      Words.get(First).isKeyword(Options))
    return Code.str();
  return std::string(First.size(), ' ') + Code.drop_front(First.size()).str();
}

} // namespace

std::vector<LiteralText> findKernelSources(StringRef Text,
                                           const DenseSet<unsigned> &Compiled) {
  std::vector<LiteralText> Out;
  LiteralText Open;
  bool IsOpen = false, IsCompiled = false, InDirective = false;
  auto Close = [&] {
    if (IsOpen && !Open.text().contains('\0') &&
        (IsCompiled || declaresKernel(Open.text())))
      Out.push_back(std::move(Open));
    Open = LiteralText();
    IsOpen = IsCompiled = false;
  };
  forEachRawTokenOfBuffer(Text, [&](const clang::Token &Tok, unsigned Offset) {
    // A literal of a directive is not joined with one behind its line.
    if (Tok.isAtStartOfLine() && (InDirective || Tok.is(tok::hash))) {
      Close();
      InDirective = Tok.is(tok::hash);
    }
    if (!Tok.isOneOf(tok::string_literal, tok::utf8_string_literal))
      return Close();
    IsOpen = Open.add(Text.substr(Offset, Tok.getLength()), Offset);
    IsCompiled |= IsOpen && Compiled.contains(Offset);
    if (!IsOpen)
      Close();
  });
  Close();
  return Out;
}

std::unique_ptr<NestedSource>
makeNestedSource(LiteralText Code, const InputFile &Host, unsigned Number,
                 ArrayRef<std::string> HostFlags, const Workspace &Project,
                 bool WithComments) {
  auto Out = std::make_unique<NestedSource>();
  Out->Code = std::move(Code);
  Out->File = Host;
  Out->File.Path =
      Host.Path + "#" + std::to_string(Number) + sourcePlatform().SourceSuffix;
  Out->File.IsHeader = false;
  StringRef Text = Out->Code.text();
  Out->Scan = scanFile(Text, Project.Names, WithComments);
  Out->Unit =
      inferCommand(Out->File.Path, Project.Inputs.ProjectRoot, Project.Disk);
  Out->Unit.File = Out->Unit.Name = Out->File.Path;
  Out->Unit.Text = withoutName(withClangLaunches(Out->Scan));
  Out->Unit.Inferred = true;
  llvm::append_range(Out->Unit.Flags, includeDirFlags(HostFlags));
  const Platform &Side = Project.Names.isReversed()
                             ? static_cast<const Platform &>(targetPlatform())
                             : sourcePlatform();
  Out->Unit.Flags.push_back("-D" + Side.Macros.RunTimeCompiler);
  return Out;
}

/// Takes findings in the code to their places in the file.
static void placeInFile(std::vector<Finding> &All, const NestedSource &Source,
                        const InputFile &Host) {
  for (Finding &F : All) {
    unsigned At = F.Where.Offset, End = At + F.Where.Length;
    F.Where = {Host.Path, Source.Code.fileOffset(At),
               Source.Code.fileLength(At, End)};
    F.Fix.clear(); // it is for the text without quotes
  }
}

/// True if each edit can be made in the literal that has its place.
static bool areAllPossible(ArrayRef<Finding> All, const LiteralText &Code) {
  return llvm::all_of(All, [&](const Finding &F) {
    return !F.NewText ||
           (Code.isVerbatim(F.Where.Offset, F.Where.Length) &&
            StringRef(*F.NewText).find_first_of("\"\\\n\r") == StringRef::npos);
  });
}

void leaveUnchanged(Finding &Edit) {
  if (!Edit.What.mentions(*Edit.NewText))
    Edit.What.add(say(msg::TextWouldBe, *Edit.NewText));
  Edit.Rule = textOf(Edit.What.Id).Rule.str();
  Edit.Level = Severity::Warning;
  Edit.NewText.reset();
}

std::vector<Finding> decideNested(const NestedSource &Source,
                                  const InputFile &Host,
                                  const ScannedFile &HostScan,
                                  const Facts &Known, const Workspace &Project,
                                  const PortOptions &Options) {
  PortOptions Inner = Options;
  Inner.Ptx = PtxPolicy::Report; // a literal has no room for other lines
  auto Out = decide(Source.File, Source.Scan, Known, Program(), Project, Inner);
  bool Possible = areAllPossible(Out, Source.Code);
  for (Finding &F : Out) {
    F.What = say(msg::InKernelSource, std::move(F.What));
    if (!F.NewText || (Possible && Options.Strings))
      continue;
    leaveUnchanged(F);
    if (Possible)
      F.What.add(say(msg::NotChanged)).add(say(msg::StringsOption));
    else
      F.What.add(say(msg::SourceNotWhole));
  }
  if (Options.IsLint && Source.Problem) {
    auto [What, At] = placeOf(Source.Problem, Source.Code.text());
    Out.push_back(makeFinding({"", At, 1},
                              say(msg::KernelSourceUnparsed, std::move(What)),
                              {}, Severity::Note));
  }
  placeInFile(Out, Source, Host);
  dropLeftOut(Out, HostScan, Options);
  return Out;
}

} // namespace musify

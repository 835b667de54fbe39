#include "Rewrite/NestedSource.h"
#include "Platform/Platform.h"
#include "Scan/RawLexer.h"
#include "clang/Basic/IdentifierTable.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
namespace tok = clang::tok;

namespace musify {
namespace {

bool isQualifier(StringRef Word) {
  return is_contained(sourcePlatform().DeviceWords, Word);
}

/// Calls `Visit` with the raw tokens of NUL-terminated text, and their offsets.
void forEachToken(
    StringRef Text,
    function_ref<void(const clang::Token &Tok, unsigned Offset)> Visit) {
  clang::LangOptions Options = rawLangOptions();
  clang::Lexer Lex(clang::SourceLocation(), Options, Text.begin(), Text.begin(),
                   Text.end());
  clang::Token Tok;
  for (Lex.LexFromRawLexer(Tok); Tok.isNot(tok::eof); Lex.LexFromRawLexer(Tok))
    Visit(Tok, Lex.getCurrentBufferOffset() - Tok.getLength());
}

/// True for a word that may stand before `__device__`: a specifier, a built-in
/// type, a macro.
bool isSpecifier(StringRef Word) {
  static constexpr StringRef Known[] = {
      "static",   "inline", "extern", "constexpr", "const",
      "volatile", "friend", "void",   "unsigned",  "signed",
      "auto",     "bool",   "char",   "short",     "int",
      "long",     "float",  "double", "struct"};
  return Word.starts_with("__") || llvm::is_contained(Known, Word) ||
         llvm::none_of(Word, isLower);
}

/// Prose about kernels has the words too, but not the shape: `__device__` with
/// no other word than a specifier before it, a name behind it, and then a brace
/// or semicolon.
bool hasKernel(StringRef Code) {
  enum { Nothing, Qualifier, Declares, Ends } Seen = Nothing;
  bool InProse = false, AfterPercent = false;
  forEachToken(Code, [&](const clang::Token &Tok, unsigned Offset) {
    StringRef Word = Code.substr(Offset, Tok.getLength());
    bool IsWord = Tok.is(tok::raw_identifier);
    bool WasProse = std::exchange(InProse, IsWord && !isSpecifier(Word) &&
                                               !AfterPercent); // `%s`
    AfterPercent = Tok.is(tok::percent);
    if (Seen == Nothing || Seen == Qualifier)
      Seen = IsWord && isQualifier(Word) && !WasProse ? Qualifier
             : Seen == Qualifier && IsWord            ? Declares
                                                      : Nothing;
    else if (Tok.isOneOf(tok::l_brace, tok::semi))
      Seen = Ends;
  });
  return Seen == Ends;
}

/// Flags that name folders of includes.
std::vector<std::string> folderFlags(ArrayRef<std::string> Flags) {
  static constexpr StringLiteral Separate[] = {"-isystem", "-iquote",
                                               "-idirafter", "-I"};
  std::vector<std::string> Out;
  for (size_t I = 0; I < Flags.size(); ++I) {
    if (llvm::is_contained(Separate, Flags[I]) && I + 1 < Flags.size()) {
      Out.push_back(Flags[I]);
      Out.push_back(Flags[++I]);
    } else if (StringRef(Flags[I]).starts_with("-I")) {
      Out.push_back(Flags[I]);
    }
  }
  return Out;
}

/// `FILE:LINE:COLUMN: message` of a parse: the message, and its offset.
std::pair<StringRef, unsigned> placeOf(StringRef Problem, StringRef File,
                                       StringRef Code) {
  StringRef Rest = Problem;
  unsigned Line = 0, Column = 0;
  if (!Rest.consume_front(File) || !Rest.consume_front(":") ||
      Rest.consumeInteger(10, Line) || !Rest.consume_front(":") ||
      Rest.consumeInteger(10, Column) || !Rest.consume_front(": "))
    return {Problem, 0};
  size_t At = 0;
  while (--Line && At != StringRef::npos)
    At = Code.find('\n', At) + 1;
  return {Rest, unsigned(std::min(At + Column - 1, Code.size()))};
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

constexpr StringLiteral Where = " (in kernel source in a string)";

} // namespace

std::vector<LiteralText> findKernelSources(StringRef Text,
                                           const DenseSet<unsigned> &Compiled) {
  std::vector<LiteralText> Out;
  LiteralText Open;
  bool IsOpen = false, IsCompiled = false, InDirective = false;
  auto Close = [&] {
    if (IsOpen && !Open.text().contains('\0') &&
        (IsCompiled || hasKernel(Open.text())))
      Out.push_back(std::move(Open));
    Open = LiteralText();
    IsOpen = IsCompiled = false;
  };
  forEachToken(Text, [&](const clang::Token &Tok, unsigned Offset) {
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
  auto FS = vfs::getRealFileSystem();
  Out->Unit = inferCommand(Out->File.Path, Project.Inputs.Root, *FS);
  Out->Unit.File = Out->Unit.Name = Out->File.Path;
  Out->Unit.Text = withoutName(Text);
  Out->Unit.Inferred = true;
  llvm::append_range(Out->Unit.Flags, folderFlags(HostFlags));
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

std::vector<Finding> decideNested(const NestedSource &Source,
                                  const InputFile &Host,
                                  const ScannedFile &HostScan,
                                  const Facts &Known, const Workspace &Project,
                                  const PortOptions &Options) {
  auto Out = decide(Source.File, Source.Scan, Known, Project, Options);
  bool Possible = areAllPossible(Out, Source.Code);
  for (Finding &F : Out) {
    if (!F.NewText || (Possible && Options.Strings)) {
      F.Message += Where;
      continue;
    }
    std::string Proposal =
        StringRef(F.Message).contains(*F.NewText)
            ? ""
            : "; the text would be `" + std::exchange(*F.NewText, "") + "`";
    F.Rule = RuleName("kernel-source").str().str();
    F.Level = Severity::Warning;
    F.NewText.reset();
    F.Message += Proposal + Where.str() +
                 (Possible ? "; left as it is (`musify port --strings` changes "
                             "it)"
                           : "; left as it is, because not every name of the "
                             "source stands whole in one literal");
  }
  if (Options.isLint() && !Source.Problem.empty()) {
    auto [Message, At] =
        placeOf(Source.Problem, Source.File.Path, Source.Code.text());
    Finding F;
    F.Rule = RuleName("kernel-source").str().str();
    F.Where = {"", At, 1};
    F.Message =
        ("kernel source in a string cannot be parsed, so only its names "
         "were looked at: " +
         Message)
            .str();
    Out.push_back(std::move(F));
  }
  placeInFile(Out, Source, Host);
  dropLeftOut(Out, HostScan, Options);
  return Out;
}

} // namespace musify

#include "Shim/Tokens.h"
#include "Scan/Condition.h"
#include "Scan/RawLexer.h"
#include "Shim/Lines.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Basic/TargetOptions.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/ModuleLoader.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/TargetParser/Host.h"

using namespace llvm;

namespace musify {
namespace {

/// Notes the includes that are active.
class Includes : public clang::PPCallbacks {
public:
  explicit Includes(std::vector<std::string> &Out) : Out(Out) {}
  void InclusionDirective(clang::SourceLocation, const clang::Token &Directive,
                          StringRef Name, bool IsAngled, clang::CharSourceRange,
                          clang::OptionalFileEntryRef, StringRef, StringRef,
                          const clang::Module *, bool,
                          clang::SrcMgr::CharacteristicKind) override {
    StringRef Word = Directive.getIdentifierInfo()->getName();
    Out.push_back(("#" + Word + (IsAngled ? " <" : " \"") + Name +
                   (IsAngled ? ">" : "\""))
                      .str());
  }

private:
  std::vector<std::string> &Out;
};

std::string predefines(ArrayRef<std::string> Defines) {
  // Lines move where text is added; what counts is the code.
  std::string Text = "#undef __LINE__\n";
  for (StringRef Define : Defines) {
    auto [Name, Value] = Define.split('=');
    Text +=
        ("#define " + Name + " " + (Define.contains('=') ? Value : "1") + "\n")
            .str();
  }
  return Text;
}

} // namespace

std::vector<std::string> preprocessedTokens(StringRef Text,
                                            ArrayRef<std::string> Defines) {
  std::vector<std::string> Out;
  clang::DiagnosticOptions DiagOptions;
  clang::DiagnosticsEngine Diags(clang::DiagnosticIDs::create(), DiagOptions,
                                 new clang::IgnoringDiagConsumer());
  // No header is to be found.
  clang::FileManager Files({}, makeIntrusiveRefCnt<vfs::InMemoryFileSystem>());
  clang::SourceManager Sources(Diags, Files);
  Sources.setMainFileID(
      Sources.createFileID(MemoryBuffer::getMemBufferCopy(Text, "main")));
  clang::TargetOptions TargetOpts;
  TargetOpts.Triple = sys::getDefaultTargetTriple();
  std::unique_ptr<clang::TargetInfo> Target(
      clang::TargetInfo::CreateTargetInfo(Diags, TargetOpts));
  const clang::LangOptions &Language = rawLangOptions();
  clang::HeaderSearchOptions SearchOptions;
  clang::HeaderSearch Search(SearchOptions, Sources, Diags, Language,
                             Target.get());
  clang::TrivialModuleLoader Modules;
  clang::PreprocessorOptions Options;
  clang::Preprocessor PP(Options, Diags, Language, Sources, Search, Modules);
  PP.Initialize(*Target);
  PP.SetSuppressIncludeNotFoundError(true);
  PP.setPredefines(predefines(Defines));
  PP.addPPCallbacks(std::make_unique<Includes>(Out));
  PP.EnterMainSourceFile();
  clang::Token Tok;
  for (PP.Lex(Tok); Tok.isNot(clang::tok::eof); PP.Lex(Tok))
    Out.push_back(PP.getSpelling(Tok));
  return Out;
}

namespace {

/// Reads tokens line by line and leaves out what needs the macro.
class Resolver {
public:
  explicit Resolver(StringRef Macro) : Macro(Macro) {}
  void add(const ShimToken &L, StringRef Spelling);
  void finish() { endDirective(); }
  std::vector<std::string> Out;

private:
  struct Open {
    bool IsOurs = false, Hidden = false;
  };
  void endDirective();
  bool hides() const {
    return any_of(Opened, [](const Open &O) { return O.Hidden; });
  }
  /// What the directive is without and with the macro; nothing if it asks for
  /// anything else.
  std::optional<bool> hiddenWithout() const;

  StringRef Macro;
  std::vector<Open> Opened;
  std::vector<std::string> Line; ///< of the directive that is being read
};

std::optional<bool> Resolver::hiddenWithout() const {
  using Is = MacroState::Is;
  std::string Rest = join(ArrayRef(Line).drop_front(2), " ");
  Condition C(Line[1], Rest);
  auto AsksOther = [&](StringRef Name) { return Name != Macro; };
  auto Evaluate = [&](Is State) {
    return C.evaluate(
        [&](StringRef Name) { return MacroState{State, std::nullopt}; });
  };
  Truth Without = Evaluate(Is::Undefined), With = Evaluate(Is::Defined);
  if (C.names(AsksOther) || !Without || !With || *Without == *With)
    return std::nullopt;
  return !*Without;
}

void Resolver::endDirective() {
  if (Line.empty())
    return;
  StringRef Word = Line.size() > 1 ? StringRef(Line[1]) : StringRef();
  bool Drop = false;
  if (Word == "if" || Word == "ifdef" || Word == "ifndef") {
    std::optional<bool> Hidden = hiddenWithout();
    Drop = Hidden.has_value();
    Opened.push_back({Drop, Hidden.value_or(false)});
  } else if (!Opened.empty() && Opened.back().IsOurs &&
             (Word == "else" || Word == "endif")) {
    Drop = true;
    if (Word == "else")
      Opened.back().Hidden = !Opened.back().Hidden;
    else
      Opened.pop_back();
  } else if (!Opened.empty() && Word.starts_with("elif")) {
    // A chain is compared as it stands, from here on.
    Opened.back().Hidden = false;
  } else if (!Opened.empty() && Word == "endif") {
    Opened.pop_back();
  }
  if (!Drop && !hides()) {
    Out.emplace_back("\n");
    append_range(Out, Line);
  }
  Line.clear();
}

void Resolver::add(const ShimToken &L, StringRef Spelling) {
  if (L.StartsLine)
    endDirective();
  if (L.StartsLine && L.Kind == clang::tok::hash) {
    Line.emplace_back("#");
    return;
  }
  if (!Line.empty())
    Line.push_back(Spelling.str());
  else if (!hides())
    Out.push_back(Spelling.str());
}

} // namespace

std::vector<std::string> tokensWithout(StringRef Text, StringRef Macro) {
  Resolver R(Macro);
  for (const ShimToken &L : lexShimText(Text))
    if (L.Kind != clang::tok::comment)
      R.add(L, Text.substr(L.Offset, L.Length));
  R.finish();
  return std::move(R.Out);
}

static Message firstDifference(ArrayRef<std::string> Old,
                               ArrayRef<std::string> New) {
  size_t At = 0;
  while (At < Old.size() && At < New.size() && Old[At] == New[At])
    ++At;
  if (At == Old.size() && At == New.size())
    return {};
  auto Show = [At](ArrayRef<std::string> Tokens) {
    if (At >= Tokens.size())
      return say(msg::EndOfFile);
    return Tokens[At] == "\n" ? say(msg::ADirective)
                              : say(msg::InBackticks, Tokens[At]);
  };
  return say(msg::TokenDiffers, At + 1, Show(New), Show(Old));
}

Message differenceWithout(StringRef Old, StringRef New, StringRef Macro,
                          ArrayRef<std::string> Defines) {
  Message Raw =
      firstDifference(tokensWithout(Old, Macro), tokensWithout(New, Macro));
  return Raw ? Raw
             : firstDifference(preprocessedTokens(Old, Defines),
                               preprocessedTokens(New, Defines));
}

} // namespace musify

#include "Parse/NvccNames.h"
#include "Platform/Platform.h"
#include "Sdk/Embedded.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"

using namespace llvm;
using namespace clang;

namespace musify {
namespace {

/// Collects identifiers and macros of the unit.
class NamesAction : public PreprocessorFrontendAction {
public:
  NamesAction(StringSet<> &Names, ReadLog &Log) : Names(Names), Log(Log) {}

  void ExecuteAction() override {
    Log.IsOn = true;
    Preprocessor &PP = getCompilerInstance().getPreprocessor();
    PP.EnterMainSourceFile();
    Token Tok;
    do {
      PP.Lex(Tok);
      if (Tok.is(tok::identifier))
        Names.insert(Tok.getIdentifierInfo()->getName());
    } while (Tok.isNot(tok::eof));
    for (const auto &[Name, State] : PP.macros())
      Names.insert(Name->getName());
  }

private:
  StringSet<> &Names;
  ReadLog &Log;
};

} // namespace

void addQuotedNames(StringRef Message, StringSet<> &Names) {
  SmallVector<StringRef> Parts;
  Message.split(Parts, '\'');
  for (size_t I = 1; I < Parts.size(); I += 2)
    for (StringRef Rest = Parts[I]; !Rest.empty();) {
      StringRef Word =
          Rest.take_while([](char C) { return isAsciiIdentifierContinue(C); });
      Names.insert(Word);
      Rest = Rest.drop_front(std::max<size_t>(Word.size(), 1));
    }
}

bool NvccNames::haveOneOf(const StringSet<> &Names, ReadLog *Log) {
  std::call_once(Made, [&] {
    CompileCommand Unit;
    Unit.File = (SdkIncludeDir + "/__musify_nvcc.h").str();
    Unit.Directory = "/";
    Unit.Flags = {"-x", sourcePlatform().Compiler.Language, "-std=c++20"};
    IgnoringDiagConsumer Silent;
    CrashRecoveryContext Recovery;
    Recovery.RunSafely([&] {
      runClang(Unit, {}, std::make_unique<NamesAction>(All, Read), Silent,
               &Read);
    });
  });
  if (Log)
    Log->add(Read);
  return llvm::any_of(Names.keys(),
                      [&](StringRef Name) { return All.contains(Name); });
}

} // namespace musify

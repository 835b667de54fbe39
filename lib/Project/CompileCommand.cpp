//===- CompileCommand.cpp - Flags of a real build for Clang ---------------===//
//
//   words ─ skipLaunchers ─ expandOptionFiles ─ readFlags ─ Translator ─┬ Flags
//                                                   └ -Xcompiler, ... ◄─┘
//===----------------------------------------------------------------------===//
#include "Project/CompileCommand.h"
#include "Project/FileNames.h"
#include "Project/FlagTable.h"
#include "Project/Paths.h"
#include "Project/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace musify {
namespace {

//===----------------------------------------------------------------------===//
// Launchers
//===----------------------------------------------------------------------===//

/// Programs that stand in front of the compiler.
constexpr StringLiteral Launchers[] = {"ccache", "sccache",    "distcc",
                                       "icecc",  "buildcache", "gomacc",
                                       "env",    "time",       "cmake"};

/// Words that belong to the launcher: `CCACHE_DIR=x`, and for `env` and
/// `cmake -E __run_co_compile --source=a.cu --` also flags.
bool belongsToLauncher(StringRef Word, StringRef Launcher) {
  if (Launcher == "cmake" || Launcher == "env")
    if (Word.starts_with("-") || Word.starts_with("__"))
      return true;
  auto [Name, Value] = Word.split('=');
  return Word.contains('=') && Name.find_first_of("-/@") == StringRef::npos;
}

ArrayRef<std::string> skipLaunchers(ArrayRef<std::string> Args) {
  while (Args.size() > 1 &&
         is_contained(Launchers, sys::path::stem(Args.front()))) {
    StringRef Launcher = sys::path::stem(Args.front());
    ArrayRef<std::string> Rest = Args.drop_front().drop_while(
        [&](StringRef Word) { return belongsToLauncher(Word, Launcher); });
    // `distcc -c a.c` names no compiler: the launcher stands for it.
    if (Rest.empty() || Rest.front().starts_with("-"))
      return Args;
    Args = Rest;
  }
  return Args;
}

//===----------------------------------------------------------------------===//
// Flags
//===----------------------------------------------------------------------===//

Dialect dialectOf(StringRef Compiler) {
  // Also `nvcc_wrapper` of Kokkos and `nvcc.exe`.
  return sys::path::filename(Compiler).starts_with("nvcc") ? Dialect::Nvcc
                                                           : Dialect::Gnu;
}

/// Clang's name of a language; empty if musify does not read it.
StringRef clangLanguage(StringRef Value) {
  return StringSwitch<StringRef>(Value)
      .Cases({"cu", "cuda", "musa"}, "cuda")
      .Cases({"c", "c++", "c++-module"}, Value)
      .Case("c-header", "c")
      .Case("c++-header", "c++")
      .Default("");
}

class Translator {
public:
  explicit Translator(CompileCommand &Out) : Out(Out) {}

  void translate(ArrayRef<std::string> Words, Dialect Of) {
    for (const Flag &F : readFlags(Words, Of))
      translateOne(F);
    translateForwarded();
  }

private:
  void translateOne(const Flag &F) {
    if (F.Kind == FlagKind::Input)
      return;
    if (!F.Rule)
      return drop(F, whyDropped(F.Kind));
    // A lone `-D` would swallow the next flag.
    bool NeedsValue =
        F.Rule->To == Becomes::Joined || F.Rule->To == Becomes::Pair;
    if (F.LacksValue || (NeedsValue && F.Value.empty()))
      return drop(F, say(msg::FlagWithoutValue));
    apply(F);
  }

  void apply(const Flag &F) {
    StringRef Text = F.Rule->Text;
    switch (F.Rule->To) {
    case Becomes::Dropped:
      return drop(F, whyDropped(F.Kind));
    case Becomes::Text:
      if (!F.Rule->When.empty() && F.Rule->When != F.Value)
        return drop(F, whyDropped(F.Kind));
      return append({Text});
    case Becomes::Joined:
      return append({(Text + F.Value).str()});
    case Becomes::JoinedEach:
      for (const std::string &Item : splitList(F.Value))
        append({Text.str() + Item});
      return;
    case Becomes::Pair:
      return append({Text, F.Value});
    case Becomes::PairEach:
      for (const std::string &Item : splitList(F.Value))
        append({Text, Item});
      return;
    case Becomes::AsLanguage:
      if (StringRef Language = clangLanguage(F.Value); !Language.empty())
        return append({"-x", Language});
      return drop(F, say(msg::FlagLanguage));
    case Becomes::HostFlag:
      Forwarded.push_back(F.Value.str());
      return;
    case Becomes::HostFlags:
      // nvcc hands the items to a shell: `"-Wall -DX"` is two flags.
      for (const std::string &Item : splitList(F.Value))
        append_range(Forwarded, splitWords(Item));
      return;
    }
  }

  /// A flag and its value may be in two `-Xcompiler`, so these are read at the
  /// end, as one command line.
  void translateForwarded() {
    if (Forwarded.empty())
      return;
    CompileCommand Host;
    Translator(Host).translate(Forwarded, Dialect::Gnu);
    append_range(Out.Dropped, Host.Dropped);
    auto IsStandard = [](const Flag &F) {
      return F.Kind == FlagKind::Standard;
    };
    bool HasStandard = any_of(readFlags(Out.Flags), IsStandard);
    // The compiler's own `-std` and `-x` win over those for the host.
    for (const Flag &F : readFlags(Host.Flags)) {
      if (F.Kind == FlagKind::Language)
        drop(F, say(msg::FlagOfHost));
      else if (HasStandard && IsStandard(F))
        drop(F, say(msg::FlagOwnStandard));
      else
        append_range(Out.Flags, F.Words);
    }
  }

  void drop(const Flag &F, Message Reason) {
    Out.Dropped.push_back(
        say(msg::DroppedFlag, join(F.Words, " "), std::move(Reason)));
  }

  void append(std::initializer_list<StringRef> Words) {
    for (StringRef Word : Words)
      Out.Flags.push_back(Word.str());
  }

  CompileCommand &Out;
  std::vector<std::string> Forwarded; ///< flags for the host compiler
};

} // namespace

CompileCommand translateCommand(ArrayRef<std::string> Args, StringRef Directory,
                                StringRef File, vfs::FileSystem &FS) {
  CompileCommand Out;
  Out.Directory = absolutePath(Directory, FS);
  Out.File = realPath(File, Out.Directory, FS);
  std::vector<std::string> Words =
      expandOptionFiles(skipLaunchers(Args), Out.Directory, FS, Out.Dropped);
  if (!Words.empty())
    Translator(Out).translate(ArrayRef(Words).drop_front(),
                              dialectOf(Words.front()));
  return Out;
}

StringRef languageOf(const CompileCommand &Command) {
  if (auto Language = languageFlag(Command.Flags))
    return *Language;
  const FileType *Type = fileTypeOf(Command.File);
  return Type && !Type->IsHeader ? StringRef(Type->Language) : "";
}

bool isCudaUnit(const CompileCommand &Command) {
  return languageOf(Command) == "cuda";
}

} // namespace musify

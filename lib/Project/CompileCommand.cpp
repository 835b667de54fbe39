//===- CompileCommand.cpp - Flags of a real build for Clang ---------------===//
//
//   words ─ skipLaunchers ─ Expander (@rsp) ─ Translator ─ Flags, Dropped
//                                                └ -Xcompiler, -Xclang ┘
//
// Nothing reaches `Flags` but what a row of the two tables below names, so an
// unknown flag can never make Clang load or write something.
//
//===----------------------------------------------------------------------===//
#include "Project/CompileCommand.h"
#include "Project/Inputs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"
#include <optional>

using namespace llvm;

namespace musify {
namespace {

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

/// Where the value of a flag stands.
enum class Takes {
  Nothing,  ///< `-f`
  Equals,   ///< `-f=V` or `-f V`
  Attached, ///< `-fV`, also with an empty `V`
  Either,   ///< `-fV` or `-f V`
  Maybe,    ///< `-f=V`, or `-f V` when `V` does not look like a flag
};

enum class Action {
  Drop,        ///< leave out; `Text` is the reason
  Emit,        ///< write `Text`, with `When` only for that value
  Attach,      ///< write `Text` and the value as one word
  AttachEach,  ///< the same for each value of a comma list
  Pair,        ///< write `Text` and the value as two words
  PairEach,    ///< the same for each value of a comma list
  Language,    ///< `-x`
  Forward,     ///< the value is itself a flag for the host compiler
  ForwardList, ///< the value is a comma list of such flags
};

/// Names stand without dashes: nvcc takes `-std` and `--std` alike. Names of
/// one letter have a single dash.
struct FlagRule {
  StringLiteral Name;
  Takes Value;
  Action Do;
  StringLiteral Text;
  StringLiteral When = "";
};

constexpr StringLiteral Arch = "chooses an architecture";
constexpr StringLiteral Optimise = "only changes optimisation";
constexpr StringLiteral CodeGen = "only changes code generation";
constexpr StringLiteral Output = "names an output";
constexpr StringLiteral Step = "chooses a build step";
constexpr StringLiteral Messages = "only changes messages";
constexpr StringLiteral OtherTool = "is for another tool";
constexpr StringLiteral Linker = "is for the linker";
constexpr StringLiteral Loads = "loads code or modules";
constexpr StringLiteral Toolchain = "chooses a toolchain";

using enum Takes;
using enum Action;

/// What nvcc reads differently from, or in addition to, `GnuRules`.
constexpr FlagRule NvccRules[] = {
    // Macros, include folders, language.
    {"D", Either, Attach, "-D"},
    {"define-macro", Equals, AttachEach, "-D"},
    {"U", Either, Attach, "-U"},
    {"undefine-macro", Equals, AttachEach, "-U"},
    {"I", Either, Attach, "-I"},
    {"include-path", Equals, AttachEach, "-I"},
    {"isystem", Either, Pair, "-isystem"},
    {"system-include", Equals, PairEach, "-isystem"},
    {"include", Either, Pair, "-include"},
    {"pre-include", Equals, PairEach, "-include"},
    {"x", Either, Language, ""},
    {"language", Equals, Language, ""},

    // Flags that define a macro. The build's own choice decides which branch
    // of an `#ifdef` is alive.
    {"default-stream", Equals, Emit, "-DCUDA_API_PER_THREAD_DEFAULT_STREAM=1",
     "per-thread"},
    {"expt-relaxed-constexpr", Nothing, Emit,
     "-D__CUDACC_RELAXED_CONSTEXPR__=1"},
    {"expt-extended-lambda", Nothing, Emit, "-D__CUDACC_EXTENDED_LAMBDA__=1"},
    {"extended-lambda", Nothing, Emit, "-D__CUDACC_EXTENDED_LAMBDA__=1"},
    {"rdc", Equals, Emit, "-D__CUDACC_RDC__=1", "true"},
    {"relocatable-device-code", Equals, Emit, "-D__CUDACC_RDC__=1", "true"},
    {"dc", Nothing, Emit, "-D__CUDACC_RDC__=1"},
    {"device-c", Nothing, Emit, "-D__CUDACC_RDC__=1"},

    // Other tools.
    {"Xcompiler", Equals, ForwardList, ""},
    {"compiler-options", Equals, ForwardList, ""},
    {"Xptxas", Equals, Drop, OtherTool},
    {"ptxas-options", Equals, Drop, OtherTool},
    {"Xcudafe", Equals, Drop, OtherTool},
    {"Xcicc", Equals, Drop, OtherTool},
    {"Xfatbin", Equals, Drop, OtherTool},
    {"Xarchive", Equals, Drop, OtherTool},
    {"archive-options", Equals, Drop, OtherTool},
    {"Xnvlink", Equals, Drop, Linker},
    {"nvlink-options", Equals, Drop, Linker},
    {"linker-options", Equals, Drop, Linker},
    {"ccbin", Equals, Drop, Toolchain},
    {"compiler-bindir", Equals, Drop, Toolchain},
    {"allow-unsupported-compiler", Nothing, Drop, Toolchain},
    {"forward-unknown-to-host-compiler", Nothing, Drop, OtherTool},
    {"forward-unknown-to-host-linker", Nothing, Drop, OtherTool},
    {"forward-unknown-opts", Nothing, Drop, OtherTool},
    {"run-args", Equals, Drop, OtherTool},

    // Architecture.
    {"gencode", Equals, Drop, Arch},
    {"generate-code", Equals, Drop, Arch},
    {"gpu-architecture", Equals, Drop, Arch},
    {"code", Equals, Drop, Arch},
    {"gpu-code", Equals, Drop, Arch},
    {"machine", Equals, Drop, Arch},

    // Code generation.
    {"maxrregcount", Equals, Drop, CodeGen},
    {"use_fast_math", Nothing, Drop, Optimise},
    {"ftz", Equals, Drop, CodeGen},
    {"prec-div", Equals, Drop, CodeGen},
    {"prec-sqrt", Equals, Drop, CodeGen},
    {"fmad", Equals, Drop, CodeGen},
    {"lineinfo", Nothing, Drop, CodeGen},
    {"generate-line-info", Nothing, Drop, CodeGen},
    {"G", Nothing, Drop, CodeGen},
    {"device-debug", Nothing, Drop, CodeGen},
    {"debug", Nothing, Drop, CodeGen},
    {"optimize", Equals, Drop, Optimise},
    {"Ofast-compile", Equals, Drop, Optimise},
    {"dlto", Nothing, Drop, Optimise},
    {"extra-device-vectorization", Nothing, Drop, Optimise},
    {"restrict", Nothing, Drop, Optimise},

    // Steps and outputs.
    {"t", Either, Drop, Step},
    {"threads", Equals, Drop, Step},
    {"split-compile", Equals, Drop, Step},
    {"dw", Nothing, Drop, Step},
    {"device-w", Nothing, Drop, Step},
    {"dlink", Nothing, Drop, Step},
    {"device-link", Nothing, Drop, Step},
    {"compile", Nothing, Drop, Step},
    {"ptx", Nothing, Drop, Step},
    {"cubin", Nothing, Drop, Step},
    {"fatbin", Nothing, Drop, Step},
    {"cuda", Nothing, Drop, Step},
    {"lib", Nothing, Drop, Step},
    {"link", Nothing, Drop, Step},
    {"run", Nothing, Drop, Step},
    {"dryrun", Nothing, Drop, Step},
    {"keep", Nothing, Drop, Output},
    {"keep-dir", Equals, Drop, Output},
    {"odir", Equals, Drop, Output},
    {"output-directory", Equals, Drop, Output},
    {"output-file", Equals, Drop, Output},
    {"dependency-output", Equals, Drop, Output},
    {"dependency-target-name", Equals, Drop, Output},
    {"generate-dependencies-with-compile", Nothing, Drop, Output},
    {"generate-nonsystem-dependencies-with-compile", Nothing, Drop, Output},
    {"target-dir", Equals, Drop, Toolchain},

    // Messages.
    {"Werror", Maybe, Drop, Messages},
    {"diag-suppress", Equals, Drop, Messages},
    {"diag-error", Equals, Drop, Messages},
    {"diag-warn", Equals, Drop, Messages},
    {"disable-warnings", Nothing, Drop, Messages},
    {"display-error-number", Nothing, Drop, Messages},
    {"res-usage", Nothing, Drop, Messages},
    {"resource-usage", Nothing, Drop, Messages},

    // Linking.
    {"cudart", Equals, Drop, Linker},
    {"cudadevrt", Equals, Drop, Linker},
    {"library", Equals, Drop, Linker},
    {"library-path", Equals, Drop, Linker},
};

/// clang and gcc, and the host flags that nvcc passes on.
constexpr FlagRule GnuRules[] = {
    // Macros, include folders, language.
    {"D", Either, Attach, "-D"},
    {"define-macro", Equals, Attach, "-D"},
    {"U", Either, Attach, "-U"},
    {"undefine-macro", Equals, Attach, "-U"},
    {"I", Either, Attach, "-I"},
    {"include-directory", Equals, Attach, "-I"},
    {"isystem", Either, Pair, "-isystem"},
    {"isystem-after", Either, Pair, "-isystem"},
    {"iquote", Either, Pair, "-iquote"},
    {"idirafter", Either, Pair, "-idirafter"},
    {"include", Either, Pair, "-include"},
    {"imacros", Either, Pair, "-imacros"},
    {"isysroot", Either, Pair, "-isysroot"},
    {"sysroot", Equals, Attach, "--sysroot="},
    {"std", Equals, Attach, "-std="},
    {"ansi", Nothing, Emit, "-ansi"},
    {"x", Either, Language, ""},

    // Flags that change what the source means.
    {"fexceptions", Nothing, Emit, "-fexceptions"},
    {"fno-exceptions", Nothing, Emit, "-fno-exceptions"},
    {"frtti", Nothing, Emit, "-frtti"},
    {"fno-rtti", Nothing, Emit, "-fno-rtti"},
    {"fopenmp", Nothing, Emit, "-fopenmp"},
    {"fopenmp=", Attached, Emit, "-fopenmp"},
    {"fno-openmp", Nothing, Emit, "-fno-openmp"},
    {"pthread", Nothing, Emit, "-pthread"},
    {"fsigned-char", Nothing, Emit, "-fsigned-char"},
    {"funsigned-char", Nothing, Emit, "-funsigned-char"},
    {"fchar8_t", Nothing, Emit, "-fchar8_t"},
    {"fno-char8_t", Nothing, Emit, "-fno-char8_t"},
    {"fms-extensions", Nothing, Emit, "-fms-extensions"},
    {"ffreestanding", Nothing, Emit, "-ffreestanding"},
    {"ftemplate-depth=", Attached, Attach, "-ftemplate-depth="},
    {"fconstexpr-depth=", Attached, Attach, "-fconstexpr-depth="},

    // Flags within flags. CMake forces its precompiled header in with
    // `-Xclang -include -Xclang FILE`.
    {"Xclang", Equals, Forward, ""},
    {"Xpreprocessor", Equals, Forward, ""},
    {"Wp,", Attached, ForwardList, ""},

    // Loading.
    {"fplugin", Attached, Drop, Loads},
    {"fpass-plugin=", Attached, Drop, Loads},
    {"load", Equals, Drop, Loads},
    {"plugin", Equals, Drop, Loads},
    {"add-plugin", Equals, Drop, Loads},
    {"plugin-arg-", Attached, Drop, Loads},
    {"include-pch", Equals, Drop, Loads},
    {"ivfsoverlay", Either, Drop, Loads},
    {"fmodule", Attached, Drop, Loads},
    {"fprebuilt-module-path=", Attached, Drop, Loads},
    {"mllvm", Equals, Drop, OtherTool},

    // Clang's CUDA.
    {"cuda-path", Equals, Drop, Toolchain},
    {"cuda-path-ignore-env", Nothing, Drop, Toolchain},
    {"cuda-gpu-arch", Equals, Drop, Arch},
    {"no-cuda-gpu-arch", Equals, Drop, Arch},
    {"offload-arch", Equals, Drop, Arch},
    {"no-offload-arch", Equals, Drop, Arch},
    {"cuda-include-ptx", Equals, Drop, Arch},
    {"cuda-host-only", Nothing, Drop, Step},
    {"cuda-device-only", Nothing, Drop, Step},
    {"cuda-compile-host-device", Nothing, Drop, Step},
    {"nocudainc", Nothing, Drop, Toolchain},
    {"nocudalib", Nothing, Drop, Linker},
    {"Xcuda-ptxas", Equals, Drop, OtherTool},
    {"Xcuda-fatbinary", Equals, Drop, OtherTool},
    {"Xarch_", Either, Drop, OtherTool},
    {"Xarch_device", Equals, Drop, OtherTool},
    {"Xarch_host", Equals, Drop, OtherTool},
    {"fcuda", Attached, Drop, CodeGen},
    {"fgpu", Attached, Drop, CodeGen},

    // Toolchain and architecture.
    {"arch", Equals, Drop, Arch},
    {"target", Equals, Drop, Arch},
    {"m", Attached, Drop, Arch},
    {"B", Either, Drop, Toolchain},
    {"gcc-toolchain", Equals, Drop, Toolchain},
    {"stdlib", Equals, Drop, Toolchain},
    {"specs", Equals, Drop, Toolchain},
    {"wrapper", Equals, Drop, OtherTool},
    {"param", Equals, Drop, Optimise},
    {"iprefix", Equals, Drop, Toolchain},
    {"iwithprefix", Equals, Drop, Toolchain},
    {"iwithprefixbefore", Equals, Drop, Toolchain},
    {"F", Either, Drop, Toolchain},
    {"iframework", Either, Drop, Toolchain},

    // Code generation and messages.
    {"O", Attached, Drop, Optimise},
    {"f", Attached, Drop, CodeGen},
    {"g", Attached, Drop, CodeGen},
    {"p", Nothing, Drop, CodeGen},
    {"pg", Nothing, Drop, CodeGen},
    {"pipe", Nothing, Drop, Step},
    {"W", Attached, Drop, Messages},
    {"Wa,", Attached, Drop, OtherTool},
    {"Wl,", Attached, Drop, Linker},
    {"w", Nothing, Drop, Messages},
    {"pedantic", Nothing, Drop, Messages},
    {"pedantic-errors", Nothing, Drop, Messages},
    {"v", Nothing, Drop, Messages},
    {"verbose", Nothing, Drop, Messages},
    {"serialize-diagnostics", Equals, Drop, Output},
    {"Xanalyzer", Equals, Drop, OtherTool},
    {"Xassembler", Equals, Drop, OtherTool},

    // Steps and outputs.
    {"c", Nothing, Drop, Step},
    {"S", Nothing, Drop, Step},
    {"E", Nothing, Drop, Step},
    {"emit-llvm", Nothing, Drop, Step},
    {"fsyntax-only", Nothing, Drop, Step},
    {"save-temps", Attached, Drop, Output},
    {"o", Either, Drop, Output},
    {"output", Equals, Drop, Output},
    {"M", Nothing, Drop, Output},
    {"MM", Nothing, Drop, Output},
    {"MD", Nothing, Drop, Output},
    {"MMD", Nothing, Drop, Output},
    {"MP", Nothing, Drop, Output},
    {"MG", Nothing, Drop, Output},
    {"MV", Nothing, Drop, Output},
    {"MF", Either, Drop, Output},
    {"MT", Either, Drop, Output},
    {"MQ", Either, Drop, Output},
    {"MJ", Either, Drop, Output},
    {"dumpbase", Equals, Drop, Output},
    {"dumpbase-ext", Equals, Drop, Output},
    {"dumpdir", Equals, Drop, Output},
    {"aux-info", Equals, Drop, Output},
    {"index-store-path", Equals, Drop, Output},

    // Linking.
    {"l", Either, Drop, Linker},
    {"L", Either, Drop, Linker},
    {"Xlinker", Equals, Drop, Linker},
    {"T", Either, Drop, Linker},
    {"u", Either, Drop, Linker},
    {"z", Either, Drop, Linker},
    {"e", Either, Drop, Linker},
    {"shared", Nothing, Drop, Linker},
    {"static", Nothing, Drop, Linker},
    {"rdynamic", Nothing, Drop, Linker},
};

/// Programs that stand in front of the compiler.
constexpr StringLiteral Launchers[] = {"ccache", "sccache",    "distcc",
                                       "icecc",  "buildcache", "gomacc",
                                       "env",    "time",       "cmake"};

struct LanguageRule {
  StringLiteral Extension;
  StringLiteral Language;
};

/// Headers may hold kernels, so they are read as CUDA.
constexpr LanguageRule Languages[] = {
    {".c", "c"},     {".cc", "c++"},          {".cpp", "c++"},
    {".cxx", "c++"}, {".cppm", "c++-module"},
};
constexpr LanguageRule OtherLanguage = {"", "cuda"};

constexpr StringLiteral IncludeFolders[] = {"include", "inc", "Common",
                                            "common"};

//===----------------------------------------------------------------------===//
// Paths
//===----------------------------------------------------------------------===//

/// `Path` below `Directory`, with links resolved where the file exists.
std::string realPath(StringRef Path, StringRef Directory, vfs::FileSystem &FS) {
  SmallString<256> Absolute(Path), Real;
  sys::path::make_absolute(Directory, Absolute);
  if (!FS.getRealPath(Absolute, Real))
    return std::string(Real);
  sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  return std::string(Absolute);
}

std::string absolutePath(StringRef Path, vfs::FileSystem &FS) {
  SmallString<256> Absolute(Path);
  // Without a working directory the path stays as it is.
  if (FS.makeAbsolute(Absolute))
    return Path.str();
  sys::path::remove_dots(Absolute);
  return std::string(Absolute);
}

//===----------------------------------------------------------------------===//
// Words
//===----------------------------------------------------------------------===//

std::vector<std::string> tokenize(StringRef Text) {
  BumpPtrAllocator Memory;
  StringSaver Saver(Memory);
  SmallVector<const char *, 32> Words;
  cl::TokenizeGNUCommandLine(Text, Saver, Words);
  return std::vector<std::string>(Words.begin(), Words.end());
}

/// Splits at commas outside quotes; `\,` is a plain comma.
std::vector<std::string> splitList(StringRef Text) {
  std::vector<std::string> Items(1);
  char Quote = 0;
  for (size_t I = 0; I != Text.size(); ++I) {
    char C = Text[I];
    if (C == '\\' && I + 1 != Text.size()) {
      if (Text[I + 1] != ',')
        Items.back() += C;
      Items.back() += Text[++I];
      continue;
    }
    if (!Quote && C == ',') {
      Items.emplace_back();
      continue;
    }
    if (C == Quote)
      Quote = 0;
    else if (!Quote && (C == '"' || C == '\''))
      Quote = C;
    Items.back() += C;
  }
  erase_if(Items, [](const std::string &Item) { return Item.empty(); });
  return Items;
}

bool looksLikeFlag(StringRef Word) {
  return Word.size() > 1 && Word.front() == '-';
}

std::string tell(StringRef Flag, StringRef Reason) {
  return ("`" + Flag + "`: " + Reason).str();
}

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
    if (Rest.empty() || looksLikeFlag(Rest.front()))
      return Args;
    Args = Rest;
  }
  return Args;
}

/// Replaces `@FILE` and `--options-file FILE` by the words of the file.
class Expander {
public:
  Expander(StringRef Directory, vfs::FileSystem &FS,
           std::vector<std::string> &Dropped)
      : Directory(Directory), FS(FS), Dropped(Dropped) {}

  std::vector<std::string> expand(ArrayRef<std::string> Args) {
    add(Args);
    return std::move(Words);
  }

private:
  /// Files that name each other twice grow without end long before a loop.
  static constexpr unsigned MaxFiles = 256;

  void add(ArrayRef<std::string> Args) {
    for (; !Args.empty(); Args = Args.drop_front()) {
      StringRef Word = Args.front();
      if (Word.size() > 1 && Word.front() == '@')
        addFile(Word.drop_front(), Word);
      else if (auto List = optionsFileOf(Args))
        for (const std::string &Path : splitList(*List))
          addFile(Path, "--options-file " + Path);
      else
        Words.push_back(Word.str());
    }
  }

  /// The value of a leading `--options-file`. Moves `Args` to the last word
  /// that belongs to it.
  static std::optional<StringRef> optionsFileOf(ArrayRef<std::string> &Args) {
    StringRef Word = Args.front();
    if (!Word.consume_front("--options-file") && !Word.consume_front("-optf") &&
        !Word.consume_front("-options-file"))
      return std::nullopt;
    if (Word.consume_front("="))
      return Word;
    if (!Word.empty() || Args.size() < 2)
      return std::nullopt;
    Args = Args.drop_front();
    return StringRef(Args.front());
  }

  void addFile(StringRef Path, const Twine &Shown) {
    std::string Real = realPath(Path, Directory, FS);
    if (is_contained(Open, Real))
      return drop(Shown, "includes itself");
    if (++Count > MaxFiles)
      return drop(Shown, "too many option files");
    auto Buffer = FS.getBufferForFile(Real);
    if (!Buffer)
      return drop(Shown, "cannot be read: " + Buffer.getError().message());
    StringRef Text = (*Buffer)->getBuffer();
    Text.consume_front("\xef\xbb\xbf");
    Open.push_back(Real);
    add(tokenize(Text));
    Open.pop_back();
  }

  void drop(const Twine &Shown, const std::string &Reason) {
    Dropped.push_back(tell(Shown.str(), Reason));
  }

  StringRef Directory;
  vfs::FileSystem &FS;
  std::vector<std::string> &Dropped;
  std::vector<std::string> Words;
  std::vector<std::string> Open; ///< files being read, to see loops
  unsigned Count = 0;
};

//===----------------------------------------------------------------------===//
// Flags
//===----------------------------------------------------------------------===//

enum class Dialect { Nvcc, Gnu };

Dialect dialectOf(StringRef Compiler) {
  // Also `nvcc_wrapper` of Kokkos and `nvcc.exe`.
  return sys::path::filename(Compiler).starts_with("nvcc") ? Dialect::Nvcc
                                                           : Dialect::Gnu;
}

/// What follows the rule's name in `Word`, if the rule is about `Word`.
std::optional<StringRef> tailOf(StringRef Word, const FlagRule &Rule) {
  Word.consume_front("-");
  if (Rule.Name.size() > 1)
    Word.consume_front("-");
  if (!Word.consume_front(Rule.Name))
    return std::nullopt;
  bool Fits = false;
  switch (Rule.Value) {
  case Nothing:
    Fits = Word.empty();
    break;
  case Equals:
  case Maybe:
    Fits = Word.empty() || Word.front() == '=';
    break;
  case Attached:
  case Either:
    Fits = true;
    break;
  }
  return Fits ? std::optional(Word) : std::nullopt;
}

/// The rule with the longest name; `Best` wins a tie.
const FlagRule *longest(StringRef Word, ArrayRef<FlagRule> Rules,
                        const FlagRule *Best) {
  for (const FlagRule &Rule : Rules)
    if ((!Best || Rule.Name.size() > Best->Name.size()) && tailOf(Word, Rule))
      Best = &Rule;
  return Best;
}

const FlagRule *findRule(StringRef Word, Dialect Kind) {
  const FlagRule *Rule = nullptr;
  if (Kind == Dialect::Nvcc)
    Rule = longest(Word, NvccRules, Rule);
  return longest(Word, GnuRules, Rule);
}

class Translator {
public:
  Translator(Dialect Kind, CompileCommand &Out) : Kind(Kind), Out(Out) {}

  void translate(ArrayRef<std::string> Words) {
    // What follows `--` is a source, and sources are left out.
    while (!Words.empty() && Words.front() != "--")
      Words = Words.drop_front(translateOne(Words));
    translateForwarded();
  }

private:
  /// Returns how many words were used.
  size_t translateOne(ArrayRef<std::string> Words) {
    if (!looksLikeFlag(Words.front()))
      return 1;
    const FlagRule *Rule = findRule(Words.front(), Kind);
    if (!Rule)
      return dropUnknown(Words);
    std::optional<StringRef> Value = tailOf(Words.front(), *Rule);
    size_t Used = 1;
    if (takesNextWord(*Rule, *Value, Words)) {
      if (Words.size() < 2)
        return drop(Words.take_front(), "has no value");
      Value = Words[1];
      Used = 2;
    } else if (allowsEquals(*Rule)) {
      Value->consume_front("=");
    }
    // A lone `-D` would swallow the next flag.
    if (Value->empty() && (Rule->Do == Attach || Rule->Do == Pair))
      return drop(Words.take_front(Used), "has no value");
    apply(*Rule, *Value, Words.take_front(Used));
    return Used;
  }

  static bool takesNextWord(const FlagRule &Rule, StringRef Tail,
                            ArrayRef<std::string> Words) {
    if (!Tail.empty() || Rule.Value == Nothing || Rule.Value == Attached)
      return false;
    return Rule.Value != Maybe ||
           (Words.size() > 1 && !looksLikeFlag(Words[1]));
  }

  /// nvcc reads `-I=dir` as `-I dir`; gcc means a folder of the sysroot.
  bool allowsEquals(const FlagRule &Rule) const {
    return Rule.Value == Equals || Rule.Value == Maybe ||
           (Rule.Value == Either && Kind == Dialect::Nvcc);
  }

  void apply(const FlagRule &Rule, StringRef Value,
             ArrayRef<std::string> Words) {
    switch (Rule.Do) {
    case Drop:
      drop(Words, Rule.Text);
      return;
    case Emit:
      if (!Rule.When.empty() && Rule.When != Value)
        drop(Words, CodeGen);
      else
        Out.Flags.push_back(Rule.Text.str());
      return;
    case Attach:
      Out.Flags.push_back((Rule.Text + Value).str());
      return;
    case AttachEach:
      for (const std::string &Item : splitList(Value))
        Out.Flags.push_back(Rule.Text.str() + Item);
      return;
    case Pair:
      append({Rule.Text, Value});
      return;
    case PairEach:
      for (const std::string &Item : splitList(Value))
        append({Rule.Text, Item});
      return;
    case Language:
      applyLanguage(Value, Words);
      return;
    case Forward:
      Forwarded.push_back(Value.str());
      return;
    case ForwardList:
      // nvcc hands the items to a shell: `"-Wall -DX"` is two flags.
      for (const std::string &Item : splitList(Value))
        append_range(Forwarded, tokenize(Item));
      return;
    }
  }

  void applyLanguage(StringRef Value, ArrayRef<std::string> Words) {
    StringRef Language = StringSwitch<StringRef>(Value)
                             .Cases({"cu", "cuda", "musa"}, "cuda")
                             .Cases({"c", "c++", "c++-module"}, Value)
                             .Case("c-header", "c")
                             .Case("c++-header", "c++")
                             .Default("");
    if (Language.empty())
      drop(Words, "is a language that musify does not read");
    else
      append({"-x", Language});
  }

  /// A flag and its value may stand in two `-Xcompiler`, so these are read at
  /// the end, as one command line.
  void translateForwarded() {
    if (Forwarded.empty())
      return;
    CompileCommand Host;
    Translator(Dialect::Gnu, Host).translate(Forwarded);
    append_range(Out.Dropped, Host.Dropped);
    bool HasStandard = any_of(Out.Flags, isStandard);
    for (ArrayRef<std::string> Rest = Host.Flags; !Rest.empty();) {
      size_t Size = isPair(Rest.front()) ? 2 : 1;
      addHostFlag(Rest.take_front(Size), HasStandard);
      Rest = Rest.drop_front(Size);
    }
  }

  /// The compiler's own `-std` and `-x` win over those for the host.
  void addHostFlag(ArrayRef<std::string> Words, bool HasStandard) {
    if (Words.front() == "-x")
      drop(Words, "is for the host compiler only");
    else if (HasStandard && isStandard(Words.front()))
      drop(Words, "the compiler's own `-std` wins");
    else
      append_range(Out.Flags, Words);
  }

  static bool isStandard(StringRef Flag) { return Flag.starts_with("-std="); }

  static bool isPair(StringRef Flag) {
    return Flag == "-x" || any_of(GnuRules, [&](const FlagRule &Rule) {
             return Rule.Do == Pair && Rule.Text == Flag;
           });
  }

  size_t dropUnknown(ArrayRef<std::string> Words) {
    // nvcc writes values as words of their own. Taking one too many does no
    // harm: a word that is no flag is left out anyway.
    bool HasValue = Kind == Dialect::Nvcc && Words.size() > 1 &&
                    !StringRef(Words[0]).contains('=') &&
                    !looksLikeFlag(Words[1]) && !isSourceExtension(Words[1]);
    return drop(Words.take_front(HasValue ? 2 : 1), "unknown flag");
  }

  size_t drop(ArrayRef<std::string> Words, StringRef Reason) {
    Out.Dropped.push_back(tell(join(Words, " "), Reason));
    return Words.size();
  }

  void append(std::initializer_list<StringRef> Words) {
    for (StringRef Word : Words)
      Out.Flags.push_back(Word.str());
  }

  Dialect Kind;
  CompileCommand &Out;
  std::vector<std::string> Forwarded; ///< flags for the host compiler
};

//===----------------------------------------------------------------------===//
// Guessing
//===----------------------------------------------------------------------===//

const LanguageRule &languageOf(StringRef File) {
  StringRef Extension = sys::path::extension(File);
  for (const LanguageRule &Rule : Languages)
    if (Rule.Extension == Extension)
      return Rule;
  return OtherLanguage;
}

/// The folders from `File` up to `Root`; only the first one when `File` lies
/// elsewhere.
std::vector<StringRef> foldersUpTo(StringRef File, StringRef Root) {
  std::vector<StringRef> Folders;
  StringRef Folder = sys::path::parent_path(File);
  for (; !Folder.empty(); Folder = sys::path::parent_path(Folder)) {
    Folders.push_back(Folder);
    if (Folder == Root)
      return Folders;
  }
  Folders.resize(std::min<size_t>(Folders.size(), 1));
  return Folders;
}

bool isFolder(StringRef Path, vfs::FileSystem &FS) {
  auto Status = FS.status(Path);
  return Status && Status->isDirectory();
}

/// Include folders, the nearest first.
std::vector<std::string> guessIncludes(StringRef File, StringRef Root,
                                       vfs::FileSystem &FS) {
  std::vector<std::string> Found;
  auto Add = [&](StringRef Folder) {
    if (!is_contained(Found, Folder))
      Found.push_back(Folder.str());
  };
  Add(sys::path::parent_path(File));
  for (StringRef Folder : foldersUpTo(File, Root))
    for (StringRef Name : IncludeFolders) {
      SmallString<256> Path(Folder);
      sys::path::append(Path, Name);
      if (isFolder(Path, FS))
        Add(Path);
    }
  Add(Root);
  return Found;
}

} // namespace

CompileCommand translateCommand(ArrayRef<std::string> Args, StringRef Directory,
                                StringRef File, vfs::FileSystem &FS) {
  CompileCommand Out;
  Out.Directory = absolutePath(Directory, FS);
  Out.File = realPath(File, Out.Directory, FS);
  std::vector<std::string> Words =
      Expander(Out.Directory, FS, Out.Dropped).expand(skipLaunchers(Args));
  if (!Words.empty())
    Translator(dialectOf(Words.front()), Out)
        .translate(ArrayRef(Words).drop_front());
  return Out;
}

std::vector<std::string> macroFlags(ArrayRef<std::string> Flags) {
  std::vector<std::string> Out;
  for (size_t I = 0; I < Flags.size(); ++I) {
    StringRef Flag = Flags[I];
    if ((Flag == "-D" || Flag == "-U") && I + 1 < Flags.size())
      Out.push_back((Flag + Flags[++I]).str());
    else if (Flag.starts_with("-D") || Flag.starts_with("-U"))
      Out.push_back(Flag.str());
  }
  return Out;
}

CompileCommand inferCommand(StringRef File, StringRef Root, vfs::FileSystem &FS,
                            bool NeedsCxx20) {
  CompileCommand Out;
  std::string Absolute = absolutePath(Root, FS);
  Out.Directory = realPath(Absolute, Absolute, FS);
  Out.File = realPath(absolutePath(File, FS), Out.Directory, FS);
  const LanguageRule &Language = languageOf(File);
  Out.Flags = {"-x", Language.Language.str()};
  bool IsModule = Language.Language == "c++-module";
  if (Language.Language != "c")
    Out.Flags.push_back(NeedsCxx20 || IsModule ? "-std=c++20" : "-std=c++17");
  for (const std::string &Folder : guessIncludes(Out.File, Out.Directory, FS))
    Out.Flags.push_back("-I" + Folder);
  return Out;
}

} // namespace musify

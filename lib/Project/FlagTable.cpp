//===- FlagTable.cpp - What the flags of nvcc, clang and gcc are ----------===//
//
// One line a flag. Nothing reaches Clang but what a row names, so an unknown
// flag can never make Clang load or write something.
//
//===----------------------------------------------------------------------===//
#include "Project/FlagTable.h"
#include "Diag/Message.h"

using namespace llvm;

namespace musify {
namespace {

using enum Takes;
using enum FlagKind;
using enum Becomes;

/// What nvcc reads differently from, or in addition to, `GnuFlags`.
constexpr FlagRule NvccFlags[] = {
    // Macros, include directories, language.
    {"define-macro", Equals, Define, JoinedEach, "-D"},
    {"undefine-macro", Equals, Undefine, JoinedEach, "-U"},
    {"include-path", Equals, IncludeDir, JoinedEach, "-I"},
    {"system-include", Equals, SystemDir, PairEach, "-isystem"},
    {"pre-include", Equals, ForcedInclude, PairEach, "-include"},
    {"language", Equals, Language, AsLanguage},

    // Flags that define a macro. The build's own choice decides which branch
    // of an `#ifdef` is alive.
    {"default-stream", Equals, Semantics, Text,
     "-DCUDA_API_PER_THREAD_DEFAULT_STREAM=1", "per-thread"},
    {"expt-relaxed-constexpr", Nothing, Semantics, Text,
     "-D__CUDACC_RELAXED_CONSTEXPR__=1"},
    {"expt-extended-lambda", Nothing, Semantics, Text,
     "-D__CUDACC_EXTENDED_LAMBDA__=1"},
    {"extended-lambda", Nothing, Semantics, Text,
     "-D__CUDACC_EXTENDED_LAMBDA__=1"},
    {"rdc", Equals, Semantics, Text, "-D__CUDACC_RDC__=1", "true"},
    {"relocatable-device-code", Equals, Semantics, Text, "-D__CUDACC_RDC__=1",
     "true"},
    {"dc", Nothing, Semantics, Text, "-D__CUDACC_RDC__=1"},
    {"device-c", Nothing, Semantics, Text, "-D__CUDACC_RDC__=1"},

    // Other tools.
    {"Xcompiler", Equals, Host, HostFlags},
    {"compiler-options", Equals, Host, HostFlags},
    {"Xptxas", Equals, OtherTool},
    {"ptxas-options", Equals, OtherTool},
    {"Xcudafe", Equals, OtherTool},
    {"Xcicc", Equals, OtherTool},
    {"Xfatbin", Equals, OtherTool},
    {"Xarchive", Equals, OtherTool},
    {"archive-options", Equals, OtherTool},
    {"Xnvlink", Equals, Linker},
    {"nvlink-options", Equals, Linker},
    {"linker-options", Equals, Linker},
    {"ccbin", Equals, Toolchain},
    {"compiler-bindir", Equals, Toolchain},
    {"allow-unsupported-compiler", Nothing, Toolchain},
    {"forward-unknown-to-host-compiler", Nothing, OtherTool},
    {"forward-unknown-to-host-linker", Nothing, OtherTool},
    {"forward-unknown-opts", Nothing, OtherTool},
    {"run-args", Equals, OtherTool},

    // Architecture.
    {"gencode", Equals, Arch},
    {"generate-code", Equals, Arch},
    {"gpu-architecture", Equals, Arch},
    {"code", Equals, Arch},
    {"gpu-code", Equals, Arch},
    {"machine", Equals, Arch},

    // Code generation.
    {"maxrregcount", Equals, CodeGen},
    {"use_fast_math", Nothing, Optimization},
    {"ftz", Equals, CodeGen},
    {"prec-div", Equals, CodeGen},
    {"prec-sqrt", Equals, CodeGen},
    {"fmad", Equals, CodeGen},
    {"lineinfo", Nothing, CodeGen},
    {"generate-line-info", Nothing, CodeGen},
    {"G", Nothing, CodeGen},
    {"device-debug", Nothing, CodeGen},
    {"debug", Nothing, CodeGen},
    {"optimize", Equals, Optimization},
    {"Ofast-compile", Equals, Optimization},
    {"dlto", Nothing, Optimization},
    {"extra-device-vectorization", Nothing, Optimization},
    {"restrict", Nothing, Optimization},

    // Steps and outputs.
    {"t", Either, Step},
    {"threads", Equals, Step},
    {"split-compile", Equals, Step},
    {"dw", Nothing, Step},
    {"device-w", Nothing, Step},
    {"dlink", Nothing, Step},
    {"device-link", Nothing, Step},
    {"compile", Nothing, Step},
    {"ptx", Nothing, Step},
    {"cubin", Nothing, Step},
    {"fatbin", Nothing, Step},
    {"cuda", Nothing, Step},
    {"lib", Nothing, Step},
    {"link", Nothing, Step},
    {"run", Nothing, Step},
    {"dryrun", Nothing, Step},
    {"keep", Nothing, Output},
    {"keep-dir", Equals, Output},
    {"odir", Equals, Output},
    {"output-directory", Equals, Output},
    {"output-file", Equals, Output},
    {"dependency-output", Equals, Output},
    {"dependency-target-name", Equals, Output},
    {"generate-dependencies-with-compile", Nothing, Output},
    {"generate-nonsystem-dependencies-with-compile", Nothing, Output},
    {"target-dir", Equals, Toolchain},

    // Messages.
    {"Werror", Maybe, Messages},
    {"diag-suppress", Equals, Messages},
    {"diag-error", Equals, Messages},
    {"diag-warn", Equals, Messages},
    {"disable-warnings", Nothing, Messages},
    {"display-error-number", Nothing, Messages},
    {"res-usage", Nothing, Messages},
    {"resource-usage", Nothing, Messages},

    // Linking.
    {"cudart", Equals, Linker},
    {"cudadevrt", Equals, Linker},
    {"library", Equals, Linker},
    {"library-path", Equals, Linker},
};

/// clang and gcc, and the host flags that nvcc passes on.
constexpr FlagRule GnuFlags[] = {
    // Macros, include directories, language.
    {"D", Either, Define, Joined, "-D"},
    {"define-macro", Equals, Define, Joined, "-D"},
    {"U", Either, Undefine, Joined, "-U"},
    {"undefine-macro", Equals, Undefine, Joined, "-U"},
    {"I", Either, IncludeDir, Joined, "-I"},
    {"include-directory", Equals, IncludeDir, Joined, "-I"},
    {"isystem", Either, SystemDir, Pair, "-isystem"},
    {"isystem-after", Either, SystemDir, Pair, "-isystem"},
    {"iquote", Either, QuoteDir, Pair, "-iquote"},
    {"idirafter", Either, AfterDir, Pair, "-idirafter"},
    {"include", Either, ForcedInclude, Pair, "-include"},
    {"imacros", Either, ForcedMacros, Pair, "-imacros"},
    {"isysroot", Either, SysRoot, Pair, "-isysroot"},
    {"sysroot", Equals, SysRoot, Joined, "--sysroot="},
    {"std", Equals, Standard, Joined, "-std="},
    {"ansi", Nothing, Semantics, Text, "-ansi"},
    {"x", Either, Language, AsLanguage},

    // Flags that change what the source means.
    {"fexceptions", Nothing, Semantics, Text, "-fexceptions"},
    {"fno-exceptions", Nothing, Semantics, Text, "-fno-exceptions"},
    {"frtti", Nothing, Semantics, Text, "-frtti"},
    {"fno-rtti", Nothing, Semantics, Text, "-fno-rtti"},
    {"fopenmp", Nothing, Semantics, Text, "-fopenmp"},
    {"fopenmp=", Attached, Semantics, Text, "-fopenmp"},
    {"fno-openmp", Nothing, Semantics, Text, "-fno-openmp"},
    {"pthread", Nothing, Semantics, Text, "-pthread"},
    {"fsigned-char", Nothing, Semantics, Text, "-fsigned-char"},
    {"funsigned-char", Nothing, Semantics, Text, "-funsigned-char"},
    {"fchar8_t", Nothing, Semantics, Text, "-fchar8_t"},
    {"fno-char8_t", Nothing, Semantics, Text, "-fno-char8_t"},
    {"fms-extensions", Nothing, Semantics, Text, "-fms-extensions"},
    {"ffreestanding", Nothing, Semantics, Text, "-ffreestanding"},
    {"ftemplate-depth=", Attached, Semantics, Joined, "-ftemplate-depth="},
    {"fconstexpr-depth=", Attached, Semantics, Joined, "-fconstexpr-depth="},

    // Flags within flags. CMake forces its precompiled header in with
    // `-Xclang -include -Xclang FILE`.
    {"Xclang", Equals, Host, HostFlag},
    {"Xpreprocessor", Equals, Host, HostFlag},
    {"Wp,", Attached, Host, HostFlags},

    // Loading.
    {"fplugin", Attached, Loads},
    {"fpass-plugin=", Attached, Loads},
    {"load", Equals, Loads},
    {"plugin", Equals, Loads},
    {"add-plugin", Equals, Loads},
    {"plugin-arg-", Attached, Loads},
    {"include-pch", Equals, Loads},
    {"ivfsoverlay", Either, Loads},
    {"fmodule", Attached, Loads},
    {"fprebuilt-module-path=", Attached, Loads},
    {"mllvm", Equals, OtherTool},

    // Clang's CUDA.
    {"cuda-path", Equals, Toolchain},
    {"cuda-path-ignore-env", Nothing, Toolchain},
    {"cuda-gpu-arch", Equals, Arch},
    {"no-cuda-gpu-arch", Equals, Arch},
    {"offload-arch", Equals, Arch},
    {"no-offload-arch", Equals, Arch},
    {"cuda-include-ptx", Equals, Arch},
    {"cuda-host-only", Nothing, Step},
    {"cuda-device-only", Nothing, Step},
    {"cuda-compile-host-device", Nothing, Step},
    {"nocudainc", Nothing, Toolchain},
    {"nocudalib", Nothing, Linker},
    {"Xcuda-ptxas", Equals, OtherTool},
    {"Xcuda-fatbinary", Equals, OtherTool},
    {"Xarch_", Either, OtherTool},
    {"Xarch_device", Equals, OtherTool},
    {"Xarch_host", Equals, OtherTool},
    {"fcuda", Attached, CodeGen},
    {"fgpu", Attached, CodeGen},

    // Toolchain and architecture.
    {"arch", Equals, Arch},
    {"target", Equals, Arch},
    {"m", Attached, Arch},
    {"B", Either, Toolchain},
    {"gcc-toolchain", Equals, Toolchain},
    {"stdlib", Equals, Toolchain},
    {"specs", Equals, Toolchain},
    {"wrapper", Equals, OtherTool},
    {"param", Equals, Optimization},
    {"iprefix", Equals, Toolchain},
    {"iwithprefix", Equals, Toolchain},
    {"iwithprefixbefore", Equals, Toolchain},
    {"F", Either, Toolchain},
    {"iframework", Either, Toolchain},

    // Code generation and messages.
    {"O", Attached, Optimization},
    {"f", Attached, CodeGen},
    {"g", Attached, CodeGen},
    {"p", Nothing, CodeGen},
    {"pg", Nothing, CodeGen},
    {"pipe", Nothing, Step},
    {"W", Attached, Messages},
    {"Wa,", Attached, OtherTool},
    {"Wl,", Attached, Linker},
    {"w", Nothing, Messages},
    {"pedantic", Nothing, Messages},
    {"pedantic-errors", Nothing, Messages},
    {"v", Nothing, Messages},
    {"verbose", Nothing, Messages},
    {"serialize-diagnostics", Equals, Output},
    {"Xanalyzer", Equals, OtherTool},
    {"Xassembler", Equals, OtherTool},

    // Steps and outputs.
    {"c", Nothing, Step},
    {"S", Nothing, Step},
    {"E", Nothing, Step},
    {"emit-llvm", Nothing, Step},
    {"fsyntax-only", Nothing, Step},
    {"save-temps", Attached, Output},
    {"o", Either, Output},
    {"output", Equals, Output},
    {"M", Nothing, Output},
    {"MM", Nothing, Output},
    {"MD", Nothing, Output},
    {"MMD", Nothing, Output},
    {"MP", Nothing, Output},
    {"MG", Nothing, Output},
    {"MV", Nothing, Output},
    {"MF", Either, Output},
    {"MT", Either, Output},
    {"MQ", Either, Output},
    {"MJ", Either, Output},
    {"dumpbase", Equals, Output},
    {"dumpbase-ext", Equals, Output},
    {"dumpdir", Equals, Output},
    {"aux-info", Equals, Output},
    {"index-store-path", Equals, Output},

    // Linking.
    {"l", Either, Linker},
    {"L", Either, Linker},
    {"Xlinker", Equals, Linker},
    {"T", Either, Linker},
    {"u", Either, Linker},
    {"z", Either, Linker},
    {"e", Either, Linker},
    {"shared", Nothing, Linker},
    {"static", Nothing, Linker},
    {"rdynamic", Nothing, Linker},
};

/// The rule with the longest name; `Best` wins a tie.
const FlagRule *longest(StringRef Word, ArrayRef<FlagRule> Rules,
                        const FlagRule *Best) {
  StringRef Name = Word.ltrim('-');
  if (Name.empty())
    return Best;
  for (const FlagRule &Rule : Rules)
    if (Rule.Name.front() == Name.front() &&
        (!Best || Rule.Name.size() > Best->Name.size()) && tailOf(Word, Rule))
      Best = &Rule;
  return Best;
}

} // namespace

std::optional<StringRef> tailOf(StringRef Word, const FlagRule &Rule) {
  Word.consume_front("-");
  if (Rule.Name.size() > 1)
    Word.consume_front("-");
  if (!Word.consume_front(Rule.Name))
    return std::nullopt;
  switch (Rule.Value) {
  case Nothing:
    return Word.empty() ? std::optional(Word) : std::nullopt;
  case Equals:
  case Maybe:
    return Word.empty() || Word.front() == '=' ? std::optional(Word)
                                               : std::nullopt;
  case Attached:
  case Either:
    return Word;
  }
  llvm_unreachable("all cases return");
}

const FlagRule *findFlagRule(StringRef Word, Dialect Of) {
  const FlagRule *Rule = nullptr;
  if (Of == Dialect::Nvcc)
    Rule = longest(Word, NvccFlags, Rule);
  return longest(Word, GnuFlags, Rule);
}

Message whyDropped(FlagKind Kind) {
  switch (Kind) {
  case Arch:
    return say(msg::FlagArch);
  case Optimization:
    return say(msg::FlagOptimization);
  case CodeGen:
  case Semantics: // a value of it that defines nothing
    return say(msg::FlagCodeGen);
  case Output:
    return say(msg::FlagOutput);
  case Step:
    return say(msg::FlagStep);
  case Messages:
    return say(msg::FlagMessages);
  case OtherTool:
    return say(msg::FlagOtherTool);
  case Linker:
    return say(msg::FlagLinker);
  case Loads:
    return say(msg::FlagLoads);
  case Toolchain:
    return say(msg::FlagToolchain);
  default:
    return say(msg::FlagUnknown);
  }
}

} // namespace musify

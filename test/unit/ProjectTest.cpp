//===- ProjectTest.cpp - Compile commands and inputs ----------------------===//
#include "Project/CompileCommand.h"
#include "Project/Inputs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;
using namespace musify;

namespace {

using Words = std::vector<std::string>;

struct CommandTest : testing::Test {
  IntrusiveRefCntPtr<vfs::InMemoryFileSystem> FS =
      makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();

  CommandTest() { FS->setCurrentWorkingDirectory("/"); }

  void add(StringRef Path, StringRef Text = "") {
    FS->addFile(Path, 0, MemoryBuffer::getMemBufferCopy(Text));
  }
  CompileCommand translate(Words Args) {
    return translateCommand(Args, "/b", "a.cu", *FS);
  }
  Words nvcc(Words Args) {
    Args.insert(Args.begin(), "/usr/local/cuda/bin/nvcc");
    return translate(Args).Flags;
  }
  Words gnu(Words Args) {
    Args.insert(Args.begin(), "clang++");
    return translate(Args).Flags;
  }
};

/// True when one of `Told` holds both texts.
bool tells(const std::vector<Message> &Told, StringRef What, StringRef Why) {
  return any_of(Told, [&](const Message &M) {
    std::string Line = M.text();
    return StringRef(Line).contains(What) && StringRef(Line).contains(Why);
  });
}

Words textsOf(const std::vector<Message> &Told) {
  Words Out;
  for (const Message &M : Told)
    Out.push_back(M.text());
  return Out;
}

//===----------------------------------------------------------------------===//
// translateCommand
//===----------------------------------------------------------------------===//

using Translate = CommandTest;

TEST_F(Translate, ReadsALineThatCMakeWrites) {
  add("/b/includes_CUDA.rsp", "-I/src/include -isystem=/opt/x\n");
  CompileCommand C =
      translate({"/usr/local/cuda/bin/nvcc",
                 "-forward-unknown-to-host-compiler",
                 "-DNDEBUG",
                 "--options-file",
                 "includes_CUDA.rsp",
                 "-O3",
                 "--generate-code=arch=compute_80,code=[compute_80,sm_80]",
                 "-std=c++17",
                 "-Xcompiler=-fPIC",
                 "-MD",
                 "-MT",
                 "a.o",
                 "-MF",
                 "a.d",
                 "-x",
                 "cu",
                 "-rdc=true",
                 "-c",
                 "/src/a.cu",
                 "-o",
                 "a.o"});
  EXPECT_EQ(C.Flags, (Words{"-DNDEBUG", "-I/src/include", "-isystem", "/opt/x",
                            "-std=c++17", "-x", "cuda", "-D__CUDACC_RDC__=1"}));
  EXPECT_EQ(C.Directory, "/b");
  EXPECT_EQ(C.File, "/b/a.cu");
  EXPECT_TRUE(tells(C.Dropped, "`-o a.o`", "output"));
  EXPECT_TRUE(tells(C.Dropped, "`-fPIC`", "code generation"));
  EXPECT_TRUE(tells(C.Dropped, "`-O3`", "optimization"));
}

TEST_F(Translate, KeepsMacrosAndFoldersAttachedOrNot) {
  EXPECT_EQ(nvcc({"-DA", "-D", "B=1", "-UC", "-U", "D", "-Ix", "-I", "y",
                  "-I=z", "-isystem", "s", "-isystem=t", "-iquote", "q",
                  "-idirafter", "d", "-include", "p.h"}),
            (Words{"-DA", "-DB=1", "-UC", "-UD", "-Ix", "-Iy", "-Iz",
                   "-isystem", "s", "-isystem", "t", "-iquote", "q",
                   "-idirafter", "d", "-include", "p.h"}));
  EXPECT_EQ(
      gnu({"-isystem/s", "-iquoteq", "-includep.h", "-I=z"}),
      (Words{"-isystem", "/s", "-iquote", "q", "-include", "p.h", "-I=z"}));
}

TEST_F(Translate, KeepsAMacroWithCommasWhole) {
  EXPECT_EQ(nvcc({"-DF(a,b)=a", "-DS=\"x y\""}),
            (Words{"-DF(a,b)=a", "-DS=\"x y\""}));
}

TEST_F(Translate, SplitsLongNvccSpellingsAtCommas) {
  EXPECT_EQ(
      nvcc({"--define-macro=A,B=2", "--undefine-macro", "C", "--include-path",
            "x,y", "--system-include=s,t", "--pre-include", "p.h,q.h",
            "--define-macro", "S=\"1,2\""}),
      (Words{"-DA", "-DB=2", "-UC", "-Ix", "-Iy", "-isystem", "s", "-isystem",
             "t", "-include", "p.h", "-include", "q.h", "-DS=\"1,2\""}));
}

TEST_F(Translate, NormalisesTheStandard) {
  EXPECT_EQ(nvcc({"-std=c++17"}), (Words{"-std=c++17"}));
  EXPECT_EQ(nvcc({"--std", "c++14"}), (Words{"-std=c++14"}));
  EXPECT_EQ(nvcc({"-std", "c++03"}), (Words{"-std=c++03"}));
  EXPECT_EQ(nvcc({"--std=c++20"}), (Words{"-std=c++20"}));
  EXPECT_EQ(gnu({"-std=gnu++20"}), (Words{"-std=gnu++20"}));
}

TEST_F(Translate, NormalisesTheLanguage) {
  EXPECT_EQ(nvcc({"-x", "cu"}), (Words{"-x", "cuda"}));
  EXPECT_EQ(nvcc({"--language", "cu"}), (Words{"-x", "cuda"}));
  EXPECT_EQ(gnu({"-xc++"}), (Words{"-x", "c++"}));
  EXPECT_EQ(gnu({"-x", "c-header"}), (Words{"-x", "c"}));
  EXPECT_EQ(gnu({"-x", "assembler-with-cpp"}), Words{});
}

TEST_F(Translate, DefinesTheMacrosThatNvccDefines) {
  EXPECT_EQ(nvcc({"--default-stream", "per-thread"}),
            (Words{"-DCUDA_API_PER_THREAD_DEFAULT_STREAM=1"}));
  EXPECT_EQ(nvcc({"-default-stream=per-thread"}),
            (Words{"-DCUDA_API_PER_THREAD_DEFAULT_STREAM=1"}));
  EXPECT_EQ(nvcc({"--default-stream=legacy", "-rdc=false"}), Words{});
  EXPECT_EQ(nvcc({"--expt-relaxed-constexpr", "--extended-lambda"}),
            (Words{"-D__CUDACC_RELAXED_CONSTEXPR__=1",
                   "-D__CUDACC_EXTENDED_LAMBDA__=1"}));
  EXPECT_EQ(nvcc({"-expt-extended-lambda"}),
            (Words{"-D__CUDACC_EXTENDED_LAMBDA__=1"}));
  EXPECT_EQ(nvcc({"-dc"}), (Words{"-D__CUDACC_RDC__=1"}));
  EXPECT_EQ(nvcc({"--relocatable-device-code=true"}),
            (Words{"-D__CUDACC_RDC__=1"}));
}

// Each flag is followed by `-DEND`, which a wrong arity would swallow.
TEST_F(Translate, DropsNvccFlagsWithTheirValues) {
  const Words Cases[] = {
      {"-gencode", "arch=compute_80,code=sm_80"},
      {"-gencode=arch=compute_80,code=sm_80"},
      {"--generate-code", "arch=compute_80,code=sm_80"},
      {"-arch", "sm_80"},
      {"-arch=sm_80"},
      {"--gpu-architecture", "sm_80"},
      {"-code=sm_80"},
      {"-code", "sm_80"},
      {"-Xptxas", "-v"},
      {"-Xptxas=-v,-O3"},
      {"-Xcudafe", "--diag_suppress=1"},
      {"-Xfatbin", "-compress-all"},
      {"-Xnvlink", "-v"},
      {"-Xlinker", "-rpath"},
      {"-ccbin", "g++"},
      {"-ccbin=g++"},
      {"--compiler-bindir", "/usr/bin"},
      {"-dw"},
      {"-c"},
      {"-maxrregcount", "64"},
      {"-maxrregcount=64"},
      {"--maxrregcount=64"},
      {"--use_fast_math"},
      {"-use_fast_math"},
      {"-ftz=true"},
      {"-ftz", "true"},
      {"-prec-div=false"},
      {"-lineinfo"},
      {"-G"},
      {"-g"},
      {"-O3"},
      {"-O"},
      {"-t", "4"},
      {"-t4"},
      {"--threads", "4"},
      {"--threads=4"},
      {"-m64"},
      {"-lcublas"},
      {"-l", "cublas"},
      {"-L/x"},
      {"-L", "/x"},
      {"--cudart", "shared"},
      {"-cudart=static"},
      {"-cudart", "static"},
      {"-forward-unknown-to-host-compiler"},
      {"-diag-suppress", "177"},
      {"-diag-suppress=177"},
      {"-Werror", "cross-execution-space-call"},
      {"-Werror=all-warnings"},
      {"-Werror"},
      {"-o", "x.o"},
      {"-MD"},
      {"-MF", "x.d"},
      {"-MT", "x.o"},
      {"-odir", "out"},
      {"-keep"},
      {"--keep-dir", "out"},
      {"-v"},
      {"--dryrun"},
      {"-Wall"},
  };
  for (const Words &Case : Cases) {
    Words Args = Case;
    Args.insert(Args.begin(), "nvcc");
    Args.push_back("-DEND");
    CompileCommand C = translate(Args);
    EXPECT_EQ(C.Flags, Words{"-DEND"}) << join(Case, " ");
    EXPECT_EQ(C.Dropped.size(), 1u) << join(Case, " ");
    EXPECT_TRUE(tells(C.Dropped, "`" + join(Case, " ") + "`: ", ""))
        << join(Case, " ");
    EXPECT_FALSE(tells(C.Dropped, "", "unknown flag")) << join(Case, " ");
  }
}

TEST_F(Translate, DropsClangFlagsThatLoadWriteOrChoose) {
  const Words Cases[] = {
      {"--cuda-path=/opt"},
      {"--cuda-gpu-arch=sm_80"},
      {"--offload-arch=sm_80"},
      {"--cuda-host-only"},
      {"--cuda-device-only"},
      {"-mllvm", "-debug"},
      {"-fplugin=x.so"},
      {"-fpass-plugin=x.so"},
      {"-load", "x.so"},
      {"-fmodules"},
      {"-fmodule-file=x.pcm"},
      {"-include-pch", "x.pch"},
      {"-target", "x86_64"},
      {"--target=x86_64"},
      {"-arch", "arm64"},
      {"-march=native"},
      {"-Werror"},
      {"-fPIC"},
      {"-o", "x.o"},
      {"-ox.o"},
      {"-MJ", "x.json"},
      {"--serialize-diagnostics", "x.dia"},
      {"-save-temps=obj"},
      {"-Wl,-rpath,/x"},
      {"-B", "/x"},
      {"-stdlib=libc++"},
      {"-Xarch_device", "-O3"},
      {"-Xcuda-ptxas", "-O3"},
      {"-ivfsoverlay", "x.yml"},
  };
  for (const Words &Case : Cases) {
    Words Args = Case;
    Args.insert(Args.begin(), "/usr/bin/clang++-22");
    Args.push_back("-DEND");
    CompileCommand C = translate(Args);
    EXPECT_EQ(C.Flags, Words{"-DEND"}) << join(Case, " ");
    EXPECT_EQ(C.Dropped.size(), 1u) << join(Case, " ");
  }
}

TEST_F(Translate, ReadsXclangLikeAFlagOfItsOwn) {
  EXPECT_EQ(gnu({"-Xclang", "-load", "-Xclang", "x.so", "-Xclang",
                 "-include-pch", "-Xclang", "x.pch", "-Xclang", "-include",
                 "-Xclang", "cmake_pch.hxx", "-DEND"}),
            (Words{"-DEND", "-include", "cmake_pch.hxx"}));
}

TEST_F(Translate, KeepsHostFlagsThatChangeMeaning) {
  Words Kept = {"-fexceptions", "-fno-exceptions", "-frtti",
                "-fno-rtti",    "-pthread",        "-fopenmp"};
  EXPECT_EQ(gnu(Kept), Kept);
  EXPECT_EQ(nvcc(Kept), Kept);
  EXPECT_EQ(gnu({"-fopenmp=libomp", "-fopenmp-simd"}), Words{"-fopenmp"});
}

TEST_F(Translate, LooksInsideXcompiler) {
  EXPECT_EQ(nvcc({"-Xcompiler", "-Wall,-DA,-fno-exceptions"}),
            (Words{"-DA", "-fno-exceptions"}));
  EXPECT_EQ(nvcc({"--compiler-options=-Wall -DB=1 -fopenmp"}),
            (Words{"-DB=1", "-fopenmp"}));
  EXPECT_EQ(nvcc({"-Xcompiler", ",\"-fPIC\",\"-DC\""}), Words{"-DC"});
  EXPECT_EQ(nvcc({"-Xcompiler=-DS='\"a,b\"',-Ix"}),
            (Words{"-DS=\"a,b\"", "-Ix"}));
  EXPECT_EQ(nvcc({"-Xcompiler=-DP=1\\,2"}), Words{"-DP=1,2"});
}

TEST_F(Translate, JoinsAFlagAndItsValueFromTwoXcompiler) {
  EXPECT_EQ(nvcc({"-Xcompiler", "-include", "-DA", "-Xcompiler", "p.h"}),
            (Words{"-DA", "-include", "p.h"}));
}

TEST_F(Translate, PrefersTheStandardOfNvccToTheHosts) {
  CompileCommand C = translate(
      {"nvcc", "-Xcompiler=-std=gnu++14,-x,c", "-std=c++17", "-x", "cu"});
  EXPECT_EQ(C.Flags, (Words{"-std=c++17", "-x", "cuda"}));
  EXPECT_TRUE(tells(C.Dropped, "`-std=gnu++14`", "wins"));
  EXPECT_EQ(nvcc({"-Xcompiler=-std=gnu++14"}), Words{"-std=gnu++14"});
}

TEST_F(Translate, StepsOverLaunchers) {
  EXPECT_EQ(translate({"ccache", "nvcc", "-t", "4", "-DA"}).Flags,
            Words{"-DA"});
  EXPECT_EQ(translate({"/usr/bin/sccache", "distcc", "g++", "-DA"}).Flags,
            Words{"-DA"});
  EXPECT_EQ(translate({"env", "-i", "CCACHE_DIR=/x", "ccache", "nvcc",
                       "--define-macro=A,B"})
                .Flags,
            (Words{"-DA", "-DB"}));
  EXPECT_EQ(translate({"cmake", "-E", "__run_co_compile", "--source=a.cu", "--",
                       "nvcc", "--define-macro=A,B"})
                .Flags,
            (Words{"-DA", "-DB"}));
  EXPECT_EQ(translate({"distcc", "-DA", "-c", "a.c"}).Flags, Words{"-DA"});
  EXPECT_EQ(translate({"ccache"}).Flags, Words{});
  EXPECT_EQ(translate({}).Flags, Words{});
}

TEST_F(Translate, ReadsNestedOptionFiles) {
  add("/b/one.rsp", "\xef\xbb\xbf-DA '-DS=x y'\n@sub/two.rsp -DZ");
  add("/b/sub/two.rsp", "-optf three.rsp");
  add("/b/three.rsp", "-DC=\\\"q\\\"");
  add("/abs.rsp", "-DD");
  EXPECT_EQ(nvcc({"@one.rsp", "--options-file=/abs.rsp,three.rsp"}),
            (Words{"-DA", "-DS=x y", "-DC=\"q\"", "-DZ", "-DD", "-DC=\"q\""}));
}

TEST_F(Translate, StopsAtALoopOfOptionFiles) {
  add("/b/one.rsp", "-DA @two.rsp -DB");
  add("/b/two.rsp", "-DC @./one.rsp");
  CompileCommand C = translate({"nvcc", "@one.rsp"});
  EXPECT_EQ(C.Flags, (Words{"-DA", "-DC", "-DB"}));
  EXPECT_TRUE(tells(C.Dropped, "`@./one.rsp`", "itself"));
}

TEST_F(Translate, LimitsTheNumberOfOptionFiles) {
  for (int I = 0; I != 40; ++I) {
    std::string Next = "@/b/" + std::to_string(I + 1);
    add("/b/" + std::to_string(I), Next + " " + Next);
  }
  add("/b/40", "-DA");
  EXPECT_TRUE(tells(translate({"nvcc", "@0"}).Dropped, "", "too many"));
}

TEST_F(Translate, TellsAMissingOptionFile) {
  CompileCommand C = translate({"nvcc", "-optf", "no.rsp", "@no2", "-DA"});
  EXPECT_EQ(C.Flags, Words{"-DA"});
  EXPECT_TRUE(tells(C.Dropped, "no.rsp`", "cannot be read"));
  EXPECT_TRUE(tells(C.Dropped, "`@no2`", "cannot be read"));
}

TEST_F(Translate, TellsUnknownFlagsWithTheirValue) {
  CompileCommand C = translate(
      {"nvcc", "-brand-new", "7", "-DA", "--newer=x", "-newest", "a.cu"});
  EXPECT_EQ(C.Flags, Words{"-DA"});
  EXPECT_EQ(textsOf(C.Dropped),
            (Words{"`-brand-new 7`: unknown flag", "`--newer=x`: unknown flag",
                   "`-newest`: unknown flag"}));
}

TEST_F(Translate, TellsAFlagWithoutValue) {
  CompileCommand C = translate({"nvcc", "-D=", "-DA", "-I", "", "-include"});
  EXPECT_EQ(C.Flags, Words{"-DA"});
  EXPECT_EQ(textsOf(C.Dropped),
            (Words{"`-D=`: has no value", "`-I `: has no value",
                   "`-include`: has no value"}));
  EXPECT_EQ(textsOf(translate({"nvcc", "-DA", "-arch"}).Dropped),
            Words{"`-arch`: has no value"});
}

TEST_F(Translate, LeavesSourcesOut) {
  EXPECT_EQ(nvcc({"-DA", "a.cu", "b.cpp", "-", "--", "-DB"}), Words{"-DA"});
}

//===----------------------------------------------------------------------===//
// readFlags and its filters
//===----------------------------------------------------------------------===//

TEST(Flags, HaveAKindAValueAndTheirWords) {
  Words Line = {"-I", "a",    "-Ib",   "-isystem=c", "-std=c++17", "-new",
                "7",  "x.cu", "-DEND", "--",         "-DNOT"};
  struct {
    FlagKind Kind;
    StringRef Value;
    size_t Words;
  } Expected[] = {
      {FlagKind::IncludeDir, "a", 2}, {FlagKind::IncludeDir, "b", 1},
      {FlagKind::SystemDir, "c", 1},  {FlagKind::Standard, "c++17", 1},
      {FlagKind::Unknown, "", 2},     {FlagKind::Input, "x.cu", 1},
      {FlagKind::Define, "END", 1}};
  std::vector<Flag> All = readFlags(Line, Dialect::Nvcc);
  ASSERT_EQ(All.size(), std::size(Expected));
  for (auto [F, E] : zip(All, Expected)) {
    EXPECT_EQ(F.Kind, E.Kind) << E.Value.str();
    EXPECT_EQ(F.Value, E.Value);
    EXPECT_EQ(F.Words.size(), E.Words) << E.Value.str();
  }
  EXPECT_EQ(readFlags(Line, Dialect::Gnu)[2].Value, "=c");
}

TEST(Flags, LackAValueAtTheEnd) {
  Words Line = {"-DA", "-include"};
  std::vector<Flag> All = readFlags(Line);
  EXPECT_FALSE(All[0].LacksValue);
  EXPECT_TRUE(All[1].LacksValue);
  EXPECT_EQ(All[1].Words.size(), 1u);
}

// A value that looks like a flag stays a value.
TEST(Flags, AreFilteredByKind) {
  Words All = {"-x",         "cuda",     "-std=c++17",  "-DA=1",
               "-D",         "B",        "-UC",         "-Ii",
               "-isystem",   "-DX",      "-iquote",     "q",
               "-idirafter", "d",        "-idirafterd", "-include",
               "-If",        "-imacros", "m",           "-fno-rtti",
               "-isysroot",  "r",        "--sysroot=s", "--cuda-device-only"};
  EXPECT_EQ(macroFlags(All), (Words{"-DA=1", "-DB", "-UC"}));
  EXPECT_EQ(definedMacros(All), (Words{"A=1", "B"}));
  EXPECT_EQ(includeDirFlags(All),
            (Words{"-Ii", "-isystem", "-DX", "-iquote", "q", "-idirafter", "d",
                   "-idirafterd"}));
  EXPECT_EQ(languageFlags(All),
            (Words{"-x", "cuda", "-std=c++17", "-fno-rtti", "-isysroot", "r",
                   "--sysroot=s", "--cuda-device-only"}));
  EXPECT_EQ(languageFlag(All), "cuda");
  EXPECT_EQ(languageFlag(Words{"-x", "c", "-xc++"}), "c++");
  EXPECT_FALSE(languageFlag(Words{"-include", "-x"}));
}

TEST(Flags, NameTheLanguageOfAUnit) {
  CompileCommand C;
  C.File = "/a.cu";
  EXPECT_EQ(languageOf(C), "cuda");
  C.Flags = {"-x", "c++"};
  EXPECT_EQ(languageOf(C), "c++");
  EXPECT_FALSE(isCudaUnit(C));
  C.Flags = {"-x", "c++", "-x", "cuda"};
  EXPECT_TRUE(isCudaUnit(C));
  C.Flags.clear();
  // Clang does not take these for CUDA by their suffix.
  for (const char *File : {"/a.h", "/a.cuh", "/a.mu", "/a"}) {
    C.File = File;
    EXPECT_EQ(languageOf(C), "") << File;
  }
}

TEST_F(Translate, ReadsSoManyOptionFiles) {
  add("/b/one.rsp", "-DA");
  Words Line(257, "@one.rsp");
  Line.front() = "clang++";
  CompileCommand All = translate(Line);
  EXPECT_EQ(All.Flags.size(), 256u);
  EXPECT_TRUE(All.Dropped.empty());
  Line.emplace_back("@one.rsp");
  CompileCommand TooMany = translate(Line);
  EXPECT_EQ(TooMany.Flags.size(), 256u);
  EXPECT_TRUE(tells(TooMany.Dropped, "@one.rsp", "too many option files"));
}

//===----------------------------------------------------------------------===//
// loadCompileDatabase
//===----------------------------------------------------------------------===//

struct Database : CommandTest {
  Expected<std::vector<CompileCommand>> load(StringRef Text) {
    add("/b/compile_commands.json", Text);
    return loadCompileDatabase("/b", *FS);
  }
  std::string errorOf(StringRef Text) {
    auto Commands = load(Text);
    return Commands ? "" : toString(Commands.takeError());
  }
};

TEST_F(Database, ReadsBothForms) {
  auto Commands = load(R"([
    {"directory": "/b", "file": "../s/a.cu", "output": "a.o",
     "command": "nvcc -DS=\\\"x\\\" '-DT=a b' -c ../s/a.cu"},
    {"directory": "sub", "file": "/s/b.cpp",
     "arguments": ["g++", "-DU=a b", "-c", "/s/b.cpp"]}])");
  ASSERT_TRUE(bool(Commands)) << toString(Commands.takeError());
  ASSERT_EQ(Commands->size(), 2u);
  EXPECT_EQ((*Commands)[0].File, "/s/a.cu");
  EXPECT_EQ((*Commands)[0].Flags, (Words{"-DS=\"x\"", "-DT=a b"}));
  EXPECT_EQ((*Commands)[1].File, "/s/b.cpp");
  EXPECT_EQ((*Commands)[1].Directory, "/b/sub");
  EXPECT_EQ((*Commands)[1].Flags, Words{"-DU=a b"});
}

TEST_F(Database, TakesTheFileItself) {
  add("/b/db.json", R"([{"file": "a.cu", "command": "nvcc -DA"}])");
  auto Commands = loadCompileDatabase("/b/db.json", *FS);
  ASSERT_TRUE(bool(Commands)) << toString(Commands.takeError());
  EXPECT_EQ((*Commands)[0].File, "/b/a.cu");
  EXPECT_EQ((*Commands)[0].Directory, "/b");
}

TEST_F(Database, KeepsAllCommandsOfOneFile) {
  auto Commands = load(R"([{"file": "a.cu", "command": "nvcc -DA"},
                           {"file": "a.cu", "command": "nvcc -DB"}])");
  ASSERT_TRUE(bool(Commands)) << toString(Commands.takeError());
  EXPECT_EQ(Commands->size(), 2u);
}

TEST_F(Database, RefusesAnEmptyList) {
  auto Commands = load("[]");
  ASSERT_FALSE(bool(Commands));
  EXPECT_EQ(toString(Commands.takeError()),
            "/b/compile_commands.json: error: contains no compile commands");
}

TEST_F(Database, SurvivesAPathThatIsNotUTF8) {
  auto Commands = load("[{\"file\": \"\xff.cu\", \"command\": \"nvcc\"},"
                       " {\"file\": \"b.cu\", \"command\": \"nvcc\"}]");
  ASSERT_TRUE(bool(Commands)) << toString(Commands.takeError());
  EXPECT_EQ((*Commands)[1].File, "/b/b.cu");
}

TEST_F(Database, PlacesASyntaxError) {
  EXPECT_EQ(errorOf("[\n  {\"file\": \"a.cu\"\n   \"command\": 1}]"),
            "/b/compile_commands.json:3:4: error: expected , or } after object "
            "property");
}

TEST_F(Database, PlacesTheEndOfATruncatedFile) {
  EXPECT_TRUE(StringRef(errorOf("[\n{\"file\": \"a"))
                  .starts_with("/b/compile_commands.json:2:"));
}

TEST_F(Database, PlacesAnEmptyFile) {
  EXPECT_TRUE(StringRef(errorOf(""))
                  .starts_with("/b/compile_commands.json:1:1: error: "));
}

TEST_F(Database, PlacesAnEntryThatSaysTooLittle) {
  EXPECT_EQ(errorOf("[{\"file\": \"[{,\\\"\", \"command\": \"nvcc\"},\n"
                    "  {\"command\": \"nvcc\"}]"),
            "/b/compile_commands.json:2:3: error: `file` is missing");
}

TEST_F(Database, TellsWhatIsWrongWithAnEntry) {
  auto What = [&](StringRef Entry) {
    FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
    std::string Message = errorOf(("[" + Entry + "]").str());
    return StringRef(Message).split(": error: ").second.str();
  };
  EXPECT_EQ(What("7"), "expected an object with `file` and `command`");
  EXPECT_EQ(What(R"({"file": "a"})"),
            "entry has neither `command` nor `arguments`");
  EXPECT_EQ(What(R"({"file": "a", "command": 1})"),
            "`command` is not a string");
  EXPECT_EQ(What(R"({"file": "a", "arguments": [1]})"),
            "`arguments` is not a list of strings");
  EXPECT_EQ(What(R"({"file": "a", "directory": 1, "command": "c"})"),
            "`directory` is not a string");
}

TEST_F(Database, RefusesAnObjectAndDeepNesting) {
  EXPECT_EQ(errorOf(" {}"), "/b/compile_commands.json:1:2: error: expected a "
                            "list of commands");
  FS = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  EXPECT_EQ(errorOf(std::string(1000000, '[')),
            "/b/compile_commands.json:1:65: error: nested deeper than 64");
}

TEST_F(Database, TellsAMissingFile) {
  add("/b/x");
  std::string Message = toString(loadCompileDatabase("/b", *FS).takeError());
  EXPECT_TRUE(StringRef(Message).starts_with(
      "/b/compile_commands.json: error: no such file"))
      << Message;
  Message = toString(loadCompileDatabase("/no/db.json", *FS).takeError());
  EXPECT_TRUE(StringRef(Message).starts_with("/no/db.json: error: "))
      << Message;
}

//===----------------------------------------------------------------------===//
// inferCommand
//===----------------------------------------------------------------------===//

using Infer = CommandTest;

TEST_F(Infer, ChoosesTheLanguageByExtension) {
  auto Language = [&](StringRef File) {
    return inferCommand(File, "/r", *FS).Flags[1];
  };
  for (StringRef File : {"/r/a.cu", "/r/a.cuh", "/r/a.h", "/r/a.hpp",
                         "/r/a.inl", "/r/a.inc", "/r/a.cu.in"})
    EXPECT_EQ(Language(File), "cuda") << File.str();
  for (StringRef File : {"/r/a.cc", "/r/a.cpp", "/r/a.cxx"})
    EXPECT_EQ(Language(File), "c++") << File.str();
  EXPECT_EQ(Language("/r/a.cppm"), "c++-module");
  EXPECT_EQ(inferCommand("/r/a.c", "/r", *FS).Flags,
            (Words{"-x", "c", "-iquote", "/r", "-idirafter", "/r"}));
}

TEST_F(Infer, TakesTheNewerStandardWhereItIsNeeded) {
  EXPECT_EQ(inferCommand("/r/a.cu", "/r", *FS).Flags[2], "-std=c++17");
  EXPECT_EQ(inferCommand("/r/a.cppm", "/r", *FS).Flags[2], "-std=c++20");
  EXPECT_EQ(inferCommand("/r/a.cu", "/r", *FS, true).Flags[2], "-std=c++20");
}

TEST_F(Infer, FindsIncludeFoldersOnTheWayUp) {
  add("/r/Common/h.h");
  add("/r/include/h.h");
  add("/r/x/inc/h.h");
  add("/r/x/y/common");
  add("/include/h.h");
  CompileCommand C = inferCommand("/r/x/y/a.cu", "/r", *FS);
  EXPECT_EQ(C.Flags,
            (Words{"-x", "cuda", "-std=c++17", "-iquote", "/r/x/y",
                   "-idirafter", "/r/x/y", "-I/r/x/inc", "-I/r/include",
                   "-I/r/Common", "-iquote", "/r", "-idirafter", "/r"}));
  EXPECT_EQ(C.File, "/r/x/y/a.cu");
  EXPECT_EQ(C.Directory, "/r");
}

TEST_F(Infer, DoesNotClimbFromAFileElsewhere) {
  add("/include/h.h");
  EXPECT_EQ(inferCommand("/q/x/a.cu", "/r", *FS).Flags,
            (Words{"-x", "cuda", "-std=c++17", "-iquote", "/q/x", "-idirafter",
                   "/q/x", "-iquote", "/r", "-idirafter", "/r"}));
}

//===----------------------------------------------------------------------===//
// collectInputs
//===----------------------------------------------------------------------===//

struct Inputs : testing::Test {
  SmallString<128> Root;

  void SetUp() override {
    SmallString<128> Made;
    ASSERT_FALSE(sys::fs::createUniqueDirectory("musify-inputs", Made));
    ASSERT_FALSE(sys::fs::real_path(Made, Root));
  }
  void TearDown() override { sys::fs::remove_directories(Root); }

  std::string at(StringRef Path) { return (Root + "/" + Path).str(); }
  void add(StringRef Path) {
    std::string Full = at(Path);
    ASSERT_FALSE(sys::fs::create_directories(sys::path::parent_path(Full)));
    std::error_code EC;
    raw_fd_ostream(Full, EC) << "x\n";
    ASSERT_FALSE(EC);
  }
  void link(StringRef Target, StringRef Path) {
    ASSERT_EQ(symlink(Target.str().c_str(), at(Path).c_str()), 0);
  }
  static Words relatives(const InputSet &Set) {
    Words Names;
    for (const InputFile &File : Set.Files)
      Names.push_back(File.Relative);
    return Names;
  }
  /// The entry for the path that ends with `Tail`.
  static SkippedPath skipped(const InputSet &Set, StringRef Tail) {
    for (const SkippedPath &Path : Set.Skipped)
      if (StringRef(Path.Path).ends_with(Tail))
        return Path;
    return {"", say(msg::Note, "not skipped"), false};
  }
};

TEST_F(Inputs, KnowsExtensions) {
  for (StringRef Name :
       {"a.cu",  "a.cuh", "a.c",   "a.cc",  "a.cpp",   "a.cxx", "a.h", "a.hh",
        "a.hpp", "a.hxx", "a.inl", "a.inc", "a.cppm",  "a.ipp", "a.C", "a.H",
        "a.tpp", "a.tcc", "a.txx", "a.ixx", "a.cu.in", "a.h.in"})
    EXPECT_TRUE(isSourceExtension(Name)) << Name.str();
  for (StringRef Name :
       {"a.mu", "a.txt", "cu", "a.cu/b", "a.cu.bak", "a.in", "a.txt.in"})
    EXPECT_FALSE(isSourceExtension(Name)) << Name.str();
  EXPECT_TRUE(isHeaderExtension("a.cuh"));
  EXPECT_FALSE(isHeaderExtension("a.cu"));
  EXPECT_FALSE(isHeaderExtension("a.cppm"));
  EXPECT_TRUE(isMusaExtension("a.mu"));
  EXPECT_TRUE(isMusaExtension("a.muh"));
  EXPECT_TRUE(isHeaderExtension("a.muh"));
  EXPECT_FALSE(isMusaExtension("a.cu"));
  EXPECT_FALSE(isMusaExtension("a.h"));
  EXPECT_FALSE(isMusaExtension("a"));
}

TEST_F(Inputs, NamesTheFileAfterAPort) {
  for (auto [Cuda, Musa] :
       {std::pair("d.cu/a.cu", "d.cu/a.mu"), std::pair("a.cuh", "a.muh"),
        std::pair(".cu", ".mu")}) {
    EXPECT_EQ(portedFileName(Cuda, Direction::CudaToMusa), Musa);
    EXPECT_EQ(portedFileName(Musa, Direction::MusaToCuda), Cuda);
    EXPECT_EQ(portedFileName(Musa, Direction::CudaToMusa), Musa);
  }
  // The build names what it makes of a template.
  for (const char *Name : {"a.h", "a.cu.o", "a.cpp", "cu", "a", "a.cu.in"})
    EXPECT_EQ(portedFileName(Name, Direction::CudaToMusa), Name);
}

TEST_F(Inputs, ListsAFolderInOrder) {
  add("z.cu");
  add("a/k.cuh");
  add("a/readme.txt");
  add("CMakeLists.txt");
  InputSet Set = collectInputs({at("") /* with a slash */});
  ASSERT_EQ(relatives(Set), (Words{"CMakeLists.txt", "a/k.cuh", "z.cu"}));
  EXPECT_EQ(Set.Files[0].Script, ScriptSyntax::CMake);
  EXPECT_EQ(Set.Files[1].Path, at("a/k.cuh"));
  EXPECT_EQ(Set.Files[1].Shown, at("a/k.cuh"));
  EXPECT_TRUE(Set.Files[1].IsHeader);
  EXPECT_FALSE(Set.Files[2].IsHeader);
  EXPECT_EQ(Set.Root, Root.str());
  EXPECT_TRUE(Set.Skipped.empty());
}

TEST_F(Inputs, ListsOtherFilesWithoutGit) {
  add("a.cu");
  add("notes.txt");
  add(".ci/run");
  add(".git/config");
  add("b/.clang-format");
  add("b/k.mu");
  InputSet Set = collectInputs({Root.str().str()}, {.Others = true});
  EXPECT_EQ(relatives(Set), Words{"a.cu"});
  Words Others;
  for (const OtherFile &File : Set.Others)
    Others.push_back(File.Relative);
  EXPECT_EQ(Others,
            (Words{".ci/run", "b/.clang-format", "b/k.mu", "notes.txt"}));
}

TEST_F(Inputs, LeavesBuildScriptsAlone) {
  add("a.cu");
  add("Makefile");
  InputSet Set = collectInputs({Root.str().str()}, {.BuildScripts = false});
  EXPECT_EQ(relatives(Set), Words{"a.cu"});
}

TEST_F(Inputs, ShowsPathsAsTheUserWroteThem) {
  add("s/a.cu");
  SmallString<128> Before;
  ASSERT_FALSE(sys::fs::current_path(Before));
  ASSERT_FALSE(sys::fs::set_current_path(Root));
  for (StringRef Named : {".", "./", "s", "./s/", "s/a.cu", "./s/a.cu"}) {
    InputSet Set = collectInputs({Named.str()});
    ASSERT_EQ(Set.Files.size(), 1u) << Named.str();
    EXPECT_EQ(Set.Files[0].Shown, "s/a.cu") << Named.str();
    EXPECT_EQ(Set.Files[0].Path, at("s/a.cu")) << Named.str();
    EXPECT_EQ(Set.Root, at("s")) << Named.str();
  }
  ASSERT_FALSE(sys::fs::set_current_path(Before));
}

TEST_F(Inputs, TakesANamedFileWhateverItsExtension) {
  add("a.cu.in");
  EXPECT_EQ(relatives(collectInputs({at("a.cu.in")})), Words{"a.cu.in"});
}

TEST_F(Inputs, SkipsHiddenFoldersAndFiles) {
  add(".git/a.cu");
  add(".hidden/b.cu");
  add(".c.cu");
  add(".clang-format");
  add("d.cu");
  link("nowhere", ".#d.cu");
  InputSet Set = collectInputs({Root.str().str()});
  EXPECT_EQ(relatives(Set), Words{"d.cu"});
  EXPECT_EQ(Set.Skipped.size(), 3u); // `.git` is no news
  EXPECT_EQ(skipped(Set, ".hidden").Reason.text(), "hidden directory");
  for (const SkippedPath &Path : Set.Skipped)
    EXPECT_FALSE(Path.IsError) << Path.Path;
  // But the user may name one.
  EXPECT_EQ(relatives(collectInputs({at(".hidden")})), Words{"b.cu"});
}

TEST_F(Inputs, ListsMusaFilesAsSkipped) {
  add("a.mu");
  add("b.muh");
  add("c.cu");
  link("a.mu", "d.cu");
  InputSet Set = collectInputs({Root.str().str(), at("a.mu")});
  EXPECT_EQ(relatives(Set), Words{"c.cu"});
  for (StringRef Name : {"a.mu", "b.muh", "d.cu"}) {
    EXPECT_EQ(skipped(Set, Name).Reason.text(), "already MUSA") << Name.str();
    EXPECT_FALSE(skipped(Set, Name).IsError);
  }
}

TEST_F(Inputs, EndsALoopOfFolders) {
  add("a/b/k.cu");
  link("../..", "a/b/up");
  InputSet Set = collectInputs({Root.str().str()});
  EXPECT_EQ(relatives(Set), Words{"a/b/k.cu"});
  EXPECT_TRUE(
      StringRef(skipped(Set, "a/b/up").Reason.text()).contains(Root.str()));
  EXPECT_FALSE(skipped(Set, "a/b/up").IsError);
}

TEST_F(Inputs, FollowsALinkToAFolderElsewhereOnce) {
  add("out/k.cu");
  add("in/a.cu");
  link("../out", "in/l1");
  link("../out", "in/l2");
  InputSet Set = collectInputs({at("in")});
  EXPECT_EQ(relatives(Set), (Words{"a.cu", "l1/k.cu"}));
  EXPECT_EQ(Set.Files[1].Path, at("out/k.cu"));
  EXPECT_EQ(Set.Files[1].Shown, at("in/l1/k.cu"));
  EXPECT_NE(skipped(Set, "in/l2").Reason.text(), "not skipped");
}

TEST_F(Inputs, PrefersTheRealNameToALink) {
  add("z/k.cu");
  link("z/k.cu", "a.cu");
  link("z", "b");
  EXPECT_EQ(relatives(collectInputs({Root.str().str()})), Words{"z/k.cu"});
}

TEST_F(Inputs, TakesDuplicatesOnceInAnyOrder) {
  add("s/a/k.cu");
  add("s/b.cu");
  InputSet One = collectInputs({at("s"), at("s/a"), at("s/a/k.cu"), at("s")});
  InputSet Two = collectInputs({at("s/a/k.cu"), at("s/a/../a"), at("s")});
  EXPECT_EQ(relatives(One), (Words{"a/k.cu", "b.cu"}));
  EXPECT_EQ(relatives(Two), relatives(One));
  EXPECT_TRUE(One.Skipped.empty());
}

TEST_F(Inputs, SeparatesEqualNamesByTheCommonRoot) {
  add("p/x/k.cu");
  add("p/y/k.cu");
  add("p/y/z.cu");
  InputSet Set = collectInputs({at("p/x"), at("p/y")});
  EXPECT_EQ(relatives(Set), (Words{"x/k.cu", "y/k.cu", "y/z.cu"}));
  EXPECT_EQ(Set.Root, at("p"));
}

TEST_F(Inputs, KeepsRootAtAFolderBoundary) {
  add("ab/k.cu");
  add("abc/l.cu");
  EXPECT_EQ(collectInputs({at("ab"), at("abc")}).Root, Root.str());
}

TEST_F(Inputs, TellsErrorsAndGoesOn) {
  add("a.cu");
  link("nowhere.cu", "broken.cu");
  link("self.cu", "self.cu");
  link("nowhere", "folder");
  InputSet Set =
      collectInputs({Root.str().str(), at("no.cu"), "-", "", at("a.cu/x")});
  EXPECT_EQ(relatives(Set), Words{"a.cu"});
  EXPECT_EQ(skipped(Set, "broken.cu").Reason.text(), "broken symbolic link");
  EXPECT_FALSE(skipped(Set, "broken.cu").IsError);
  EXPECT_TRUE(skipped(Set, "broken.cu").IsTold);
  EXPECT_EQ(skipped(Set, "self.cu").Reason.text(), "symbolic link to itself");
  EXPECT_EQ(skipped(Set, "folder").Reason.text(), "broken symbolic link");
  EXPECT_FALSE(skipped(Set, "folder").IsError);
  EXPECT_FALSE(skipped(Set, "folder").IsTold);
  EXPECT_TRUE(skipped(Set, "no.cu").IsError);
  EXPECT_TRUE(skipped(Set, "-").IsError);
  EXPECT_TRUE(skipped(Set, "a.cu/x").IsError);
  EXPECT_EQ(Set.Skipped.size(), 7u);
}

TEST_F(Inputs, DoesNotOpenAPipe) {
  ASSERT_EQ(mkfifo(at("p.cu").c_str(), 0600), 0);
  InputSet Set = collectInputs({Root.str().str()});
  EXPECT_EQ(skipped(Set, "p.cu").Reason.text(),
            "neither a file nor a directory");
  EXPECT_TRUE(skipped(Set, "p.cu").IsError);
  EXPECT_TRUE(Set.Files.empty());
  EXPECT_EQ(Set.Root, "");
}

TEST_F(Inputs, TellsWhatCannotBeRead) {
  add("a.cu");
  add("b/c.cu");
  ASSERT_EQ(chmod(at("a.cu").c_str(), 0), 0);
  ASSERT_EQ(chmod(at("b").c_str(), 0), 0);
  InputSet Set = collectInputs({Root.str().str()});
  chmod(at("b").c_str(), 0700);
  if (geteuid() == 0)
    GTEST_SKIP() << "root reads everything";
  EXPECT_TRUE(skipped(Set, "a.cu").IsError);
  EXPECT_TRUE(skipped(Set, "/b").IsError);
}

} // namespace

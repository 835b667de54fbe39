// What the parts of a run cost: musify-bench [--benchmark_filter=REGEX].
// Whole runs beside other tools are measured by compare.py.
#include "Mapping/Table.h"
#include "Parse/Prelude.h"
#include "Scan/LexerEngine.h"
#include "Sdk/Embedded.h"
#include <benchmark/benchmark.h>

using namespace musify;

static void openTable(benchmark::State &State) {
  for (auto _ : State)
    benchmark::DoNotOptimize(builtinTable());
}
BENCHMARK(openTable);

static void findName(benchmark::State &State) {
  Table Names = builtinTable();
  for (auto _ : State) {
    benchmark::DoNotOptimize(Names.findName("cudaMemcpyAsync"));
    benchmark::DoNotOptimize(Names.findName("notInTheTable"));
  }
}
BENCHMARK(findName);

static void mountHeaders(benchmark::State &State) {
  for (auto _ : State)
    benchmark::DoNotOptimize(createFileSystem());
}
BENCHMARK(mountHeaders);

/// A file of the given number of lines, a CUDA name in every fourth.
static void scanText(benchmark::State &State) {
  std::string Text = "#include <cuda_runtime.h>\n";
  for (int64_t I = 0; I < State.range(0); ++I)
    Text += I % 4 ? "  value += data[i] * (other.size() + 1); // sum\n"
                  : "  check(cudaMemcpyAsync(to, from, n, kind, stream));\n";
  Table Names = builtinTable();
  for (auto _ : State)
    benchmark::DoNotOptimize(scanFile(Text, Names, false));
  State.SetBytesProcessed(State.iterations() * Text.size());
}
BENCHMARK(scanText)->Arg(1000)->Arg(100000);

static void precompile(benchmark::State &State) {
  for (auto _ : State)
    benchmark::DoNotOptimize(precompilePrelude({"-x", "cuda", "-std=c++17"}));
}
BENCHMARK(precompile)->Unit(benchmark::kMillisecond);

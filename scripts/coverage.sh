#!/usr/bin/env bash
# Which lines of lib/ the tests reach: builds with Clang's coverage in
# build/coverage, runs the unit tests and lit, and writes a page of each file to
# build/coverage/report/index.html. The last lines are a summary by library.
#   scripts/coverage.sh [lit option]...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build=$PWD/build/coverage
llvm=/usr/lib/llvm-22/bin
cmake --preset dev -B "$build" \
  -DCMAKE_C_FLAGS="-fprofile-instr-generate -fcoverage-mapping" \
  -DCMAKE_CXX_FLAGS="-O1 -fprofile-instr-generate -fcoverage-mapping"
cmake --build "$build" --target musify musify-unit-tests musify-interrupt musify-fault

rm -rf "$build/profiles"
# One file a process would be thousands: `%m` and `%4` merge them into four.
export LLVM_PROFILE_FILE=$build/profiles/%4m.profraw
"$build/bin/musify-unit-tests" --gtest_brief=1 || echo "unit tests failed"
"$llvm/lit" -q "$@" "$build/test" || echo "lit tests failed"

"$llvm/llvm-profdata" merge -o "$build/all.profdata" "$build"/profiles/*.profraw
objects=("$build/bin/musify" -object "$build/bin/musify-unit-tests")
"$llvm/llvm-cov" show "${objects[@]}" -instr-profile="$build/all.profdata" -format=html \
  -output-dir="$build/report" "$PWD/lib" >/dev/null
echo "report: $build/report/index.html"
"$llvm/llvm-cov" export "${objects[@]}" -instr-profile="$build/all.profdata" -summary-only "$PWD/lib" |
  python3 scripts/coverage-by-library.py "$PWD/lib"

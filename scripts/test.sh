#!/usr/bin/env bash
# Builds everything and runs all tests: those of the preset `release`, those of
# musify itself once more under the sanitizers (preset `asan`), the format check
# and clang-tidy. The last line says `N passed, N failed` over GoogleTest cases,
# lit tests and these checks; a failure anywhere gives a non-zero exit status.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null

results=$PWD/build/test-results
rm -rf "$results"
mkdir -p "$results"

# check NAME COMMAND...: runs one check and keeps how it ended.
check() {
  local name=$1 ended=passed start=$SECONDS
  shift
  "$@" || ended=failed
  touch "$results/$name.$ended"
  echo "$name: $ended in $((SECONDS - start)) s"
}

# Each of ctest's tests is a runner; those of many cases write them as JSON.
run_tests() {
  local preset=$1 name report
  while read -r name; do
    report=$results/$preset-$name.json
    GTEST_OUTPUT=json:$report LIT_OPTS=--output=$report \
      check "$preset-$name" ctest --preset "$preset" -R "^$name\$"
  done < <(ctest --preset "$preset" -N | sed -n 's/^ *Test *#[0-9]*: //p')
}

# `lib/Sdk/include` imitates the SDK's own headers.
check_format() {
  find lib tools test/unit -path lib/Sdk/include -prune -o \
    \( -name '*.cpp' -o -name '*.h' \) -print0 |
    xargs -0 clang-format-22 --dry-run --Werror
}

run_clang_tidy() {
  run-clang-tidy-22 -quiet -p build/release -j "$(nproc)" "^$PWD/(lib|tools)/.*\\.cpp\$"
}

scripts/setup.sh
for preset in release asan; do
  cmake --preset "$preset"
  check "$preset-build" cmake --build --preset "$preset"
done
scripts/sarif-schema.sh build/release/sarif-2.1.0.json
run_tests release
run_tests asan
if command -v clang-format-22 >/dev/null; then
  check format check_format
fi
if command -v run-clang-tidy-22 >/dev/null; then
  check clang-tidy run_clang_tidy
fi

python3 scripts/count-results.py "$results"

#!/usr/bin/env bash
# Builds musify and ports an example: the diff, what is left for a person, and
# the summary. Changes nothing below examples/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/setup.sh </dev/null
cmake --preset release </dev/null
cmake --build build/release --target musify </dev/null

port=(build/release/bin/musify port examples/tiled_gemm --report build/demo-report.json)
printf '\n$ %s\n' "${port[*]}"
status=0
"${port[@]}" </dev/null || status=$?
case $status in
0) printf '\nAll ported (exit status 0).\n' ;;
1) printf '\nPorted; the findings above are left for a person (exit status 1).\n' ;;
*) exit "$status" ;;
esac
echo "The report of the run is in build/demo-report.json."

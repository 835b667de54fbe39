#!/usr/bin/env bash
# Builds the wheel: the static program of the preset `package`, and python/.
#
#   scripts/make-wheel.sh [OUTPUT]     the wheel goes to OUTPUT, else build/wheel
#
# With MUSIFY_BUILD_DIR the program is taken from that build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
output=${1:-build/wheel}
build=${MUSIFY_BUILD_DIR:-build/package}

if [[ -z ${MUSIFY_BUILD_DIR-} ]]; then
  cmake --preset package
  cmake --build --preset package --target musify
fi
# A static program asks for no version of the C library.
if readelf -d "$build/bin/musify" | grep -q NEEDED; then
  echo "make-wheel: $build/bin/musify is not static" >&2
  exit 1
fi
mkdir -p build/package/stage/bin
strip -o build/package/stage/bin/musify "$build/bin/musify"

made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
python3 -m pip wheel -q --no-deps -w "$made" ./python
mkdir -p "$output"
mv "$made"/*.whl "$output/"
ls -l "$output"/*.whl

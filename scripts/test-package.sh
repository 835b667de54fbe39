#!/usr/bin/env bash
# Makes the Debian package, the archive and the wheel, installs each where there
# is neither LLVM nor a C library, and ports an example with it.
#
#   scripts/test-package.sh [BUILD]     a build with MUSIFY_PACKAGE, else build/package
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=${1:-build/package}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say() { echo "test-package: $*"; }

cmake --build "$build" --target musify musify-pages
cpack -B "$build" --config "$build/CPackConfig.cmake" >"$work/package.log" ||
  { tail -n 20 "$work/package.log"; exit 1; }
deb=$(ls -t "$build"/musify_*.deb | head -n 1)
archive=$(ls -t "$build"/musify-*.tar.gz | head -n 1)

# Ports the example in a root that contains the program and nothing else.
port_in() { # ROOT PROGRAM
  cp -r examples/tiled_gemm "$1/example"
  mkdir -p "$1/tmp"
  local status=0
  unshare --map-root-user chroot "$1" "$2" port /example -o /out --no-cache -q || status=$?
  [[ $status -le 1 ]] || { say "$2 failed with $status"; exit 1; }
  grep -q musaMalloc "$1/out/tiled_gemm.mu"
}

say "$deb"
if command -v lintian >/dev/null; then
  lintian --fail-on error,warning "$deb"
fi
dpkg-deb -x "$deb" "$work/deb"
for file in share/man/man1/musify.1.gz share/bash-completion/completions/musify \
  share/zsh/vendor-completions/_musify share/fish/vendor_completions.d/musify.fish \
  share/doc/musify/copyright share/doc/musify/docs/cli.md bin/musify-text; do
  [[ -e $work/deb/usr/$file ]] || { say "no $file in $deb"; exit 1; }
done
port_in "$work/deb" /usr/bin/musify

say "$archive"
mkdir "$work/archive"
tar -xzf "$archive" -C "$work/archive" --strip-components=1
port_in "$work/archive" /bin/musify

MUSIFY_BUILD_DIR=$build scripts/make-wheel.sh "$work/wheel" >/dev/null
say "$(basename "$work"/wheel/*.whl), $(stat -c %s "$work"/wheel/*.whl) bytes"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-index "$work"/wheel/*.whl
env -i HOME="$work" PATH="$work/venv/bin" musify --version
cp examples/tiled_gemm/tiled_gemm.cu "$work/a.cu"
env -i HOME="$work" PATH="$work/venv/bin" musify-text -t -- "$work/a.cu" | grep -q musaMalloc
env -i HOME="$work" PATH="$work/venv/bin" python3 - "$work/a.cu" "$work/out.mu" <<'PY'
import sys
import musify

report = musify.port([sys.argv[1]], output=sys.argv[2])
assert "musaMalloc" in open(sys.argv[2]).read()
assert report.findings and report.findings[0].line > 0, report
assert musify.lint([sys.argv[1]]).data["findings"]
try:
    musify.port(["/nosuch.cu"])
except musify.MusifyError as error:
    assert "No such file" in str(error)
else:
    sys.exit("a missing path is no error")
PY
say "all installed and ported"

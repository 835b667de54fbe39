#!/usr/bin/env bash
# Makes the Debian package, the archive and the wheel, and runs the commands of
# docs/install.md with them, where there is neither LLVM nor a compiler.
#
#   scripts/test-package.sh [BUILD]     a build with MUSIFY_PACKAGE, else build/package
#
# All run in a root without a C library. With MUSIFY_OLD_ROOT, which
# `debootstrap --variant=minbase bullseye DIR` makes, the package is also
# installed in a copy of that root, and its commands run there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=${1:-build/package}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say() { echo "test-package: $*"; }
size() { echo "$(basename "$1"), $(($(stat -c %s "$1") / 1000)) kB"; }

# Runs the blocks of a section of docs/install.md in $work/run.
run_section() { # HEADING PROGRAM [--set NAME=VALUE]...
  python3 test/docs/Inputs/run-blocks.py docs/install.md "$work/run" "$2" --only "$1" "${@:3}"
}

# Ports the example in a root, as its only process.
port_in() { # ROOT PROGRAM
  cp -r examples/tiled_gemm "$1/example"
  mkdir -p "$1/tmp"
  local status=0
  unshare --map-root-user chroot "$1" "$2" port /example -o /out --no-cache -q || status=$?
  [[ $status -le 1 ]] || { say "$2 failed with $status"; exit 1; }
  grep -q musaMalloc "$1/out/tiled_gemm.mu"
}

test_deb() {
  say "$(size "$deb")"
  if command -v lintian >/dev/null; then
    lintian --fail-on error,warning "$deb"
  fi
  dpkg-deb -x "$deb" "$work/deb"
  for file in share/man/man1/musify.1.gz share/bash-completion/completions/musify \
    share/zsh/vendor-completions/_musify share/fish/vendor_completions.d/musify.fish \
    share/doc/musify/copyright share/doc/musify/docs/cli.md bin/musify-text; do
    [[ -e $work/deb/usr/$file ]] || { say "no $file in $deb"; exit 1; }
  done
  # An undefined symbol with a version would ask for a C library.
  if readelf --dyn-syms --wide "$work/deb/usr/bin/musify" | grep -q GLIBC_; then
    say "the program asks for a C library"
    exit 1
  fi
  port_in "$work/deb" /usr/bin/musify
}

test_old_release() {
  cp -a "$MUSIFY_OLD_ROOT" "$work/old"
  say "Debian $(cat "$work/old/etc/debian_version")"
  cp "$deb" "$work/old/musify.deb"
  chroot "$work/old" dpkg -i /musify.deb
  port_in "$work/old" musify
}

test_archive() {
  say "$(size "$archive")"
  mkdir "$work/archive"
  tar -xzf "$archive" -C "$work/archive" --strip-components=1
  port_in "$work/archive" /bin/musify
  cp "$archive" "$work/run/"
  run_section "From the archive" "$work/archive/bin/musify" --set "VERSION=$version"
}

test_wheel() {
  MUSIFY_BUILD_DIR=$build scripts/make-wheel.sh "$work/wheel" >/dev/null
  local wheel
  wheel=$(echo "$work"/wheel/*.whl)
  say "$(size "$wheel")"
  python3 -m venv "$work/venv"
  # The program of the environment, and nothing else of this machine's.
  env -i HOME="$work" PATH="$work/venv/bin:/usr/bin:/bin" PIP_NO_INDEX=1 \
    "$work/venv/bin/python3" test/docs/Inputs/run-blocks.py docs/install.md "$work/run" \
    "$work/venv/bin/musify" --only "With pip" --set "FILE.whl=$wheel"
  grep -q musaMalloc "$work/project-musa/tiled_gemm.mu"
  cp examples/tiled_gemm/tiled_gemm.cu "$work/a.cu"
  # grep -q would close the pipe before all is written.
  env -i HOME="$work" PATH="$work/venv/bin" musify-text -t -- "$work/a.cu" | grep musaMalloc >/dev/null
  env -i HOME="$work" PATH="$work/venv/bin" python3 scripts/test-api.py "$work"
}

# The hook as pre-commit installs it; the index is asked for its build tool.
test_hook() {
  say "pre-commit"
  git clone -q . "$work/musify"
  mkdir "$work/hooked"
  cp examples/tiled_gemm/tiled_gemm.cu "$work/hooked/"
  git -C "$work/hooked" init -q
  git -C "$work/hooked" add .
  local status=0
  (cd "$work/hooked" && PRE_COMMIT_HOME=$work/hooks PIP_FIND_LINKS=$work/wheel \
    pre-commit try-repo "$work/musify" musify-lint --all-files) >"$work/hook.log" 2>&1 || status=$?
  grep -q MUSA0301 "$work/hook.log" || { cat "$work/hook.log"; say "the hook failed"; exit 1; }
  [[ $status -eq 1 ]]
}

cmake --build "$build" --target musify musify-pages
cpack -B "$build" --config "$build/CPackConfig.cmake" >"$work/package.log" ||
  { tail -n 20 "$work/package.log"; exit 1; }
deb=$(ls -t "$build"/musify_*.deb | head -n 1)
archive=$(ls -t "$build"/musify-*.tar.gz | head -n 1)
version=$(sed -n 's/^project(musify VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
mkdir -p "$work/run"
cp -r examples/tiled_gemm "$work/run/src"

test_deb
if [[ -n ${MUSIFY_OLD_ROOT-} ]]; then
  test_old_release
fi
test_archive
test_wheel
if command -v pre-commit >/dev/null; then
  test_hook
fi
say "all installed and ported"

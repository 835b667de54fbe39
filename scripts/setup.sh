#!/usr/bin/env bash
# Installs what musify is built and tested with, from Debian's own packages.
# Does nothing when all of them are there; may be run any number of times.
set -euo pipefail

packages=(
  # LLVM and the compiler that the presets name
  llvm-22-dev libclang-22-dev clang-22 lld-22 libstdc++-12-dev
  # the sanitizers' runtime, the linter, and clang-apply-replacements
  libclang-rt-22-dev clang-tidy-22 clang-tools-22
  # lit, FileCheck and what else the tests run
  llvm-22-tools clang-format-22 libgtest-dev patch python3 python3-jsonschema python3-yaml
  # to look at the pages of --html
  chromium chromium-driver python3-selenium fonts-dejavu-core
  # libraries
  libfmt-dev nlohmann-json3-dev libcli11-dev libtomlplusplus-dev libbenchmark-dev zlib1g-dev libzstd-dev
  # build
  cmake ninja-build git
)

say() { echo "setup: $*" >&2; }

if ! command -v dpkg-query >/dev/null; then
  say "this is no Debian system, so nothing is installed; musify needs the" \
      "counterparts of: ${packages[*]}"
  exit 0
fi

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null || true)
  [[ $status == ?i* ]] || missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

as_root=()
if [[ $(id -u) -ne 0 ]]; then
  if ! command -v sudo >/dev/null; then
    say "run this as root, or install: ${missing[*]}"
    exit 1
  fi
  as_root=(sudo)
fi

say "installing ${missing[*]}"
"${as_root[@]}" apt-get update -q ||
  say "apt-get update had errors; going on with what it knows"
known=$(LC_ALL=C apt-cache policy llvm-22-dev)
if [[ ! $known =~ Candidate:\ [0-9] ]]; then
  say "apt has no llvm-22-dev. Debian 12 has it in the suite" \
      "bookworm-security, component main: add that suite to apt's sources," \
      "or one that carries LLVM 22 for your release, and run this again"
  exit 1
fi
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -q -y --no-install-recommends "${missing[@]}"

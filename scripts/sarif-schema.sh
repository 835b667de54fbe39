#!/usr/bin/env bash
# sarif-schema.sh FILE: puts the official SARIF 2.1.0 schema there, from an npm
# package that carries it. Without npm, or offline, it says so and goes on: the
# tests then check the required properties alone.
set -euo pipefail
package=@microsoft/jest-sarif@1.0.0-beta.0
member=package/lib/schemas/sarif-2.1.0-rtm.5.json

file=$(realpath -m "$1")
[[ ! -s $file ]] || exit 0
say() { echo "sarif-schema: $*" >&2; }
command -v npm >/dev/null || { say "no npm, so no schema"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
if timeout 120 npm pack --silent "$package" >/dev/null && tar xzf ./*.tgz "$member"; then
  mkdir -p "$(dirname "$file")"
  mv "$member" "$file"
else
  say "$package cannot be had, so no schema"
fi

#!/bin/sh
# port.sh 'COMMAND' FILE [OPTION...]: ports a copy of FILE and prints it with
# its FileCheck lines removed, then ports the result again: nothing may change.
# What the tool says follows on the same stream, so that one FileCheck sees it.
set -u
command=$1
file=$2
shift 2
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
name=$(basename "$file")
# Test lines must not match themselves; line numbers stay.
sed -e 's@// *\(RUN\|[A-Z-]*CHECK[A-Z-]*\|NATIVE\|API[A-Z-]*\|SAYS[A-Z-]*\):.*@@' "$file" >"$dir/$name"
mkdir "$dir/out"
$command "$@" "$dir/$name" -o "$dir/out/$name" --color=never -v 2>"$dir/said"
status=$?
if [ $status -gt 2 ] || [ ! -f "$dir/out/$name" ]; then
  cat "$dir/said"
  echo "port.sh: exit status $status"
  exit 1
fi
cat "$dir/out/$name"
echo "=== said, exit status $status"
sed -e '/^files: /d' -e "s@$dir/@@g" "$dir/said"
$command "$@" "$dir/out/$name" -o "$dir/again" --color=never -q 2>/dev/null
if ! cmp -s "$dir/out/$name" "$dir/again"; then
  echo "port.sh: porting the result again changes it"
  diff "$dir/out/$name" "$dir/again"
  exit 1
fi

#!/bin/sh
# build.sh 'COMMAND' DIR [OPTION...]: ports the tree DIR to DIR.out, prints each
# build script of it, then what the tool says. Porting the result again must not
# change it.
set -u
command=$1
tree=$2
shift 2
rm -rf "$tree.out" "$tree.again"
cd "$(dirname "$tree")" || exit 1
name=$(basename "$tree")
$command "$@" "$name" -o "$name.out" --no-ledger --color=never -v 2>"$name.said"
status=$?
if [ $status -gt 2 ]; then
  cat "$name.said"
  exit 1
fi
(cd "$name.out" && find . -type f | LC_ALL=C sort | while read -r file; do
  case $file in
  *.mu | *.muh | *.cu | *.cuh | *.cpp | *.h) ;;
  *)
    echo "=== $file"
    cat "$file"
    ;;
  esac
done)
echo "=== said, exit status $status"
sed '/^files: /d; /^wrote /d' "$name.said"
$command "$@" "$name.out" -o "$name.again" --color=never -q 2>/dev/null
for file in $(cd "$name.out" && find . -type f); do
  [ -f "$name.again/$file" ] || continue
  if ! cmp -s "$name.out/$file" "$name.again/$file"; then
    echo "build.sh: porting the result again changes it"
    diff "$name.out/$file" "$name.again/$file"
    exit 1
  fi
done

#!/bin/sh
# tree.sh MUSIFY DIR: a source DIR/src with four files, its port DIR/tree, and a
# git repository around the tree, all of it committed.
set -eu
rm -rf "$2"
mkdir -p "$2/src"
for name in both hand upstream gone; do
  printf '#include <cuda_runtime.h>\nvoid %s(void *p) {\n  cudaFree(p);\n}\n\nint middle;\n\nint last = cudaFree(0);\n' $name >"$2/src/$name.cu"
done
cd "$2"
"$1" port src -o tree -q
git -C tree init -q .
"$(dirname "$0")/git.sh" tree

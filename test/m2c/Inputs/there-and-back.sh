#!/bin/sh
# there-and-back.sh 'COMMAND' DIR WORK: ports DIR to MUSA and back, and fails
# unless each file with code of DIR is there again as it was. A translation of PTX has
# no way back.
set -eu
rm -rf "$3"
$1 "$2" -o "$3/musa" --no-build-scripts --ptx=report -q || [ $? -eq 1 ]
$1 -d m2c "$3/musa" -o "$3/cuda" -q || [ $? -eq 1 ]
(cd "$3/cuda" && find . -type f) | while read -r file; do
  diff "$2/$file" "$3/cuda/$file"
done
[ "$(find "$3/cuda" -type f | wc -l)" -ge 1 ]

#!/bin/sh
# All parts of a project, on several hosts that share a file system, with GNU
# parallel; then the port itself, here.
#
#   gnu-parallel.sh HOST,HOST... PARTS CACHE OUTPUT PATH...
#
# `:` as a host is this machine. A part that fails runs again on another host.
set -eu
hosts=$1 parts=$2 cache=$3 output=$4
shift 4
seq "$parts" | parallel --sshlogin "$hosts" --workdir "$PWD" --jobs 1 --retries 3 \
  musify port "$@" -q --facts-only --shard "{}/$parts" --cache "$cache" ||
  echo "some parts failed and are parsed here" >&2
musify port "$@" -q --cache "$cache" -o "$output"

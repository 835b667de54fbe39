#!/bin/sh
# namespace.sh [OPTION...] HOST COMMAND: what ssh does, in a network namespace.
while [ "${1#-}" != "$1" ]; do shift; done
host=$1
shift
[ "$1" != -- ] || shift
if [ "$host" = two ] && mkdir failed 2>/dev/null; then exit 1; fi
exec unshare --map-root-user --net sh -c "$*"

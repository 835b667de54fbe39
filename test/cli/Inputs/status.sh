#!/bin/sh
# status.sh WANTED COMMAND...: fails unless the command exits as wanted.
wanted=$1
shift
"$@"
status=$?
[ $status -eq "$wanted" ] || { echo "exit status $status, not $wanted" >&2; exit 1; }

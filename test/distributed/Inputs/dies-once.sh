#!/bin/sh
# musify, with a first part that ends its worker, or with $FAILS fails each time.
case "$*" in
*"--shard 1/"*)
  if [ -n "${FAILS-}" ]; then
    echo "a worker without memory" >&2
    exit 2
  fi
  mkdir "$DIED" 2>/dev/null && kill -9 $PPID
  ;;
esac
exec "$MUSIFY" "$@"

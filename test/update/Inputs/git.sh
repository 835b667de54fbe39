#!/bin/sh
# git.sh DIR: commits all of DIR, whatever git is told about its user.
set -eu
git -C "$1" add -A
git -C "$1" -c user.name=test -c user.email=test@example.com -c commit.gpgsign=false commit -q -m state

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   run.sh [WORD...]
#
# Plays the screen scripts against the program: all of them, or those whose path
# contains one of the words. With CONECTA_UPDATE_SCREENS=1 the golden screens are
# written instead of compared.
#
# A script that begins with "# program NAME" is played against tests/play/NAME of the build
# instead: the program with constants for tests.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

find "$CONECTA_TEST_DATA" -name '*.script' | LC_ALL=C sort >"$work/all"
if [ $# -gt 0 ]; then
    for word; do
        grep -F -e "$word" "$work/all" || :
    done | sort -u >"$work/scripts"
else
    mv "$work/all" "$work/scripts"
fi
if [ ! -s "$work/scripts" ]; then
    echo "there is no such script below $CONECTA_TEST_DATA"
    exit 1
fi

# One line for each time a script is played: its path and the variables.
while read -r script; do
    if [ "$(head -n 1 "$script")" = "# matrix" ]; then
        for size in 80x24 40x15 120x40; do
            for language in en ru uk; do
                echo "$script SIZE=$size LANGUAGE=$language"
            done
        done
    else
        echo "$script"
    fi
done <"$work/scripts" >"$work/plays"

# The scripts wait for conditions, so several at a time disturb each other less
# than they save. What each says is kept apart, to be read in one piece.
export work
COURSE=$CONECTA_TEST_DATA/screens/course
VERSIONS=$CONECTA_TEST_DATA/screens/preview/versions
export COURSE VERSIONS
# shellcheck disable=SC2016 # the inner shell expands
xargs -L 1 -P "$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)" sh -c '
    script=$1
    shift
    log=$(mktemp "$work/log.XXXXXX")
    name=$(sed -n "1s/^# program //p" "$script")
    if "$CONECTA_SCREEN" --program "${name:+$PWD/tests/play/}${name:-$CONECTA_PROGRAM}" \
        ${1:+--shell-vars "$@"} "$script" >"$log" 2>&1; then
        echo "$(grep "^ok " "$log") $*"
    else
        echo "FAILED ${script#"$CONECTA_TEST_DATA/"} $*"
        mv "$log" "$log.failed"
    fi' sh <"$work/plays"

status=0
for log in "$work"/*.failed; do
    [ -e "$log" ] || continue
    status=1
    echo
    cat "$log"
done
exit $status

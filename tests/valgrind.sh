#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs every unit test once more under valgrind. A program built with
# AddressSanitizer cannot run there, and has been looked at by it already.
set -eu

if [ "${CONECTA_SANITIZERS:-no}" = yes ]; then
    echo "skipped: this build has AddressSanitizer instead"
    exit 77
fi
if ! command -v valgrind >/dev/null 2>&1; then
    echo "valgrind is missing."
    sh "$CONECTA_SOURCE/scripts/packages" message valgrind
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One process for each processor: the tests are many and each is short. Memory
# that is still reachable at the end is no leak; memory that nothing points to is.
CONECTA_VALGRIND=1
# Under valgrind a walk takes fifty times as long, and a few visit every line.
CONECTA_WALKS=20
CONECTA_CUTS=3
CONECTA_FLIPS=5
CONECTA_KILLS=3
CONECTA_STRIDE=400
CONECTA_HISTORIES=10
CONECTA_MERGES=10
export CONECTA_VALGRIND CONECTA_WALKS CONECTA_CUTS CONECTA_FLIPS CONECTA_KILLS CONECTA_STRIDE
export CONECTA_HISTORIES CONECTA_MERGES work
# shellcheck disable=SC2016 # the inner shell expands
printf '%s\n' $CONECTA_UNIT_TESTS |
    xargs -n 1 -P "$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)" sh -c '
        log=$work/$(echo "$1" | tr / -).log
        if valgrind --quiet --suppressions="$CONECTA_SOURCE/tests/valgrind.supp" \
            --error-exitcode=99 --leak-check=full \
            --errors-for-leak-kinds=definite --show-leak-kinds=definite \
            --child-silent-after-fork=yes "./$1" >"$log" 2>&1; then
            echo "ok   $1"
        else
            echo "FAIL $1 (status $?)"
            : >"$log.failed"
        fi' sh

failed=0
for mark in "$work"/*.failed; do
    [ -e "$mark" ] || continue
    failed=1
    echo
    cat "${mark%.failed}"
done
exit $failed

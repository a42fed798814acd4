#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The long proofs of `make prove`: random learners in larger numbers than in
# `make check`, the ways to leave again and again, and lessons made by a fuzzer.
#
#   PROVE_WALKS=100000    random learners
#   PROVE_LEAVES=100      rounds of leaving from every kind of page
#   PROVE_SECONDS=3600    how long the fuzzer works
set -eu

walks=${PROVE_WALKS:-100000}
leaves=${PROVE_LEAVES:-100}
seconds=${PROVE_SECONDS:-3600}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "== $walks random learners"
CONECTA_WALKS=$walks ./tests/play/random_walk_test

echo "== leaving from every kind of page, $leaves times"
round=0
while [ "$round" -lt "$leaves" ]; do
    sh "$CONECTA_TEST_DATA/screens/run.sh" leaving/ >"$work/leaving" || {
        cat "$work/leaving"
        exit 1
    }
    round=$((round + 1))
done
echo "$leaves rounds of $(grep -c '^ok ' "$work/leaving") ways, nothing stayed on a screen"

echo "== $seconds seconds of lessons that a fuzzer makes"
sources=$(find "$CONECTA_SOURCE/engine" -name '*.c' ! -path '*/commands/*' ! -name main.c)
# shellcheck disable=SC2086 # several files, flags and libraries are meant
clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
    $CC_FLAGS -o "$work/fuzz" $sources "$CONECTA_TEST_DATA/fuzz/lesson_fuzz.c" $CC_LIBS
mkdir "$work/seeds" "$work/made"
find "$CONECTA_LESSONS_DIR" "$CONECTA_TEST_DATA" -name '*.yaml' -size -64k |
    while read -r lesson; do
        cp "$lesson" "$work/seeds/$(echo "$lesson" | tr / -)" 2>/dev/null || :
    done
if ! "$work/fuzz" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 \
    -artifact_prefix="$PWD/fuzz-" "$work/made" "$work/seeds" >"$work/log" 2>&1; then
    tail -n 60 "$work/log"
    echo "The input that did it lies in $PWD/fuzz-*"
    exit 1
fi
grep -E 'stat::(number_of_executed_units|slowest_unit_time_sec|peak_rss_mb)' "$work/log"
echo "no crash, no leak, nothing slow"

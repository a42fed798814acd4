#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The long proofs of `make prove`: random learners in larger numbers than in
# `make check`, the ways to leave again and again, and lessons made by a fuzzer.
#
#   PROVE_WALKS=100000    random learners
#   PROVE_LEAVES=100      rounds of leaving from every kind of page
#   PROVE_SECONDS=3600    how long the fuzzer works at each kind of file
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

sh "$CONECTA_TEST_DATA/fuzz/fuzz.sh" "$seconds"

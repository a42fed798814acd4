#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The long proofs of `make prove`: random learners in larger numbers than in
# `make check`, the ways to leave again and again, everything that can go wrong with
# saved progress, and lessons made by a fuzzer.
#
#   PROVE_WALKS=100000    random learners
#   PROVE_LEAVES=100      rounds of leaving from every kind of page
#   PROVE_KILLS=10000     kill -9 while progress is saved, and as often at play
#   PROVE_FLIPS=0         flipped bytes in a store; 0 is each of them
#   PROVE_HISTORIES=100000 ballots, batches and reports, attacked
#   PROVE_MERGES=10000    batches counted by programs that are killed
#   PROVE_BITS=0          flipped bits of a batch, likewise
#   PROVE_BALLOT_FLIPS=5000  flipped bytes in a store with ballots
#   PROVE_SECONDS=3600    how long the fuzzer works at each kind of file
set -eu

walks=${PROVE_WALKS:-100000}
leaves=${PROVE_LEAVES:-100}
kills=${PROVE_KILLS:-10000}
flips=${PROVE_FLIPS:-0}
histories=${PROVE_HISTORIES:-100000}
merges=${PROVE_MERGES:-10000}
bits=${PROVE_BITS:-0}
ballot_flips=${PROVE_BALLOT_FLIPS:-5000}
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

echo "== $kills times kill -9 while progress is saved"
CONECTA_KILLS=$kills ./tests/store/kill_test

echo "== $kills times kill -9 while ballots are cast and shared"
CONECTA_KILLS=$kills CONECTA_FLIPS=$ballot_flips ./tests/store/ballots_failure_test

echo "== flipped bits of a batch, all of them (two hours)"
CONECTA_FLIPS=$bits ./tests/store/batch_test
echo "== $kills times kill -9 at play"
CONECTA_KILLS=$kills ./tests/play/killed_play_test

echo "== every word of every list, typed and chosen in every language"
CONECTA_STRIDE=1 ./tests/play/word_entry_test

echo "== power cuts, flipped bytes, failing allocations and calls of the system, all of them"
CONECTA_CUTS=0 ./tests/store/power_test
CONECTA_FLIPS=$flips ./tests/store/damage_test
CONECTA_STRIDE=1 ./tests/store/memory_test
CONECTA_STRIDE=1 sh "$CONECTA_TEST_DATA/store/inject.sh"

echo "== figures: $histories random histories attacked, $merges merges killed, all flipped bytes"
CONECTA_HISTORIES=$histories ./tests/report/histories_test
CONECTA_MERGES=$merges ./tests/report/merges_test
CONECTA_FLIPS=$flips ./tests/report/counts_test
CONECTA_STRIDE=1 ./tests/report/memory_test
echo "== killed at every call that writes while she plays and while she deletes"
CONECTA_STRIDE=1 sh "$CONECTA_TEST_DATA/play/traces.sh"

sh "$CONECTA_TEST_DATA/fuzz/fuzz.sh" "$seconds"

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   fuzz.sh SECONDS
#
# Builds every *_fuzz.c beside this script with clang's libFuzzer and the
# sanitizers, and lets each work for so long. The seeds are all the YAML files
# of the lessons and tests, the dictionary all names of fields; a target of another
# format has its own in the folder and the .dict of its name. Fails on a crash, a
# leak, an input that takes over five seconds, or a gigabyte of memory.
set -eu

seconds=${1:?"how many seconds"}
here=$CONECTA_TEST_DATA/fuzz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/seeds"
find "$CONECTA_LESSONS_DIR" "$CONECTA_TEST_DATA" -name '*.yaml' -size -64k |
    while read -r file; do
        # Some tests make files that nobody may read.
        cp "$file" "$work/seeds/$(echo "$file" | tr / -)" 2>/dev/null || :
    done
sources=$(find "$CONECTA_SOURCE/engine" -name '*.c' ! -path '*/commands/*' \
    ! -name main.c)
# The lists of words are made by the build, in whose folder this runs.
words=$(find words -name '*.c')
# shellcheck disable=SC2086 # several files are meant
sed -n 's/.*\.name = "\([a-z-]*\)".*/"\1: "/p' $sources | sort -u >"$work/dictionary"

for target in "$here"/*_fuzz.c; do
    name=$(basename "$target" .c)
    echo "== $name: $seconds seconds"
    # shellcheck disable=SC2086 # several files, flags and libraries are meant
    clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
        $CC_FLAGS -o "$work/$name" $sources $words "$target" $CC_LIBS
    mkdir "$work/made-$name"
    seeds=$work/seeds dictionary=$work/dictionary
    if [ -d "$here/$name" ]; then
        seeds=$here/$name dictionary=$here/$name.dict
    fi
    if ! "$work/$name" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 \
        -print_final_stats=1 -dict="$dictionary" -artifact_prefix="$PWD/$name-" \
        "$work/made-$name" "$seeds" >"$work/log" 2>&1; then
        tail -n 60 "$work/log"
        echo "The input that did it lies in $PWD/$name-*"
        exit 1
    fi
    grep -E 'stat::(number_of_executed_units|slowest_unit_time_sec|peak_rss_mb)' "$work/log"
done
echo "no crash, no leak, nothing slow"

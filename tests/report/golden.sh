#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a summary looks like in English, byte for byte: SAMPLE.FORMAT beside this script,
# and SAMPLE.40 for text on a narrow screen. See samples.h for the samples.
#
# With CONECTA_UPDATE_REPORT=1 they are written instead of compared. Read the difference
# before you commit it.
set -eu

here=$(dirname "$0")/golden
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# golden FORMAT NAME SAMPLE [ARGUMENT...]
golden() {
    file=$2
    form=$1
    shift 2
    ./tests/report/write "$form" "$@" >"$work/$file"
    if [ "${CONECTA_UPDATE_REPORT:-}" = 1 ]; then
        mkdir -p "$here"
        cp "$work/$file" "$here/$file"
    fi
    diff -u "$here/$file" "$work/$file" || failed=1
}

for sample in empty one gone hostile; do
    for form in text csv json html; do
        golden $form $sample.$form $sample
    done
    golden text $sample.40 $sample en 40
done
[ $failed = 0 ] || echo "When these are right: CONECTA_UPDATE_REPORT=1 make check TESTS=tests/report/golden.sh"
exit $failed
